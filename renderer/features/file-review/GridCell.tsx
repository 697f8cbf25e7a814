import type { TFunction } from 'i18next'
import { memo } from 'react'
import type { Answer } from '../../../shared/domain/file-review.ts'
import type { TermResult } from '../../../shared/domain/term.ts'
import { TermCell } from './Cell.tsx'
import styles from './file-review.module.css'
import type { Column } from './reckoned.ts'
import { cellId } from './selecting.ts'
import { shownAnswer, type Words } from './typed.ts'

/** What a cell tells besides its answer. */
export interface Mark {
  different: boolean
  erased: boolean
  noted: boolean
}

interface Props {
  row: number
  at: number
  column: Column
  words: Words
  /** Of the grid, for asking in each of a thousand cells would cost more than drawing them. */
  t: TFunction
  active: boolean
  answer: Answer | null
  result: TermResult | undefined
  mark: Mark | undefined
  irrelevant: boolean
  doubted: boolean
}

/** One answer, or where a file stands on one term. It is drawn anew only when it says something else, however the grid is moved. */
export const GridCell = memo(function GridCell({ row, at, column, words, t, active, answer, result, mark, irrelevant, doubted }: Props) {
  return (
    <span
      id={cellId({ row, column: at })}
      role="gridcell"
      aria-colindex={at + 2}
      aria-selected={active}
      aria-readonly={column.kind === 'term' || undefined}
      data-kind={column.kind}
      data-irrelevant={irrelevant || undefined}
      data-doubted={doubted || undefined}
      style={{ width: column.width }}
    >
      {column.kind === 'term' ? <TermCell result={result} t={t} /> : <span>{irrelevant ? words['not-applicable'] : shownAnswer(column.field, answer, words)}</span>}
      {doubted && <span className={styles.doubt} role="img" aria-label={t('fileReview.contradiction')}>!</span>}
      {mark?.different && <span className={styles.mark} data-different>{t('rating.different')}</span>}
      {mark?.erased && <span className={styles.mark}>{t('rating.erased')}</span>}
      {mark?.noted && <span className={styles.noted} role="img" aria-label={t('fileReview.noted')} />}
    </span>
  )
})
