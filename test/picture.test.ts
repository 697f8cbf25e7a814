import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exifOf, orientationSegment } from '../electron/features/evidence/exif.ts'
import { cleanJpeg } from '../electron/features/evidence/jpeg.ts'
import { mediaTypeOf } from '../electron/features/evidence/media.ts'
import { cleanPng } from '../electron/features/evidence/png.ts'
import { cleanWebp } from '../electron/features/evidence/webp.ts'
import { COMMENT, exifBytes, exifSegment, phonePhoto, PLAIN_JPEG, PLAIN_PNG, PLAIN_WEBP, pngChunk, riff, riffChunk, segment } from './helpers/picture.ts'

test('a photo of a phone keeps its image and how to hold it, and nothing else', () => {
  const { bytes, exif, altered } = cleanJpeg(phonePhoto())
  expect(exif).toEqual({ orientation: 6, takenAt: '2016-05-03T14:05', hasPlace: true })
  expect(altered).toBe(true)
  const jfif = PLAIN_JPEG.subarray(2, 20)
  expect(bytes).toEqual(Buffer.concat([PLAIN_JPEG.subarray(0, 2), jfif, orientationSegment(6), PLAIN_JPEG.subarray(20)]))
  for (const told of ['GPS', 'PhoneX9', 'Assen', 'Vries', '2016:']) expect(bytes.includes(told)).toBe(false)
  expect(exifOf(bytes.subarray(30))).toEqual({ orientation: 6, takenAt: null, hasPlace: false })
  expect(cleanJpeg(bytes).bytes).toEqual(bytes)
})

test('a photo that tells nothing stays byte for byte', () => {
  expect(cleanJpeg(PLAIN_JPEG)).toMatchObject({ bytes: PLAIN_JPEG, altered: false })
  expect(cleanPng(PLAIN_PNG).bytes).not.toBeNull()
  expect(cleanWebp(PLAIN_WEBP)).toMatchObject({ bytes: PLAIN_WEBP, altered: false })
})

/** Segments that must stay and that must go, told apart by what they were made as. */
const content = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes))
const staying = fc.oneof(
  content.map((bytes) => segment(0xdb, bytes)), content.map((bytes) => segment(0xc4, bytes)), content.map((bytes) => segment(0xdd, bytes)),
  content.map((bytes) => segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0'), bytes]))), content.map((bytes) => segment(0xee, Buffer.concat([Buffer.from('Adobe'), bytes]))),
)
const going = fc.oneof(
  fc.tuple(fc.constantFrom(0xe1, 0xe2, 0xe3, 0xe5, 0xec, 0xed, 0xef, 0xfe, 0xf0, 0xfd, 0x02), content).map(([marker, bytes]) => segment(marker, bytes)),
  fc.record({ orientation: fc.constant(1), place: fc.boolean() }).map((options) => exifSegment(exifBytes(options))),
)
const scan = fc.array(fc.oneof(fc.integer({ min: 0, max: 254 }).map((byte) => [byte]), fc.constant([0xff, 0]), fc.integer({ min: 0xd0, max: 0xd7 }).map((byte) => [0xff, byte])), { maxLength: 80 })
  .map((bytes) => Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from(bytes.flat())]))
const FRAME = segment(0xc0, Buffer.from([8, 0, 16, 0, 24, 1, 1, 0x11, 0]))
const part = fc.oneof(staying.map((bytes) => ({ bytes, stays: true })), going.map((bytes) => ({ bytes, stays: false })), scan.map((bytes) => ({ bytes, stays: true })))

test('of any order of segments exactly those stay that make the image', () => {
  fc.assert(fc.property(fc.array(part, { maxLength: 12 }), scan, fc.uint8Array({ maxLength: 40 }), (parts, last, trailer) => {
    const kept = (all: boolean) => Buffer.concat([
      Buffer.from([0xff, 0xd8]), FRAME, ...parts.filter(({ stays }) => all || stays).map(({ bytes }) => bytes), last, Buffer.from([0xff, 0xd9]),
    ])
    expect(cleanJpeg(Buffer.concat([kept(true), trailer])).bytes).toEqual(kept(false))
  }))
})

test('whatever bytes follow the first, a picture is cleaned or refused, and no place comes through', () => {
  const cleaners = [[cleanJpeg, phonePhoto()], [cleanPng, withPlace()], [cleanWebp, webpWithPlace()]] as const
  fc.assert(fc.property(fc.constantFrom(...cleaners), fc.array(fc.tuple(fc.nat(1_500), fc.nat(255)), { maxLength: 6 }), fc.nat(1_600), ([clean, good], flips, cut) => {
    const bytes = Buffer.from(good.subarray(0, Math.max(12, cut)))
    for (const [at, byte] of flips) if (at >= 12 && at < bytes.length) bytes[at] = byte
    try {
      expect(clean(clean(bytes).bytes).altered).toBe(false)
    } catch (error) {
      expect(error).toMatchObject({ failure: { code: 'picture-unreadable' } })
    }
  }), { numRuns: 500 })
})

const withPlace = () => Buffer.concat([PLAIN_PNG.subarray(0, 33), pngChunk('eXIf', exifBytes()), pngChunk('tEXt', Buffer.from('Author\0J. de Vries')), PLAIN_PNG.subarray(33), Buffer.from('staart')])
const extended = Buffer.from([0x0c, 0, 0, 0, 23, 0, 0, 15, 0, 0])
const webpWithPlace = () => riff('WEBP', [riffChunk('VP8X', extended), PLAIN_WEBP.subarray(12), riffChunk('EXIF', exifBytes()), riffChunk('XMP ', Buffer.from('exif:GPSLatitude'))])

test('a PNG and a WebP lose what they tell, and keep their image', () => {
  const png = cleanPng(withPlace())
  expect(png).toMatchObject({ altered: true, exif: { hasPlace: true, takenAt: '2016-05-03T14:05' } })
  expect(png.bytes).toEqual(PLAIN_PNG)
  const webp = cleanWebp(webpWithPlace())
  expect(webp).toMatchObject({ altered: true, exif: { hasPlace: true } })
  expect(webp.bytes).toEqual(riff('WEBP', [riffChunk('VP8X', Buffer.from([0, ...extended.subarray(1)])), PLAIN_WEBP.subarray(12)]))
})

test.each<[string, Buffer]>([
  ['no frame', Buffer.concat([PLAIN_JPEG.subarray(0, 2), COMMENT, Buffer.from([0xff, 0xd9])])],
  ['a segment longer than the file', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0])],
  ['a segment without a length', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0])],
  ['something between its segments', Buffer.concat([PLAIN_JPEG.subarray(0, 2), Buffer.from('x'), PLAIN_JPEG.subarray(2)])],
  ['nothing more', Buffer.from([0xff, 0xd8, 0xff])],
])('a photo with %s is refused', (_what, bytes) => {
  expect(() => cleanJpeg(bytes)).toThrow('picture-unreadable')
})

const sized = (width: number, height: number) => Buffer.concat([PLAIN_PNG.subarray(0, 16), Buffer.from(Uint8Array.of(width >> 24, width >> 16, width >> 8, width, height >> 24, height >> 16, height >> 8, height)), PLAIN_PNG.subarray(24)])

test.each<[string, Buffer, string]>([
  ['a photo', PLAIN_JPEG, 'image/jpeg'],
  ['a photo of a phone', phonePhoto(), 'image/jpeg'],
  ['a PNG', PLAIN_PNG, 'image/png'],
  ['a WebP', PLAIN_WEBP, 'image/webp'],
  ['a GIF', Buffer.from('GIF89a\x18\0\x10\0'.padEnd(40, '\0'), 'latin1'), 'image/gif'],
  ['a PNG of 60,000 by 60,000', sized(60_000, 60_000), 'application/octet-stream'],
  ['a PNG without width', sized(0, 16), 'application/octet-stream'],
  ['an SVG that calls itself a photo', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'text/plain'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/plain'],
  ['a page behind the mark of a GIF', Buffer.from('GIF89a<script>'), 'application/octet-stream'],
  ['a text', Buffer.from('Gesprek, 9.30 uur:\r\n\t“één”\f'), 'text/plain'],
  ['a text of which the last letter is cut in two', Buffer.from('Assen, één').subarray(0, 8), 'text/plain'],
  ['a text with a control character', Buffer.from('een\x1b[2Jtwee'), 'application/octet-stream'],
  ['a text that is not UTF-8', Buffer.from('\xe9\xe9n', 'latin1'), 'application/octet-stream'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'application/pdf'],
  ['a WAV', riff('WAVE', []), 'audio/wav'],
  ['an Ogg', Buffer.from('OggS\0\x02'), 'audio/ogg'],
  ['an M4A', Buffer.from('\0\0\0\x20ftypM4A '), 'audio/mp4'],
  ['a film', Buffer.from('\0\0\0\x20ftypisom'), 'application/octet-stream'],
  ['an MP3', Buffer.from([0xff, 0xfb, 0x90, 0x64]), 'audio/mpeg'],
  ['nothing', Buffer.alloc(0), 'application/octet-stream'],
])('%s is known by its bytes', (_what, bytes, type) => {
  expect(mediaTypeOf(bytes)).toBe(type)
})
