import { isInManifest, isMemberName } from '../../../shared/domain/bundle.ts'
import { appError } from '../../../shared/errors.ts'

const LINE = /^([0-9a-f]{64}) {2}(.+)$/

/** The manifest as `sha256sum -c` reads it (BagIt, RFC 8493): a line per member, sorted by name. */
export function manifestOf(members: readonly { name: string; sha256: string }[]): Buffer {
  const sorted = [...members].sort((a, b) => (a.name < b.name ? -1 : 1))
  return Buffer.from(sorted.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''))
}

/** The hash of each member. There is one text for a set of members; any other is refused with the number of its first wrong line. */
export function parseManifest(bytes: Buffer): Map<string, string> {
  const lines = bytes.toString('latin1').split('\n')
  if (lines.pop() !== '') throw appError('manifest-line', { line: lines.length + 1 })
  const hashes = new Map<string, string>()
  let last = ''
  for (const [index, line] of lines.entries()) {
    const [, sha256, name] = line.match(LINE) ?? []
    if (sha256 === undefined || name === undefined || !isMemberName(name) || !isInManifest(name) || name <= last) {
      throw appError('manifest-line', { line: index + 1 })
    }
    hashes.set(name, sha256)
    last = name
  }
  return hashes
}
