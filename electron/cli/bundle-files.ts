import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The files that paths stand for: each file itself, and of a folder all bundles below it in the order of their names, encrypted ones too. */
export async function bundleFilesIn(paths: readonly string[]): Promise<string[]> {
  return (await Promise.all(paths.map(filesAt))).flat()
}

async function filesAt(path: string): Promise<string[]> {
  const kind = await stat(path).catch(() => null) // one that is gone is told of in its turn
  if (!kind?.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.veldtoets(\.age)?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}
