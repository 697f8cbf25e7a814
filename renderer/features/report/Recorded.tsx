import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { whereIs } from '../../privacy/where.ts'
import { piecesOf } from './marked-text.ts'
import { useMarks } from './marks.ts'
import { ofIn } from './page-places.ts'
import styles from './report.module.css'

interface Props {
  inspection: string
  of: string
  /** What it says, where that is one text. */
  text: string | null
  anchor: string | undefined
  children: ReactNode
}

/** A text that somebody recorded, with the way to where it stands: a plain one, for a thousand that each follow the address would hold up every step. */
export function Recorded({ inspection, of, text, anchor, children }: Props) {
  const { t } = useTranslation()
  const marks = useMarks(of)
  const place = ofIn(of)
  const { stage, to } = whereIs(place, inspection)
  const label = t('report.toData', { stage: t(`stage.${stage as 'oordelen'}`) })
  return (
    <span className={styles.recorded} id={anchor}>
      {text !== null && marks.length > 0
        ? <span className="prose">{piecesOf(text, marks).map(({ text: piece, mark }, index) => (mark ? <mark key={index} id={mark.id} data-kind={mark.kind}>{piece}</mark> : piece))}</span>
        : children}
      {place.entity !== 'reportText' && (
        <a className={styles.jump} href={`#${to}`} aria-label={label} title={label}>↗</a>
      )}
    </span>
  )
}
