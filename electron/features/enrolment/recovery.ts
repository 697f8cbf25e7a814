import type { Person } from '../../../shared/domain/person.ts'
import { appError } from '../../../shared/errors.ts'
import { readCanonicalFile } from '../../crypto/canonical-file.ts'
import { answerFor, RecoveryRequest } from '../../crypto/escrow.ts'
import { wordsOfRequest } from '../../crypto/recovery.ts'
import type { RootKey } from '../../crypto/root.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context } from '../../context.ts'
import { readText } from '../../json-file.ts'
import { writeWhole } from '../../whole-file.ts'
import { listIssued } from './repository.ts'

const LARGEST = 1_000_000

/** Who may have forgotten a passphrase, by a request: those of that laptop to whom this office gave access. Errors: `recovery-impossible`, and those of a file. */
export async function readRecoveryFile({ db, files }: Context, file: string): Promise<{ request: RecoveryRequest; persons: Person[]; words: string[] }> {
  const text = await readText(files.toRead(file).path, LARGEST)
  const request = readCanonicalFile(text, { member: 'recovery', type: 'veldtoets/recovery/1', schema: RecoveryRequest, typeOf: ({ _type }) => _type })
  const known = new Map(listIssued(db).map(({ person }) => [person.id, person]))
  const persons = request.persons.flatMap((id) => known.get(id) ?? [])
  if (persons.length === 0) throw appError('recovery-impossible', {})
  return { request, persons, words: wordsOfRequest(text) }
}

/** Gives the key of a laptop back, for one of its people under their new passphrase; the audit chain tells to whom. */
export async function answerRecovery(
  context: Context, root: RootKey, { request: requestFile, person: id, words, file }: { request: string; person: string; words: readonly string[]; file: string },
): Promise<{ name: string; savedAt: string }> {
  const { db, keys, now } = context
  const { request, persons, words: found } = await readRecoveryFile(context, requestFile)
  if (found.join(' ') !== words.join(' ')) throw appError('words-differ', {})
  const person = persons.find((one) => one.id === id)
  if (!person) throw appError('not-found', { what: 'person', id })
  const answer = await answerFor(request, id, (office) => [root, ...root.earlier].find(({ kid }) => kid === office)?.recovery() ?? null)
  db.transaction(() => appendAudit(context, keys.workspace, 'recovery', id)).immediate()
  writeWhole(context.files.toWrite(file).path, answer)
  return { name: person.name, savedAt: now() }
}
