import { AdoptionStatement } from '../../../shared/domain/adoption.ts'
import { Shape } from '../../../shared/domain/commitment.ts'
import {
  comparePublicMembers, isInPublicManifest, isPublicMember, PublicStatement, REQUIRED_PUBLIC_MEMBERS,
} from '../../../shared/domain/public-version.ts'
import type { Ground } from '../../../shared/domain/redaction.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { appError } from '../../../shared/errors.ts'
import { hold } from '../../crypto/canonical-file.ts'
import { createDigest } from '../../crypto/digest.ts'
import { sha256 } from '../../crypto/hash.ts'
import { type Bytes, openBytes } from '../bundle/file.ts'
import { manifestOf } from '../bundle/manifest.ts'
import { parseFile, textOf } from '../bundle/text.ts'
import { type Located, readDirectory } from '../bundle/zip-reader.ts'
import { readFragments } from './fragments.ts'
import { LIMITS } from './limits.ts'
import { countsOf, publicPageOf } from './page.ts'
import { assertCommitted } from './proof.ts'
import { type PublicSigner, type PublicTrust, readSigned } from './signed.ts'
import { isPublicHtml, PUBLIC_MIMETYPE } from './write.ts'

/** A public version that was found right. */
export interface OpenedPublic {
  inspection: string
  adoption: string
  day: string
  language: ReportLanguage
  adoptedBy: PublicSigner
  madeBy: PublicSigner
  fragments: number
  leftOut: Partial<Record<Ground, number>>
}

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

  const { inspection, day, language, fragments } = adopted.statement
  const shape = hold(Shape, parseFile(await read('shape.json', LIMITS.shape), 'shape.json'), 'shape.json')
  const { told, commitments } = await readFragments(streamOf(file, members.get('fragments.jsonl')!), fragments, signal)
  assertCommitted(adopted.statement, shape, commitments)
  const page = textOf(await read('report.html', LIMITS.page), 'report.html')
  if (!isPublicHtml(page, publicPageOf(shape, told, adoption, language), language)) throw appError('public-page-differs', {})
  return { inspection, adoption, day, language, adoptedBy: adopted.signer, madeBy: made.signer, fragments, leftOut: countsOf(told) }
}

/** There is one manifest of a set of members; the first member that differs is named. */
function assertManifest(manifest: Buffer, listed: readonly { name: string; sha256: string }[]): void {
  const expected = manifestOf(listed)
  if (expected.equals(manifest)) return
  const lines = new Set(manifest.toString('latin1').split('\n'))
  throw appError('hash-mismatch', { member: listed.find(({ name, sha256: hash }) => !lines.has(`${hash}  ${name}`))?.name ?? 'manifest-sha256.txt' })
}

async function digestIn(file: Bytes, member: Located): Promise<string> {
  const digest = createDigest()
  for await (const piece of file.stream(member.start, member.size)) digest.add(piece)
  const found = digest.end()
  if (found.crc32 !== member.crc32) throw appError('crc', { member: member.name })
  return found.sha256
}

function assertSized(member: Located, limit: number): void {
  if (member.size > limit) throw appError('too-large', { what: member.name, bytes: member.size, limit })
}

function streamOf(file: Bytes, member: Located): AsyncIterable<Buffer> {
  assertSized(member, LIMITS.page)
  return file.stream(member.start, member.size)
}

async function readMember(file: Bytes, member: Located, limit: number): Promise<Buffer> {
  assertSized(member, limit)
  const bytes = await file.read(member.start, member.size)
  const digest = createDigest()
  digest.add(bytes)
  if (digest.end().crc32 !== member.crc32) throw appError('crc', { member: member.name })
  return bytes
}
