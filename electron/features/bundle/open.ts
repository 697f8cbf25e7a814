import { BundleHeader, type DeviceStatement, FORMAT, isInManifest, type KeyId, REQUIRED_MEMBERS } from '../../../shared/domain/bundle.ts'
import { appError } from '../../../shared/errors.ts'
import { hold } from '../../crypto/canonical-file.ts'
import { isEncrypted } from '../../crypto/age.ts'
import { createDigest, digestOf } from '../../crypto/digest.ts'
import { type Bytes, openBytes } from './file.ts'
import { parseManifest } from './manifest.ts'
import type { SignedDevice } from './seal.ts'
import { checkDevice, checkersOf, type CheckPem, checkSigner, type ProvedDevice, type SignedBy, type Trust } from './statements.ts'
import { linesOf, parseCanonical, parseFile } from './text.ts'
import { type Located, readDirectory } from './zip-reader.ts'
import type { Member, Progress } from './zip-writer.ts'

const MEBIBYTE = 1024 * 1024
const STATEMENT = 16 * 1024

/** A bundle of which container, manifest, signatures and every byte hold; whether its records agree is for `readRecords`. */
export interface OpenBundle {
  /** The name of the bundle. */
  readonly manifestSha256: string
  readonly size: number
  readonly header: BundleHeader
  readonly signers: readonly SignedBy[]
  /** Key ids of those who must sign and have not; none unless a proposal was asked for. */
  readonly missing: readonly KeyId[]
  /** What was signed, byte for byte. */
  readonly signatures: ReadonlyMap<KeyId, SignedDevice>
  readonly devices: ReadonlyMap<string, ProvedDevice>
  /** Holds a certificate inside against the same roots. */
  readonly checkPem: CheckPem
  /** Whether the certificates were held against a root. */
  readonly rootChecked: boolean
  readonly names: readonly string[]
  read(name: string): Promise<Buffer>
  /** A JSON member in its canonical text. */
  json(name: string): Promise<unknown>
  /** The lines of a JSONL member; none when there is no such member. `place` is for messages. */
  lines(name: string): AsyncIterable<{ value: unknown; place: string }>
  stream(name: string): AsyncIterable<Buffer>
  /** A member as it is written again. */
  member(name: string): Member
  close(): Promise<void>
}

/** How a bundle is read; a proposal to sign still lacks signatures, and is nothing but that. */
export interface Reading extends Progress {
  readonly proposal?: boolean
}

/** Opens a bundle that can be trusted, or says by its code why not. Whoever opens it closes it. */
export async function openBundle(path: string, trust: Trust, reading: Reading = {}): Promise<OpenBundle> {
  return openBundleIn(await openBytes(path), trust, reading)
}

/** The same of bytes that were opened already; closing the bundle closes them. */
export async function openBundleIn(file: Bytes, trust: Trust, reading: Reading = {}): Promise<OpenBundle> {
  try {
    if (await isEncrypted(file)) throw appError('encrypted-bundle', {})
    return await check(file, trust, reading)
  } catch (error) {
    await file.close()
    throw error
  }
}

async function check(file: Bytes, trust: Trust, { proposal = false, ...progress }: Reading): Promise<OpenBundle> {
  const members = await readDirectory(file)
  for (const name of REQUIRED_MEMBERS) if (!members.has(name)) throw appError('missing-member', { member: name })
  const content = contentOf(file, members)
  await content.read('mimetype', STATEMENT)
  const manifest = await content.read('manifest-sha256.txt', 4 * MEBIBYTE)
  const manifestSha256 = digestOf(manifest).sha256
  const hashes = parseManifest(manifest)
  assertListed(members, hashes)
  content.expect(hashes)
  const header = readHeader(await content.read('bundle.json', MEBIBYTE))

  const groups = await readGroups(members, content)
  assertSigners(header, groups.signers, proposal)
  await checkContent(members, content, progress) // before the signatures: damage is told as damage
  const checkAt = checkersOf(trust, manifestSha256)
  const checkPem = checkAt(trust.arrived?.bundle(manifestSha256) ?? trust.at)
  const checkFor = (statement: DeviceStatement) => checkAt(trust.arrived?.statement(statement) ?? trust.at)
  const signers = [...groups.signers].map(([kid, signed]) =>
    checkSigner(kid, signed, header, manifestSha256, checkAt(trust.arrived?.signature(manifestSha256, kid, signed) ?? trust.at)))
  const missing = header.signers.filter((kid) => !groups.signers.has(kid))
  if (missing.length === 0) assertEnough(header, signers)
  const devices = new Map([...groups.devices].map(([device, signed]) => [device, checkDevice(device, signed, header, checkFor)]))
  assertOneOwner([...signers, ...[...devices.values()].map(({ statement }) => statement)])
  for (const [device, counter] of Object.entries(header.known)) if (!devices.has(device)) throw appError('author-unproved', { device, counter })

  return {
    manifestSha256, size: file.size, header, signers, missing, signatures: groups.signers, devices, checkPem, rootChecked: trust.roots.length > 0, names: [...members.keys()],
    read: (name) => content.read(name, 64 * MEBIBYTE),
    json: async (name) => parseFile(await content.read(name, 16 * MEBIBYTE), name),
    lines: (name) => parsedLines(content.stream(name), name),
    stream: content.stream,
    member: (name) => {
      const { size, crc32 } = members.get(name)!
      return { name, content: { size, crc32, sha256: hashes.get(name)!, open: () => content.stream(name) } }
    },
    close: file.close,
  }
}

/** A hand-over is signed by as many persons as the office asks: someone with two keys is one. */
function assertEnough({ purpose, policy }: BundleHeader, signers: readonly SignedBy[]): void {
  const found = new Set(signers.map(({ person }) => person)).size
  if (purpose === 'handover' && found < policy.signers) throw appError('signers-too-few', { found, needed: policy.signers })
}

/** A key is of one person, however often it was certified: with a renewed certificate the older one may still be inside. */
function assertOneOwner(owners: readonly { kid: KeyId; person: string }[]): void {
  const known = new Map<KeyId, string>()
  for (const { kid, person } of owners) {
    if ((known.get(kid) ?? person) !== person) throw appError('duplicate-key-id', { kid })
    known.set(kid, person)
  }
}

/** Gives the bytes of members, each time held against what vouches for them: the manifest, or else the checksum of the container. */
function contentOf(file: Bytes, members: ReadonlyMap<string, Located>) {
  let hashes: ReadonlyMap<string, string> = new Map()
  async function* stream(name: string): AsyncIterable<Buffer> {
    const member = members.get(name)
    if (!member) return
    const digest = createDigest()
    for await (const piece of file.stream(member.start, member.size)) {
      digest.add(piece)
      yield piece
    }
    const found = digest.end()
    if (hashes.has(name) && hashes.get(name) !== found.sha256) throw appError('hash-mismatch', { member: name })
    if (found.crc32 !== member.crc32) throw appError('crc', { member: name })
  }
  const read = async (name: string, limit: number) => {
    const { size } = members.get(name) ?? { size: 0 }
    if (size > limit) throw appError('too-large', { what: name, bytes: size, limit })
    const pieces: Buffer[] = []
    for await (const piece of stream(name)) pieces.push(Buffer.from(piece))
    return Buffer.concat(pieces)
  }
  return { stream, read, expect: (manifest: ReadonlyMap<string, string>) => { hashes = manifest } }
}
type Content = ReturnType<typeof contentOf>

async function* parsedLines(pieces: AsyncIterable<Buffer>, name: string): AsyncIterable<{ value: unknown; place: string }> {
  for await (const { bytes, place } of linesOf(pieces, name)) yield { value: parseCanonical(bytes, place), place }
}

function assertListed(members: ReadonlyMap<string, Located>, manifest: ReadonlyMap<string, string>): void {
  for (const name of members.keys()) if (isInManifest(name) && !manifest.has(name)) throw appError('unlisted-member', { member: name })
  for (const [name, sha256] of manifest) {
    if (!members.has(name)) throw appError('missing-member', { member: name })
    const isEvidence = name.startsWith('data/evidence/')
    if (isEvidence && !name.endsWith(sha256)) throw appError('hash-mismatch', { member: name }) // evidence is named after its content
  }
}

function readHeader(bytes: Buffer): BundleHeader {
  const member = 'bundle.json'
  const value = parseFile(bytes, member)
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : null
  if (typeof format === 'string' && /^veldtoets\/\d{1,6}$/.test(format) && format !== FORMAT) throw appError('newer-format', { format })
  const header = hold(BundleHeader, value, member)
  const { signers, since, known, purpose } = header
  const isAscending = signers.every((kid, index) => index === 0 || signers[index - 1]! < kid)
  const isWithin = Object.entries(since).every(([device, counter]) => counter <= (known[device] ?? 0))
  if (!isAscending) throw appError('field-invalid', { member, field: 'signers' })
  if (!isWithin || (purpose === 'handover' && Object.keys(since).length > 0)) throw appError('field-invalid', { member, field: 'since' })
  return header
}

/** Statement, signature and certificate of each signer and device. */
async function readGroups(members: ReadonlyMap<string, Located>, content: Content) {
  const [signers, devices] = [new Map<string, SignedDevice>(), new Map<string, SignedDevice>()]
  for (const name of members.keys()) {
    const [, device, id] = name.match(/^signatures\/(device\/)?([0-9a-f]{32})\./) ?? []
    const group = device ? devices : signers
    if (id === undefined || group.has(id)) continue
    const base = `signatures/${device ?? ''}${id}`
    const [json, sig, pem] = [`${base}.json`, `${base}.sig`, `${base}.pem`]
    for (const part of [json, sig, pem]) {
      if (!members.has(part)) throw device ? appError('missing-member', { member: part }) : appError('signer-missing', { signer: id })
    }
    group.set(id, {
      json: await content.read(json, STATEMENT), sig: await content.read(sig, STATEMENT), pem: (await content.read(pem, STATEMENT)).toString('latin1'),
    })
  }
  return { signers, devices }
}

/** Nobody may be missing but in a hand-over that is proposed, and nobody may be there who is not asked for. */
function assertSigners({ signers, purpose }: BundleHeader, found: ReadonlyMap<string, SignedDevice>, proposal: boolean): void {
  if (found.size === 0) throw appError('no-signature', {})
  for (const kid of signers) if (!found.has(kid) && !(proposal && purpose === 'handover')) throw appError('signer-missing', { signer: kid })
  for (const kid of found.keys()) if (!signers.includes(kid)) throw appError('signer-missing', { signer: kid })
}

/** Reads every byte that the manifest vouches for. */
async function checkContent(members: ReadonlyMap<string, Located>, { stream }: Content, { signal, onProgress }: Progress): Promise<void> {
  const listed = [...members.values()].filter(({ name }) => isInManifest(name))
  const total = listed.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  for (const { name } of listed) {
    for await (const piece of stream(name)) {
      signal?.throwIfAborted()
      onProgress?.(done += piece.length, total)
    }
  }
}
