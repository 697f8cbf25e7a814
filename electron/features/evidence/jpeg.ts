import { appError } from '../../../shared/errors.ts'
import { type Exif, exifOf, NO_EXIF, orientationSegment } from './exif.ts'

/** A picture without what it told beside its image, and what that was. */
export interface Cleaned {
  readonly bytes: Buffer
  readonly exif: Exif
  /** Whether anything was taken out. */
  readonly altered: boolean
}

const M = { tem: 0x01, rst0: 0xd0, soi: 0xd8, eoi: 0xd9, sos: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee } as const

/** Tables, frames and scans: what the image itself is made of (ITU-T T.81, table B.1). */
const isImage = (marker: number) => (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= M.eoi && marker <= 0xdf)
const isBare = (marker: number) => marker === M.tem || (marker >= M.rst0 && marker < M.soi)
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/**
 * Rewrites a JPEG segment by segment (ITU-T T.81, annex B) with its image byte for byte: only tables, frames, scans, JFIF without its thumbnail, colour
 * profile and Adobe's colour mark stay. All else goes, also what follows the end of the image, where phones hide a second one. How to hold the photo is said anew.
 * Errors: `picture-unreadable`.
 */
export function cleanJpeg(bytes: Buffer): Cleaned {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let [exif, hasPlace, hasFrame, hasScan] = [NO_EXIF, false, false, false]
  for (const { marker, segment } of segmentsOf(bytes)) {
    if (marker === M.app1) {
      const own = nameOf(segment, 'Exif\0\0') ? exifOf(segment.subarray(10)) : NO_EXIF
      hasPlace ||= own.hasPlace || segment.includes('GPSL') // XMP (ISO 16684-1) tells places as GPSLatitude and GPSLongitude
      if (nameOf(segment, 'Exif\0\0') && exif === NO_EXIF) exif = own
      continue
    }
    hasFrame ||= isFrame(marker)
    hasScan ||= marker === M.sos
    const stays = stayingOf(marker, segment)
    if (stays) kept.push(stays)
  }
  if (!hasFrame || !hasScan) throw appError('picture-unreadable', {})
  if (exif.orientation !== 1) kept.splice(isJfif(kept[1]!) ? 2 : 1, 0, orientationSegment(exif.orientation))
  const cleaned = Buffer.concat(kept)
  return { bytes: cleaned, exif: { ...exif, hasPlace }, altered: !cleaned.equals(bytes) }
}

const nameOf = (segment: Buffer, name: string) => segment.subarray(4, 4 + name.length).equals(Buffer.from(name, 'latin1'))
const isJfif = (segment: Uint8Array) => segment[1] === M.app0

/** What stays of a segment: null when nothing does. */
function stayingOf(marker: number, segment: Buffer): Buffer | null {
  if (isImage(marker) || isBare(marker)) return segment
  if (marker === M.app0 && nameOf(segment, 'JFIF\0') && segment.length >= 18) return jfifOf(segment)
  if (marker === M.app2 && nameOf(segment, 'ICC_PROFILE\0')) return segment
  return marker === M.app14 && nameOf(segment, 'Adobe') ? segment : null
}

/** JFIF (ITU-T T.871) with version and density, and no thumbnail. */
function jfifOf(segment: Buffer): Buffer {
  const plain = Buffer.from(segment.subarray(0, 18))
  plain.writeUInt16BE(16, 2)
  return plain.fill(0, 16)
}

/** The parts of a JPEG after its first marker; a scan has its data with it. A photo that was cut off ends where it ends. */
function* segmentsOf(bytes: Buffer): Generator<{ marker: number; segment: Buffer }> {
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) throw appError('picture-unreadable', {})
    while (bytes[at + 1] === 0xff) at++ // fill bytes
    const marker = bytes[at + 1]
    if (marker === undefined) return
    const end = isBare(marker) || marker === M.eoi ? at + 2 : endOf(bytes, at, marker)
    yield { marker, segment: bytes.subarray(at, end) }
    if (marker === M.eoi) return
    at = end
  }
}

function endOf(bytes: Buffer, at: number, marker: number): number {
  if (at + 4 > bytes.length) throw appError('picture-unreadable', {})
  const length = bytes.readUInt16BE(at + 2)
  const end = at + 2 + length
  if (length < 2 || end > bytes.length || marker === 0) throw appError('picture-unreadable', {})
  return marker === M.sos ? endOfScan(bytes, end) : end
}

/** Where the data of a scan end: at the next marker that is no restart, and no 0xff that was stuffed. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && !isBare(next)) return at
  }
  return bytes.length
}
