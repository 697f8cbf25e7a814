/**
 * The bytes of the container: a zip (PKWARE APPNOTE 6.3.10) in the one form that a bundle may have. Nothing is compressed, nothing is
 * left to choose, so the same members always give the same file. Writer and reader both build these bytes; the reader compares.
 */

/** A member as the container knows it; `offset` is where its local header starts. */
export interface Placed {
  readonly name: string
  readonly size: number
  readonly crc32: number
  readonly offset: number
}

export const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator: 0x07064b50 } as const
export const LENGTH = { local: 30, central: 46, end: 22, end64: 56, locator: 20 } as const
export const FLAGS = 0x0800 // names are UTF-8
const DATE = 0x0021 // 1 January 1980; the time is 0
const [PLAIN, ZIP64] = [20, 45]
export const IN_ZIP64 = 0xffffffff

export const MIMETYPE = Buffer.from('application/vnd.veldtoets+zip')

/** The extra field of zip64 (0x0001) with what does not fit in 32 bits; none where all fits. */
function extraOf(numbers: readonly number[]): Buffer {
  if (numbers.length === 0) return Buffer.alloc(0)
  const extra = Buffer.alloc(4 + 8 * numbers.length)
  extra.writeUInt16LE(0x0001, 0)
  extra.writeUInt16LE(8 * numbers.length, 2)
  numbers.forEach((number, index) => extra.writeBigUInt64LE(BigInt(number), 4 + 8 * index))
  return extra
}

const sizesOf = ({ size }: Placed) => (size >= IN_ZIP64 ? [size, size] : [])

/** What local and central header have in common, from the version needed to the length of the extra field. */
function describe({ name, size, crc32 }: Placed, extra: Buffer): Buffer {
  const bytes = Buffer.alloc(26)
  const short = Math.min(size, IN_ZIP64)
  bytes.writeUInt16LE(extra.length > 0 ? ZIP64 : PLAIN, 0)
  bytes.writeUInt16LE(FLAGS, 2)
  bytes.writeUInt16LE(DATE, 8)
  bytes.writeUInt32LE(crc32, 10)
  bytes.writeUInt32LE(short, 14)
  bytes.writeUInt32LE(short, 18)
  bytes.writeUInt16LE(Buffer.byteLength(name), 22)
  bytes.writeUInt16LE(extra.length, 24)
  return bytes
}

export function localHeaderOf(member: Placed): Buffer {
  const extra = extraOf(sizesOf(member))
  const head = Buffer.alloc(4)
  head.writeUInt32LE(SIGNATURE.local)
  return Buffer.concat([head, describe(member, extra), Buffer.from(member.name), extra])
}

export function centralHeaderOf(member: Placed): Buffer {
  const extra = extraOf([...sizesOf(member), ...(member.offset >= IN_ZIP64 ? [member.offset] : [])])
  const head = Buffer.alloc(6)
  head.writeUInt32LE(SIGNATURE.central)
  head.writeUInt16LE(extra.length > 0 ? ZIP64 : PLAIN, 4)
  const tail = Buffer.alloc(14) // no comment, disk 0, no attributes
  tail.writeUInt32LE(Math.min(member.offset, IN_ZIP64), 10)
  return Buffer.concat([head, describe(member, extra), tail, Buffer.from(member.name), extra])
}

/** Where the central directory lies. */
export interface Directory {
  readonly count: number
  readonly size: number
  readonly offset: number
}

/** The end of the file: one record, and before it the two of zip64 only when the directory starts beyond 4 GiB. */
export function endOf({ count, size, offset }: Directory): Buffer {
  const end = Buffer.alloc(LENGTH.end)
  end.writeUInt32LE(SIGNATURE.end)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(Math.min(offset, IN_ZIP64), 16)
  return offset >= IN_ZIP64 ? Buffer.concat([end64Of({ count, size, offset }), end]) : end
}

function end64Of({ count, size, offset }: Directory): Buffer {
  const bytes = Buffer.alloc(LENGTH.end64 + LENGTH.locator)
  bytes.writeUInt32LE(SIGNATURE.end64)
  bytes.writeBigUInt64LE(BigInt(LENGTH.end64 - 12), 4)
  bytes.writeUInt16LE(ZIP64, 12)
  bytes.writeUInt16LE(ZIP64, 14)
  bytes.writeBigUInt64LE(BigInt(count), 24)
  bytes.writeBigUInt64LE(BigInt(count), 32)
  bytes.writeBigUInt64LE(BigInt(size), 40)
  bytes.writeBigUInt64LE(BigInt(offset), 48)
  bytes.writeUInt32LE(SIGNATURE.locator, LENGTH.end64)
  bytes.writeBigUInt64LE(BigInt(offset + size), LENGTH.end64 + 8)
  bytes.writeUInt32LE(1, LENGTH.end64 + 16)
  return bytes
}

/** More than any inspection needs, so that a hostile file is refused before it is read. */
export const LIMITS = { bytes: 8 * 1024 ** 3, members: 20_000, directory: 4 * 1024 ** 2 } as const
