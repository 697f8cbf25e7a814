import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser, runsAsRoot } from '../electron/browser.ts'
import { countOf, type Count, failuresOf, type Report, sum } from './helpers/count.ts'

/** Runs what is asked (`check`, `all` or `long`), shows it as it goes, and ends with one line: `N passed, N failed`. */
const root = join(import.meta.dirname, '..')
const reports = join(root, 'dist/test')
/** Node keeps here what it made of each file, so that the many processes that tests start do not all read the program anew. */
process.env.NODE_COMPILE_CACHE ??= join(root, 'dist/compile-cache')
const program = (path: string) => join(root, 'node_modules', path)

const parts = {
  source: () => source(),
  unit: () => tests('unit'),
  build: () => build(),
  e2e: () => tests('e2e'),
  long: () => tests('long'),
}
const wanted: Readonly<Record<string, (keyof typeof parts)[]>> = {
  check: ['source', 'unit'],
  all: ['source', 'unit', 'build', 'e2e'],
  long: ['source', 'unit', 'build', 'e2e', 'long'],
}

const asked = wanted[process.argv[2] ?? 'all']
if (!asked) throw new Error(`one of ${Object.keys(wanted).join(', ')}`)
mkdirSync(reports, { recursive: true })
/** Told again at the end: a log is read from there, and not seldom kept only from there. */
const failures: string[] = []
const prepared = asked.includes('e2e') ? bringTools() : true
let total: Count = { passed: 0, failed: prepared ? 0 : 1 }
if (prepared) for (const part of asked) total = sum([total, await parts[part]()])
for (const failure of failures) console.log(`FAILED ${failure}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

/** Types and lint, beside each other, for each of them uses one processor; each counts as one. */
async function source(): Promise<Count> {
  console.log('\n# types and lint')
  const counts = await Promise.all([one('types', 'typescript/bin/tsc', ['-b']), one('lint', 'eslint/bin/eslint.js', ['--config', '.config/eslint.config.js', '.'])])
  return sum(counts)
}

async function one(name: string, file: string, parameters: string[]): Promise<Count> {
  const [status] = (await once(spawn(process.execPath, [program(file), ...parameters], { cwd: root, stdio: 'inherit' }), 'exit')) as [number | null]
  console.log(`${name}: ${status === 0 ? 'passed' : 'FAILED'}`)
  if (status !== 0) failures.push(name)
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
}

function run(file: string, parameters: string[]): boolean {
  return spawnSync(process.execPath, [program(file), ...parameters], { cwd: root, stdio: 'inherit' }).status === 0
}

/** The tests of one project; a run that ended badly without a failed test counts as one that failed. */
function tests(project: 'unit' | 'e2e' | 'long'): Count {
  console.log(`\n# ${project}`)
  const file = join(reports, `${project}.json`)
  rmSync(file, { force: true })
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const good = run('vitest/vitest.mjs', ['run', '--config', '.config/vitest.config.ts', '--project', project, '--passWithNoTests', ...output])
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
  failures.push(...failuresOf(report))
  return countOf(report, good)
}

/** Building proves nothing but that it can be done: only its failure counts. */
function build(): Count {
  console.log('\n# build')
  const good = ['page', 'main', 'preload'].every((part) => {
    return run('vite/bin/vite.js', ['build', '--logLevel', 'warn', '--config', `.config/vite.${part}.ts`])
  })
  return { passed: 0, failed: good ? 0 : 1 }
}

/** Browser and tools that the tests need, installed where that is possible without asking: Debian, as root. */
function bringTools(): boolean {
  const has = (tool: string) => process.platform === 'win32' || spawnSync('which', [tool]).status === 0
  const missing = [...['unzip', 'openssl', 'age'].filter((tool) => !has(tool)), ...(findBrowser() ? [] : ['chromium'])]
  if (missing.length === 0) return true
  if (!existsSync('/etc/debian_version') || !runsAsRoot()) {
    console.error(`The tests need ${missing.join(', ')}. Install it (Debian: apt-get install ${missing.join(' ')}) and run npm test again.`)
    console.error('A Chromium elsewhere can be named in VELDTOETS_BROWSER.')
    return false
  }
  console.log(`# installing ${missing.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...parameters: string[]) => spawnSync('apt-get', ['-q', ...parameters], { stdio: 'inherit', env }).status === 0
  const good = apt('update') && apt('install', '-y', '--no-install-recommends', ...missing)
  if (!good) console.error(`apt-get could not install ${missing.join(', ')}.`)
  return good
}
