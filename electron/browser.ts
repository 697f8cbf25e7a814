import { accessSync, constants } from 'node:fs'
import { delimiter, posix, win32 } from 'node:path'

/** What finding a browser depends on. */
export interface Machine {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  canRun: (file: string) => boolean
}

const NAMES = [
  'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable',
]
const ON_MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const ON_WINDOWS = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  canRun: (file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  },
}

/** An installed Chromium, Chrome or Edge; `VELDTOETS_BROWSER` names another one. Null when there is none. */
export function findBrowser(machine: Machine = thisMachine): string | null {
  return candidatesOf(machine).find(machine.canRun) ?? null
}

function candidatesOf({ platform, env }: Machine): string[] {
  if (env.VELDTOETS_BROWSER) return [env.VELDTOETS_BROWSER]
  if (platform === 'darwin') return ON_MAC
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined)
    return ON_WINDOWS.flatMap((file) => folders.map((folder) => win32.join(folder, file)))
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter((folder) => posix.isAbsolute(folder))
  return NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

/** Keep a browser from talking to its maker; as root it starts only without its sandbox. */
export function quietArguments(isRoot: boolean): string[] {
  const quiet = [
    '--disable-gpu', '--disable-quic', '--no-first-run', '--no-default-browser-check', '--disable-background-networking',
    '--disable-component-update', '--disable-domain-reliability', '--disable-sync', '--disable-extensions',
    '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
  ]
  return isRoot ? [...quiet, '--no-sandbox'] : quiet
}

/** Opens one address as a window of its own, with a profile that nothing else uses. */
export function windowArguments(address: string, profile: string, isRoot: boolean): string[] {
  return [`--app=${address}`, `--user-data-dir=${profile}`, '--window-size=1280,800', '--password-store=basic', ...quietArguments(isRoot)]
}

/** For `Default/Preferences` of that profile: no passphrase is offered to be kept, no text is sent to be translated or spelt. */
export const PREFERENCES = {
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  translate: { enabled: false },
  browser: { enable_spellchecking: false },
  autofill: { enabled: false, profile_enabled: false },
}

export const runsAsRoot = (): boolean => process.getuid?.() === 0
