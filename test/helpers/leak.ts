import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { PDFDocument, PDFRawStream, decodePDFRawStream } from 'pdf-lib'
import { openTestFolder } from './folder.ts'

/** Which of these files tell one of these things, in whatever spelling: each is taken apart into every text and every piece of metadata that it holds. */
export async function leaksIn(files: Readonly<Record<string, Buffer>>, secrets: readonly string[]): Promise<string[]> {
  const keys = secrets.flatMap((secret) => ordersOf(secret.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean))).map((words) => keyOf(words.join('')))
  const leaking: string[] = []
  for (const [name, bytes] of Object.entries(files)) {
    const tells = (one: string) => keys.some((key) => one.includes(key))
    if (asBytes(bytes).map(keyOf).some(tells) || (await textsIn(name, bytes)).some((text) => readingsOf(text).some(tells))) leaking.push(name)
  }
  return leaking
}

const ordersOf = (words: readonly string[]): string[][] =>
  words.length < 2 || words.length > 4 ? [[...words]] : words.flatMap((word, index) => ordersOf(words.toSpliced(index, 1)).map((rest) => [word, ...rest]))

/** Letters and digits alone: without case, accents, spaces, hyphens and what cannot be seen. */
const keyOf = (text: string) => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** A text as it stands, without tags and escapes, and with those of addresses undone. */
function readingsOf(text: string): string[] {
  const bare = text.replace(/<[^>]*>/g, '')
  const unescaped = (html: string) => html.replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code))).replace(/&[a-z]+;/g, '').replace(/\\u00ad/g, '')
  const decoded = (address: string) => address.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString())
  const drawn = [...text.matchAll(/;base64,([A-Za-z0-9+/=]+)/g)].map(([, base64]) => Buffer.from(base64!, 'base64').toString().replace(/<[^>]*>/g, ''))
  return [text, bare, ...drawn].flatMap((one) => [one, unescaped(one), decoded(one)]).map(keyOf)
}

async function textsIn(name: string, bytes: Buffer): Promise<string[]> {
  if (name.endsWith('.docx')) return [name, ...await partsOf(bytes)]
  return name.endsWith('.pdf') ? [name, ...await pdfTexts(bytes)] : [name, bytes.toString('utf8')]
}

/** As they stand, one byte or two to a sign, from an even place and from an odd one. */
const asBytes = (bytes: Buffer) => [bytes.toString('latin1'), bytes.toString('utf16le'), Buffer.from(bytes.subarray(1)).toString('utf16le'), swapped(bytes)]

const swapped = (bytes: Buffer) => Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16().toString('utf16le')

async function partsOf(bytes: Buffer): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes)
  return Promise.all(Object.keys(zip.files).map(async (name) => `${name} ${await zip.file(name)?.async('string') ?? ''} ${zip.files[name]!.comment}`))
}

/** Every stream and string of a PDF, and its text as a reader has it. */
async function pdfTexts(bytes: Buffer): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => {
    if (!(object instanceof PDFRawStream)) return object.toString()
    try {
      return Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
    } catch {
      return Buffer.from(object.contents).toString('latin1')
    }
  })
  const hexadecimal = objects.map((text) => text.replace(/<([0-9A-Fa-f]+)>/g, (_all, hex: string) => utf16(hex)))
  return [...objects, ...hexadecimal, pdfToText(bytes)]
}

const utf16 = (hex: string) => {
  const bytes = Buffer.from(hex, 'hex')
  return bytes.length % 2 === 0 ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('latin1')
}

/** As `pdftotext` reads it, where that is on the machine. */
function pdfToText(bytes: Buffer): string {
  const path = join(openTestFolder(), 'a.pdf')
  writeFileSync(path, bytes)
  try {
    return execFileSync('pdftotext', [path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
