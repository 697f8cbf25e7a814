import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { decrypted, encrypted, identityOf, isEncrypted, recipientOf } from '../../electron/crypto/age.ts'
import { readRoot } from '../../electron/crypto/certificate.ts'
import { grantOf, makePass, makeReceipt, makeRequest, readPass, readReceipt, readRequest } from '../../electron/crypto/enrolment.ts'
import { readCrl } from '../../electron/crypto/revocation.ts'
import { openBundle } from '../../electron/features/bundle/open.ts'
import { AppError, appError } from '../../shared/errors.ts'
import sentences from '../../shared/i18n/nl.errors.json' with { type: 'json' }
import { writeGoodBundle } from '../helpers/bundle.ts'
import { FIRST_POLICY } from '../../shared/domain/enrolment.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { NOW, openKeysOf, openOfficeKeys } from '../helpers/keys.ts'

let good: Buffer
let trust: Parameters<typeof openBundle>[1]

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'veldtoets-fuzz-'))
  const written = await writeGoodBundle({ folder, values: ['met'] })
  good = readFileSync(written.path)
  ;({ trust } = written)
  rmSync(folder, { recursive: true })
})

const place = fc.nat(100_000)
const some = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => Buffer.from(bytes))
const edit = fc.oneof(
  fc.record({ kind: fc.constant('overwrite' as const), at: place, bytes: some }),
  fc.record({ kind: fc.constant('insert' as const), at: place, bytes: some }),
  fc.record({ kind: fc.constant('delete' as const), at: place, bytes: some }),
  fc.record({ kind: fc.constant('move' as const), at: place, to: place, bytes: some }),
)
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never

function applied(bytes: Buffer, change: Edit): Buffer {
  const at = change.at % (bytes.length + 1)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  const rest = after.subarray(change.bytes.length)
  if (change.kind === 'insert') return Buffer.concat([before, change.bytes, after])
  if (change.kind === 'delete') return Buffer.concat([before, rest])
  if (change.kind === 'overwrite') return Buffer.concat([before, change.bytes, rest])
  return applied(Buffer.concat([before, rest]), { kind: 'insert', at: change.to, bytes: Buffer.from(after.subarray(0, change.bytes.length)) })
}

/** Damages a good file at random, so many times: it is refused with a code that has a sentence, or is the same file; and the memory stays what it was. */
async function fuzz(whole: Buffer, numRuns: number, read: (bytes: Buffer) => Promise<unknown>): Promise<Set<string>> {
  const codes = new Set<string>()
  const before = process.memoryUsage().rss
  await read(whole)
  await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
    const bytes = edits.reduce(applied, whole)
    const outcome = await read(bytes).then(() => 'accepted', (error: unknown) => (error instanceof AppError ? error.failure.code : Promise.reject(error)))
    if (outcome !== 'accepted') codes.add(outcome)
    expect(outcome === 'accepted').toBe(bytes.equals(whole))
  }), { numRuns })
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20)
  expect([...codes].filter((code) => !(code in sentences.error))).toEqual([])
  return codes
}

test('whatever happens to its bytes, a bundle is refused with a known code or is the same file', async () => {
  const path = join(openTestFolder(), 'x.veldtoets')
  const codes = await fuzz(good, 1_500, async (bytes) => {
    writeFileSync(path, bytes)
    await (await openBundle(path, trust)).close()
  })
  expect(codes.size).toBeGreaterThan(8)
}, 60_000)

test('so are the other files that go from hand to hand: a request, a pass, a receipt and a revocation list', async () => {
  const [office, inspector] = [await openOfficeKeys(), await openKeysOf('A. Bakker')]
  const request = makeRequest(inspector.keys, inspector.person)
  const grant = grantOf(readRequest(request), 'inspector', { now: NOW, days: 365 })
  const { root, crl, officeCertificate } = office
  const pass = makePass(root, {
    person: inspector.person.id, certificate: root.issue(grant), officeCertificate, roots: [{ root: root.certificate, crl, vouched: null }], recipients: [],
    recovery: office.keys.recipient, colleagues: [], policy: FIRST_POLICY, issuedAt: NOW,
  })
  const receipt = makeReceipt(office.keys, { certificate: officeCertificate, root: root.certificate }, {
    manifestSha256: 'a'.repeat(64), bundle: '0198c0de-0000-7000-8000-0000000000b1', inspection: '0198c0de-0000-7000-8000-000000000001', device: 'b'.repeat(32), sequence: 1,
    heads: {}, stateHash: 'c'.repeat(64), receivedAt: NOW,
  })
  const roots = [readRoot(root.certificate)]
  const files: [string, (text: string) => unknown][] = [
    [request, readRequest],
    [pass, (text) => readPass(text, { person: inspector.person.id, publicKey: inspector.keys.signing()!.publicKey, now: NOW, pinnedRoots: [] })],
    [receipt, (text) => readReceipt(text, { roots: [root.certificate], crls: [], at: NOW })],
    [crl, (text) => readCrl(text, roots)],
  ]
  for (const [text, read] of files) {
    const codes = await fuzz(Buffer.from(text), 300, async (bytes) => read(bytes.toString()))
    expect(codes.size).toBeGreaterThan(0)
  }
}, 60_000)

test('and an encrypted file, which gives nothing that was not put into it', async () => {
  const identity = identityOf(Buffer.alloc(32, 7))
  const piece = async function* (bytes: Uint8Array) { yield bytes }
  const gathered = async (pieces: AsyncIterable<Uint8Array>) => {
    const all: Uint8Array[] = []
    for await (const one of pieces) all.push(one)
    return Buffer.concat(all)
  }
  const plain = randomBytes(70_000) // more than one piece of age, 64 KiB
  const whole = await gathered(encrypted(piece(plain), [await recipientOf(identity)]))
  const codes = await fuzz(whole, 200, async (bytes) => {
    const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length)
    const source = { size: bytes.length, read, stream: (offset: number, length: number) => piece(bytes.subarray(offset, offset + length)) as AsyncIterable<Buffer> }
    if (!(await isEncrypted(source))) throw appError('not-a-zip', {})
    expect((await gathered(decrypted(source, identity))).equals(plain)).toBe(true)
  })
  expect([...codes]).toEqual(expect.arrayContaining(['encryption-damaged']))
}, 60_000)
