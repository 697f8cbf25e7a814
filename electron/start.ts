import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, PREFERENCES, runsAsRoot, windowArguments } from './browser.ts'
import { isStale } from './build.ts'
import { hasDisplay, languageOf, planOf, sentenceOf } from './plan.ts'

const root = join(import.meta.dirname, '..')
const electronFolder = join(root, 'node_modules/electron')
const language = languageOf(process.env)
const say = (what: Parameters<typeof sentenceOf>[1]) => console.log(sentenceOf(language, what))

const started = new Set<ChildProcess>()
let profile: string | null = null
let ending = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
if (process.env.npm_lifecycle_event) endWithParent()

if (isStale(root)) build()
const display = hasDisplay(process.platform, process.env)
const electron = display ? await electronBinary() : null
const plan = planOf({ display, electron, browser: display ? findBrowser() : null })
if (plan.say) say(plan.say)
if (plan.open === 'electron') await openElectron(plan.binary)
else {
  const address = await openHost()
  if (plan.open === 'window') openWindow(plan.browser, address)
  else console.log(address)
}

function build(): void {
  say('building')
  for (const part of ['page', 'main', 'preload']) {
    const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--config', `.config/vite.${part}.ts`]
    const { status } = spawnSync(process.execPath, vite, { cwd: root, stdio: 'inherit' })
    if (status !== 0) process.exit(status ?? 1)
  }
}

/** Electron's program, fetched when its maker's server answers within three seconds; null when it cannot be had. */
async function electronBinary(): Promise<string | null> {
  if (!installedElectron() && (await answers(process.env.ELECTRON_MIRROR ?? 'https://github.com/'))) {
    say('fetching')
    const child = start(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'ignore' })
    await once(child, 'exit')
  }
  return installedElectron()
}

function installedElectron(): string | null {
  const place = join(electronFolder, 'path.txt')
  const binary = existsSync(place) ? join(electronFolder, 'dist', readFileSync(place, 'utf8')) : null
  return binary && existsSync(binary) ? binary : null
}

async function answers(address: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) })
  return new Promise((resolve) => {
    const tell = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(3_000, tell(false)).once('connect', tell(true)).once('error', tell(false))
  })
}

async function openElectron(binary: string): Promise<void> {
  const child = start(binary, runsAsRoot() ? ['--no-sandbox', root] : [root], { stdio: 'inherit' })
  child.once('exit', (status) => void end(status ?? 0))
}

/** Starts the program in plain Node; it ends when this process does, however that ends. */
async function openHost(): Promise<string> {
  const child = start(process.execPath, [join(import.meta.dirname, 'serve/main.ts')], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  child.once('exit', (status) => void end(status ?? 1))
  const [line] = await once(child.stdout!, 'data')
  return String(line).trim()
}

function openWindow(browser: string, address: string): void {
  profile = mkdtempSync(join(tmpdir(), 'veldtoets-window-'))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(PREFERENCES))
  const child = start(browser, windowArguments(address, profile, runsAsRoot()), { stdio: 'ignore' })
  child.once('exit', () => void end(0))
}

/** A shell between npm and this process keeps a signal to itself: when it is gone, so is who wanted the program. */
function endWithParent(): void {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && void end(0), 500)
}

function start(file: string, parameters: string[], options: Parameters<typeof spawn>[2]): ChildProcess {
  const child = spawn(file, parameters, options)
  started.add(child)
  child.once('exit', () => started.delete(child))
  child.once('error', () => void end(1))
  return child
}

/** The host is told to end, so that it closes its workspace on Windows too, where a signal would cut it off. */
async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  if (child.connected) child.disconnect()
  else if (!child.kill('SIGTERM')) return
  await gone
}

/** Ends all that was started, waits until it is gone, and cleans up. */
async function end(status: number): Promise<void> {
  if (ending) return
  ending = true
  await Promise.all([...started].map(stop))
  if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  process.exit(status)
}
