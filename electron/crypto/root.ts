import { z } from 'zod'
import { appError } from '../../shared/errors.ts'
import { identityOf } from './age.ts'
import { type Grant, issueCertificate, makeRoot, readRoot, type Root, type Signer } from './certificate.ts'
import { newSigningKey, signWith } from './ed25519.ts'
import { deriveKey, checkStrength, Kdf, newKdf, stretch, unwrap, wrap, Wrapped } from './passphrase.ts'
import { makeCrl } from './revocation.ts'
import { hasTwofold, healTwofold, readTwofold, writeTwofold } from './twofold-file.ts'

const RootFile = z.strictObject({ format: z.literal('veldtoets/root/1'), certificate: z.string().max(8_192), kdf: Kdf, ...Wrapped.shape })
type RootFile = z.infer<typeof RootFile>

/** An office's root, unlocked: it signs only passes and revocation lists. After `close` it answers `workspace-locked`. */
export interface RootKey extends Omit<Root, 'subject'>, Signer {
  /** PEM. */
  readonly certificate: string
  issue(grant: Grant): string
  crl(list: Parameters<typeof makeCrl>[1]): string
  /** What reads everything that was encrypted for this office, should its workspaces be lost: an age identity. */
  recovery(): string
  /** Wipes the key from memory. */
  close(): void
}

const NAME = 'root'
const YEARS = 20
const headerOf = ({ format, certificate, kdf }: Pick<RootFile, 'format' | 'certificate' | 'kdf'>) => ({ format, certificate, kdf })

/** Makes an office's root under a passphrase of its own. `work` is scrypt's N. Errors: `root-exists`, `passphrase-weak`. */
export async function createRoot(folder: string, { name, passphrase, now }: { name: string; passphrase: string; now: string }, work?: number): Promise<RootKey> {
  if (hasTwofold(folder, NAME)) throw appError('root-exists', {})
  checkStrength(passphrase)
  const { pkcs8, publicKey } = newSigningKey()
  const certificate = makeRoot({ publicKey, sign: (bytes) => signWith(pkcs8, bytes) }, { name, now, years: YEARS })
  const header = { format: 'veldtoets/root/1' as const, certificate, kdf: newKdf(work) }
  const file: RootFile = { ...header, ...wrap(await wrapKey(passphrase, header.kdf), pkcs8, headerOf(header)) }
  if (hasTwofold(folder, NAME)) throw appError('root-exists', {})
  writeTwofold(folder, NAME, file)
  return rootOf(certificate, pkcs8)
}

/** Errors: `no-root`, `keyring-damaged`, `passphrase-wrong`. */
export async function openRoot(folder: string, passphrase: string): Promise<RootKey> {
  const file = readFile(folder)
  const pkcs8 = unwrap(await wrapKey(passphrase, file.kdf), file, headerOf(file))
  if (pkcs8 === null) throw appError('passphrase-wrong', {})
  healTwofold(folder, NAME, file)
  return rootOf(file.certificate, pkcs8)
}

/** The root's certificate (PEM), which needs no passphrase; null where there is no root. Errors: `keyring-damaged`. */
export const findRootCertificate = (folder: string) => (hasTwofold(folder, NAME) ? readFile(folder).certificate : null)

function readFile(folder: string): RootFile {
  if (!hasTwofold(folder, NAME)) throw appError('no-root', {})
  return readTwofold(folder, NAME, RootFile)
}

async function wrapKey(passphrase: string, kdf: Kdf): Promise<Buffer> {
  const secret = await stretch(passphrase, kdf)
  const key = deriveKey(secret, 'veldtoets/root/v1')
  secret.fill(0)
  return key
}

function rootOf(certificate: string, pkcs8: Buffer): RootKey {
  let open = true
  const { publicKey, subject: _subject, ...about } = readRoot(certificate)
  const sign = (bytes: Uint8Array) => {
    if (!open) throw appError('workspace-locked', {})
    return signWith(pkcs8, bytes)
  }
  const signer = { certificate, publicKey, sign }
  return {
    ...about,
    ...signer,
    issue: (grant) => issueCertificate(signer, grant),
    crl: (list) => makeCrl(signer, list),
    recovery() {
      if (!open) throw appError('workspace-locked', {})
      return identityOf(deriveKey(pkcs8, 'veldtoets/recovery/v1'))
    },
    close() {
      open = false
      pkcs8.fill(0)
    },
  }
}
