import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { issueCertificate, nameOf, readRoot, type Signer } from '../../electron/crypto/certificate.ts'
import { der, ED25519, integer, sequence, signedDer, time, toPem } from '../../electron/crypto/der.ts'
import { canonical } from '../../electron/crypto/hash.ts'
import { sealBundle } from '../../electron/features/bundle/seal.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { AT, goodSealing, INSPECTION, type Inspector, jsonl, logOf, type Office, openOffice, proveDevice, signerOf, withMember } from './bundle.ts'
import { partsOf, replacing, zipOf } from './hostile-bundle.ts'

type Sealing = ReturnType<typeof goodSealing>
/** A bundle as somebody seals it who has a good key of their own, or of the office; what it is refused for, if for anything. */
export type SealedFile = [what: string, code: ErrorCode | 'accepted', make: () => Promise<Buffer>]

const PHOTO = Buffer.from('foto')

/** What colleagues and a careless office can make: other devices, certificates, logs, files and erasures. */
export function insiderFiles(office: Office): SealedFile[] {
  const [own, other, desk] = [office.enrol(), office.enrol(), office.enrol({ role: 'office' })]
  const stranger = openOffice('Ander').enrol()
  const seal = async (alter: (sealing: Sealing) => Partial<Sealing>, options: Parameters<typeof goodSealing>[1] = {}) => {
    const sealing = goodSealing([own, other], options)
    const { path } = await sealBundle({ ...sealing, ...alter(sealing) }).then(() => sealing)
    return readFileSync(path)
  }
  /** The devices with another statement for the first. */
  const proving = (by: Inspector, over: Parameters<typeof proveDevice>[2] = {}) => ({ entries, devices }: Sealing) => {
    const first = entries.filter(({ device }) => device === own.device)
    return { devices: devices.map((one, index) => (index === 0 ? proveDevice(by, first, { device: own.device, nonce: own.nonce, ...over }) : one)) }
  }
  const withCertificate = (pem: string) => async () => {
    const good = partsOf(await seal(() => ({})))
    return zipOf(replacing(good, `signatures/${own.kid}.pem`, () => pem))
  }
  const forged = (options: Parameters<typeof forge>[1]) => withCertificate(forge(office, { publicKey: own.publicKey, ...options }))
  const dropped = ({ members }: Sealing) => members.filter(({ name }) => !name.startsWith('data/evidence/'))

  return [
    ['nothing forged', 'accepted', () => seal(() => ({}), { evidence: [PHOTO] })],
    ['the device of a colleague under an own name', 'author-unproved', () => seal(proving(other, { person: other.person }))],
    ['the device of a colleague under their name', 'author-unproved', () => seal(proving(other, { person: own.person }))],
    ['a device with another nonce', 'author-unproved', () => seal(proving(own, { nonce: 'f'.repeat(32) }))],
    ['a device that somebody else\'s office vouches for', 'certificate-not-from-office', () => seal(proving({ ...stranger, person: own.person }))],
    ['a device with fewer changes than known', 'author-unproved', () => seal(proving(own, { counter: 1 }))],
    ['a device whose owner signed another order', 'author-unproved', () => seal(proving(own, { head: 'a'.repeat(64) }))],
    ['63 one key for two persons', 'duplicate-key-id', () => seal(({ devices, entries }) => {
      const theirs = entries.filter(({ device }) => device === other.device)
      const grant = { ...other, publicKey: own.publicKey, inspectorate: 'Toezicht', recipient: null, notBefore: '2026-02-01T00:00:00.000Z', days: 300 }
      const twin = { ...own, person: other.person, nonce: other.nonce, device: other.device, certificate: issueCertificate(office.key, grant) }
      return { devices: devices.map((one, index) => (index === 1 ? proveDevice(twin, theirs) : one)) }
    })],
    ['99 a statement for another log', 'log-chain-broken', () => seal(proving(own, { log: { n: 1, hash: 'a'.repeat(64) } }))],
    ['99 a log cut by who forwards it', 'log-chain-broken', () => seal((sealing) => cutLog(sealing, own.device))],
    ['99 a log cut with its head', 'log-chain-broken', () => seal((sealing) => cutLog(sealing, own.device, true))],
    ['30 a signer of another office', 'certificate-not-from-office', () => seal(() => ({ signers: [signerOf(stranger)] }))],
    ['a hand-over that the office signed', 'wrong-statement', () => seal(() => ({ signers: [signerOf(desk)] }))],
    ['26 a hand-over that fewer signed than the office asks', 'signers-too-few', () => seal(({ header }) => ({ header: { ...header, policy: { signers: 3 } } }))],
    ['26 a hand-over that one person signed with two keys', 'signers-too-few', () => seal(({ header }) => {
      const spare = office.enrol()
      const grant = { ...spare, person: own.person, name: own.name, inspectorate: 'Toezicht', recipient: null, notBefore: '2026-02-01T00:00:00.000Z', days: 300 }
      const twin = { ...spare, certificate: issueCertificate(office.key, grant) }
      return { header: { ...header, policy: { signers: 2 } }, signers: [signerOf(own), signerOf(twin)] }
    })],
    ['a preparation that the office signed', 'accepted', () => seal(({ header }) => ({ header: { ...header, purpose: 'preparation' }, signers: [signerOf(desk)] }))],
    ['92 a file that nothing names', 'broken-reference', () => seal(({ members, header }) => ({
      members: [...members.filter(({ name }) => !name.startsWith('data/content')), { name: 'data/content.jsonl', content: withoutPhoto(members) }],
      header: { ...header, purpose: 'exchange', counts: { ...header.counts, contents: header.counts.contents - 1 } },
    }), { evidence: [PHOTO] })],
    ['92 a hand-over without a file that it names', 'missing-member', () =>
      seal((sealing) => ({ members: dropped(sealing), header: { ...sealing.header, counts: { ...sealing.header.counts, evidence: 0 } } }), { evidence: [PHOTO] })],
    ['an exchange without a file that it names', 'accepted', () => seal((sealing) => ({
      members: dropped(sealing), header: { ...sealing.header, purpose: 'exchange', counts: { ...sealing.header.counts, evidence: 0 } },
    }), { evidence: [PHOTO] })],
    ['an answer erased by its author', 'accepted', () => seal((sealing) => erasing(sealing, own))],
    ['an answer erased by the office', 'accepted', () => seal((sealing) => erasing(sealing, desk))],
    ['an erasure under another name', 'erasure-invalid', () => seal((sealing) => erasing(sealing, { ...own, person: other.person }))],
    ['an erasure that nobody signed', 'erasure-invalid', () => seal((sealing) => erasing(sealing, { ...own, sign: () => Buffer.alloc(64) }))],
    ['an erasure of another inspection', 'erasure-invalid', () => seal((sealing) => erasing(sealing, own, { inspection: sealing.header.bundleId }))],
    ['an erasure of what is not inside', 'erasure-invalid', () => seal((sealing) => erasing(sealing, own, { change: 'f'.repeat(64) }))],
    ['55 a certificate that may sign others', 'certificate-usage', forged({ basic: '300f0603551d130101ff040530030101ff' })],
    ['55 a certificate without a use', 'certificate-usage', forged({ usage: null })],
    ['55 a certificate for signing lists', 'certificate-usage', forged({ usage: '300e0603551d0f0101ff040403020106' })],
    ['55 the root as a certificate', 'certificate-usage', withCertificate(office.root)],
    ['56 a P-256 key', 'key-type', forged({ publicKey: strange('ec') })],
    ['56 an RSA key', 'key-type', forged({ publicKey: strange('rsa') })],
    ['57 a key that verifies everything', 'weak-key', forged({ publicKey: `MCowBQYDK2VwAyEAAQ${'A'.repeat(41)}=` })],
    ['58 a signature raised by the order of the group', 'signature-invalid', async () =>
      zipOf(replacing(partsOf(await seal(() => ({}))), `signatures/${own.kid}.sig`, raised))],
    ['a certificate in another spelling', 'not-canonical', withCertificate(`${own.certificate}\n`)],
    ['a certificate of somebody else', 'signature-invalid', withCertificate(other.certificate)],
  ]
}

/** Takes the last entry off the log of a device, and perhaps off what the header says of it; the owner's statement stays. */
function cutLog({ members, header, entries }: Sealing, device: string, alsoHead = false): Partial<Sealing> {
  const log = logOf(entries)
  const last = log.findLastIndex((entry) => entry.device === device)
  const { n, hash } = log[last - 1]!
  return {
    members: withMember({ members }, 'data/log.jsonl', jsonl(log.toSpliced(last, 1))).members,
    header: {
      ...header, counts: { ...header.counts, log: log.length - 1 },
      logHead: alsoHead ? { ...header.logHead, [device]: { n, hash } } : header.logHead,
    },
  }
}

/** Without what the last change says, which is the photo. */
function withoutPhoto(members: Sealing['members']): Buffer {
  const lines = String(members.find(({ name }) => name === 'data/content.jsonl')!.content).split('\n')
  return Buffer.from(lines.filter((line) => !line.includes('sha256')).join('\n'))
}

/** Erases the first answer. */
function erasing(sealing: Sealing, by: Inspector, over: Record<string, string> = {}): Partial<Sealing> {
  const [first, ...rest] = sealing.entries
  const record = { _type: 'veldtoets/erasure/1', inspection: INSPECTION, change: first!.id, author: by.person, at: AT, reason: 'Naam van een kind.', ...over }
  const line = { record, certificate: by.certificate, signature: by.sign(Buffer.from(canonical(record))).toString('hex') }
  const contents = rest.map(({ id, content }) => ({ change: id, ...content })).sort((a, b) => (a.change < b.change ? -1 : 1))
  const left = withMember(sealing, 'data/content.jsonl', jsonl(contents))
  return {
    members: withMember(left, 'data/erasures.jsonl', jsonl([line])).members,
    header: { ...sealing.header, counts: { ...sealing.header.counts, contents: contents.length, erasures: 1 } },
  }
}

const BASIC = '300c0603551d130101ff04023000'
const USAGE = '300e0603551d0f0101ff040403020780'

/** A certificate that the office would never give, signed with its key: extensions in hex of DER, the key as base64 of SPKI. */
function forge(office: Office, { publicKey, basic = BASIC, usage = USAGE }: { publicKey?: string; basic?: string; usage?: string | null }): string {
  const root: Signer = office.key
  const extensions = [basic, ...(usage === null ? [] : [usage])].map((hex) => Buffer.from(hex, 'hex'))
  const signed = sequence(
    der(0xa0, integer(Buffer.of(2))), integer(Buffer.of(9)), ED25519, readRoot(office.root).subject,
    sequence(time('2026-02-01T00:00:00.000Z'), time('2026-12-01T00:00:00.000Z')), nameOf('X', ''), Buffer.from(publicKey!, 'base64'),
    der(0xa3, sequence(...extensions)),
  )
  return toPem('CERTIFICATE', signedDer(signed, root.sign(signed)))
}

const strange = (kind: 'ec' | 'rsa') => {
  const { publicKey } = kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 })
  return publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
}

/** S + L: the same signature to whoever does not look whether S is below the order of the group (RFC 8032, 5.1.7). */
function raised(signature: Buffer): Buffer {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const scalar = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order
  return Buffer.concat([signature.subarray(0, 32), Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse()])
}
