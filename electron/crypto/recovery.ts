import { z } from 'zod'
import { appError } from '../../shared/errors.ts'
import { identityOf, recipientOf } from './age.ts'
import { canonicalFile } from './canonical-file.ts'
import { readAnswer, RecoveryRequest } from './escrow.ts'
import { sha256 } from './hash.ts'
import { checkFree, newSlot, readKeyringFile, verifyCheck, writeKeyringFile } from './keyring-file.ts'
import { checkStrength, deriveKey, Kdf, newKdf, stretch } from './passphrase.ts'
import { hasTwofold, readTwofold, removeTwofold, writeTwofold } from './twofold-file.ts'
import { sixWords } from './words.ts'

/** What was asked and not answered yet: with this the new passphrase opens the answer. */
const Asked = z.strictObject({ format: z.literal('veldtoets/recovery-asked/1'), workspace: z.uuid(), kdf: Kdf })
const NAME = 'recovery'

/** The six words of a request: who asks reads them to the office, so that nobody else's is answered. */
export const wordsOfRequest = (text: string) => sixWords(sha256(text))

/**
 * The text with which someone who forgot a passphrase asks the office for help, under a new one, which opens the answer. `work` is scrypt's N.
 * Errors: `not-a-workspace`, `keyring-damaged`, `passphrase-weak`, `recovery-impossible` where no office was given the key.
 */
export async function askRecovery(folder: string, passphrase: string, work?: number): Promise<{ text: string; words: string[] }> {
  const { workspace, slots, escrow } = readKeyringFile(folder)
  if (escrow.length === 0) throw appError('recovery-impossible', {})
  checkStrength(passphrase)
  const kdf = newKdf(work)
  const recipient = await recipientOf(await identityFor(passphrase, kdf))
  writeTwofold(folder, NAME, { format: 'veldtoets/recovery-asked/1', workspace, kdf })
  const request: RecoveryRequest = { _type: 'veldtoets/recovery/1', workspace, persons: slots.map(({ person }) => person), recipient, escrow }
  const text = canonicalFile(RecoveryRequest.parse(request))
  return { text, words: wordsOfRequest(text) }
}

/**
 * Lets a person in again under the new passphrase. Their signing key was under the old one and is gone: they make a new one and ask for access anew.
 * Errors: `not-a-workspace`, `keyring-damaged`, `recovery-not-fitting`, `passphrase-taken`.
 */
export async function recoverKeyring(folder: string, passphrase: string, answer: string, work?: number): Promise<{ person: string }> {
  const file = readKeyringFile(folder)
  if (!hasTwofold(folder, NAME)) throw appError('recovery-not-fitting', {})
  const { kdf } = readTwofold(folder, NAME, Asked)
  const { person, dek } = await readAnswer(answer, await identityFor(passphrase, kdf), file.workspace)
  if (!file.slots.some((slot) => slot.person === person)) throw appError('recovery-not-fitting', {})
  verifyCheck(file, dek)
  const others = file.slots.filter((slot) => slot.person !== person)
  await checkFree(file, others, passphrase)
  const { slot } = await newSlot(file, person, passphrase, dek, null, work)
  writeKeyringFile(folder, file, { slots: file.slots.map((one) => (one.person === person ? slot : one)), escrow: file.escrow }, dek)
  dek.fill(0)
  removeTwofold(folder, NAME)
  return { person }
}

async function identityFor(passphrase: string, kdf: Kdf): Promise<string> {
  const secret = await stretch(passphrase, kdf)
  const identity = identityOf(deriveKey(secret, 'veldtoets/recovery-answer/v1'))
  secret.fill(0)
  return identity
}
