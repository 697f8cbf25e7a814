import { compareMembers, isMemberName } from '../../../shared/domain/bundle.ts'
import { appError } from '../../../shared/errors.ts'
import type { Bytes } from './file.ts'
import {
  centralHeaderOf, type Directory, endOf, FLAGS, IN_ZIP64, LENGTH, LIMITS, localHeaderOf, MIMETYPE, type Placed, SIGNATURE,
} from './layout.ts'

/** A member and where its bytes start. */
export interface Located extends Placed {
  readonly start: number
}

/** What a container of ours says it is in its first member, which names it may hold, and their one order. */
export interface Container {
  readonly mimetype: Buffer
  readonly isName: (name: string) => boolean
  readonly compare: (a: string, b: string) => number
}
const BUNDLE: Container = { mimetype: MIMETYPE, isName: isMemberName, compare: compareMembers }

/**
 * Reads which members a bundle holds, and accounts for every byte outside them: whatever differs from the one form of the container
 * is refused with the code that says how. Names are compared with the closed list and never used as paths; nothing is inflated.
 */
export async function readDirectory(file: Bytes, container = BUNDLE): Promise<Map<string, Located>> {
  if (file.size > LIMITS.bytes) throw appError('too-large', { what: 'bundle', bytes: file.size, limit: LIMITS.bytes })
  await recognise(file, container)
  const directory = await findDirectory(file)
  const members = parseDirectory(await file.read(directory.offset, directory.size), directory.count, container)
  return locate(file, members, directory, container)
}

/** Says what a file is that is no bundle at all, before anything is said about damage. */
async function recognise(file: Bytes, { mimetype }: Container): Promise<void> {
  if (file.size === 0) throw appError('not-a-zip', {})
  const first = { name: 'mimetype', size: mimetype.length, crc32: 0, offset: 0 }
  const header = localHeaderOf(first)
  const head = await file.read(0, Math.min(file.size, header.length + mimetype.length))
  const tail = await file.read(Math.max(0, file.size - LENGTH.end), Math.min(file.size, LENGTH.end))
  if (head.length < 4 || head.readUInt32LE() !== SIGNATURE.local) {
    const endsAsZip = tail.length === LENGTH.end && tail.readUInt32LE() === SIGNATURE.end
    throw endsAsZip ? appError('leading-bytes', {}) : head.includes('%PDF') ? appError('not-a-bundle', {}) : appError('not-a-zip', {})
  }
  if (head.length < header.length + mimetype.length) throw appError('truncated', {})
  const isNamed = head.subarray(LENGTH.local, header.length).equals(header.subarray(LENGTH.local))
  if (!isNamed || !head.subarray(header.length).equals(mimetype)) throw appError('not-a-bundle', {})
  await refuseNewer(file, header.length + mimetype.length)
}

/** A later format says so in the first bytes, whatever it does with the rest: `application/vnd.veldtoets+zip;format=2`. */
async function refuseNewer(file: Bytes, at: number): Promise<void> {
  const next = (await file.read(at, Math.min(16, file.size - at))).toString('latin1')
  const number = next.match(/^;format=(\d{1,6})PK/)?.[1]
  if (number !== undefined) throw appError('newer-format', { format: `veldtoets/${number}` })
}

async function findDirectory(file: Bytes): Promise<Directory> {
  if (file.size < LENGTH.end) throw appError('truncated', {})
  const at = file.size - LENGTH.end
  const end = await file.read(at, LENGTH.end)
  if (end.readUInt32LE() !== SIGNATURE.end || end.readUInt16LE(20) !== 0) return refuseEnd(file, end)
  const [count, size, short] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)]
  if (end.readUInt32LE(4) !== 0 || end.readUInt16LE(8) !== count) throw appError('end-record', {})
  if (count > LIMITS.members) throw appError('too-many-members', { members: count, limit: LIMITS.members })
  if (size > LIMITS.directory) throw appError('directory-mismatch', {})
  const directory = { count, size, offset: short === IN_ZIP64 ? await read64(file, at) : short }
  await refuseOddEnd(file, directory)
  return directory
}

/** Where the directory starts, according to zip64. */
async function read64(file: Bytes, end: number): Promise<number> {
  const at = end - LENGTH.locator - LENGTH.end64
  if (at < 0) throw appError('end-record', {})
  return safe(await file.read(at, LENGTH.end64), 48, 'bundle')
}

/** The end must be what a writer would put after this directory, and the directory must end where the end starts. */
async function refuseOddEnd(file: Bytes, directory: Directory): Promise<void> {
  const expected = endOf(directory)
  const at = file.size - expected.length
  const after = directory.offset + directory.size
  if (at < 0 || after > at) throw appError('directory-mismatch', {})
  if (after < at) {
    const next = await file.read(after, 4)
    if (next.readUInt32LE() === SIGNATURE.end) throw appError('end-record', {})
    const start = await file.read(at - directory.size, 4)
    throw start.readUInt32LE() === SIGNATURE.central ? appError('leading-bytes', {}) : appError('directory-mismatch', {})
  }
  if (!(await file.read(at, expected.length)).equals(expected)) throw appError('end-record', {})
}

/** The end is not at the end: something follows it, or it was never copied. */
async function refuseEnd(file: Bytes, last: Buffer): Promise<never> {
  if (last.readUInt32LE() === SIGNATURE.end) throw appError('end-record', {}) // a comment that is not there
  const tail = await file.read(Math.max(0, file.size - 1024 * 1024), Math.min(file.size, 1024 * 1024))
  const base = file.size - tail.length
  const mark = Buffer.from('PK\x05\x06')
  for (let at = tail.lastIndexOf(mark); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(mark, at - 1)) {
    const end = tail.subarray(at, at + LENGTH.end)
    if (end.length < LENGTH.end || end.readUInt32LE(16) + end.readUInt32LE(12) !== base + at) continue
    throw base + at + LENGTH.end + end.readUInt16LE(20) === file.size ? appError('end-record', {}) : appError('trailing-bytes', {})
  }
  throw appError('truncated', {})
}

function parseDirectory(bytes: Buffer, count: number, container: Container): Placed[] {
  const members: Placed[] = []
  const names = new Set<string>()
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + LENGTH.central > bytes.length || bytes.readUInt32LE(at) !== SIGNATURE.central) throw appError('directory-mismatch', {})
    const length = LENGTH.central + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if (at + length > bytes.length) throw appError('directory-mismatch', {})
    const member = parseMember(bytes.subarray(at, at + length), container)
    if (names.has(member.name)) throw appError('duplicate-member', { member: member.name })
    names.add(member.name)
    members.push(member)
    at += length
  }
  if (at !== bytes.length) throw appError('directory-mismatch', {})
  return members
}

function parseMember(header: Buffer, { isName }: Container): Placed {
  const nameEnd = LENGTH.central + header.readUInt16LE(28)
  const name = header.toString('latin1', LENGTH.central, nameEnd)
  if (!isName(name)) throw appError('name-not-allowed', { member: shown(name) })
  if (header.readUInt16LE(8) !== FLAGS) throw appError('flags', { member: name })
  if (header.readUInt16LE(10) !== 0) throw appError('compression-not-allowed', { member: name })
  if (header.readUInt32LE(38) !== 0) throw appError('file-type', { member: name })
  const extra = header.subarray(nameEnd, nameEnd + header.readUInt16LE(30))
  const member = { name, crc32: header.readUInt32LE(16), ...placeOf(name, header, extra) }
  if (!centralHeaderOf(member).equals(header)) throw appError('header-mismatch', { member: name })
  return member
}

/** Size and offset, from the zip64 field where they do not fit; any other extra field is refused. */
function placeOf(name: string, header: Buffer, extra: Buffer): { size: number; offset: number } {
  const [size, offset] = [header.readUInt32LE(24), header.readUInt32LE(42)]
  if (header.readUInt32LE(20) !== size) throw appError('size', { member: name })
  const expected = (size === IN_ZIP64 ? 16 : 0) + (offset === IN_ZIP64 ? 8 : 0)
  if (extra.length !== (expected && expected + 4)) throw appError('extra-field', { member: name })
  if (expected === 0) return { size, offset }
  if (extra.readUInt16LE(0) !== 0x0001 || extra.readUInt16LE(2) !== expected) throw appError('extra-field', { member: name })
  return {
    size: size === IN_ZIP64 ? safe(extra, 4, name) : size,
    offset: offset === IN_ZIP64 ? safe(extra, expected - 4, name) : offset,
  }
}

/** A 64-bit number that a file can have. */
function safe(bytes: Buffer, at: number, member: string): number {
  const number = bytes.readBigUInt64LE(at)
  if (number > BigInt(LIMITS.bytes)) throw appError('size', { member })
  return Number(number)
}

/** Members follow each other without a byte between, from the first of the file up to the directory, in the one order. */
async function locate(file: Bytes, members: readonly Placed[], directory: Directory, { compare }: Container): Promise<Map<string, Located>> {
  const located = new Map<string, Located>()
  let at = 0
  let last = ''
  for (const member of members) {
    const expected = localHeaderOf(member)
    const start = at + expected.length
    if (member.offset !== at || start + member.size > directory.offset) throw appError('overlap-or-gap', { member: member.name })
    if (!(await file.read(at, expected.length)).equals(expected)) throw appError('header-mismatch', { member: member.name })
    if (last !== '' && compare(last, member.name) > 0) throw appError('not-canonical', { member: member.name })
    located.set(member.name, { ...member, start })
    at = start + member.size
    last = member.name
  }
  if (at !== directory.offset) throw appError('overlap-or-gap', { member: last })
  return located
}

/** A name that nobody may trust, fit to be read: what is not plain ASCII is escaped, and the rest is cut off. */
const shown = (name: string) =>
  name.slice(0, 80).replace(/[^\x20-\x7e]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
