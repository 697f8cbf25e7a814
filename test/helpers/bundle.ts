import { join } from 'node:path'
import { type CertificateRole, issueCertificate, makeRoot, type Signer as Key } from '../../electron/crypto/certificate.ts'
import { createDigest, digestOf } from '../../electron/crypto/digest.ts'
import { kidOf, newSigningKey, signWith } from '../../electron/crypto/ed25519.ts'
import { canonical, commitOf, hash, sha256 } from '../../electron/crypto/hash.ts'
import { bytesOf, sealBundle, type Sealing, type SignedDevice, type Signer } from '../../electron/features/bundle/seal.ts'
import type { Member } from '../../electron/features/bundle/zip-writer.ts'
import { type BundleHeader, DeviceStatement, deviceIdOf, FORMAT, GENESIS, headOf } from '../../shared/domain/bundle.ts'
import { type Content, type Entry, identified, stateHashOf } from '../../shared/domain/change.ts'
import { Framework } from '../../shared/domain/framework.ts'
import { openTestFolder } from './folder.ts'

export const AT = '2026-03-02T09:00:00.000Z'
export const INSPECTION = '0198c0de-0000-7000-8000-000000000001'
const MADE = '2026-03-01T12:00:00.000Z'

/** A framework with one expectation: as small as they come. */
export const framework = Framework.parse({
  format: 'veldtoets/framework/1', fieldwork: null, id: 'klein', version: '1', title: 'Klein kader', language: 'nl', inspectorates: [], provenance: ['Test.'],
  scales: {
    rating: [
      { code: 'met', label: 'voldoet', english: 'met', key: '+', sign: '+', shape: 'circle', counts: true, met: true },
      { code: 'not-met', label: 'voldoet niet', english: 'not met', key: '-', sign: '−', shape: 'square', counts: true, met: false },
    ],
    judgement: [
      { code: 'V', label: 'voldoende', english: 'sufficient', key: 'v', sufficient: true },
      { code: 'O', label: 'onvoldoende', english: 'insufficient', key: 'o', sufficient: false },
    ],
  },
  rule: {
    statement: 'Alle.', wording: 'ownWording', notApplicable: 'unstated', facts: [],
    outcomes: [
      { code: 'sufficient', label: 'voldoende', english: 'sufficient', followUp: null, when: { kind: 'every', within: null } },
      { code: 'insufficient', label: 'onvoldoende', english: 'insufficient', followUp: null, when: null },
    ],
  },
  standard: { statement: 'Alle.', wording: 'ownWording' },
  footnotes: [],
  themes: [{
    id: 't', number: '1', title: 'Thema', aim: null, wording: 'ownWording',
    criteria: [{
      id: '1', number: '1', title: 'Zicht', wording: 'ownWording',
      expectations: [{
        id: '1.1', number: '1.1', statement: 'Zicht.', wording: 'ownWording', assessed: true, notAssessedBecause: null, legal: false,
        limbs: [], footnotes: [], guidance: null,
      }],
    }],
  }],
})

const organisation = {
  id: INSPECTION, name: 'Veilig Thuis Voorbeeld', kind: 'veilig-thuis', partOf: null, region: 'Hier', serves: [], verified: false, validFrom: null,
  validTo: null, mergedInto: null,
}

function newKey(): Key & { kid: string } {
  const { pkcs8, publicKey } = newSigningKey()
  return { publicKey, kid: kidOf(publicKey), sign: (bytes) => signWith(pkcs8, bytes) }
}

/** An office with its root, which enrols. */
export function openOffice(name = 'Kantoor', from = '2026-02-01T00:00:00.000Z') {
  const key = newKey()
  const root = makeRoot(key, { name, now: from, years: 10 })
  let people = 0
  const enrol = ({ role = 'inspector', days = 300 }: { role?: CertificateRole; days?: number } = {}) => {
    const own = newKey()
    const person = `0000000${++people}-0000-4000-8000-000000000000`
    const full = `Inspecteur ${people}`
    const grant = { publicKey: own.publicKey, person, role, name: full, inspectorate: 'Toezicht', recipient: null, notBefore: from, days }
    const nonce = String(people).repeat(32)
    return { ...own, person, name: full, role, nonce, device: deviceIdOf(hash, { person, nonce }), certificate: issueCertificate({ ...key, certificate: root }, grant) }
  }
  return { key: { ...key, certificate: root }, root, enrol }
}
export type Office = ReturnType<typeof openOffice>
export type Inspector = ReturnType<Office['enrol']>

/** The changes of one device: ratings of one expectation, each of which replaces the one before, and then the files that it took in. */
export function write({ device, person }: Pick<Inspector, 'device' | 'person'>, values: readonly string[], files: readonly Buffer[] = []): Entry[] {
  const entries: Entry[] = []
  const add = (place: Pick<Entry, 'entity' | 'entityId' | 'field'>, value: Content['value'], parents: string[]) => {
    const content: Content = { salt: sha256(`${device} ${entries.length}`), value, reason: null }
    const counter = entries.length + 1
    const rest = { inspection: INSPECTION, device, counter, author: person, at: MADE, ...place, kind: 'set' as const, commit: commitOf(content), parents }
    entries.push({ ...identified(hash, rest), content })
  }
  for (const value of values) add({ entity: 'finding', entityId: '1.1', field: 'rating' }, value, entries.slice(-1).map(({ id }) => id))
  for (const [index, bytes] of files.entries()) {
    const entityId = `0198c0de-0000-7000-8000-00000000ee${String(index).padStart(2, '0')}`
    const { sha256 } = digestOf(bytes)
    const about = { sha256, size: bytes.length, type: 'application/octet-stream', extension: 'bin', removed: 'not-looked', original: null }
    add({ entity: 'evidence', entityId, field: 'file' }, about, [])
  }
  return entries
}

/** One entry of an audit chain per change. */
export function logOf(entries: readonly Entry[]) {
  let last = { n: 0, device: '', hash: GENESIS }
  return entries.map(({ id, device, author }) => {
    const before = last.device === device ? last : { n: 0, hash: GENESIS }
    const body = { inspection: INSPECTION, device, n: before.n + 1, previous: before.hash, time: MADE, who: author, what: 'set', reference: id }
    last = { ...body, hash: sha256(`veldtoets/log/v1\0${canonical(body)}`) }
    return { ...body, hash: last.hash }
  })
}

export const jsonl = (values: readonly unknown[]) => Buffer.from(values.map((value) => `${canonical(value)}\n`).join(''))

export function proveDevice({ device, nonce, person, kid, certificate, sign }: Inspector, entries: readonly Entry[], over: Partial<DeviceStatement> = {}): SignedDevice {
  const { n, hash: last } = logOf(entries).at(-1)!
  const statement = {
    _type: 'veldtoets/device-log/1', inspection: INSPECTION, device, nonce, person, kid, counter: entries.length,
    head: headOf(hash, entries.map(({ id }) => id)), log: { n, hash: last }, ...over,
  }
  const bytes = bytesOf(statement)
  return { json: bytes, sig: sign(bytes), pem: certificate }
}

export const signerOf = ({ kid, certificate, sign, role }: Inspector): Signer => ({
  kid, certificate, sign, role, statement: 'Naar waarheid opgemaakt.', time: MADE, counter: 1,
})

/** A photo of an inspection, or whatever bytes. */
export function evidenceOf(bytes: Buffer): Member {
  const digest = createDigest()
  digest.add(bytes)
  const known = digest.end()
  return { name: `data/evidence/${known.sha256}`, content: { ...known, open: async function* () { yield bytes } } }
}

/** What goes into a good hand-over of these inspectors; a test alters what it is about. */
export function goodSealing(people: readonly Inspector[], { values = ['not-met', 'met'], evidence = [] as readonly Buffer[], folder = '' } = {}) {
  const perPerson = people.map((inspector, index) => write(inspector, values, index === 0 ? evidence : []))
  const entries = perPerson.toSorted(([a], [b]) => (a!.device < b!.device ? -1 : 1)).flat()
  const log = logOf(entries)
  const replaced = new Set(entries.flatMap(({ parents }) => parents))
  const contents = entries.map(({ id, content }) => ({ change: id, ...content })).sort((a, b) => (a.change < b.change ? -1 : 1))
  const header: Omit<BundleHeader, 'signers'> = {
    format: FORMAT, bundleId: '0198c0de-0000-7000-8000-0000000000b1', inspectionId: INSPECTION, deviceId: people[0]!.device, sequence: 1,
    previousBundle: { sha256: null }, replaces: null, purpose: 'handover', since: {},
    known: Object.fromEntries(perPerson.map((own) => [own[0]!.device, own.length])), schema: 1, app: '0.1.0',
    framework: { id: framework.id, version: framework.version, sha256: hash(framework) }, destination: null, policy: { signers: 1 },
    logHead: Object.fromEntries(log.map(({ device, n, hash }) => [device, { n, hash }])),
    counts: {
      changes: entries.length, contents: contents.length, log: log.length, erasures: 0, persons: people.length, earlier: 0, evidence: evidence.length,
    },
    stateHash: stateHashOf(hash, entries.filter(({ id }) => !replaced.has(id))), madeAt: MADE,
  }
  const members: Member[] = [
    { name: 'data/changes.jsonl', content: jsonl(entries.map(({ content: _content, ...change }) => change)) },
    { name: 'data/content.jsonl', content: jsonl(contents) },
    { name: 'data/log.jsonl', content: jsonl(log) },
    { name: 'data/framework.json', content: bytesOf(framework) },
    { name: 'data/organisation.json', content: bytesOf(organisation) },
    { name: 'data/persons.json', content: bytesOf(people.map(({ person, name }) => ({ id: person, inspectorate: 'Toezicht', name }))) },
    ...evidence.map(evidenceOf),
  ]
  const devices = people.map((inspector, index) => proveDevice(inspector, perPerson[index]!))
  return { header, members, signers: people.map(signerOf), devices, path: join(folder || openTestFolder(), 'bundle.veldtoets'), entries }
}

/** The same with other bytes for one member. */
export function withMember<S extends Pick<Sealing, 'members'>>(sealing: S, name: string, content: Buffer): S {
  return { ...sealing, members: [...sealing.members.filter((member) => member.name !== name), { name, content }] }
}

/** A good bundle on disk, with the office whose root it can be held against. */
export async function writeGoodBundle(options: Parameters<typeof goodSealing>[1] & { people?: number; office?: Office } = {}) {
  const { office = openOffice() } = options
  const people = Array.from({ length: options.people ?? 1 }, () => office.enrol())
  const sealing = goodSealing(people, options)
  const sealed = await sealBundle(sealing)
  return { office, people, sealing, sealed, path: sealing.path, trust: { roots: [office.root], at: AT, crls: [] } }
}
