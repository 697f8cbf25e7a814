import { CASE_LABEL } from './privacy-lexicon.ts'
import type { Hit } from './privacy-hit.ts'
import { bitsBefore, NUMBER, type Token } from './privacy-token.ts'

/** Groups of digits, `from` up to `to` of the tokens, that stand so close that they may be one number. */
export type Run = { text: string; tokens: readonly Token[]; from: number; to: number }

/** What the first groups of a run are, and whether they are personal. */
export type Reading = { groups: number; hit: Hit | null }

const JOINS = /^[ .()/\n-]{1,3}$/

/** The group of digits at a token, with all that may belong to it. */
export function runFrom(text: string, tokens: readonly Token[], from: number): Run {
  let to = from + 1
  while (to < tokens.length && tokens[to]!.bits & NUMBER && joined(text, tokens[to - 1]!.end, tokens[to]!.start)) to++
  return { text, tokens, from, to }
}

const joined = (text: string, end: number, start: number) => start - end <= 3 && JOINS.test(text.slice(end, start))

export const digitsOf = ({ text, tokens }: Run, index: number) => text.slice(tokens[index]!.start, tokens[index]!.end)

/** What stands between a group and the next. */
export const gapOf = ({ text, tokens }: Run, index: number) => text.slice(tokens[index]!.end, tokens[index + 1]!.start)

/** Whether the word before says that this is the number of a case. */
export const isLabelled = ({ tokens, from }: Run) => (bitsBefore(tokens, from, 4) & CASE_LABEL) !== 0
