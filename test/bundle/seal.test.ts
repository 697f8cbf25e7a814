import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { digestOf } from '../../electron/crypto/digest.ts'
import { centralHeaderOf, endOf, localHeaderOf } from '../../electron/features/bundle/layout.ts'
import { sealBundle } from '../../electron/features/bundle/seal.ts'
import { type Source, writeZip } from '../../electron/features/bundle/zip-writer.ts'
import { evidenceOf, goodSealing, openOffice, withMember, writeGoodBundle } from '../helpers/bundle.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { partsOf } from '../helpers/hostile-bundle.ts'

const open = promisify<Buffer, object, ZipFile>(fromBuffer)
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('unzip and yauzl read what is written, and see nothing else', async () => {
  const { path, sealed } = await writeGoodBundle({ people: 2, evidence: [Buffer.from('foto'), Buffer.alloc(0)] })
  const bytes = readFileSync(path)
  expect(sealed.size).toBe(bytes.length)
  expect(execFileSync('unzip', ['-t', path]).toString()).toContain('No errors detected')

  const zip = await open(bytes, { lazyEntries: false, strictFileNames: true, validateEntrySizes: true })
  const entries: Entry[] = []
  zip.on('entry', (entry: Entry) => entries.push(entry))
  await new Promise((done) => zip.on('end', done))
  const parts = partsOf(bytes)
  expect(entries.map(({ fileName }) => fileName)).toEqual(parts.map(({ name }) => name))
  expect(new Set(entries.map(({ compressionMethod, extraFields, comment }) => `${compressionMethod} ${extraFields.length} ${String(comment)}`))).toEqual(new Set(['0 0 ']))
  expect(bytes.toString('latin1', 30, 67)).toBe('mimetypeapplication/vnd.veldtoets+zip')
  const listed = parts.slice(2).filter(({ name }) => !String(name).startsWith('signatures/'))
  const manifest = listed.map(({ name, content }) => `${sha256(content)}  ${String(name)}\n`).join('')
  expect(parts[1]!.content.toString()).toBe(manifest)
  expect(sealed.manifestSha256).toBe(sha256(Buffer.from(manifest)))
})

test('the same input gives the same bytes in every time zone and language', () => {
  const code = `
    import { digestOf } from './electron/crypto/digest.ts'
    import { writeZip } from './electron/features/bundle/zip-writer.ts'
    import { readFileSync } from 'node:fs'
    const bytes = Buffer.from('zelfde')
    const source = { ...digestOf(bytes), open: async function* () { yield bytes } }
    await writeZip(process.argv[1], [{ name: 'mimetype', content: bytes }, { name: 'data/evidence/x', content: source }])
    console.log(digestOf(readFileSync(process.argv[1])).sha256)`
  const folder = openTestFolder()
  const zones = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland']
  const hashes = zones.map((TZ, index) => execFileSync(
    process.execPath, ['--input-type=module', '-e', code, join(folder, String(index))],
    { env: { ...process.env, TZ, LANG: index % 2 ? 'tr_TR.UTF-8' : 'C' } },
  ).toString())
  expect(new Set(hashes).size).toBe(1)
})

test('sealing twice gives one bundle, whatever the order of members and signers', async () => {
  const office = openOffice()
  const sealing = goodSealing([office.enrol(), office.enrol()], { evidence: [Buffer.from('foto')] })
  await sealBundle(sealing)
  const first = readFileSync(sealing.path)
  await sealBundle({ ...sealing, members: sealing.members.toReversed(), signers: sealing.signers.toReversed(), devices: sealing.devices.toReversed() })
  expect(readFileSync(sealing.path).equals(first)).toBe(true)
})

const streamed = (bytes: Buffer, over: Partial<Source> = {}): Source => ({ ...digestOf(bytes), open: async function* () { yield bytes }, ...over })

test.each<[string, Partial<Source>]>([
  ['longer', { size: 3 }], ['shorter', { size: 9 }], ['of another hash', { sha256: '0'.repeat(64) }], ['of another checksum', { crc32: 1 }],
])('evidence that is %s than was recorded stops the export and leaves nothing', async (_what, over) => {
  const sealing = goodSealing([openOffice().enrol()])
  const name = `data/evidence/${over.sha256 ?? digestOf(Buffer.from('foto')).sha256}`
  await expect(sealBundle({ ...sealing, members: [...sealing.members, { name, content: streamed(Buffer.from('foto'), over) }] })).rejects.toThrow('hash-mismatch')
  expect(readdirSync(dirname(sealing.path))).toEqual([])
})

test('a cancelled export leaves nothing and keeps what was there', async () => {
  const sealing = goodSealing([openOffice().enrol()], { evidence: [Buffer.alloc(10_000)] })
  await sealBundle(sealing)
  const before = readFileSync(sealing.path)
  const controller = new AbortController()
  const onProgress = (done: number, total: number) => done > total / 2 && controller.abort()
  await expect(sealBundle(sealing, { signal: controller.signal, onProgress: (...at) => void onProgress(...at) })).rejects.toThrow('abort')
  expect(readdirSync(dirname(sealing.path))).toEqual(['bundle.veldtoets'])
  expect(readFileSync(sealing.path).equals(before)).toBe(true)
})

test('progress ends at all of it', async () => {
  const sealing = goodSealing([openOffice().enrol()], { evidence: [Buffer.alloc(10_000)] })
  const seen: [number, number][] = []
  const { size } = await sealBundle(sealing, { onProgress: (...at) => void seen.push(at) })
  expect(seen.at(-1)).toEqual([size, size])
  expect(seen.every(([done], index) => index === 0 || done > seen[index - 1]![0])).toBe(true)
})

test('a folder that is not there is said in words', async () => {
  const sealing = { ...goodSealing([openOffice().enrol()]), path: join(openTestFolder(), 'weg', 'x.veldtoets') }
  await expect(sealBundle(sealing)).rejects.toThrow('write-error {"reason":"ENOENT"}')
})

test('what is no bundle is not sealed', async () => {
  const sealing = goodSealing([openOffice().enrol()])
  await expect(sealBundle(withMember(sealing, 'data/x', Buffer.alloc(0)))).rejects.toThrow('data/x')
  await expect(sealBundle({ ...sealing, members: sealing.members.slice(1) })).rejects.toThrow('data/changes.jsonl')
  await expect(sealBundle({ ...sealing, members: [...sealing.members, evidenceOf(Buffer.of(1)), evidenceOf(Buffer.of(1))] })).rejects.toThrow('data/evidence')
  await expect(sealBundle({ ...sealing, signers: [] })).rejects.toThrow('signers')
})

test('only what does not fit in 32 bits is written in 64', async () => {
  const giB = 2 ** 30
  const plain = { name: 'data/report.html', size: 4 * giB - 2, crc32: 1, offset: 4 * giB - 2 }
  expect([localHeaderOf(plain).length, centralHeaderOf(plain).length]).toEqual([46, 62])
  expect([localHeaderOf({ ...plain, size: 4 * giB }).length, centralHeaderOf({ ...plain, size: 4 * giB }).length]).toEqual([66, 82])
  expect([localHeaderOf({ ...plain, offset: 5 * giB }).length, centralHeaderOf({ ...plain, offset: 5 * giB }).length]).toEqual([46, 74])
  expect(endOf({ count: 1, size: 62, offset: 5 }).length).toBe(22)
  expect(endOf({ count: 1, size: 62, offset: 5 * giB }).length).toBe(98)
  const large = { name: 'data/evidence/x', content: streamed(Buffer.of(1), { size: 9 * giB }) }
  await expect(writeZip(join(openTestFolder(), 'x'), [large])).rejects.toThrow('too-large')
})
