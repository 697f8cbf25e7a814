import {
  BundleHeader, compareMembers, DeviceStatement, isInManifest, isMemberName, type KeyId, REQUIRED_MEMBERS, SignerStatement,
} from '../../../shared/domain/bundle.ts'
import verifyText from '../../../resources/verify/verify-text.json' with { type: 'json' }
import { digestOf } from '../../crypto/digest.ts'
import { canonical } from '../../crypto/hash.ts'
import { MIMETYPE } from './layout.ts'
import { manifestOf } from './manifest.ts'
import { digestOfMember, type Member, type Progress, writeZip } from './zip-writer.ts'

/** A person who signs: what they state, and the key that they unlocked for it. The certificate is PEM. */
export interface Signer extends Pick<SignerStatement, 'kid' | 'role' | 'statement' | 'time' | 'counter'> {
  readonly certificate: string
  sign(bytes: Buffer): Buffer
}

/** What a person signed about a device, kept and passed on byte for byte. */
export interface SignedDevice {
  readonly json: Buffer
  readonly sig: Buffer
  readonly pem: string
}

export interface Sealing {
  readonly header: Omit<BundleHeader, 'signers'>
  /** What lies under data/. */
  readonly members: readonly Member[]
  readonly signers: readonly Signer[]
  /** Key ids of those who must sign too, and have not: until then it is a proposal. */
  readonly others?: readonly KeyId[]
  readonly devices: readonly SignedDevice[]
  readonly path: string
  /** For whom the file is encrypted (age); left out or empty, it is not. */
  readonly recipients?: readonly string[]
}

/** A statement as it is signed and stored: canonical JSON and a line end. */
export const bytesOf = (statement: unknown) => Buffer.from(`${canonical(statement)}\n`)

/** What came of it: the name of the bundle, its header, and what was signed, by key id. */
export interface Sealed {
  readonly manifestSha256: string
  readonly size: number
  readonly header: BundleHeader
  readonly signatures: ReadonlyMap<KeyId, SignedDevice>
}

/** Signs and writes a bundle. The same input always gives the same bytes; what is no bundle is a bug of the caller. */
export async function sealBundle(sealing: Sealing, progress: Progress = {}): Promise<Sealed> {
  const { header, signers, others = [], path, recipients } = sealing
  const full = BundleHeader.parse({ ...header, signers: [...signers.map(({ kid }) => kid), ...others].sort() })
  const listed = [
    ...sealing.members,
    { name: 'bundle.json', content: bytesOf(full) },
    { name: 'VERIFY.txt', content: Buffer.from(`${verifyText.join('\n')}\n`) },
  ]
  const manifest = manifestOf(listed.map((member) => ({ name: member.name, sha256: digestOfMember(member).sha256 })))
  const manifestSha256 = digestOf(manifest).sha256
  const signatures = new Map(signers.map((signer) => [signer.kid, signAs(signer, full, manifestSha256)]))
  const members = [
    { name: 'mimetype', content: MIMETYPE },
    { name: 'manifest-sha256.txt', content: manifest },
    ...[...signatures].flatMap(membersOfSigner),
    ...sealing.devices.flatMap(membersOfDevice),
    ...listed,
  ].sort((a, b) => compareMembers(a.name, b.name))
  assertWhole(members, listed)
  const { size } = await writeZip(path, members, { ...progress, recipients })
  return { manifestSha256, size, header: full, signatures }
}

/** What one person signs about a bundle. */
export function signAs(signer: Signer, { format, bundleId, inspectionId }: BundleHeader, manifestSha256: string): SignedDevice {
  const { kid, role, statement, time, counter, certificate } = signer
  const json = bytesOf(SignerStatement.parse({
    _type: 'veldtoets/signature/1', format, bundle: bundleId, inspection: inspectionId, manifestSha256, kid, role, statement, time, counter,
  }))
  return { json, sig: signer.sign(json), pem: certificate }
}

export const membersOfSigner = ([kid, signed]: readonly [KeyId, SignedDevice]): Member[] => threeOf(`signatures/${kid}`, signed)

function membersOfDevice(signed: SignedDevice): Member[] {
  const { device } = DeviceStatement.parse(JSON.parse(signed.json.toString()))
  return threeOf(`signatures/device/${device}`, signed)
}

const threeOf = (base: string, { json, sig, pem }: SignedDevice): Member[] => [
  { name: `${base}.json`, content: json },
  { name: `${base}.sig`, content: sig },
  { name: `${base}.pem`, content: Buffer.from(pem) },
]

function assertWhole(members: readonly Member[], listed: readonly Member[]): void {
  const names = members.map(({ name }) => name)
  const wrong = names.find((name, index) => !isMemberName(name) || name === names[index + 1])
    ?? listed.find(({ name }) => !isInManifest(name))?.name ?? REQUIRED_MEMBERS.find((name) => !names.includes(name))
  if (wrong !== undefined) throw new TypeError(`no bundle with such a ${wrong}`)
}
