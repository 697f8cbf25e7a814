import type { State } from './entity.ts'
import type { SentCheck } from './factual-check.ts'

/** A text as it went out and as it became; null where it cannot be read any more. */
export interface Rewritten {
  readonly before: string | null
  readonly after: string | null
}

/** A remark as the annex prints it. `line` is null where it was about none, `number` is that of the expectation or criterion. */
export interface ReportedRemark {
  readonly id: string
  readonly fields: State<'remark'>
  readonly line: number | null
  readonly number: string | null
  readonly late: boolean
  readonly text: Rewritten | null
}

/** A view that was chosen to stand in the report. */
export interface ReportedView {
  readonly id: string
  readonly fields: State<'view'>
}

/** The factual check as the report tells of it: the checks that were held, each remark, and what else became of the text since the last one. */
export interface ReportedCheck {
  readonly checks: readonly Pick<SentCheck, 'on' | 'due'>[]
  readonly remarks: readonly ReportedRemark[]
  readonly others: readonly (Rewritten & { readonly line: number; readonly number: string })[]
  readonly views: readonly ReportedView[]
}
