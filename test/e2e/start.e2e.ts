import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openTestFolder } from '../helpers/folder.ts'

const ADDRESS = /^http:\/\/127\.0\.0\.1:\d+\/#\S+$/m

/** `npm start` as a person types it, on a machine whose display and browser the test decides. */
async function npmStart(env: Readonly<Record<string, string>>) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/DISPLAY|^LC_|^LANG$|^npm_|^VITEST|^NODE_ENV$/.test(name)))
  const [home, TMPDIR] = [openTestFolder(), openTestFolder()]
  const child = spawn('npm', ['start'], {
    env: { ...inherited, VELDTOETS_HOME: home, TMPDIR, ELECTRON_MIRROR: 'http://127.0.0.1:9/', ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)))
  onTestFinished(() => {
    if (membersOf(child.pid!).length > 0) process.kill(-child.pid!, 'SIGKILL')
  })
  const left = () => ({ processes: membersOf(child.pid!), files: readdirSync(TMPDIR).filter((name) => name.startsWith('veldtoets-')) })
  const ended = once(child, 'exit')
  const until = (check: () => void) => Promise.race([vi.waitFor(check, 90_000), ended.then(() => expect.unreachable(said))])
  return { child, said: () => said, ended, left, until }
}

/** Who is still there of a group of processes. */
function membersOf(group: number): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pgid=,stat=,args='], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.trim().startsWith(`${group} `) && !/^\s*\d+ Z/.test(line))
}

const NOTHING = { processes: [], files: [] }

test.each<[string, NodeJS.Signals, (npm: number) => number]>([
  ['Ctrl-C', 'SIGINT', (npm) => -npm],
  ['ending npm', 'SIGTERM', (npm) => npm],
])('without a display npm start prints an address that answers; %s ends everything', async (_how, signal, whom) => {
  const { child, said, ended, left, until } = await npmStart({ LANG: 'nl_NL.UTF-8' })
  await until(() => expect(said()).toMatch(ADDRESS))
  expect(said()).toContain('Er is hier geen beeldscherm.')
  expect((await fetch(ADDRESS.exec(said())![0])).status).toBe(200)
  process.kill(whom(child.pid!), signal)
  await ended
  await vi.waitFor(() => expect(left()).toEqual(NOTHING), 30_000)
})

test('with a display and a browser it opens a window of its own; closing the window ends the program', async () => {
  const folder = openTestFolder()
  const [browser, given] = [join(folder, 'browser'), join(folder, 'given')]
  writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > ${given}.part && mv ${given}.part ${given}\nwhile [ ! -e ${folder}/closed ]; do sleep 0.1; done\n`)
  chmodSync(browser, 0o700)
  const { said, ended, left, until } = await npmStart({ DISPLAY: ':99', VELDTOETS_BROWSER: browser, LANG: 'en_GB.UTF-8' })
  await until(() => expect(existsSync(given)).toBe(true))
  expect(said()).toContain('Electron cannot be fetched')
  const [, address] = /^--app=(.*)$/m.exec(readFileSync(given, 'utf8'))!
  expect((await fetch(address!)).status).toBe(200)
  writeFileSync(join(folder, 'closed'), '')
  expect((await ended)[0]).toBe(0)
  await vi.waitFor(() => expect(left()).toEqual(NOTHING), 30_000)
})

test('an old Node is refused in words, not by a crash', async () => {
  const old = ['/usr/bin/node', '/usr/local/bin/node'].find((file) => existsSync(file) && Number(spawnSync(file, ['-p', 'process.versions.napi'], { encoding: 'utf8' }).stdout) < 10)
  if (!old) return
  for (const parameters of [['electron/cli/veldtoets.js', 'contract'], ['electron/node.js', 'electron/start.ts']]) {
    const { status, stderr } = spawnSync(old, parameters, { encoding: 'utf8' })
    expect(status).toBe(2)
    expect(stderr).toContain('Veldtoets heeft Node 22.18 of nieuwer nodig')
  }
})
