import { z } from 'zod'
import { appError } from '../../shared/errors.ts'
import { checkStrength, deriveKey, Kdf, newKdf, stretch, unwrap, wrap, Wrapped } from './passphrase.ts'
import { hasTwofold, healTwofold, readTwofold, writeTwofold } from './twofold-file.ts'

const Pem = z.string().max(8_192)

/** The file: the root's key under a passphrase of its own, and under the same those of the roots before it, the newest first. */
export const RootFile = z.strictObject({
  format: z.literal('veldtoets/root/1'), certificate: Pem, kdf: Kdf, ...Wrapped.shape,
  earlier: z.array(z.strictObject({ certificate: Pem, ...Wrapped.shape })).max(19),
})
export type RootFile = z.infer<typeof RootFile>

/** A root's certificate (PEM) and its private key (PKCS#8 DER). */
export interface RootPair {
  readonly certificate: string
  readonly pkcs8: Buffer
}

const NAME = 'root'
type Header = Pick<RootFile, 'format' | 'certificate' | 'kdf'>
const headerOf = ({ format, certificate, kdf }: Header) => ({ format, certificate, kdf })

export const writeRootFile = (folder: string, file: RootFile): void => writeTwofold(folder, NAME, file)

/** Seals roots, the newest first. `work` is scrypt's N. Errors: `passphrase-weak`. */
export async function sealRootFile([{ certificate, pkcs8 }, ...earlier]: readonly [RootPair, ...RootPair[]], passphrase: string, work?: number): Promise<RootFile> {
  checkStrength(passphrase)
  const header: Header = { format: 'veldtoets/root/1', certificate, kdf: newKdf(work) }
  const key = await wrapKey(passphrase, header.kdf)
  const before = earlier.map((one) => ({ certificate: one.certificate, ...wrap(key, one.pkcs8, { ...headerOf(header), earlier: one.certificate }) }))
  return { ...header, ...wrap(key, pkcs8, headerOf(header)), earlier: before }
}

/** The roots in the file of an office, the newest first. Errors: `no-root`, `keyring-damaged`, `passphrase-wrong`. */
export async function openRootFile(folder: string, passphrase: string): Promise<readonly [RootPair, ...RootPair[]]> {
  if (!hasTwofold(folder, NAME)) throw appError('no-root', {})
  const file = readTwofold(folder, NAME, RootFile)
  const key = await wrapKey(passphrase, file.kdf)
  const pkcs8 = unwrap(key, file, headerOf(file))
  if (pkcs8 === null) throw appError('passphrase-wrong', {})
  const earlier = file.earlier.map((one): RootPair => {
    const bytes = unwrap(key, one, { ...headerOf(file), earlier: one.certificate })
    if (bytes === null) throw appError('keyring-damaged', {})
    return { certificate: one.certificate, pkcs8: bytes }
  })
  healTwofold(folder, NAME, file)
  return [{ certificate: file.certificate, pkcs8 }, ...earlier]
}

/** Puts the file of a root whose passphrase is lost beside the next one: should the passphrase turn up, it is still there. */
export function keepLost(folder: string, now: string): void {
  if (!hasTwofold(folder, NAME)) throw appError('no-root', {})
  writeTwofold(folder, `root-before-${now.replaceAll(/[:.]/g, '-')}`, readTwofold(folder, NAME, RootFile))
}

async function wrapKey(passphrase: string, kdf: Kdf): Promise<Buffer> {
  const secret = await stretch(passphrase, kdf)
  const key = deriveKey(secret, 'veldtoets/root/v1')
  secret.fill(0)
  return key
}
