import { appError } from '../errors.ts'
import type { Change } from './change.ts'

/** Fields that a feature writes with what it saw itself: which bytes came in, what was left when a day was closed, what was destroyed, what went out. */
const BY_PROGRAM: ReadonlySet<string> = new Set(['evidence.file', 'visit.closed', 'keyList.destroyed', 'factualCheck.sent', 'remarkForm.received', 'remark.processed', 'view.file'])

/** Refuses what a person would write where only the program does; between what two laptops wrote there a person chooses: `isThere` tells that it is one of those. */
export function assertByHand({ entity, field, kind }: Pick<Change, 'entity' | 'field' | 'kind'>, isThere: () => boolean): void {
  if (!BY_PROGRAM.has(`${entity}.${field}`) || (kind === 'settle' && isThere())) return
  throw appError('written-by-program', { field: `${entity}.${field}` })
}
