import { Decrypter, Encrypter } from 'age-encryption'
import { z } from 'zod'
import { KeyId } from '../../shared/domain/bundle.ts'
import { Recipient } from '../../shared/domain/enrolment.ts'
import { appError } from '../../shared/errors.ts'
import { canonicalFile, readCanonicalFile } from './canonical-file.ts'

/** A workspace's key for an office (the id of its root's key): only what lies with that root opens it. `sealed` is an age file in base64. */
export const Escrow = z.strictObject({ office: KeyId, recipient: Recipient, sealed: z.base64().max(4_000) })
export type Escrow = z.infer<typeof Escrow>

const Key = z.base64().length(44)
const Persons = z.array(z.uuid()).min(1).max(20)
const Kept = z.strictObject({ _type: z.literal('veldtoets/escrow/1'), workspace: z.uuid(), persons: Persons, key: Key })
const Given = z.strictObject({ _type: z.literal('veldtoets/recovered/1'), workspace: z.uuid(), person: z.uuid(), key: Key })

/** What is asked of an office by who forgot a passphrase (.veldrecovery): `recipient` follows from the new passphrase, which stays with them. */
export const RecoveryRequest = z.strictObject({
  _type: z.literal('veldtoets/recovery/1'), workspace: z.uuid(), persons: Persons, recipient: Recipient, escrow: z.array(Escrow).min(1).max(20),
})
export type RecoveryRequest = z.infer<typeof RecoveryRequest>

/** `persons` are those of that workspace: a request is not signed, so only what was sealed with the key tells whose it is. */
export async function sealEscrow(
  { workspace, persons, dek }: { workspace: string; persons: readonly string[]; dek: Buffer }, { office, recipient }: Pick<Escrow, 'office' | 'recipient'>,
): Promise<Escrow> {
  const sealed = await encryptedFor(recipient, canonicalFile({ _type: 'veldtoets/escrow/1', workspace, persons, key: dek.toString('base64') }))
  return { office, recipient, sealed: sealed.toString('base64') }
}

/**
 * The office's answer (.veldrecovered): the key of that workspace, encrypted for who asked as one of its people (age, in base64). `identityOf` gives what opens what was sealed for a root, null where that
 * root is not here. Errors: `recovery-impossible` where none opens it, or it is not theirs.
 */
export async function answerFor({ workspace, recipient, escrow }: RecoveryRequest, person: string, identityOf: (office: string) => string | null): Promise<string> {
  for (const { office, sealed } of escrow) {
    const identity = identityOf(office)
    const text = identity && await decryptedWith(identity, Buffer.from(sealed, 'base64'))
    if (!text) continue
    const kept = readCanonicalFile(text, { member: 'escrow', type: 'veldtoets/escrow/1', schema: Kept, typeOf: ({ _type }) => _type })
    if (kept.workspace !== workspace || !kept.persons.includes(person)) continue
    return (await encryptedFor(recipient, canonicalFile({ _type: 'veldtoets/recovered/1', workspace, person, key: kept.key }))).toString('base64')
  }
  throw appError('recovery-impossible', {})
}

/** The key that an office gave back, and for whom. Errors: `recovery-not-fitting`. */
export async function readAnswer(answer: string, identity: string, workspace: string): Promise<{ person: string; dek: Buffer }> {
  const text = await decryptedWith(identity, Buffer.from(answer, 'base64'))
  if (text === null) throw appError('recovery-not-fitting', {})
  const given = readCanonicalFile(text, { member: 'recovery', type: 'veldtoets/recovered/1', schema: Given, typeOf: ({ _type }) => _type })
  if (given.workspace !== workspace) throw appError('recovery-not-fitting', {})
  return { person: given.person, dek: Buffer.from(given.key, 'base64') }
}

async function encryptedFor(recipient: string, text: string): Promise<Buffer> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(text))
}

/** Null where it was encrypted for another, or is no such file. */
async function decryptedWith(identity: string, bytes: Buffer): Promise<string | null> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(bytes, 'text')
  } catch {
    return null
  }
}
