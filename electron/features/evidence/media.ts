import { isPicture, type MediaType } from '../../../shared/domain/evidence.ts'

/** How much of a file its type and its dimensions are read from. */
export const HEAD = 1024 * 1024

/** What a decoder is not asked to hold: pixels along one side, and in all. */
const LONGEST_SIDE = 30_000
const MOST_PIXELS = 250_000_000

/** What a file is by its first bytes, whatever it is called; a picture without lawful dimensions is bytes and no more. */
export function mediaTypeOf(head: Buffer): MediaType {
  const type = signatureOf(head)
  if (!isPicture(type)) return type
  const [width, height] = dimensionsOf(type, head) ?? [0, 0]
  const isLawful = width > 0 && height > 0 && Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS
  return isLawful ? type : 'application/octet-stream'
}

/** What the first bytes say (WHATWG MIME Sniffing §6), without a look at the rest. */
export function signatureOf(head: Buffer): MediaType {
  const at = (from: number, text: string) => head.subarray(from, from + text.length).equals(Buffer.from(text, 'latin1'))
  if (at(0, '\xff\xd8\xff')) return 'image/jpeg'
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'image/gif'
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'image/webp'
  if (at(0, 'RIFF') && at(8, 'WAVE')) return 'audio/wav'
  if (at(0, 'OggS\0')) return 'audio/ogg'
  if (at(4, 'ftypM4A') || at(4, 'ftypM4B')) return 'audio/mp4'
  if (at(0, 'ID3') || isMpegFrame(head)) return 'audio/mpeg'
  if (at(0, '%PDF-')) return 'application/pdf'
  return isText(head) ? 'text/plain' : 'application/octet-stream'
}

/** Text as UTF-8 without a control character but tabs and ends of lines and pages: it is shown as its letters, whatever it means to others. */
function isText(head: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }) // the last letter may be cut in two
    return text !== '' && !/[^\P{Cc}\t\n\f\r]/u.test(text)
  } catch {
    return false
  }
}

/** A frame header of MPEG audio, layer III, with a bit rate and a sampling rate that exist (ISO 11172-3 §2.4.1.3). */
function isMpegFrame(head: Buffer): boolean {
  if (head.length < 3 || head[0] !== 0xff || (head[1]! & 0xe6) !== 0xe2) return false
  const [version, rate] = [(head[1]! >> 3) & 3, head[2]! >> 4]
  return version !== 1 && rate !== 0 && rate !== 15 && ((head[2]! >> 2) & 3) !== 3
}

type Size = readonly [width: number, height: number]

/** Width and height of a picture in pixels, by its first bytes; null where they do not tell. */
export function dimensionsOf(type: MediaType, head: Buffer): Size | null {
  if (type === 'image/jpeg') return jpegSize(head)
  if (head.length < 30) return null
  if (type === 'image/png') return head.toString('latin1', 12, 16) === 'IHDR' ? [head.readUInt32BE(16), head.readUInt32BE(20)] : null
  return type === 'image/gif' ? [head.readUInt16LE(6), head.readUInt16LE(8)] : webpSize(head)
}

/** From the first frame header of a JPEG. */
function jpegSize(head: Buffer): Size | null {
  for (let at = 2; at + 9 <= head.length;) {
    const marker = head[at + 1]!
    if (head[at] !== 0xff) return null
    if (marker === 0xff) at++
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return [head.readUInt16BE(at + 7), head.readUInt16BE(at + 5)]
    else at += 2 + head.readUInt16BE(at + 2)
  }
  return null
}

/** Extended, lossless or lossy (RFC 9649 §2.7, §3.4 and RFC 6386 §9.1). */
function webpSize(head: Buffer): Size | null {
  const form = head.toString('latin1', 12, 16)
  if (form === 'VP8X') return [head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1]
  if (form === 'VP8L') return [(head.readUInt32LE(21) & 0x3fff) + 1, ((head.readUInt32LE(21) >> 14) & 0x3fff) + 1]
  return form === 'VP8 ' ? [head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff] : null
}
