import { join } from 'node:path'
import { missingTermsOf } from '../../../shared/domain/archive-terms.ts'
import { type Archived, type ArchivedFile, mdtoOfFile, mdtoOfInspection } from '../../../shared/domain/mdto.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context, Running } from '../../context.ts'
import { createDigest } from '../../crypto/digest.ts'
import { openSealedFile } from '../../crypto/sealed-file.ts'
import type { Bytes } from '../bundle/file.ts'
import { manifestOf } from '../bundle/manifest.ts'
import { findHandedOver, type StoredBundle } from '../bundle/repository.ts'
import { digestOfMember, type Member, writeZip } from '../bundle/zip-writer.ts'
import { getStateHash } from '../inspection/repository.ts'
import { newestAdoptions } from '../public-version/carry-over.ts'
import { adoptedMembers } from '../public-version/write.ts'
import { reportHtml } from '../report/html.ts'
import { reportOf } from '../report/repository.ts'
import { getArchiveTerms } from './repository.ts'

/** Formats by their code in PRONOM; a bundle is a zip. */
const ZIP = { code: 'x-fmt/263', label: 'ZIP Format' }
const HTML = { code: 'fmt/471', label: 'Hypertext Markup Language 5' }

/** The folder of the adopted report in each language in which it was adopted. */
const ADOPTED = { nl: 'vastgesteld', en: 'vastgesteld-en' } as const

/**
 * Writes a bag (BagIt, RFC 8493) as a zip: the signed bundle as the office keeps it, the report that belongs to it, where it was adopted
 * that adoption with its proof, and MDTO of the whole and of both files.
 * Errors: `archive-terms-missing`, `archive-without-bundle` where the inspection as it stands was not handed over here.
 */
export async function writeArchive(context: Context, inspection: string, path: string, { signal, progress }: Running): Promise<{ size: number }> {
  const { db, keys, now } = context
  const terms = getArchiveTerms(db)
  if (missingTermsOf(terms).length > 0) throw appError('archive-terms-missing', {})
  const kept = keptBundle(context, inspection)
  const report = reportOf(db, inspection)
  const at = now()
  const bytes = await openSealedFile(kept.path, keys.evidenceKey)
  try {
    const members: Member[] = [
      { name: `data/${inspection.slice(-8)}-${kept.header.sequence}.veldtoets`, content: await sourceOf(bytes, signal) },
      { name: 'data/rapport.html', content: Buffer.from(reportHtml(report)) },
    ]
    const [first, second] = members as [Member, Member]
    const files = [archivedOf(first, ZIP), archivedOf(second, HTML)]
    const archived: Archived = {
      inspection, organisation: report.organisation?.name ?? '–', title: report.round.framework.title,
      firstDay: report.fields.firstDay.value, lastDay: report.fields.lastDay.value, signedAt: kept.header.madeAt, at, files,
    }
    const described = files.map((file) => text(`data/${file.name}.bestand.mdto.xml`, mdtoOfFile(archived, file)))
    const adopted = newestAdoptions({ db }, inspection).flatMap((adoption) => inFolder(`data/${ADOPTED[adoption.statement.language]}`, adoptedMembers(adoption)))
    const payload = [...members, ...adopted, text('data/inspectie.informatieobject.mdto.xml', mdtoOfInspection(archived, terms)), ...described]
    const bag = inFolder(`bag-${inspection.slice(-8)}`, bagOf(payload, { 'Source-Organization': terms.creator.name!, 'External-Identifier': inspection, 'Bagging-Date': at.slice(0, 10) }))
    return await writeZip(path, bag, { signal, onProgress: (done, total) => progress({ done, total }) })
  } finally {
    await bytes.close()
  }
}

/** The hand-over of the inspection as it now stands, and where its bytes lie. */
function keptBundle({ db, path }: Context, inspection: string): StoredBundle & { path: string } {
  const kept = findHandedOver(db, inspection)
  if (kept?.file == null || kept.header.stateHash !== getStateHash(db, inspection)) throw appError('archive-without-bundle', {})
  return { ...kept, path: join(path, 'bundles', kept.file) }
}

/** The bytes of a bundle as a member: read once for their sum, and once more to be written. */
async function sourceOf(bytes: Bytes, signal: AbortSignal) {
  const digest = createDigest()
  for await (const piece of bytes.stream(0, bytes.size)) {
    signal.throwIfAborted()
    digest.add(piece)
  }
  return { ...digest.end(), open: () => bytes.stream(0, bytes.size) }
}

const text = (name: string, content: string): Member => ({ name, content: Buffer.from(content) })

function archivedOf(member: Member, format: ArchivedFile['format']): ArchivedFile {
  const { size, sha256 } = digestOfMember(member)
  return { name: member.name.slice('data/'.length), size, sha256, format }
}

/** A payload with what makes a bag of it; all that is said of the payload is under a sum too. */
function bagOf(payload: readonly Member[], about: Readonly<Record<string, string>>): Member[] {
  const digests = payload.map((member) => ({ name: member.name, ...digestOfMember(member) }))
  const total = digests.reduce((sum, { size }) => sum + size, 0)
  const lines = { ...about, 'Bag-Software-Agent': 'Veldtoets', 'Payload-Oxum': `${total}.${payload.length}` }
  const tags = [
    text('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    text('bag-info.txt', Object.entries(lines).map(([label, value]) => `${label}: ${value}\n`).join('')),
    { name: 'manifest-sha256.txt', content: manifestOf(digests) },
  ]
  const sums = tags.map((tag) => ({ name: tag.name, sha256: digestOfMember(tag).sha256 }))
  return [...tags, { name: 'tagmanifest-sha256.txt', content: manifestOf(sums) }, ...payload]
}

const inFolder = (folder: string, members: readonly Member[]): Member[] => members.map(({ name, content }) => ({ name: `${folder}/${name}`, content }))
