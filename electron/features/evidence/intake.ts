import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'
import { EvidenceFile, isPicture, LARGEST_EVIDENCE, LARGEST_PICTURE, type MediaType, type Removed } from '../../../shared/domain/evidence.ts'
import { appError } from '../../../shared/errors.ts'
import { digestOf } from '../../crypto/digest.ts'
import type { Workspace } from '../../context.ts'
import type { Taken } from '../../evidence-desk.ts'
import { type Cleaned, cleanJpeg } from './jpeg.ts'
import { HEAD, mediaTypeOf, signatureOf } from './media.ts'
import { cleanPng } from './png.ts'
import { sealEvidence } from './store.ts'
import { cleanWebp } from './webp.ts'

const CLEANERS: Readonly<Partial<Record<MediaType, (bytes: Buffer) => Cleaned>>> = {
  'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp,
}

type Incoming = Pick<Taken, 'takenAt'> & { bytes: AsyncIterable<Buffer>; type: MediaType; removed: Removed; original: string | null }

/**
 * Takes a file in: what a picture tells of its place and its maker goes out of it, then it is sealed; it never lies here in the clear. Of its name only the
 * extension is kept. Errors: `picture-unreadable`, `too-large`, and those of the disk.
 */
export async function takeIn(place: Pick<Workspace, 'path' | 'keys'>, inspection: string, source: AsyncIterable<Uint8Array>, name: string): Promise<Taken> {
  const { bytes, type, removed, original, takenAt } = await lookAt(upTo(source, LARGEST_EVIDENCE))
  const file = randomUUID()
  const { size, sha256, crc32 } = await sealEvidence(place, inspection, file, bytes)
  const extension = extname(name).slice(1).toLowerCase()
  const about = { sha256, size, type, extension: EvidenceFile.shape.extension.safeParse(extension).data ?? '', removed, original }
  return { inspection, file, crc32, about, takenAt }
}

async function lookAt(source: AsyncGenerator<Buffer>): Promise<Incoming> {
  const head = await collect(source, HEAD)
  const clean = CLEANERS[signatureOf(head)]
  if (!clean) {
    const type = mediaTypeOf(head)
    return { bytes: joined(head, source), type, removed: 'not-looked', original: null, takenAt: null }
  }
  const rest = await collect(upTo(source, LARGEST_PICTURE), Infinity)
  const whole = Buffer.concat([head, rest])
  const { bytes, exif, altered } = clean(whole)
  const type = mediaTypeOf(bytes.subarray(0, HEAD))
  const removed = exif.hasPlace ? 'place' : altered ? 'details' : 'nothing'
  return { bytes: once(bytes), type: isPicture(type) ? type : 'application/octet-stream', removed, original: altered ? digestOf(whole).sha256 : null, takenAt: exif.takenAt }
}

async function* upTo(source: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > limit) throw appError('too-large', { what: 'evidence', bytes: size, limit })
    yield Buffer.from(piece) // some sources write the next piece over this one
  }
}

/** At least so many bytes, or all that there are; the source goes on from there. */
async function collect(source: AsyncGenerator<Buffer>, enough: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let size = 0; size < enough;) {
    const { done, value } = await source.next()
    if (done) break
    pieces.push(value)
    size += value.length
  }
  return Buffer.concat(pieces)
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  if (bytes.length > 0) yield bytes
}

async function* joined(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* once(head)
  yield* rest
}
