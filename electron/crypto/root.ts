import type { Vouched } from '../../shared/domain/enrolment.ts'
import { appError } from '../../shared/errors.ts'
import { identityOf } from './age.ts'
import { type Grant, issueCertificate, makeRoot, readRoot, type Root, type Signer } from './certificate.ts'
import { newSigningKey, signWith } from './ed25519.ts'
import { successionOf } from './lineage.ts'
import { deriveKey } from './passphrase.ts'
import { makeCrl } from './revocation.ts'
import { keepLost, openRootFile, RootFile, type RootPair, sealRootFile, writeRootFile } from './root-file.ts'
import { hasTwofold, readTwofold } from './twofold-file.ts'

/** A root that an office has or had: it still ends the certificates that hang from it, and reads what was encrypted for it. */
export interface HeldRoot extends Omit<Root, 'subject'>, Signer {
  /** PEM. */
  readonly certificate: string
  crl(list: Parameters<typeof makeCrl>[1]): string
  /** What reads everything that was encrypted for this office, should its workspaces be lost: an age identity. */
  recovery(): string
}

/** An office's root, unlocked: it signs only passes, revocation lists and its successor. After `close` it answers `workspace-locked`. */
export interface RootKey extends HeldRoot {
  issue(grant: Grant): string
  /** Those before it, the newest first. */
  readonly earlier: readonly HeldRoot[]
  /** How the root before it vouches for it; null for the first, and for one that was made because that was lost. */
  readonly vouched: Vouched | null
  /** Wipes the keys from memory. */
  close(): void
}

/** What a new root is called, and the passphrase of its own. */
export interface NewRoot {
  readonly name: string
  readonly passphrase: string
  readonly now: string
}

const NAME = 'root'
const YEARS = 20
const DAY = 86_400_000

/** Makes an office's root under a passphrase of its own. `work` is scrypt's N. Errors: `root-exists`, `passphrase-weak`. */
export async function createRoot(folder: string, wanted: NewRoot, work?: number): Promise<RootKey> {
  if (hasTwofold(folder, NAME)) throw appError('root-exists', {})
  const pairs: readonly [RootPair] = [newPair(wanted)]
  const file = await sealRootFile(pairs, wanted.passphrase, work)
  if (hasTwofold(folder, NAME)) throw appError('root-exists', {})
  writeRootFile(folder, file)
  return rootOf(pairs)
}

/**
 * Makes the next root in the place of the one that is there, which vouches for it and goes on inside its file. Without the passphrase of that one, which is then lost, nobody
 * vouches, and its file is kept beside. Errors: `no-root`, `keyring-damaged`, `passphrase-wrong`, `passphrase-weak`.
 */
export async function succeedRoot(folder: string, current: string | null, wanted: NewRoot, work?: number): Promise<RootKey> {
  const earlier = current === null ? [] : await openRootFile(folder, current)
  const pairs: readonly [RootPair, ...RootPair[]] = [newPair(wanted), ...earlier]
  const file = await sealRootFile(pairs, wanted.passphrase, work)
  if (current === null) keepLost(folder, wanted.now)
  writeRootFile(folder, file)
  return rootOf(pairs)
}

/** Errors: `no-root`, `keyring-damaged`, `passphrase-wrong`. */
export const openRoot = async (folder: string, passphrase: string): Promise<RootKey> => rootOf(await openRootFile(folder, passphrase))

/** The root's certificate (PEM), which needs no passphrase; null where there is no root. Errors: `keyring-damaged`. */
export const findRootCertificate = (folder: string) => (hasTwofold(folder, NAME) ? readTwofold(folder, NAME, RootFile).certificate : null)

/** A root holds from a day earlier, as what it certifies does, for laptops whose clock is behind. */
function newPair({ name, now }: NewRoot): RootPair {
  const { pkcs8, publicKey } = newSigningKey()
  const from = new Date(Date.parse(now) - DAY).toISOString()
  return { pkcs8, certificate: makeRoot({ publicKey, sign: (bytes) => signWith(pkcs8, bytes) }, { name, now: from, years: YEARS }) }
}

function rootOf(pairs: readonly RootPair[]): RootKey {
  let open = true
  const holding = ({ certificate, pkcs8 }: RootPair): HeldRoot => {
    const { subject: _subject, ...about } = readRoot(certificate)
    const secret = () => {
      if (!open) throw appError('workspace-locked', {})
      return pkcs8
    }
    const sign = (bytes: Uint8Array) => signWith(secret(), bytes)
    return {
      ...about,
      certificate,
      sign,
      crl: (list) => makeCrl({ certificate, publicKey: about.publicKey, sign }, list),
      recovery: () => identityOf(deriveKey(secret(), 'veldtoets/recovery/v1')),
    }
  }
  const [root, ...earlier] = pairs.map(holding) as [HeldRoot, ...HeldRoot[]]
  return {
    ...root,
    earlier,
    vouched: earlier[0] ? { by: earlier[0].kid, signature: earlier[0].sign(successionOf(earlier[0].kid, root.kid)).toString('base64') } : null,
    issue: (grant) => issueCertificate(root, grant),
    close() {
      open = false
      for (const { pkcs8 } of pairs) pkcs8.fill(0)
    },
  }
}
