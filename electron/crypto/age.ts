import { bech32 } from '@scure/base'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { appError } from '../../shared/errors.ts'

/** With this line every age file begins (age-encryption.org/v1). */
export const AGE_MAGIC = Buffer.from('age-encryption.org/v1\n')
const MAX_HEADER = 16 * 1024
const MAX_STANZAS = 20

/** A file as `openBytes` opens it. */
interface Source {
  readonly size: number
  read(offset: number, length: number): Promise<Buffer>
  stream(offset: number, length: number): AsyncIterable<Buffer>
}

/** A secret of 32 bytes as an age identity (X25519), as the `age` tool reads it. */
export const identityOf = (secret: Uint8Array) => bech32.encode('age-secret-key-', bech32.toWords(secret), false).toUpperCase()

/** Whom to encrypt for, `age1…`, so that this identity can read it. */
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity)

/** Whether this is a recipient of the kind that every age tool knows. */
export const isRecipient = (text: string) => /^age1[02-9ac-hj-np-z]{58}$/.test(text) && bech32.decodeUnsafe(text) !== undefined

/** Encrypts for each of these recipients, piece by piece. */
export async function* encrypted(source: AsyncIterable<Uint8Array>, recipients: readonly string[]): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  yield* (await encrypter.encrypt(ReadableStream.from(owned(source)))) as unknown as AsyncIterable<Uint8Array>
}

/** The library keeps pieces for later, and whoever gives them may write over them. */
async function* owned(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of source) yield Uint8Array.from(piece)
}

/** Whether a file begins as an age file does. */
export async function isEncrypted({ size, read }: Source): Promise<boolean> {
  return size >= AGE_MAGIC.length && (await read(0, AGE_MAGIC.length)).equals(AGE_MAGIC)
}

/**
 * Decrypts such a file piece by piece; what is given is genuine, also when a later piece turns out not to be.
 * Errors: `age-header` where its head asks too much of the reader, `not-for-this-workspace`, `encryption-damaged`.
 */
export async function* decrypted(source: Source, identity: string): AsyncGenerator<Buffer> {
  assertModest(await source.read(0, Math.min(source.size, MAX_HEADER)))
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    const pieces = await decrypter.decrypt(ReadableStream.from(owned(source.stream(0, source.size))))
    for await (const piece of pieces as unknown as AsyncIterable<Uint8Array>) yield Buffer.from(piece)
  } catch (error) {
    if (!(error instanceof Error) || 'failure' in error) throw error
    throw /no identity matched/i.test(error.message) ? appError('not-for-this-workspace', {}) : appError('encryption-damaged', {})
  }
}

/** Refuses a head with more keys than any file needs, or with a passphrase, whose work its writer chooses. */
function assertModest(head: Buffer): void {
  const end = head.indexOf('\n--- ')
  if (end < 0) throw appError('age-header', {})
  const stanzas = head.subarray(0, end).toString('latin1').split('\n').filter((line) => line.startsWith('-> '))
  if (stanzas.length > MAX_STANZAS || stanzas.some((line) => line.startsWith('-> scrypt'))) throw appError('age-header', {})
}
