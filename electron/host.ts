import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Host } from './context.ts'
import type { Files } from './files.ts'
import { printWithBrowser } from './print.ts'

/** The host of a running program: the clock, chance and folders of this machine. */
export function createHost(files: Files, home = homeOf(process.platform, process.env, homedir()), print = printWithBrowser): Host {
  return {
    home,
    files,
    now: () => new Date().toISOString(),
    newId: uuidv7,
    newSalt: () => randomBytes(32).toString('hex'),
    log: (line) => console.error(line),
    print,
  }
}

/** Where workspaces lie unless `VELDTOETS_HOME` says otherwise: where a system keeps data that stays on this machine. */
export function homeOf(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>, userFolder: string): string {
  if (env.VELDTOETS_HOME) return env.VELDTOETS_HOME
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(userFolder, 'AppData', 'Local'), 'Veldtoets')
  if (platform === 'darwin') return join(userFolder, 'Library', 'Application Support', 'Veldtoets')
  return join(env.XDG_DATA_HOME ?? join(userFolder, '.local', 'share'), 'veldtoets')
}
