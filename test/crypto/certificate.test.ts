import { execFileSync, spawnSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync, randomUUID, verify, X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { issueCertificate, makeRoot, nameOf, readCertificate, readRoot, type Signer, verifySignature } from '../../electron/crypto/certificate.ts'
import { der, ED25519, fromPem, integer, sequence, signedDer, time, toPem } from '../../electron/crypto/der.ts'
import { checkKey, kidOf } from '../../electron/crypto/ed25519.ts'
import { makeCrl, readCrl } from '../../electron/crypto/revocation.ts'
import { checkCertificate } from '../../electron/crypto/trust.ts'
import type { RevocationReason } from '../../shared/domain/enrolment.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { later, NOW, strayKey } from '../helpers/keys.ts'

const officeOf = (name: string) => {
  const key = strayKey()
  return { ...key, certificate: makeRoot(key, { name, now: later(-1), years: 20 }) }
}
const root = officeOf('Kantoor Noord')
const person = randomUUID()
const key = strayKey()
const grant = {
  publicKey: key.publicKey, person, role: 'inspector' as const, name: 'A. Bakker', inspectorate: 'Inspectie Jeugdzorg', recipient: null,
  notBefore: NOW, days: 365,
}
const certificate = issueCertificate(root, grant)
const { serial, kid } = readCertificate(certificate)
const revoking = (at: string, number = 2, by = root, reason: RevocationReason = 'keyCompromise') =>
  makeCrl(by, { number, thisUpdate: later(20), revoked: [{ serial, at, reason }, { serial: '7f01', at, reason: 'superseded' }] })
const check = (pem: string, trust: Partial<Parameters<typeof checkCertificate>[1]> = {}) =>
  checkCertificate(pem, { roots: [root.certificate], at: later(1), ...trust })
const refused = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return (error as { failure?: { code: string } }).failure?.code ?? error
  }
  return 'accepted'
}

test('a certificate says whose key it is, since when and in which role', () => {
  expect(check(certificate)).toMatchObject({
    kid: kidOf(key.publicKey), name: 'A. Bakker', person, role: 'inspector', publicKey: key.publicKey, validFrom: NOW, validTo: later(365),
    root: { name: 'Kantoor Noord', kid: kidOf(root.publicKey) },
  })
})

test('it is from whichever of several offices that one trusts', () => {
  expect(check(certificate, { roots: [officeOf('Kantoor Zuid').certificate, root.certificate] }).root.name).toBe('Kantoor Noord')
})

test('what it signs is verified by its own key and by exactly 64 bytes', () => {
  const bytes = Buffer.from('bevinding')
  const signature = key.sign(bytes)
  expect(verifySignature(certificate, bytes, signature)).toBe(true)
  expect(verifySignature(certificate, Buffer.from('bevindinG'), signature)).toBe(false)
  expect(verifySignature(root.certificate, bytes, signature)).toBe(false)
  for (const wrong of [signature.subarray(0, 63), Buffer.concat([signature, Buffer.of(0)]), Buffer.alloc(0)]) {
    expect(verifySignature(certificate, bytes, wrong)).toBe(false)
  }
})

test('a signature whose scalar is raised by the order of the group is refused', () => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const signature = key.sign(Buffer.from('x'))
  const scalar = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order
  const raised = Buffer.concat([signature.subarray(0, 32), Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse()])
  expect(verifySignature(certificate, Buffer.from('x'), raised)).toBe(false)
})

test.each([
  ['the second before it starts', -1 / 86_400, 'certificate-not-yet-valid'],
  ['its first second', 0, 'accepted'],
  ['its last second', 365, 'accepted'],
  ['the second after it ends', 365 + 1 / 86_400, 'certificate-expired'],
])('at %s', (_moment, days, answer) => {
  expect(refused(() => check(certificate, { at: later(days) }))).toBe(answer)
})

test('a moment that is no time is never within its dates', () => {
  expect(refused(() => check(certificate, { at: 'gisteren' }))).toBe('certificate-not-yet-valid')
})

test('a certificate of an expired root is refused', () => {
  const old = { ...root, certificate: makeRoot(root, { name: 'Kantoor Noord', now: later(-800), years: 1 }) }
  expect(refused(() => check(certificate, { roots: [old.certificate] }))).toBe('certificate-expired')
})

test('a certificate of another office, of nobody, or under a borrowed name is not from the office', () => {
  const impostor = officeOf('Kantoor Noord')
  expect(refused(() => check(issueCertificate(impostor, grant)))).toBe('certificate-not-from-office')
  expect(refused(() => check(certificate, { roots: [] }))).toBe('certificate-not-from-office')
  const underAnother = { ...root, certificate: makeRoot(root, { name: 'Kantoor Oost', now: later(-1), years: 20 }) }
  expect(refused(() => check(certificate, { roots: [underAnother.certificate] }))).toBe('certificate-not-from-office')
})

test('a root is no one’s certificate, and someone’s certificate is no root', () => {
  expect(refused(() => check(root.certificate))).toBe('certificate-usage')
  expect(refused(() => check(certificate, { roots: [certificate] }))).toBe('certificate-usage')
  expect(refused(() => issueCertificate({ ...key, certificate }, grant))).toBe('certificate-usage')
  expect(refused(() => check(forged([], { by: key })))).toBe('certificate-not-from-office')
})

test('a root that did not sign itself is refused', () => {
  const borrowed = makeRoot({ publicKey: root.publicKey, sign: key.sign }, { name: 'Kantoor Noord', now: NOW, years: 1 })
  expect(refused(() => readRoot(borrowed))).toBe('certificate-not-from-office')
})

/** A certificate by this root with extensions that the office never gives. */
function forged(extensions: string[], { by = root as Signer, publicKey = Buffer.from(key.publicKey, 'base64') } = {}) {
  const signed = sequence(
    der(0xa0, integer(Buffer.of(2))), integer(Buffer.of(9)), ED25519, nameOf('Kantoor Noord', ''), sequence(time(NOW), time(later(9))), nameOf('X', ''),
    publicKey, ...(extensions.length === 0 ? [] : [der(0xa3, sequence(...extensions.map((hex) => Buffer.from(hex, 'hex'))))]),
  )
  return toPem('CERTIFICATE', signedDer(signed, by.sign(signed)))
}
const BASIC = '300c0603551d130101ff04023000'
const DIGITAL_SIGNATURE = '300e0603551d0f0101ff040403020780'
const CERT_SIGN = '300e0603551d0f0101ff040403020204'

test.each([
  ['without extensions', []],
  ['without a key usage', [BASIC]],
  ['that may sign certificates', [BASIC, CERT_SIGN]],
  ['that names no person', [BASIC, DIGITAL_SIGNATURE]],
])('a certificate %s is refused', (_what, extensions) => {
  expect(refused(() => check(forged(extensions)))).toBe('certificate-usage')
})

test('keys of another kind are refused, in the certificate and under it', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'der' })
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' })
  for (const spki of [rsa, p256]) {
    expect(refused(() => check(forged([], { publicKey: spki })))).toBe('key-type')
    expect(refused(() => issueCertificate(root, { ...grant, publicKey: spki.toString('base64') }))).toBe('key-type')
  }
  const folder = openTestFolder()
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=X', '-keyout',
    join(folder, 'key'), '-out', join(folder, 'pem')], { stdio: 'ignore' })
  expect(refused(() => check(execFileSync('cat', [join(folder, 'pem')], { encoding: 'utf8' })))).toBe('key-type')
})

const FIELD = 2n ** 255n - 19n
const raised = (base: bigint, exponent: bigint): bigint =>
  exponent === 0n ? 1n : (((exponent & 1n ? base : 1n) * raised((base * base) % FIELD, exponent >> 1n)) % FIELD)
const D = (((-121665n * raised(121666n, FIELD - 2n)) % FIELD) + FIELD) % FIELD
const spkiOf = (y: bigint, sign: bigint) => {
  const raw = Buffer.from((y | (sign << 255n)).toString(16).padStart(64, '0'), 'hex').reverse()
  return Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]).toString('base64')
}
/** Doubles a point until it is the neutral one: the orders 1, 2, 4 and 8 are reached within three steps. */
const isSmall = (y: bigint) => {
  const ofDouble = (y: bigint) => {
    const xx = ((y * y - 1n) * raised((D * y * y + 1n) % FIELD, FIELD - 2n)) % FIELD
    const dxxyy = (D * xx * y * y) % FIELD
    return ((((y * y + xx) * raised((1n - dxxyy) % FIELD + FIELD, FIELD - 2n)) % FIELD) + FIELD) % FIELD
  }
  return [y, ofDouble(y), ofDouble(ofDouble(y)), ofDouble(ofDouble(ofDouble(y)))].includes(1n)
}

test('all eight keys of small order are refused, and every second spelling of a key', () => {
  const orderEight = ['26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a']
  const small = [0n, 1n, FIELD - 1n, ...orderEight.map((hex) => BigInt(`0x${Buffer.from(hex, 'hex').reverse().toString('hex')}`))]
  const respelled = Array.from({ length: 19 }, (_, y) => FIELD + BigInt(y))
  expect(small.every(isSmall)).toBe(true)
  for (const y of [...small, ...respelled]) {
    for (const sign of [0n, 1n]) expect(refused(() => checkKey(spkiOf(y, sign)))).toBe('weak-key')
  }
  expect(refused(() => issueCertificate(root, { ...grant, publicKey: spkiOf(1n, 0n) }))).toBe('weak-key')
  expect(refused(() => check(forged([], { publicKey: Buffer.from(spkiOf(1n, 0n), 'base64') })))).toBe('weak-key')
})

test('keys that are made here are never weak', () => {
  for (let n = 0; n < 50; n++) {
    const { publicKey } = strayKey()
    const y = BigInt(`0x${Buffer.from(Buffer.from(publicKey, 'base64').subarray(12)).reverse().toString('hex')}`) & (2n ** 255n - 1n)
    expect(isSmall(y)).toBe(false)
    checkKey(publicKey)
  }
})

test('what came in before a certificate was revoked counts, and nothing after', () => {
  const crls = [revoking(later(10))]
  expect(check(certificate, { at: later(9), earlier: true, crls }).kid).toBe(kid)
  expect(refused(() => check(certificate, { at: later(10), earlier: true, crls }))).toBe('certificate-revoked')
  expect(refused(() => check(certificate, { at: later(9), crls }))).toBe('certificate-revoked') // the clock is behind: the list is here already
  expect(refused(() => check(certificate, { at: later(11), crls: [makeCrl(root, { number: 1, thisUpdate: NOW, revoked: [] }), ...crls] }))).toBe('certificate-revoked')
})

test.each([
  ['cessationOfOperation', 'accepted'], ['superseded', 'accepted'], ['keyCompromise', 'certificate-revoked'],
] satisfies [RevocationReason, string][])('a receipt of before the revocation helps whoever left, not a key that others have: %s', (reason, answer) => {
  const crls = [revoking(later(10), 2, root, reason)]
  expect(refused(() => check(certificate, { at: later(30), crls }))).toBe('certificate-revoked')
  expect(refused(() => check(certificate, { at: later(30), crls, countersigned: later(9) }))).toBe(answer)
  expect(refused(() => check(certificate, { at: later(30), crls, countersigned: later(11) }))).toBe('certificate-revoked')
  expect(refused(() => check(certificate, { at: later(9), earlier: true, crls, countersigned: later(11) }))).toBe('accepted')
})

test('a receipt of before the end lets a certificate outlive itself', () => {
  expect(refused(() => check(certificate, { at: later(400), countersigned: later(364) }))).toBe('accepted')
  expect(refused(() => check(certificate, { at: later(400), countersigned: later(366) }))).toBe('certificate-expired')
})

test('where the list must be up to date, an old one, none, and that of another office refuse', () => {
  const other = officeOf('Kantoor Zuid')
  const listOf = (by: typeof root) => makeCrl(by, { number: 1, thisUpdate: NOW, revoked: [] })
  const at = (days: number, crls: string[]) => refused(() => check(certificate, { roots: [root.certificate, other.certificate], at: later(1), crls, current: later(days) }))
  expect(at(120, [listOf(root)])).toBe('accepted')
  expect(at(121, [listOf(root)])).toBe('revocation-list-out-of-date')
  expect(at(1, [])).toBe('revocation-list-out-of-date')
  expect(at(1, [listOf(other)])).toBe('revocation-list-out-of-date')
})

test('a list says what its root put in it', () => {
  expect(readCrl(revoking(later(10), 7), [readRoot(root.certificate)])).toEqual({
    kid: kidOf(root.publicKey), number: 7, thisUpdate: later(20), nextUpdate: later(140),
    revoked: [{ serial, at: later(10), reason: 'keyCompromise' }, { serial: '7f01', at: later(10), reason: 'superseded' }],
  })
})

test('a list of another office revokes nothing here, and a list of nobody is refused', () => {
  const other = officeOf('Kantoor Zuid')
  const crls = [revoking(later(2), 2, other)]
  expect(check(certificate, { roots: [root.certificate, other.certificate], at: later(11), crls }).kid).toBe(kid)
  expect(refused(() => check(certificate, { at: later(11), crls }))).toBe('revocation-list-invalid')
})

test('a changed bit in any byte of a certificate and of a list is refused', () => {
  const crl = revoking(later(10))
  const flips = (pem: string) => Array.from({ length: pem.length }, (_, at) => {
    const bytes = Buffer.from(pem)
    bytes[at]! ^= 1 << (at % 8)
    return bytes.toString('latin1')
  })
  expect(flips(certificate).filter((bad) => refused(() => check(bad)) === 'accepted')).toEqual([])
  expect(flips(crl).filter((bad) => refused(() => check(certificate, { crls: [bad] })) === 'accepted')).toEqual([])
})

test('a refusal always has a code, also for bytes in the certificate that are repaired into clean PEM', () => {
  const bytes = fromPem('CERTIFICATE', certificate)
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), fc.nat(8), (edits, cut) => {
    const altered = Buffer.from(bytes.subarray(0, bytes.length - cut))
    for (const [place, value] of edits) if (place < altered.length) altered[place] = value
    fc.pre(!altered.equals(bytes))
    expect(refused(() => check(toPem('CERTIFICATE', altered)))).toMatch(/^(not-canonical|key-type|weak-key|certificate-[a-z-]+)$/)
  }), { numRuns: 500 })
})

test.each([
  ['a blank line at the end', (pem: string) => `${pem}\n`],
  ['text before it', (pem: string) => `Subject: X\n${pem}`],
  ['Windows line ends', (pem: string) => pem.replaceAll('\n', '\r\n')],
  ['no line end', (pem: string) => pem.trimEnd()],
  ['one long line', (pem: string) => pem.replaceAll(/(?<=[A-Za-z0-9+/])\n(?=[A-Za-z0-9+/])/g, '')],
  ['another label', (pem: string) => pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
  ['two of them', (pem: string) => pem + pem],
  ['nothing', () => ''],
])('a certificate with %s is not canonical', (_what, spoil) => {
  expect(refused(() => check(spoil(certificate)))).toBe('not-canonical')
})

test.each(['A. Bakker', 'Ğülşen "de" Vries, #1 + 2 = \\3', '# 00ff', ' '.repeat(3) + 'x', 'é'.repeat(200)])('a name stands in it as it is, up to 64 characters: %s', (name) => {
  const pem = issueCertificate(root, { ...grant, name })
  expect(check(pem).name).toBe([...name].slice(0, 64).join(''))
})

test('no certificate is made for longer than 400 days', () => {
  expect(() => issueCertificate(root, { ...grant, days: 401 })).toThrow(RangeError)
})

function writtenForOpenssl() {
  const folder = openTestFolder()
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  return {
    root: write('root.pem', root.certificate), leaf: write('leaf.pem', certificate),
    good: write('good.pem', makeCrl(root, { number: 1, thisUpdate: NOW, revoked: [] })), revoked: write('revoked.pem', revoking(later(10))),
  }
}
const moment = (days: number) => ['-attime', String(Math.floor(Date.parse(later(days)) / 1000))]
const openssl = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  return { good: status === 0, says: stdout + stderr }
}

test('openssl agrees on good, expired, not yet valid, revoked and strange', () => {
  const files = writtenForOpenssl()
  const verifyAt = (days: number, ...more: string[]) => openssl('verify', '-x509_strict', ...moment(days), '-CAfile', files.root, ...more, files.leaf)
  expect(verifyAt(1)).toMatchObject({ good: true })
  expect(verifyAt(1, '-crl_check', '-CRLfile', files.good)).toMatchObject({ good: true })
  expect(verifyAt(366).says).toContain('certificate has expired')
  expect(verifyAt(-0.5).says).toContain('not yet valid')
  expect(verifyAt(21, '-crl_check', '-CRLfile', files.revoked).says).toContain('certificate revoked')
  writeFileSync(files.root, officeOf('Kantoor Noord').certificate)
  expect(verifyAt(1).good).toBe(false)
})

test('openssl and Node read the same certificate', () => {
  const files = writtenForOpenssl()
  const text = openssl('x509', '-in', files.leaf, '-noout', '-text').says
  for (const part of ['CA:FALSE', 'Digital Signature', 'ED25519', `urn:uuid:${person}`, 'urn:veldtoets:role:inspector']) expect(text).toContain(part)
  const list = openssl('crl', '-in', files.revoked, '-noout', '-text').says
  for (const part of [serial.toUpperCase(), 'Key Compromise', 'CRL Number']) expect(list).toContain(part)
  const node = new X509Certificate(certificate)
  expect(node.toString()).toBe(certificate)
  expect(node.ca).toBe(false)
  expect(node.verify(createPublicKey(root.certificate))).toBe(true)
  expect(verify(null, Buffer.from('x'), node.publicKey, key.sign(Buffer.from('x')))).toBe(true)
})

test('years from 2050 on are written as openssl reads them', () => {
  const long = makeRoot(root, { name: 'Kantoor Noord', now: NOW, years: 40 })
  const file = join(openTestFolder(), 'root.pem')
  writeFileSync(file, long)
  expect(openssl('verify', '-x509_strict', '-CAfile', file, ...moment(39 * 365), file)).toMatchObject({ good: true })
  expect(readRoot(long).validTo).toBe(later(40 * 365))
})
