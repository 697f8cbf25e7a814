import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { whereIs } from '../../privacy/where.ts'
import { type Mark, piecesOf } from './marked-text.ts'
import { ofIn } from './page-places.ts'
import styles from './report.module.css'

interface Props {
  inspection: string
  of: string
  /** What it says, where that is one text. */
  text: string | null
  marks: readonly Mark[]
  anchor: string | undefined
  children: ReactNode
}

/** A text that somebody recorded, with the way to where it stands. */
export function Recorded({ inspection, of, text, marks, anchor, children }: Props) {
  const { t } = useTranslation()
  const place = ofIn(of)
  const { stage, to } = whereIs(place, inspection)
  return (
    <span className={styles.recorded} id={anchor}>
      {text !== null && marks.length > 0
        ? <span className="prose">{piecesOf(text, marks).map(({ text: piece, mark }, index) => (mark ? <mark key={index} id={mark.id} data-kind={mark.kind}>{piece}</mark> : piece))}</span>
        : children}
      {place.entity !== 'reportText' && (
        <Link className={styles.jump} href={to} aria-label={t('report.toData', { stage: t(`stage.${stage as 'oordelen'}`) })} title={t('report.toData', { stage: t(`stage.${stage as 'oordelen'}`) })}>↗</Link>
      )}
    </span>
  )
}
