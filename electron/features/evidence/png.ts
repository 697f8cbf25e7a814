import { appError } from '../../../shared/errors.ts'
import { exifOf, NO_EXIF } from './exif.ts'
import type { Cleaned } from './jpeg.ts'

/** Chunks that say how the image looks or moves, besides those that no reader may skip (PNG, third edition, §11.3; their first letter is a capital). */
const LOOKS = new Set(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs', 'sBIT', 'hIST', 'sPLT', 'acTL', 'fcTL', 'fdAT'])

/** Rewrites a PNG chunk by chunk without texts, times, Exif, private chunks and what follows its end. Errors: `picture-unreadable`. */
export function cleanPng(bytes: Buffer): Cleaned {
  const kept = [bytes.subarray(0, 8)]
  let [exif, hasPlace, at] = [NO_EXIF, false, 8]
  for (let type = ''; type !== 'IEND';) {
    if (at + 12 > bytes.length) throw appError('picture-unreadable', {})
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw appError('picture-unreadable', {})
    type = bytes.toString('latin1', at + 4, at + 8)
    const chunk = bytes.subarray(at, end)
    if (type === 'eXIf') exif = exifOf(chunk.subarray(8, -4))
    hasPlace ||= exif.hasPlace || (type === 'iTXt' && chunk.includes('GPSL'))
    if (LOOKS.has(type) || ['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(type)) kept.push(chunk)
    at = end
  }
  const cleaned = Buffer.concat(kept)
  return { bytes: cleaned, exif: { ...exif, hasPlace }, altered: cleaned.length !== bytes.length }
}
