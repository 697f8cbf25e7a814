import { createContext, type ReactNode, use } from 'react'
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
  anchor: string | undefined
  children: ReactNode
}

/** What to look at, by the text in which it stands: a paper of a thousand texts is not drawn anew because something was found in one. */
export const Marks = createContext<ReadonlyMap<string, readonly Mark[]>>(new Map())

/** A text that somebody recorded, with the way to where it stands. */
export function Recorded({ inspection, of, text, anchor, children }: Props) {
  const { t } = useTranslation()
  const marks = use(Marks).get(of) ?? []
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
