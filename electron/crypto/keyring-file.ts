import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { WorkspaceRole } from '../../shared/domain/workspace.ts'
import { appError } from '../../shared/errors.ts'
import { Escrow } from './escrow.ts'
import { canonical } from './hash.ts'
import { checkStrength, deriveKey, Kdf, newKdf, stretch, unwrap, wrap, Wrapped } from './passphrase.ts'
import { hasTwofold, healTwofold, readTwofold, writeTwofold } from './twofold-file.ts'

const Slot = z.strictObject({
  kind: z.literal('passphrase'),
  person: z.uuid(),
  kdf: Kdf,
  ...Wrapped.shape,
  signing: z.strictObject({ publicKey: z.base64().max(100), ...Wrapped.shape }).nullable(),
})
export type Slot = z.infer<typeof Slot>

/** The file: one random key per workspace, wrapped once per person, and for the offices that can help who forgot a passphrase. `check` proves with that key that nothing beside it was altered. */
const KeyringFile = z.strictObject({
  format: z.literal('veldtoets/keyring/1'),
  workspace: z.uuid(),
  role: WorkspaceRole,
  check: z.strictObject({ name: z.literal('HMAC-SHA256'), value: z.base64().length(44) }),
  slots: z.array(Slot).min(1).max(20),
  escrow: z.array(Escrow).max(20),
})
type KeyringFile = z.infer<typeof KeyringFile>
export type Header = Pick<KeyringFile, 'format' | 'workspace' | 'role'>
/** What of it changes. */
export type Held = Pick<KeyringFile, 'slots' | 'escrow'>

/** A person's signing key: PKCS#8 DER and base64 of SPKI DER. */
export interface SigningPair {
  readonly publicKey: string
  readonly pkcs8: Buffer
}

/** What a passphrase opens: the workspace's key, and the key that wraps the person's own signing key. */
export interface Opened {
  readonly dek: Buffer
  readonly signingWrap: Buffer
}

const NAME = 'keyring'
export const hasKeyring = (folder: string) => hasTwofold(folder, NAME)
export const readKeyringFile = (folder: string) => readTwofold(folder, NAME, KeyringFile)
export const healKeyringFile = (folder: string, file: KeyringFile) => healTwofold(folder, NAME, file)

export function writeKeyringFile(folder: string, { format, workspace, role }: Header, { slots, escrow }: Held, dek: Buffer): void {
  const content = { format, workspace, role, slots, escrow }
  writeTwofold(folder, NAME, { ...content, check: checkOf(content, dek) })
}

/** Errors: `keyring-damaged` when somebody who lacks the key altered the file and repaired its hash. */
export function verifyCheck({ check, ...content }: KeyringFile, dek: Buffer): void {
  const expected = checkOf(content, dek)
  if (!timingSafeEqual(Buffer.from(expected.value), Buffer.from(check.value))) throw appError('keyring-damaged', {})
}

function checkOf(content: object, dek: Buffer) {
  const key = deriveKey(dek, 'veldtoets/check/v1')
  return { name: 'HMAC-SHA256', value: createHmac('sha256', key).update(canonical(content)).digest('base64') }
}

/** A new slot for a person. Errors: `passphrase-weak`. */
export async function newSlot(header: Header, person: string, passphrase: string, dek: Buffer, signing: SigningPair | null, work?: number) {
  checkStrength(passphrase)
  const about = { kind: 'passphrase' as const, person, kdf: newKdf(work) }
  const secret = await stretch(passphrase, about.kdf)
  const { slotWrap, signingWrap } = wrapsOf(secret)
  const wrapped = wrap(slotWrap, dek, slotHeader(header, about))
  const slot: Slot = { ...about, ...wrapped, signing: signing && wrapSigning(header, person, signing, signingWrap) }
  return { slot, signingWrap }
}

/** Null when the passphrase is another's. */
export async function openSlot(header: Header, slot: Slot, passphrase: string): Promise<Opened | null> {
  const { slotWrap, signingWrap } = wrapsOf(await stretch(passphrase, slot.kdf))
  const dek = unwrap(slotWrap, slot, slotHeader(header, slot))
  return dek && { dek, signingWrap }
}

/** Persons of one laptop have different passphrases, or one would sign as the other. */
export async function checkFree(header: Header, slots: readonly Slot[], passphrase: string): Promise<void> {
  for (const slot of slots) if ((await openSlot(header, slot, passphrase)) !== null) throw appError('passphrase-taken', {})
}

export const wrapSigning = (header: Header, person: string, { publicKey, pkcs8 }: SigningPair, key: Buffer) => ({
  publicKey,
  ...wrap(key, pkcs8, signingHeader(header, person, publicKey)),
})

export function unwrapSigning(header: Header, { person, signing }: Slot, key: Buffer): SigningPair | null {
  if (signing === null) return null
  const pkcs8 = unwrap(key, signing, signingHeader(header, person, signing.publicKey))
  if (pkcs8 === null) throw appError('keyring-damaged', {})
  return { publicKey: signing.publicKey, pkcs8 }
}

function wrapsOf(secret: Buffer) {
  const wraps = { slotWrap: deriveKey(secret, 'veldtoets/slot/v1'), signingWrap: deriveKey(secret, 'veldtoets/signing/v1') }
  secret.fill(0)
  return wraps
}

const slotHeader = ({ format, workspace, role }: Header, { kind, person, kdf }: Pick<Slot, 'kind' | 'person' | 'kdf'>) => ({
  format, workspace, role, kind, person, kdf,
})
const signingHeader = ({ format, workspace }: Header, person: string, publicKey: string) => ({ format, workspace, person, publicKey })
