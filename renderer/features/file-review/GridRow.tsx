import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { TermCell } from './Cell.tsx'
import styles from './file-review.module.css'
import type { Column, File, Reckoned } from './reckoned.ts'
import { cellId } from './selecting.ts'
import { shownAnswer, type Words } from './typed.ts'
import { HEADER, NAMES, ROW } from './windowed.ts'

interface Props {
  file: File
  row: number
  columns: readonly Column[]
  /** The columns in view, from the first up to the one behind the last; `offset` is where the first begins, in pixels. */
  first: number
  behind: number
  offset: number
  reckoned: Reckoned
  marks: ReadonlyMap<string, { different: boolean; erased: boolean; noted: boolean }>
  words: Words
  /** The column that is active in this row. */
  active: number | null
}

/** One file: its name and the cells in view. */
export const GridRow = memo(function GridRow({ file, row, columns, first, behind, offset, reckoned, marks, words, active }: Props) {
  const { t } = useTranslation()
  const doubts = reckoned.contradictions.length
  return (
    <div role="row" aria-rowindex={row + 2} className={styles.row} data-dropped={file.dropped !== null} data-active={active !== null} style={{ height: ROW, top: HEADER + row * ROW }}>
      <span role="rowheader" aria-colindex={1} className={styles.name} style={{ width: NAMES }}>
        <strong>{file.pseudonym}</strong>
        {file.origin?.kind !== 'sample' && <small title={t(`fileReview.origin.${file.origin?.kind ?? 'erased'}`)}>{t(`fileReview.originShort.${file.origin?.kind ?? 'erased'}`)}</small>}
        {file.dropped !== null && <small>{t('fileReview.dropped')}</small>}
        {doubts > 0 && <span className={styles.doubt} title={t('fileReview.contradictions', { count: doubts })} aria-label={t('fileReview.contradictions', { count: doubts })} role="img">!</span>}
      </span>
      <span role="presentation" style={{ width: offset, flex: 'none' }} />
      {columns.slice(first, behind).map((column, index) => {
        const at = { row, column: first + index }
        const mark = column.kind === 'field' ? marks.get(`${file.id}/${column.key}`) : undefined
        const irrelevant = column.kind === 'field' && reckoned.irrelevant.has(column.key)
        const doubted = column.kind === 'field' && reckoned.doubted.has(column.key)
        return (
          <span
            key={column.key}
            id={cellId(at)}
            role="gridcell"
            aria-colindex={at.column + 2}
            aria-selected={at.column === active}
            aria-readonly={column.kind === 'term' || undefined}
            data-kind={column.kind}
            data-irrelevant={irrelevant || undefined}
            data-doubted={doubted || undefined}
            style={{ width: column.width }}
          >
            {column.kind === 'term'
              ? <TermCell result={reckoned.terms.get(column.term.id)} t={t} />
              : <span>{irrelevant ? words['not-applicable'] : shownAnswer(column.field, file.answers[column.at] ?? null, words)}</span>}
            {doubted && <span className={styles.doubt} role="img" aria-label={t('fileReview.contradiction')}>!</span>}
            {mark?.different && <span className={styles.mark} data-different>{t('rating.different')}</span>}
            {mark?.erased && <span className={styles.mark}>{t('rating.erased')}</span>}
            {mark?.noted && <span className={styles.noted} role="img" aria-label={t('fileReview.noted')} />}
          </span>
        )
      })}
    </div>
  )
})
