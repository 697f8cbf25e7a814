import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** How bundles are named, encrypted ones too. */
export const BUNDLE = /\.veldtoets(\.age)?$/

/** The files that paths stand for: each file itself, and of a folder all files of such a name below it, in the order of their names. */
export async function filesIn(paths: readonly string[], named: RegExp): Promise<string[]> {
  return (await Promise.all(paths.map((path) => filesAt(path, named)))).flat()
}

async function filesAt(path: string, named: RegExp): Promise<string[]> {
  const kind = await stat(path).catch(() => null) // one that is gone is told of in its turn
  if (!kind?.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && named.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
