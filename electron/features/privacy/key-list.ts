import type { Edit } from '../../../shared/domain/entity.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { freePseudonyms, type KeyListEntry, kindOf, pseudonymsIn } from '../../../shared/domain/key-list.ts'
import { textsOf } from '../../../shared/domain/privacy-answer.ts'
import { textKeyOf } from '../../../shared/domain/privacy-fold.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { deleteKeyList, readKeyList, writeKeyList } from '../../crypto/key-list.ts'
import { unlockKeyring } from '../../crypto/keyring.ts'
import { appendAudit } from '../../db/audit.ts'
import { listEntries, listHeadsOf, record } from '../../db/change-log.ts'
import { getFrameworkOf } from '../inspection/repository.ts'

/** Gives the pseudonym that a value (by its key) has on this laptop, if any. */
export function pseudonymOf(context: Pick<Context, 'path' | 'keys'>, inspection: string): (key: string) => string | null {
  const byKey = new Map(readKeyList(context, inspection).map(({ pseudonym, stoodFor }) => [textKeyOf(stoodFor), pseudonym]))
  return (key) => byKey.get(key) ?? null
}

/** The pseudonyms that texts and the key list use, those of a colleague included; of each word the next that is free; how many lines the list has. */
export function pseudonymsOf(context: Context, inspection: string) {
  const kept = readKeyList(context, inspection)
  const written = listEntries(context.db, inspection).flatMap(({ content }) => (content ? textsOf(content) : [])).flatMap(({ text }) => pseudonymsIn(text))
  const known = [...new Set([...kept.map(({ pseudonym }) => pseudonym), ...written])].sort(new Intl.Collator('nl', { numeric: true }).compare)
  return { known, free: freePseudonyms(known), kept: kept.length }
}

/** Writes down what a pseudonym stands for. Errors: `pseudonym-known` when the value has another. */
export function keepPseudonym(context: Context, inspection: string, pseudonym: string, stoodFor: string): void {
  const known = pseudonymOf(context, inspection)(textKeyOf(stoodFor))
  if (known === pseudonym) return
  if (known !== null) throw appError('pseudonym-known', { pseudonym: known })
  const line: KeyListEntry = { pseudonym, kind: kindOf(pseudonym), stoodFor, at: context.now() }
  writeKeyList(context, inspection, [...readKeyList(context, inspection), line])
}

/** What the pseudonyms stand for, to whoever types the own passphrase again; that it was looked at is written down. Errors: `passphrase-wrong`. */
export async function showKeyList(context: Context, inspection: string, passphrase: string): Promise<KeyListEntry[]> {
  const opened = await unlockKeyring(context.path, passphrase)
  opened.lock()
  if (opened.person !== context.person.id) throw appError('passphrase-wrong', {})
  context.db.transaction(() => appendAudit(context, inspection, 'key-list-shown', inspection)).immediate()
  return readKeyList(context, inspection)
}

/** Destroys the key list of this laptop; that it was, how long it was and why, is recorded and travels. Errors: `not-found`. */
export function destroyKeyList(context: Context, inspection: string, reason: string): { savedAt: string } {
  const { db, device } = context
  const { framework } = getFrameworkOf(db, inspection)
  const lines = readKeyList(context, inspection).length
  if (lines === 0) throw appError('not-found', { what: 'key list', id: inspection })
  const place = { entity: 'keyList', entityId: device, field: 'destroyed' } as const
  const seen = listHeadsOf(db, { inspection, ...place }).map(({ id }) => id)
  const edit: Edit = { ...place, kind: 'set', value: lines, reason, seen }
  assertAllowed(framework, { inspection, ...edit })
  return db.transaction(() => {
    const saved = record(context, inspection, [edit])
    deleteKeyList(context, inspection)
    return saved
  }).immediate()
}
