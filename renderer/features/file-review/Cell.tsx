import type { TFunction } from 'i18next'
import type { TermResult } from '../../../shared/domain/term.ts'
import styles from './file-review.module.css'

const SIGNS: Readonly<Record<TermResult['state'], string>> = {
  'on-time': '✓', late: '✕', running: '…', 'not-determinable': '?', 'not-applicable': '',
}

/** Where a file stands on a term, in words. */
export function termText({ state, lateBy, open }: TermResult, t: TFunction): string {
  if (state === 'late') return t(open ? 'fileReview.lateOpen' : 'fileReview.late', { count: lateBy })
  return t(`fileReview.state.${state}`)
}

/** Where a file stands on a term: sign, words and hue; nothing as long as nothing was entered for it. */
export function TermCell({ result, t }: { result: TermResult | undefined; t: TFunction }) {
  if (!result) return null
  return <span className={styles.term} data-state={result.state}><span aria-hidden>{SIGNS[result.state]}</span> {termText(result, t)}</span>
}
