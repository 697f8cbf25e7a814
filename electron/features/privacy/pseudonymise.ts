import type { Entry } from '../../../shared/domain/change.ts'
import type { Edit } from '../../../shared/domain/entity.ts'
import { textsOf, withTexts } from '../../../shared/domain/privacy-answer.ts'
import { textKeyOf } from '../../../shared/domain/privacy-fold.ts'
import { occurrencesOf, pseudonymised } from '../../../shared/domain/privacy-pseudonym.ts'
import type { Context } from '../../context.ts'
import { getEntry, listEntries, listHeadIds, listHeadsOf, record } from '../../db/change-log.ts'
import { rewriteDrafts } from '../../db/draft.ts'
import { erase } from '../../db/erase.ts'
import { answerIdOf, answersIn, type Held } from './repository.ts'
import { searchEntry } from './search.ts'

/** Those say what an inspection is and who makes it: they are corrected by hand and never erased. */
const FIXED: ReadonlySet<string> = new Set(['inspection', 'dossier', 'member'])

/**
 * Puts a pseudonym wherever a value (by its key) stands in an inspection: what still stands is written anew by a change, in drafts too, and whatever held
 * the value is erased with a record. Answers about other values go on to hold. Gives how many changes were erased. Runs inside a transaction.
 * Errors: `difference-open` where one's own text and another differ.
 */
export function pseudonymise(context: Context, inspection: string, key: string, pseudonym: string): number {
  const { db } = context
  const write = (text: string) => pseudonymised(text, new Map([[key, pseudonym]]))
  const heads = new Set(listHeadIds(db, inspection).map(({ id }) => id))
  const held = listEntries(db, inspection).filter((entry) => isRewritable(entry) && holds(entry, key))
  const answers = answersIn(context, inspection)
  for (const entry of held) {
    if (heads.has(entry.id)) rewrite(context, entry, write)
    erase(context, entry.id, `Vervangen door ${pseudonym}.`)
  }
  const erased = new Set(held.map(({ id }) => id))
  renew(context, inspection, answers.filter((answer) => erased.has(answer.change) && answer.key !== key))
  rewriteDrafts(context, inspection, (value) => withTexts({ value: value as unknown, reason: null }, write).value as typeof value)
  return held.length
}

const isRewritable = ({ entity, content }: Entry) => content !== null && !FIXED.has(entity)
const holds = ({ content }: Entry, key: string) => textsOf(content!).some(({ text }) => occurrencesOf(text, [key]).length > 0)

function rewrite(context: Context, { inspection, entity, entityId, field, id, content }: Entry, write: (text: string) => string): void {
  const { value, reason } = withTexts(content!, write)
  record(context, inspection, [{ entity, entityId, field, kind: 'set', value, reason, seen: [id] } as Edit])
}

/** Gives answers again on another change that holds their value, where there is one: the salt that vouched for them went. */
function renew(context: Context, inspection: string, lapsed: readonly Held[]): void {
  if (lapsed.length === 0) return
  const { db } = context
  const seenIn = new Map<string, Entry>()
  for (const entry of listEntries(db, inspection)) {
    for (const { text, start, end } of searchEntry(context, entry)) seenIn.set(textKeyOf(text.slice(start, end)), entry)
  }
  for (const { id, decision, key } of lapsed) {
    const entry = seenIn.get(key)
    if (!entry) continue
    const field = decision as 'needed' | 'noPerson'
    const reason = listHeadsOf(db, { inspection, entity: 'privacy', entityId: id, field })[0]?.content?.reason ?? null
    const place = { entity: 'privacy', entityId: answerIdOf(inspection, getEntry(db, entry.id).content!.salt, key), field } as const
    record(context, inspection, [{ ...place, kind: 'set', value: entry.id, reason, seen: [] }])
  }
}
