import { deflateRawSync } from 'node:zlib'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Inspector } from './bundle.ts'
import { type Part, partsOf, replacing, resigned, without, zipOf } from './hostile-bundle.ts'

/** What a hostile file is, by the number of its line in the catalogue where it has one; what it is refused for; and how it is made. */
export type HostileFile = [what: string, code: ErrorCode, make: () => Buffer]

/** Files that whoever gets hold of a good bundle of two people, with a photo, can make of it without any key. */
export function containerFiles(bytes: Buffer, people: readonly Inspector[]): HostileFile[] {
  const parts = partsOf(bytes)
  const evidence = String(parts.find(({ name }) => String(name).startsWith('data/evidence/'))!.name)
  const named = (name: string | Buffer) => () => zipOf([...parts, { name, content: Buffer.from('x') }])
  const patched = (patch: Partial<Part>, name = 'data/changes.jsonl') => () => zipOf(parts.map((part) => (part.name === name ? { ...part, ...patch } : part)))
  const edited = (name: string, edit: (content: Buffer) => Buffer | string) => () => zipOf(replacing(parts, name, edit))
  const manifest = (edit: (text: string) => string) => edited('manifest-sha256.txt', (content) => edit(content.toString()))
  const kid = (index: number) => people[index]!.kid
  const contentOf = (name: string) => parts.find((part) => part.name === name)!.content
  /** One member whose sizes stand in a zip64 field. */
  const zip64 = (size: bigint): Buffer => {
    const extra = Buffer.alloc(20)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    for (const at of [4, 12]) extra.writeBigUInt64LE(BigInt.asUintN(64, size), at)
    return patched({ size: 0xffffffff, extra })()
  }

  return [
    ['1 empty file', 'not-a-zip', () => Buffer.alloc(0)],
    ['a text file', 'not-a-zip', () => Buffer.from('Beste collega,')],
    ['2 a PDF', 'not-a-bundle', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['2 a renamed .docx', 'not-a-bundle', () => zipOf([{ name: '[Content_Types].xml', content: Buffer.from('<Types/>'.repeat(20)) }])],
    ['3 cut at 90 %', 'truncated', () => bytes.subarray(0, Math.floor(bytes.length * 0.9))],
    ['3 cut in its first bytes', 'truncated', () => bytes.subarray(0, 20)],
    ['4 last byte missing', 'truncated', () => bytes.subarray(0, -1)],
    ['6 bytes before', 'leading-bytes', () => Buffer.concat([Buffer.from('MZ program'), bytes])],
    ['6 a PDF before', 'leading-bytes', () => Buffer.concat([Buffer.from('%PDF-1.7 '), bytes])],
    ['42 a bundle before a bundle', 'end-record', () => Buffer.concat([bytes, bytes])],
    ['7 bytes after', 'trailing-bytes', () => Buffer.concat([bytes, Buffer.from('<script>')])],
    ['7 many bytes after', 'trailing-bytes', () => Buffer.concat([bytes, Buffer.alloc(100_000, 'x')])],
    ['8 a path upwards', 'name-not-allowed', named('../../x')],
    ['9 an absolute path', 'name-not-allowed', named('/etc/passwd')],
    ['10 a drive', 'name-not-allowed', named('C:\\x')],
    ['11 backslashes', 'name-not-allowed', named('data\\evidence\\x')],
    ['12 a path that comes back', 'name-not-allowed', named('data/../bundle.json')],
    ['13 right-to-left override', 'name-not-allowed', named('data/\u202egnp.exe')],
    ['14 a device name', 'name-not-allowed', named('data/CON')],
    ['14 a trailing dot', 'name-not-allowed', named('bundle.json.')],
    ['14 a trailing line end', 'name-not-allowed', named('bundle.json\n')],
    ['15 upper case', 'name-not-allowed', named('DATA/changes.jsonl')],
    ['16 a letter outside ASCII', 'name-not-allowed', named('data/é')],
    ['17 NUL in a name', 'name-not-allowed', named('bundle.json\0.txt')],
    ['18 a folder', 'name-not-allowed', named('data/')],
    ['19 a name of 65,000 bytes', 'name-not-allowed', named('x'.repeat(65_000))],
    ['19 no name', 'name-not-allowed', named('')],
    ['20 a member twice', 'duplicate-member', () => zipOf([...parts, parts.at(-1)!])],
    ['21 a symbolic link', 'file-type', patched({ external: 0o120777 * 0x10000 })],
    ['22 a member that is not listed', 'unlisted-member', () => {
      const next = parts.findIndex(({ name }) => name === 'data/framework.json')
      return zipOf([...parts.slice(0, next), { name: `data/evidence/${'f'.repeat(64)}`, content: Buffer.from('x') }, ...parts.slice(next)])
    }],
    ['23 a listed member missing', 'missing-member', () => zipOf(without(parts, evidence))],
    ['23 the changes missing', 'missing-member', () => zipOf(without(parts, 'data/changes.jsonl'))],
    ['24 the manifest missing', 'missing-member', () => zipOf(without(parts, 'manifest-sha256.txt'))],
    ['25 no signatures', 'no-signature', () => zipOf(parts.filter(({ name }) => !/^signatures\/(?!device\/)/.test(String(name))))],
    ['26 one signer stripped', 'signer-missing', () => zipOf(parts.filter(({ name }) => !String(name).startsWith(`signatures/${kid(1)}`)))],
    ['26 a signature without its certificate', 'signer-missing', () => zipOf(without(parts, `signatures/${kid(1)}.pem`))],
    ['26 a signer too many', 'signer-missing', () => {
      const more = ['json', 'pem', 'sig'].map((end) => ({ name: `signatures/${'0'.repeat(32)}.${end}`, content: contentOf(`signatures/${kid(0)}.${end}`) }))
      return zipOf([...parts.slice(0, 2), ...more, ...parts.slice(2)])
    }],
    ['26 a device without a statement', 'author-unproved', () => zipOf(parts.filter(({ name }) => !String(name).includes(`device/${people[1]!.device}`)))],
    ['26 half a statement of a device', 'missing-member', () => zipOf(without(parts, `signatures/device/${people[1]!.device}.sig`))],
    ['27 signatures swapped', 'signature-invalid', () => {
      const [one, other] = [`signatures/${kid(0)}.sig`, `signatures/${kid(1)}.sig`]
      return zipOf(replacing(replacing(parts, one, () => contentOf(other)), other, () => contentOf(one)))
    }],
    ['28 a signature of 63 bytes', 'signature-invalid', () => edited(`signatures/${kid(0)}.sig`, (sig) => sig.subarray(1))()],
    ['28 a signature of 65 bytes', 'signature-invalid', () => edited(`signatures/${kid(0)}.sig`, (sig) => Buffer.concat([sig, sig.subarray(0, 1)]))()],
    ['5 evidence altered', 'hash-mismatch', () => edited(evidence, (content) => content.subarray(1))()],
    ['5 a bit on the medium', 'hash-mismatch', () => {
      const copy = Buffer.from(bytes)
      const at = copy.indexOf('foto van')
      copy[at] = copy[at]! ^ 1
      return copy
    }],
    ['5 a bit in a statement', 'crc', () => {
      const copy = Buffer.from(bytes)
      const at = copy.indexOf('Naar waarheid')
      copy[at] = copy[at]! ^ 1
      return copy
    }],
    ['29 content and manifest altered', 'manifest-mismatch', () => {
      const changed = replacing(parts, 'data/changes.jsonl', (content) => `${String(content)}\n`)
      return zipOf(replacing(changed, 'manifest-sha256.txt', () => resigned(changed, [])[1]!.content))
    }],
    ['62 a statement of another bundle', 'manifest-mismatch', () =>
      zipOf(resigned(parts, people, (text) => text.replace(/"bundle":"0198/, '"bundle":"0199')))],
    ['93 evidence named after something else', 'hash-mismatch', () => {
      const other = `data/evidence/${'0'.repeat(64)}`
      const renamed = parts.map((part) => (part.name === evidence ? { ...part, name: other } : part))
      return zipOf(resigned(renamed, people))
    }],
    ['31 a compressed member', 'compression-not-allowed', () => {
      const content = deflateRawSync(contentOf('data/changes.jsonl'))
      return zipOf(replacing(parts, 'data/changes.jsonl', () => content).map((part) => (part.name === 'data/changes.jsonl' ? { ...part, method: 8 } : part)))
    }],
    ['32 a bomb', 'compression-not-allowed', patched({ content: deflateRawSync(Buffer.alloc(3_000_000)), method: 8, size: 3_000_000 })],
    ['33 a size that lies', 'size', patched({ compressed: 17 })],
    ['33 both sizes lie', 'overlap-or-gap', patched({ size: 1 })],
    ['33 sizes beyond the file', 'overlap-or-gap', patched({ size: 0x7fffffff })],
    ['34 encrypted', 'flags', patched({ flags: 0x0801 })],
    ['44 a data descriptor', 'flags', patched({ flags: 0x0808 })],
    ['35 fewer members than there are', 'directory-mismatch', () => zipOf(parts, { count: parts.length - 1 })],
    ['35 more members than there are', 'directory-mismatch', () => zipOf(parts, { count: parts.length + 1 })],
    ['36 overlapping members', 'overlap-or-gap', patched({ offset: 0 })],
    ['37 another name in the local header', 'header-mismatch', patched({ localName: 'data/changed.jsonl' })],
    ['38 25,000 members', 'too-many-members', () =>
      zipOf([...parts, ...Array.from({ length: 25_000 }, (_, index) => ({ name: `data/${index}`, content: Buffer.alloc(0) }))])],
    ['39 manifest with CRLF', 'manifest-line', () => manifest((text) => text.replaceAll('\n', '\r\n'))()],
    ['40 manifest with a byte order mark', 'manifest-line', () => manifest((text) => `\ufeff${text}`)()],
    ['40 manifest in upper case', 'manifest-line', () => manifest((text) => text.replace(/^[0-9a-f]{64}/, (hex) => hex.toUpperCase()))()],
    ['40 manifest with one space', 'manifest-line', () => manifest((text) => text.replace('  ', ' '))()],
    ['40 manifest with a star', 'manifest-line', () => manifest((text) => text.replace('  ', ' *'))()],
    ['40 manifest out of order', 'manifest-line', () => manifest((text) => `${text.trimEnd().split('\n').reverse().join('\n')}\n`)()],
    ['40 manifest without its last line end', 'manifest-line', () => manifest((text) => text.trimEnd())()],
    ['40 manifest that lists a signature', 'manifest-line', () => manifest((text) => `${text}${'0'.repeat(64)}  signatures/${kid(0)}.sig\n`)()],
    ['41 zip64 with a size of 2^63', 'size', () => zip64(2n ** 63n)],
    ['41 zip64 with a negative size', 'size', () => zip64(-1n)],
    ['41 zip64 without need', 'header-mismatch', () => zip64(5n)],
    ['42 two ends', 'end-record', () => Buffer.concat([bytes, bytes.subarray(-22)])],
    ['42 an end in the comment', 'end-record', () => zipOf(parts, { comment: 'PK\x05\x06' })],
    ['42 a comment', 'end-record', () => zipOf(parts, { comment: 'hallo' })],
    ['43 several disks', 'end-record', () => zipOf(parts, { disk: 1 })],
    ['45 a Unicode path that renames', 'extra-field', patched({ extra: Buffer.from('75700500010000000078', 'hex') })],
    ['46 bytes between members', 'overlap-or-gap', () => zipOf([parts[0]!, ...parts.slice(1).map((part, index) => (index === 3 ? { ...part, offset: 1 } : part))])],
    ['46 bytes before the directory ends', 'directory-mismatch', () => zipOf(parts, { before: Buffer.from('hidden') })],
    ['47 no mimetype', 'not-a-bundle', () => zipOf(without(parts, 'mimetype'))],
    ['47 mimetype not first', 'not-a-bundle', () => zipOf([parts[1]!, parts[0]!, ...parts.slice(2)])],
    ['47 another mimetype', 'not-a-bundle', edited('mimetype', () => 'application/vnd.oasis.opendocument.text')],
    ['64 a later format that this program cannot know', 'newer-format', () =>
      zipOf([...replacing(parts, 'mimetype', (content) => `${content.toString()};format=2`), { name: 'data/photos.json', content: Buffer.from('[]') }])],
    ['82 members in another order', 'not-canonical', () => zipOf([...parts.slice(0, -2), parts.at(-1)!, parts.at(-2)!])],
    ['82 a time of day', 'header-mismatch', patched({ time: 0x6000 })],
    ['82 made by another program', 'header-mismatch', patched({ madeBy: 0x0314 })],
    ['a comment on a member', 'header-mismatch', patched({ comment: 'x' })],
    ['a text attribute', 'header-mismatch', patched({ internal: 1 })],
    ['a member on another disk', 'header-mismatch', patched({ disk: 1 })],
    ['a checksum that lies', 'crc', patched({ crc: 1 })],
  ]
}
