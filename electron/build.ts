import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['electron', 'renderer', 'shared', 'resources', '.config', 'package.json', 'package-lock.json', 'tsconfig.json']

/** What the three builds end with; all must be younger than every source. */
const BUILT = ['dist/page/index.html', 'dist/electron/main.js', 'dist/electron/preload.cjs']

/** Whether something was changed, added or taken away since the last build. */
export function isStale(root: string): boolean {
  const built = BUILT.map((name) => timeOf(join(root, name)))
  return Math.min(...built) < Math.max(...SOURCES.map((name) => newestIn(join(root, name))))
}

/** The newest time in a folder, of the folders too: they change when a file goes. */
function newestIn(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  const inside = stats.isDirectory() ? readdirSync(path).map((name) => newestIn(join(path, name))) : []
  return Math.max(stats.mtimeMs, ...inside)
}

const timeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
