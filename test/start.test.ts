import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser, PREFERENCES, quietArguments, windowArguments } from '../electron/browser.ts'
import { isStale } from '../electron/build.ts'
import { refusalOf } from '../electron/node.js'
import { hasDisplay, languageOf, planOf, sentenceOf } from '../electron/plan.ts'
import { countOf, failuresOf, sum } from './helpers/count.ts'
import { openTestFolder } from './helpers/folder.ts'

test.each([
  ['20.20.2', '9', undefined, false],
  ['22.14.0', '10', false, false],
  ['22.18.0', '10', 'strip', true],
  ['24.21.0', '10', 'strip', true],
  ['12.0.0', undefined, undefined, false],
])('Node %s is refused in two languages, or runs', (node, napi, typescript, runs) => {
  const refusal = refusalOf({ node, napi }, { typescript })
  if (runs) return expect(refusal).toBeNull()
  expect(refusal).toContain(`dit is Node ${node}.`)
  expect(refusal).toContain(`this is Node ${node}.`)
})

test('the program opens in Electron, else in a browser window, else it tells its address', () => {
  const [electron, browser] = ['/electron', '/chromium']
  expect(planOf({ display: true, electron, browser })).toEqual({ open: 'electron', binary: electron, say: null })
  expect(planOf({ display: true, electron: null, browser })).toEqual({ open: 'window', browser, say: 'noElectron' })
  expect(planOf({ display: true, electron: null, browser: null })).toEqual({ open: 'address', say: 'noBrowser' })
  expect(planOf({ display: false, electron, browser })).toEqual({ open: 'address', say: 'noDisplay' })
  for (const language of ['nl', 'en'] as const) {
    expect(sentenceOf(language, 'noBrowser')).toContain('apt-get install chromium')
    expect(sentenceOf(language, 'noDisplay')).toContain('apt-get install chromium')
  }
})

test('a display is announced on Linux and always there elsewhere', () => {
  expect(hasDisplay('linux', {})).toBe(false)
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  expect(hasDisplay('win32', {})).toBe(true)
})

test('the language is that of the system, and Dutch otherwise', () => {
  expect([{}, { LANG: 'C.UTF-8' }, { LANG: 'nl_NL.UTF-8' }, { LANG: 'en_GB.UTF-8' }, { LANG: 'nl_NL', LC_ALL: 'en_US' }].map(languageOf))
    .toEqual(['nl', 'nl', 'nl', 'en', 'en'])
})

test.each<[string, NodeJS.Platform, Record<string, string>, string[], string | null]>([
  ['on the path', 'linux', { PATH: '/opt/a:/opt/b' }, ['/opt/b/google-chrome', '/opt/b/microsoft-edge'], '/opt/b/google-chrome'],
  ['where Debian puts it', 'linux', {}, ['/usr/bin/chromium'], '/usr/bin/chromium'],
  ['in no folder of the project', 'linux', { PATH: ':./bin' }, ['chromium', 'bin/chromium'], null],
  ['on a Mac', 'darwin', {}, ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'], '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['as Windows brings it', 'win32', { 'PROGRAMFILES(X86)': 'C:\\P' }, ['C:\\P\\Microsoft\\Edge\\Application\\msedge.exe'], 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe'],
  ['where the environment says', 'linux', { VELDTOETS_BROWSER: '/my/brave' }, ['/my/brave', '/usr/bin/chromium'], '/my/brave'],
  ['nowhere', 'linux', { PATH: '/usr/bin' }, [], null],
])('a browser is found %s', (_where, platform, env, files, found) => {
  expect(findBrowser({ platform, env, canRun: (file) => files.includes(file) })).toBe(found)
})

test('the window is one of its own, and keeps its sandbox unless root opens it', () => {
  const given = windowArguments('http://127.0.0.1:1/#token', '/profile', false)
  expect(given).toEqual(expect.arrayContaining(['--app=http://127.0.0.1:1/#token', '--user-data-dir=/profile', '--no-first-run']))
  expect(given.join(' ')).toContain('Translate')
  expect(PREFERENCES.credentials_enable_service).toBe(false)
  expect(given).not.toContain('--no-sandbox')
  expect(quietArguments(true)).toContain('--no-sandbox')
})

test('a build is stale when a source is younger, was taken away, or when a part of the build is missing', () => {
  const root = openTestFolder()
  const put = (name: string, time: number) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), '')
    for (let path = name; path !== '.'; path = dirname(path)) utimesSync(join(root, path), time, time)
  }
  const built = ['dist/page/index.html', 'dist/electron/main.js', 'dist/electron/preload.cjs']
  put('renderer/App.tsx', 100)
  expect(isStale(root)).toBe(true)
  for (const name of built) put(name, 200)
  expect(isStale(root)).toBe(false)
  put('shared/domain/change.ts', 300)
  expect(isStale(root)).toBe(true)
  for (const name of built) put(name, 400)
  expect(isStale(root)).toBe(false)
  rmSync(join(root, 'shared/domain/change.ts'))
  expect(isStale(root)).toBe(true)
})

test('a test run counts every failure: of a test, of a file that could not be read, of a run without a report', () => {
  const report = (numPassedTests: number, numFailedTests: number, files: string[] = []) => ({
    numPassedTests, numFailedTests, testResults: files.map((status) => ({ status, name: 'a.test.ts', message: 'no such file\n at x', assertionResults: [] })),
  })
  expect(countOf(report(5, 0), true)).toEqual({ passed: 5, failed: 0 })
  expect(countOf(report(5, 2), false)).toEqual({ passed: 5, failed: 2 })
  expect(countOf(report(5, 0, ['failed']), false)).toEqual({ passed: 5, failed: 1 })
  expect(countOf(report(5, 0), false)).toEqual({ passed: 5, failed: 1 })
  expect(countOf(null, false)).toEqual({ passed: 0, failed: 1 })
  expect(sum([{ passed: 1, failed: 2 }, { passed: 3, failed: 4 }])).toEqual({ passed: 4, failed: 6 })
})

test('what failed is told by file, name and reason', () => {
  const failed = { status: 'failed', fullName: 'two is three', failureMessages: ['expected 2 to be 3\n at b.test.ts:4'] }
  const files = [{ status: 'failed', name: 'b.test.ts', message: '', assertionResults: [{ status: 'passed', fullName: 'one is one' }, failed] }]
  const unread = { status: 'failed', name: 'a.test.ts', message: 'no such file\n at x', assertionResults: [] }
  const report = { numPassedTests: 1, numFailedTests: 1, testResults: [...files, unread] }
  expect(failuresOf(report)).toEqual(['b.test.ts: two is three: expected 2 to be 3', 'a.test.ts: no such file'])
  expect(failuresOf(null)).toEqual([])
})
