import { crc32 } from 'node:zlib'

/** A photo of 24 by 16 pixels, red at the left and blue at the right, as a browser writes it: JFIF, baseline. */
export const PLAIN_JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9j'
  + 'QjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAEF/8QAFBABAAAA'
  + 'AAAAAAAAAAAAAAAAAP/EABYBAQEBAAAAAAAAAAAAAAAAAAUCBv/EABwRAAEDBQAAAAAAAAAAAAAAAAACgbEBBAUzNP/aAAwDAQACEQMRAD8Az1RU2e9LwL5DnU00AB4zB//Z',
  'base64')

export const PLAIN_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAYAAAAMJL+VAAAANklEQVR4AezSwQkAAAgCwGgld2radqoRxEevDPwFwmE2MEpQPUoyjs8FFNhEJqIC9MErekC0AAAA//8ZSY/TAAAABklE'
  + 'QVQDAB9dNx0pfV2pAAAAAElFTkSuQmCC', 'base64')

export const PLAIN_WEBP = Buffer.from(
  'UklGRlAAAABXRUJQVlA4IEQAAACwAwCdASoYABAAPtFUo0uoJKMhsAgBABoJQBOl68CAVf/uAAHMUAD+4uC1NOB1Ldav2//gfBAsH/xOws/LyCsErAAAAA==', 'base64')

/** A segment of a JPEG: its marker and what it holds. */
export function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** An entry of a directory of Exif with a number or, where it points somewhere, a place. */
function entry(tag: number, type: number, count: number, value: number, short = false): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt16LE(tag, 0)
  bytes.writeUInt16LE(type, 2)
  bytes.writeUInt32LE(count, 4)
  if (short) bytes.writeUInt16LE(value, 8)
  else bytes.writeUInt32LE(value, 8)
  return bytes
}

const directory = (entries: readonly Buffer[]) => Buffer.concat([Buffer.from([entries.length, 0]), ...entries, Buffer.alloc(4)])
const degrees = (...parts: readonly number[]) => Buffer.concat(parts.map((part) => Buffer.from(Uint32Array.of(part, 1).buffer)))

/** Exif as a phone writes it: how it was held, when, by what device, and on which spot (in Assen). */
export function exifBytes({ orientation = 6, place = true, takenAt = '2016:05:03 14:05:59' } = {}): Buffer {
  const start = 8
  const first = 2 + 12 * (place ? 4 : 3) + 4
  const details = start + first
  const spot = details + 18
  const data = spot + (place ? 2 + 12 * 4 + 4 : 0)
  const moment = Buffer.from(`${takenAt}\0`)
  const north = data + moment.length
  const model = north + (place ? 48 : 0)
  return Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    directory([entry(0x0110, 2, 8, model), entry(0x0112, 3, 1, orientation, true), entry(0x8769, 4, 1, details), ...(place ? [entry(0x8825, 4, 1, spot)] : [])]),
    directory([entry(0x9003, 2, moment.length, data)]),
    ...(place ? [directory([entry(1, 2, 2, 0x4e), entry(2, 5, 3, north), entry(3, 2, 2, 0x45), entry(4, 5, 3, north + 24)])] : []),
    moment,
    ...(place ? [degrees(52, 59, 33), degrees(6, 33, 45)] : []),
    Buffer.from('PhoneX9\0'),
  ])
}

export const exifSegment = (bytes = exifBytes()) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), bytes]))

const XMP = segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="52,59.5N"/>'))
const IPTC = segment(0xed, Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x5a\0\x05Assen'))
export const COMMENT = segment(0xfe, Buffer.from('gemaakt door J. de Vries'))

/** A photo as it comes from a phone: with Exif, XMP, IPTC, a comment, and a second picture behind the first. */
export function phonePhoto(exif = exifSegment(), image = PLAIN_JPEG): Buffer {
  return Buffer.concat([image.subarray(0, 2), exif, XMP, IPTC, COMMENT, image.subarray(2), phoneTrailer])
}
const phoneTrailer = Buffer.concat([PLAIN_JPEG.subarray(0, 2), exifSegment(), PLAIN_JPEG.subarray(2)])

export function pngChunk(type: string, content: Buffer): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), content, Buffer.alloc(4)])
  bytes.writeUInt32BE(content.length, 0)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4)
  return bytes
}

export function riffChunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

export function riff(form: string, chunks: readonly Buffer[]): Buffer {
  const content = Buffer.concat([Buffer.from(form), ...chunks])
  return Buffer.concat([Buffer.from('RIFF'), Buffer.from(Uint32Array.of(content.length).buffer), content])
}
