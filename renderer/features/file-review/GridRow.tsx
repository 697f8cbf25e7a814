import type { TFunction } from 'i18next'
import { memo } from 'react'
import styles from './file-review.module.css'
import { GridCell, type Mark } from './GridCell.tsx'
import type { Column, File, Reckoned } from './reckoned.ts'
import type { Words } from './typed.ts'
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
  marks: ReadonlyMap<string, Mark>
  words: Words
  t: TFunction
  /** The column that is active in this row. */
  active: number | null
}

/** One file: its name and the cells in view. */
export const GridRow = memo(function GridRow({ file, row, columns, first, behind, offset, reckoned, marks, words, t, active }: Props) {
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
        const at = first + index
        const isField = column.kind === 'field'
        return (
          <GridCell
            key={column.key} row={row} at={at} column={column} words={words} t={t} active={at === active}
            answer={isField ? (file.answers[column.at] ?? null) : null}
            result={isField ? undefined : reckoned.terms.get(column.term.id)}
            mark={isField ? marks.get(`${file.id}/${column.key}`) : undefined}
            irrelevant={isField && reckoned.irrelevant.has(column.key)}
            doubted={isField && reckoned.doubted.has(column.key)}
          />
        )
      })}
    </div>
  )
})
