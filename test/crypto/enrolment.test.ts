import { randomBytes, randomUUID } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCertificate } from '../../electron/crypto/certificate.ts'
import { fromPem, toPem } from '../../electron/crypto/der.ts'
import { grantOf, makePass, makeReceipt, makeRequest, readPass, readReceipt, readRequest, wordsOf } from '../../electron/crypto/enrolment.ts'
import { canonical } from '../../electron/crypto/hash.ts'
import { FIRST_POLICY, type OfficeRoot } from '../../shared/domain/enrolment.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { later, NOW, openKeysOf, openOfficeKeys, strayKey } from '../helpers/keys.ts'

type Office = Awaited<ReturnType<typeof openOfficeKeys>>
let office: Office
let inspector: Awaited<ReturnType<typeof openKeysOf>>
let request: string
const folder = mkdtempSync(join(tmpdir(), 'veldtoets-enrolment-'))
beforeAll(async () => {
  office = await openOfficeKeys('Kantoor Noord', join(folder, 'office'))
  inspector = await openKeysOf('A. Bakker', 'field', join(folder, 'field'))
  request = makeRequest(inspector.keys, inspector.person)
})
afterAll(() => rmSync(folder, { recursive: true }))

const grant = (from: Office, text = request, { crl = from.crl, vouched = null, ...more }: { crl?: string; officeCertificate?: string; vouched?: OfficeRoot['vouched'] } = {}) =>
  makePass(from.root, {
    person: readRequest(text).person.id, certificate: from.root.issue(grantOf(readRequest(text), 'inspector', { now: NOW, days: 365 })), officeCertificate: from.officeCertificate,
    roots: [{ root: from.root.certificate, crl, vouched }], recipients: [], recovery: from.keys.recipient, colleagues: [], policy: FIRST_POLICY, issuedAt: NOW, ...more,
  })
const accept = (text: string, more: Partial<Parameters<typeof readPass>[1]> = {}) =>
  readPass(text, { person: inspector.person.id, publicKey: inspector.keys.signing()!.publicKey, now: NOW, pinnedRoots: [], ...more })
/** The file with something else in it, written as cleanly as the real one. */
const altered = (text: string, edit: (value: { [key: string]: unknown }) => void) => {
  const value = JSON.parse(text)
  edit(value)
  return `${canonical(value)}\n`
}
const refused = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return (error as { failure?: { code: string } }).failure?.code ?? String(error)
  }
  return 'accepted'
}

test('both sides read the same six words for the person, and for the office', () => {
  const read = readRequest(request)
  expect(read).toMatchObject({ person: inspector.person, words: wordsOf(inspector.keys.signing()!.publicKey) })
  expect(accept(grant(office)).rootWords).toEqual(wordsOf(office.root.publicKey))
  expect(read.words).toHaveLength(6)
})

test('a request is the same each time, and openssl finds it well signed', () => {
  expect(makeRequest(inspector.keys, inspector.person)).toBe(request)
  const file = join(openTestFolder(), 'request.pem')
  writeFileSync(file, JSON.parse(request).csr)
  const { stdout, stderr, status } = spawnSync('openssl', ['req', '-in', file, '-verify', '-noout', '-subject'], { encoding: 'utf8' })
  expect({ status, says: stdout + stderr }).toEqual({ status: 0, says: expect.stringContaining('A. Bakker') })
})

test('a request is only made by whom it is for', () => {
  expect(() => makeRequest(inspector.keys, { ...inspector.person, id: randomUUID() })).toThrow(TypeError)
})

test.each([
  ['another name', (value: { person: { name: string } }) => void (value.person.name = 'B. Visser'), 'signature-invalid'],
  ['another person', (value: { person: { id: string } }) => void (value.person.id = randomUUID()), 'signature-invalid'],
  ['another inspectorate', (value: { person: { inspectorate: string } }) => void (value.person.inspectorate = ''), 'signature-invalid'],
  ['another type', (value: { _type: string }) => void (value._type = 'veldtoets/pass/1'), 'wrong-statement'],
  ['no name', (value: { person: { name: string } }) => void (value.person.name = ' '), 'field-invalid'],
  ['more than is asked', (value: { extra?: number }) => void (value.extra = 1), 'unknown-field'],
  ['a certificate for a request', (value: { csr: string }) => void (value.csr = office.root.certificate), 'not-canonical'],
])('a request with %s is refused', (_what, edit, answer) => {
  expect(refused(() => readRequest(altered(request, edit as never)))).toBe(answer)
})

test.each([
  ['spaces', (text: string) => text.replace('{', '{ ')],
  ['no line end', (text: string) => text.trimEnd()],
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['a name twice', (text: string) => text.replace('"_type"', '"_type":"veldtoets/request/1","_type"')],
  ['a hidden prototype', (text: string) => text.replace('{"_type"', '{"__proto__":{},"_type"')],
  ['a list around it', (text: string) => `[${text.trim()}]\n`],
  ['half a sign', (text: string) => text.replace('A. Bakker', '\\ud800')],
  ['brackets without end', () => '['.repeat(200_000)],
  ['a mebibyte too much', (text: string) => text + ' '.repeat(1024 * 1024)],
  ['nothing', () => ''],
])('a request with %s is not as the program writes it', (_what, spoil) => {
  expect(refused(() => readRequest(spoil(request)))).toMatch(/^(not-canonical|unknown-field)$/)
})

test('a request cannot be made for another’s key', async () => {
  const other = await openKeysOf('B. Visser')
  const theirs = JSON.parse(makeRequest(other.keys, other.person)).csr
  expect(refused(() => readRequest(altered(request, (value) => void (value.csr = theirs))))).toBe('signature-invalid')
})

test('a pass gives a person a certificate, the office, and what was revoked', () => {
  expect(accept(grant(office))).toMatchObject({
    certificate: { person: inspector.person.id, role: 'inspector', name: 'A. Bakker', validTo: later(365) },
    office: { role: 'office', person: office.person.id },
    root: { kid: office.root.kid, name: 'Kantoor Noord' },
    roots: [{ list: { number: 1, revoked: [] } }],
    pass: { policy: { certificateDays: 365 }, issuedAt: NOW },
    pinned: false,
  })
})

test('a laptop whose clock is hours behind accepts it all the same', () => {
  expect(refused(() => accept(grant(office), { now: later(-0.9) }))).toBe('accepted')
})

test('a pass is for one person and one key', async () => {
  const other = await openKeysOf('B. Visser')
  const theirs = grant(office, makeRequest(other.keys, other.person))
  expect(refused(() => accept(theirs))).toBe('pass-not-mine')
  expect(refused(() => accept(grant(office), { publicKey: strayKey().publicKey }))).toBe('pass-not-mine')
})

test('once an office is confirmed, another cannot take its place', async () => {
  const other = await openOfficeKeys('Kantoor Noord')
  expect(accept(grant(office), { pinnedRoots: [office.root.certificate] }).pinned).toBe(true)
  expect(accept(grant(office), { pinnedRoots: [other.root.certificate, office.root.certificate] }).pinned).toBe(true)
  const run = () => accept(grant(other), { pinnedRoots: [office.root.certificate] })
  expect(run).toThrow(wordsOf(other.root.publicKey).join(' '))
  expect(refused(run)).toBe('root-changed')
})

test.each([
  ['issued to another person', (value) => void (value.person = randomUUID()), 'signature-invalid'],
  ['with another office name', (value) => void (value.office = { ...(value.office as object), name: 'Kantoor Zuid' }), 'signature-invalid'],
  ['with more recipients', (value) => void (value.recipients = [inspector.keys.recipient]), 'signature-invalid'],
  ['for whom nobody can encrypt', (value) => void (value.recipients = ['age1q']), 'field-invalid'],
  ['of another type', (value) => void (value._type = 'veldtoets/request/1'), 'wrong-statement'],
  ['with an unknown field', (value) => void (value.extra = true), 'unknown-field'],
  ['with a signature that is too short', (value) => void (value.signature = 'AAAA'), 'field-invalid'],
  ['whose signature is spelt in a second way', (value) => void (value.signature = String(value.signature).replace(/.==$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}==`)), 'field-invalid'],
] satisfies [string, (value: { [key: string]: unknown }) => void, string][])('a pass %s is refused', (_what, edit, answer) => {
  expect(refused(() => accept(altered(grant(office), edit)))).toBe(answer)
})

test('a pass of which any byte changed is refused', () => {
  const text = grant(office)
  fc.assert(fc.property(fc.nat(text.length - 1), fc.integer({ min: 0, max: 6 }), (at, bit) => {
    const bad = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << bit)) + text.slice(at + 1)
    expect(refused(() => accept(bad))).toMatch(/^(not-canonical|wrong-statement|unknown-field|field-invalid|signature-invalid|key-type|weak-key|certificate-[a-z-]+)$/)
  }), { numRuns: 300 })
})

test('a certificate with any byte changed is read or refused, never a surprise', () => {
  const { certificate } = accept(grant(office)).pass
  const bytes = fromPem('CERTIFICATE', certificate)
  fc.assert(fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
    const bad = Buffer.from(bytes)
    bad[at]! ^= bits
    expect(refused(() => readCertificate(toPem('CERTIFICATE', bad)))).toMatch(/^(accepted|not-canonical|key-type|weak-key|certificate-usage)$/)
  }), { numRuns: 500 })
})

test('a pass that expired, or is about someone whose certificate was revoked, does not count', () => {
  const text = grant(office)
  expect(refused(() => accept(text, { now: later(366) }))).toBe('certificate-expired')
  expect(refused(() => accept(text, { now: later(-2) }))).toBe('certificate-not-yet-valid')
  const { serial } = readPassOf(office).office
  const crl = office.root.crl({ number: 2, thisUpdate: NOW, revoked: [{ serial, at: NOW, reason: 'cessationOfOperation' }] })
  expect(refused(() => accept(grant(office, request, { crl })))).toBe('certificate-revoked')
})
const readPassOf = (from: Office) => accept(grant(from))

test('a pass without the office’s own certificate, or with another’s list, is refused', async () => {
  const { certificate } = accept(grant(office)).pass
  expect(refused(() => accept(grant(office, request, { officeCertificate: certificate })))).toBe('certificate-usage')
  const other = await openOfficeKeys('Kantoor Zuid')
  expect(refused(() => accept(grant(office, request, { crl: other.crl })))).toBe('revocation-list-invalid')
  expect(refused(() => accept(grant(office, request, { officeCertificate: other.officeCertificate })))).toBe('certificate-not-from-office')
})

const hex = (bytes: number) => randomBytes(bytes).toString('hex')
const facts = () => ({
  manifestSha256: hex(32), bundle: randomUUID(), inspection: randomUUID(), device: hex(16), sequence: 2,
  heads: { [hex(16)]: { n: 7, hash: hex(32) } }, stateHash: hex(32), receivedAt: NOW,
})
const trust = () => ({ roots: [office.root.certificate], crls: [office.crl], at: later(1) })
const receipt = () => makeReceipt(office.keys, { certificate: office.officeCertificate, root: office.root.certificate }, facts())

test('a receipt says what the office received, in the name of the office', () => {
  const told = facts()
  const text = makeReceipt(office.keys, { certificate: office.officeCertificate, root: office.root.certificate }, told)
  expect(readReceipt(text, trust())).toEqual({ _type: 'veldtoets/receipt/1', office: office.root.kid, kid: office.keys.signing()!.kid, ...told })
})

test('a receipt of another office, or of an inspector, is none', async () => {
  const other = await openOfficeKeys('Kantoor Noord')
  const theirs = makeReceipt(other.keys, { certificate: other.officeCertificate, root: other.root.certificate }, facts())
  expect(refused(() => readReceipt(theirs, trust()))).toBe('certificate-not-from-office')
  const { certificate } = accept(grant(office)).pass
  const own = makeReceipt(inspector.keys, { certificate, root: office.root.certificate }, facts())
  expect(refused(() => readReceipt(own, trust()))).toBe('certificate-usage')
})

test('nobody signs with a certificate that is not of the own key', () => {
  expect(refused(() => makeReceipt(inspector.keys, { certificate: office.officeCertificate, root: office.root.certificate }, facts()))).toBe('no-signing-key')
})

test.each([
  ['about another bundle', (value) => void ((value.statement as { bundle: string }).bundle = randomUUID()), 'signature-invalid'],
  ['in the name of another office', (value) => void ((value.statement as { office: string }).office = hex(16)), 'signature-invalid'],
  ['in the name of another key', (value) => void ((value.statement as { kid: string }).kid = hex(16)), 'signature-invalid'],
  ['of another type', (value) => void ((value.statement as { _type: string })._type = 'veldtoets/signature/1'), 'wrong-statement'],
  ['without a statement', (value) => void delete value.statement, 'wrong-statement'],
  ['with an unknown field', (value) => void ((value.statement as { extra: number }).extra = 1), 'unknown-field'],
] satisfies [string, (value: { [key: string]: unknown }) => void, string][])('a receipt %s is refused', (_what, edit, answer) => {
  expect(refused(() => readReceipt(altered(receipt(), edit), trust()))).toBe(answer)
})

test('a statement that the office signed for something else is no receipt', () => {
  const forged = altered(receipt(), (value) => {
    const statement = { ...(value.statement as object), _type: 'veldtoets/device-log/1' }
    value.statement = statement
    value.signature = office.keys.sign(Buffer.from(canonical(statement))).toString('base64')
  })
  expect(refused(() => readReceipt(forged, trust()))).toBe('wrong-statement')
})

test('a certificate is granted from a day before, and ends when promised', () => {
  const { person } = inspector
  expect(grantOf({ person, publicKey: '', recipient: '' }, 'office', { now: NOW, days: 30 })).toMatchObject({ notBefore: later(-1), days: 31, person: person.id, role: 'office' })
})
