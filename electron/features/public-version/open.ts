import type { z } from 'zod'
import { AdoptionStatement } from '../../../shared/domain/adoption.ts'
import { Shape } from '../../../shared/domain/commitment.ts'
import {
  comparePublicMembers, isInPublicManifest, isPublicMember, PublicFragment, PublicStatement, REQUIRED_PUBLIC_MEMBERS,
} from '../../../shared/domain/public-version.ts'
import type { Ground } from '../../../shared/domain/redaction.ts'
import { appError } from '../../../shared/errors.ts'
import { type Certificate, readCertificate } from '../../crypto/certificate.ts'
import { hold } from '../../crypto/canonical-file.ts'
import { createDigest } from '../../crypto/digest.ts'
import { isSignedBy } from '../../crypto/ed25519.ts'
import { sha256 } from '../../crypto/hash.ts'
import { checkCertificate } from '../../crypto/trust.ts'
import { type Bytes, openBytes } from '../bundle/file.ts'
import { manifestOf } from '../bundle/manifest.ts'
import { parseCanonical, parseFile, textOf } from '../bundle/text.ts'
import { type Located, readDirectory } from '../bundle/zip-reader.ts'
import { countsOf, publicPageOf } from './page.ts'
import { assertCommitted, toldBy } from './proof.ts'
import { isPublicHtml, PUBLIC_MIMETYPE } from './write.ts'

/** The root certificates and revocation lists (PEM) to hold it against, and now. */
export interface PublicTrust {
  readonly roots: readonly string[]
  readonly crls: readonly string[]
  readonly at: string
}

export interface PublicSigner {
  name: string
  role: 'inspector' | 'office'
  statement: string
  time: string
}
/** A public version that was found right. */
export interface OpenedPublic {
  inspection: string
  adoption: string
  day: string
  adoptedBy: PublicSigner
  madeBy: PublicSigner
  fragments: number
  leftOut: Partial<Record<Ground, number>>
}

/** More than any report needs, in bytes: the whole file, one document in it, and one statement. */
const LIMITS = { file: 512 * 1024 ** 2, page: 128 * 1024 ** 2, statement: 16 * 1024 } as const
const CONTAINER = { mimetype: PUBLIC_MIMETYPE, isName: isPublicMember, compare: comparePublicMembers }

/**
 * Checks a public version: container, manifest, both signatures and certificates, that every fragment is what was adopted and at its place, and that the page to
 * read is made of these fragments and nothing else. A certificate is held against the moment that its signer states, for reports are read long after it ended; one
 * that was revoked because others may have the key counts for nothing, whatever was stated. Errors: those of bundles, `commitment-mismatch`, `public-page-differs`.
 */
export async function verifyPublic(path: string, trust: PublicTrust, signal?: AbortSignal): Promise<OpenedPublic> {
  const file = await openBytes(path)
  try {
    if (file.size > LIMITS.file) throw appError('too-large', { what: 'public version', bytes: file.size, limit: LIMITS.file })
    const members = await readDirectory(file, CONTAINER)
    for (const name of REQUIRED_PUBLIC_MEMBERS) if (!members.has(name)) throw appError('missing-member', { member: name })
    return await check(file, members, trust, signal)
  } finally {
    await file.close()
  }
}

async function check(file: Bytes, members: ReadonlyMap<string, Located>, trust: PublicTrust, signal: AbortSignal | undefined): Promise<OpenedPublic> {
  const read = (name: string, limit: number = LIMITS.statement) => readMember(file, members.get(name)!, limit)
  await read('mimetype')
  const manifest = await read('manifest-sha256.txt')
  const listed: { name: string; sha256: string }[] = []
  for (const member of members.values()) {
    signal?.throwIfAborted()
    if (isInPublicManifest(member.name)) listed.push({ name: member.name, sha256: await digestIn(file, member) })
  }
  assertManifest(manifest, listed)

  const made = await readSigned(read, 'public', PublicStatement, 'veldtoets/public-version/1', trust)
  const adopted = await readSigned(read, 'adoption', AdoptionStatement, 'veldtoets/adoption/1', trust)
  const adoption = sha256((await read('adoption.json')).toString())
  if (made.statement.manifest !== sha256(manifest.toString())) throw appError('manifest-mismatch', { member: 'public.json' })
  if (made.statement.adoption !== adoption) throw appError('manifest-mismatch', { member: 'public.json' })

  const shape = hold(Shape, parseFile(await read('shape.json', LIMITS.page), 'shape.json'), 'shape.json')
  const fragments: PublicFragment[] = []
  for (const { bytes, place } of linesIn(await read('fragments.jsonl', LIMITS.page), 'fragments.jsonl')) {
    signal?.throwIfAborted()
    if (fragments.length >= adopted.statement.fragments) throw appError('commitment-mismatch', {})
    fragments.push(hold(PublicFragment, parseCanonical(bytes, place), place))
  }
  assertCommitted(adopted.statement, shape, fragments)
  const told = fragments.map(toldBy)
  const page = textOf(await read('report.html', LIMITS.page), 'report.html')
  if (!isPublicHtml(page, publicPageOf(shape, told, adoption))) throw appError('public-page-differs', {})

  const { inspection, day } = adopted.statement
  return { inspection, adoption, day, adoptedBy: adopted.signer, madeBy: made.signer, fragments: fragments.length, leftOut: countsOf(told) }
}

/** There is one manifest of a set of members; the first member that differs is named. */
function assertManifest(manifest: Buffer, listed: readonly { name: string; sha256: string }[]): void {
  const expected = manifestOf(listed)
  if (expected.equals(manifest)) return
  const lines = new Set(manifest.toString('latin1').split('\n'))
  throw appError('hash-mismatch', { member: listed.find(({ name, sha256: hash }) => !lines.has(`${hash}  ${name}`))?.name ?? 'manifest-sha256.txt' })
}

type Read = (name: string, limit?: number) => Promise<Buffer>

async function readSigned<T extends AdoptionStatement | PublicStatement>(read: Read, name: string, schema: z.ZodType<T>, type: T['_type'], trust: PublicTrust) {
  const member = `${name}.json`
  const bytes = await read(member)
  const value = parseFile(bytes, member)
  const found = typeof value === 'object' && value !== null && '_type' in value ? value._type : null
  if (found !== type) throw appError('wrong-statement', { member })
  const statement = hold(schema, value, member)
  const certificate = checkHolder((await read(`${name}.pem`)).toString('latin1'), statement.time, trust)
  if (certificate.kid !== statement.kid || !isSignedBy(certificate.publicKey, bytes, await read(`${name}.sig`))) throw appError('signature-invalid', { signer: statement.kid })
  if (certificate.role !== statement.role) throw appError('wrong-statement', { member })
  const signer: PublicSigner = { name: certificate.name, role: statement.role, statement: statement.statement, time: statement.time }
  return { statement, signer }
}

function checkHolder(pem: string, time: string, { roots, crls, at }: PublicTrust): Certificate {
  if (roots.length > 0) return checkCertificate(pem, { roots, crls, at, countersigned: time })
  const certificate = readCertificate(pem)
  const { kid, validFrom, validTo } = certificate
  if (time < validFrom) throw appError('certificate-not-yet-valid', { kid, validFrom })
  if (time > validTo) throw appError('certificate-expired', { kid, validTo })
  return certificate
}

/** One after the other, so that the first that is too many ends it; a picture may make one long. */
function* linesIn(bytes: Buffer, member: string): Generator<{ bytes: Buffer; place: string }> {
  let from = 0
  for (let number = 1; from < bytes.length; number++) {
    const at = bytes.indexOf('\n', from)
    if (at < 0) throw appError('not-canonical', { member: `${member}:${number}` })
    yield { bytes: bytes.subarray(from, at), place: `${member}:${number}` }
    from = at + 1
  }
}

async function digestIn(file: Bytes, member: Located): Promise<string> {
  const digest = createDigest()
  for await (const piece of file.stream(member.start, member.size)) digest.add(piece)
  const found = digest.end()
  if (found.crc32 !== member.crc32) throw appError('crc', { member: member.name })
  return found.sha256
}

async function readMember(file: Bytes, member: Located, limit: number): Promise<Buffer> {
  if (member.size > limit) throw appError('too-large', { what: member.name, bytes: member.size, limit })
  const bytes = await file.read(member.start, member.size)
  const digest = createDigest()
  digest.add(bytes)
  if (digest.end().crc32 !== member.crc32) throw appError('crc', { member: member.name })
  return bytes
}
