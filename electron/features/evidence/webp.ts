import { appError } from '../../../shared/errors.ts'
import { exifOf, NO_EXIF } from './exif.ts'
import type { Cleaned } from './jpeg.ts'

const STAYS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const [EXIF_OR_XMP, FLAGS] = [0x0c, 8]

/** Rewrites a WebP (RFC 9649) chunk by chunk without Exif, XMP, chunks that are not known and what follows its end. Errors: `picture-unreadable`. */
export function cleanWebp(bytes: Buffer): Cleaned {
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  const kept: Buffer[] = []
  let [exif, hasPlace] = [NO_EXIF, false]
  for (let at = 12; at < end;) {
    if (at + 8 > end) throw appError('picture-unreadable', {})
    const size = bytes.readUInt32LE(at + 4)
    const next = at + 8 + size + (size % 2)
    if (next > end) throw appError('picture-unreadable', {})
    const type = bytes.toString('latin1', at, at + 4)
    const chunk = Buffer.from(bytes.subarray(at, next))
    if (type === 'EXIF') exif = exifOf(chunk.subarray(chunk.subarray(8).indexOf('Exif\0\0') === 0 ? 14 : 8))
    hasPlace ||= exif.hasPlace || (type === 'XMP ' && chunk.includes('GPSL'))
    if (type === 'VP8X' && size > 0) chunk[FLAGS]! &= ~EXIF_OR_XMP
    if (STAYS.has(type)) kept.push(chunk)
    at = next
  }
  if (kept.length === 0) throw appError('picture-unreadable', {})
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4)
  const cleaned = Buffer.concat([head, ...kept])
  return { bytes: cleaned, exif: { ...exif, hasPlace }, altered: !cleaned.equals(bytes) }
}
