import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openTestFolder, PASSPHRASE } from '../helpers/backend.ts'
import { run } from '../helpers/command.ts'

const MAIN = join(import.meta.dirname, '../../electron/cli/main.ts')

async function done(...typed: string[]) {
  const result = await run([...typed, '--json'])
  expect(result.status, result.stderr).toBe(0)
  return result.json
}

/** An office, and a stick with the unfinished work of an inspector in folders: three bundles. */
async function openStick() {
  const folder = openTestFolder()
  const [field, office, stick, file] = [join(folder, 'veld'), join(folder, 'bureau'), join(folder, 'stick'), (name: string) => join(folder, name)]
  await done('init', '--workspace', field, '--role', 'field', '--name', 'A. Bakker', '--inspectorate', 'Inspectie Jeugdzorg')
  await done('init', '--workspace', office, '--role', 'office', '--name', 'B. Visser')
  const { rootWords } = await done('root', 'make', '--workspace', office, '--name', 'Bureau Jeugd')
  const { words } = await done('request', '--workspace', field, '--out', file('a.veldrequest'))
  await done('grant', file('a.veldrequest'), '--workspace', office, '--words', words.join(' '), '--out', file('a.veldpass'))
  await done('pass', 'accept', file('a.veldpass'), '--workspace', field, '--words', rootWords.join(' '))
  await done('root', 'export', '--workspace', office, '--out', file('root.pem'))
  const call = (operation: string, input: object = {}) => done('call', operation, JSON.stringify(input), '--workspace', field)
  const [[framework], [organisation]] = [await call('framework.list'), await call('organisation.list')]
  mkdirSync(join(stick, 'map'), { recursive: true })
  for (const name of ['1.veldtoets', 'map/2.veldtoets', 'map/3.veldtoets']) {
    const about = { organisation: organisation.id, framework: framework.hash, kind: 'theme', earlier: null, firstDay: '2026-01-05', lastDay: null, announced: true, team: [] }
    const { id } = await call('inspection.create', about)
    await done('export', id, '--workspace', field, '--out', join(stick, name), '--exchange')
  }
  return { office, stick, root: file('root.pem') }
}

const importing = (stick: string, office: string) =>
  spawn(process.execPath, [MAIN, 'import', stick, '--workspace', office], { env: { ...process.env, VELDTOETS_PASSPHRASE: PASSPHRASE }, stdio: ['ignore', 'pipe', 'ignore'] })

/** The lines of a process until it ends, and its status. */
async function ended(child: ChildProcess): Promise<{ lines: string[]; status: number | null }> {
  const lines: string[] = []
  createInterface({ input: child.stdout! }).on('line', (line) => lines.push(line))
  const [status] = await once(child, 'close')
  return { lines, status }
}

test('an import that is killed halfway, or done twice at the same time, is done by doing it again', { timeout: 120_000 }, async () => {
  const { office, stick } = await openStick()
  const killed = importing(stick, office)
  createInterface({ input: killed.stdout }).once('line', () => killed.kill('SIGKILL'))
  await once(killed, 'close')

  const both = await Promise.all([importing(stick, office), importing(stick, office)].map(ended))
  for (const { lines, status } of both) expect(status === 0 ? lines.length : [status, lines]).toEqual(status === 0 ? 3 : [1, []])
  expect(both.some(({ status }) => status === 0)).toBe(true)

  const again = await done('import', stick, '--workspace', office)
  expect(again.arrivals.map(({ state, added }: { state: string; added: number }) => [state, added])).toEqual([['known', 0], ['known', 0], ['known', 0]])
  expect(await done('list', '--workspace', office)).toMatchObject([{ gaps: [] }, { gaps: [] }, { gaps: [] }])
  expect(existsSync(join(office, 'staging')) ? readdirSync(join(office, 'staging')) : []).toEqual([])
  expect(await done('doctor', '--workspace', office)).toMatchObject({ good: true })
})

test('a line is told of each file as it comes, and who stops it early hears that not all was done', { timeout: 60_000 }, async () => {
  const { office, stick, root } = await openStick()
  writeFileSync(join(stick, 'map/4.veldtoets'), 'geen bundel')
  const verified = await run(['verify', stick, join(stick, 'weg.veldtoets'), '--trust', root])
  const lines = verified.stdout.trim().split('\n')
  expect([verified.status, lines.map((line) => line.split('  ').slice(0, 2).join(' ').split(':')[0])]).toEqual([
    1, ['1.veldtoets verified', '2.veldtoets verified', '3.veldtoets verified', '4.veldtoets not-a-zip', 'weg.veldtoets file-unreadable'],
  ])
  const stop = new AbortController()
  stop.abort()
  expect(await run(['verify', stick, '--trust', root, '--json'], { signal: stop.signal })).toMatchObject({ status: 1, json: { verified: false, bundles: [] } })
  expect(await run(['import', stick, '--workspace', office, '--json'], { signal: stop.signal })).toMatchObject({ status: 1, json: { arrivals: [], left: 4 } })
  expect(await done('list', '--workspace', office)).toEqual([])
  const imported = await run(['import', stick, '--workspace', office])
  expect([imported.status, imported.stdout.trim().split('\n').map((line) => line.split('  ').slice(0, 2))]).toEqual([
    1, [['1.veldtoets', 'new'], ['2.veldtoets', 'new'], ['3.veldtoets', 'new'], ['4.veldtoets', 'refused']],
  ])
})
