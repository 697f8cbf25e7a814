import { appError } from '../errors.ts'
import type { Change, Content } from './change.ts'

/**
 * Fields that a feature writes with what it saw or checked itself: which bytes came in, what was left when a day was closed, what was destroyed, what went out, and on
 * the way to publication who may record it and whether it may be yet.
 */
const BY_PROGRAM: ReadonlySet<string> = new Set([
  'evidence.file', 'visit.closed', 'keyList.destroyed', 'factualCheck.sent', 'remarkForm.received', 'remark.processed', 'view.file', 'proseAnswer.right',
  'publication.regime', 'publication.embargo', 'publicationStep.step', 'publicationNotice.notice', 'publicationNotice.done',
  'outgoingLetter.of', 'outgoingLetter.basis', 'outgoingLetter.sentOn',
])
/** What others said stays in their words: a person can only take it away. */
const IN_THEIR_WORDS: ReadonlySet<string> = new Set(['remark.said'])

type ByHand = Pick<Change, 'entity' | 'field' | 'kind'> & Pick<Content, 'value'>

/** Refuses what a person would write where only the program does; between what two laptops wrote there a person chooses: `isThere` tells that it is one of those. */
export function assertByHand({ entity, field, kind, value }: ByHand, isThere: () => boolean): void {
  const place = `${entity}.${field}`
  const isOurs = BY_PROGRAM.has(place) || (IN_THEIR_WORDS.has(place) && value !== null)
  if (!isOurs || (kind === 'settle' && isThere())) return
  throw appError('written-by-program', { field: place })
}
