import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../electron/cli/commands.ts'
import { contract } from '../shared/api/contract.ts'
import { openTestFolder } from './helpers/backend.ts'
import { run } from './helpers/command.ts'

/** Commands that must do what they say. */
async function done(...typed: string[]) {
  const result = await run([...typed, '--json'])
  expect(result.status, result.stderr).toBe(0)
  return result.json
}

/** An inspector and an office that know each other, by the commands that people have. */
async function openBoth() {
  const folder = openTestFolder()
  const [field, office, file] = [join(folder, 'veld'), join(folder, 'bureau'), (name: string) => join(folder, name)]
  await done('init', '--workspace', field, '--role', 'field', '--name', 'A. Bakker', '--inspectorate', 'Inspectie Jeugdzorg')
  await done('init', '--workspace', office, '--role', 'office', '--name', 'B. Visser')
  const root = await done('root', 'make', '--workspace', office, '--name', 'Bureau Jeugd')
  const { words } = await done('request', '--workspace', field, '--out', file('aanvraag.veldrequest'))
  expect(await done('request', 'read', file('aanvraag.veldrequest'), '--workspace', office)).toMatchObject({ person: { name: 'A. Bakker' }, words })
  await done('grant', file('aanvraag.veldrequest'), '--workspace', office, '--words', words.join(' '), '--out', file('toegang.veldpass'))
  expect(await done('pass', 'read', file('toegang.veldpass'), '--workspace', field)).toMatchObject({ office: 'Bureau Jeugd', rootWords: root.rootWords })
  await done('pass', 'accept', file('toegang.veldpass'), '--workspace', field, '--words', root.rootWords.join(' '))
  await done('root', 'export', '--workspace', office, '--out', file('root.pem'))
  return { folder, field, office, file }
}

/** A whole inspection, judged by one operation of the contract after another. */
async function judged(field: string) {
  const call = (operation: string, input: object = {}) => done('call', operation, JSON.stringify(input), '--workspace', field)
  const [framework] = await call('framework.list')
  const [organisation] = await call('organisation.list')
  const { id } = await call('inspection.create', {
    organisation: organisation.id, framework: framework.hash, kind: 'theme', earlier: null, firstDay: '2026-01-05', lastDay: null, announced: true, team: [],
  })
  return { id, call }
}

test('the demo shows the published case, end to end', async () => {
  const out = join(openTestFolder(), 'uit')
  const shown = await done('demo', '--out', out)
  expect(shown.assessments).toEqual([
    {
      label: 'Stap 1, augustus 2015', met: 8, assessed: 24, outcome: 'niet-voldoende', reasons: ['too-few-met', 'theme-incomplete'],
      criteria: { 1.1: 'O', 1.2: 'O', 1.3: 'O', 2.1: 'O', 2.2: 'M', 3.1: 'V', 3.2: 'O' },
    },
    {
      label: 'Hertoets stap 1, mei 2016', met: 18, assessed: 24, outcome: 'niet-voldoende', reasons: ['too-few-met', 'theme-incomplete'],
      criteria: { 1.1: 'M', 1.2: 'M', 1.3: 'V', 2.1: 'M', 2.2: 'V', 3.1: 'V', 3.2: 'V' },
    },
  ])
  const { improved, worsened, unchangedMet, unchangedNotMet } = shown.comparison
  expect([improved, worsened, unchangedMet, unchangedNotMet].map(({ length }) => length)).toEqual([10, 0, 8, 6])
  expect(shown.improvements).toEqual([{ points: 16, goingOn: 0 }, { points: 6, goingOn: 6 }])
  expect(shown).toMatchObject({ imported: 2, bundles: [{ verified: true }, { verified: true }] })
  expect(shown.stateHashes.field).toMatch(/^[0-9a-f]{64}$/)
  expect(shown.stateHashes.office).toBe(shown.stateHashes.field)

  const kept = readdirSync(out)
  for (const tail of ['.veldtoets', '.veldreceipt', '.html']) expect(kept.filter((name) => name.endsWith(tail))).toHaveLength(2)
  const bundles = kept.filter((name) => name.endsWith('.veldtoets')).map((name) => join(out, name))
  expect(await done('verify', ...bundles, '--trust', join(out, 'root.pem'))).toMatchObject({ verified: true })
})

test('an inspector and an office go the whole way by commands', async () => {
  const { field, office, file } = await openBoth()
  const { id, call } = await judged(field)
  expect(await run(['export', id, '--workspace', field, '--out', file('te-vroeg.veldtoets')])).toMatchObject({ status: 1, stderr: expect.stringContaining('Overdragen kan nog niet') })
  expect(existsSync(file('te-vroeg.veldtoets'))).toBe(false)

  await call('field.record', { inspection: id, entity: 'finding', entityId: '1.1.1', field: 'rating', value: '+', reason: null, seen: [] })
  expect(await done('list', '--workspace', field)).toMatchObject([{ id, status: 'draft', counts: { met: 1, open: 23 }, verdict: { outcome: 'open' }, differences: 0 }])
  expect(await run(['verdict', id, '--workspace', field, '--json'])).toMatchObject({ status: 1, json: { themes: [{ id: '1', counts: { met: 1 } }, {}, {}], explanation: null } })

  mkdirSync(file('stick/map'), { recursive: true })
  await done('export', id, '--workspace', field, '--out', file('stick/map/werk.veldtoets'), '--exchange')
  expect(await done('import', file('stick'), '--workspace', office, '--dry-run')).toMatchObject({ arrivals: [{ state: 'new' }], receipts: [] })
  expect(await done('list', '--workspace', office)).toEqual([])
  expect(await done('import', file('stick'), '--workspace', office)).toMatchObject({ arrivals: [{ state: 'new', added: expect.any(Number) }] })
  expect(await done('import', file('stick'), '--workspace', office)).toMatchObject({ arrivals: [{ state: 'known', added: 0 }] })
  expect((await done('list', '--workspace', office))[0].stateHash).toBe((await done('list', '--workspace', field))[0].stateHash)
  await done('report', id, '--workspace', office, '--format', 'html', '--out', file('rapport.html'))
  expect(readFileSync(file('rapport.html'), 'utf8')).toContain('<html')
  await done('report', id, '--workspace', office, '--format', 'oscal', '--out', file('oscal.json'))
  expect(readFileSync(file('oscal.json'), 'utf8')).toContain('"assessment-results"')
  expect(await run(['report', id, '--workspace', office, '--format', 'bagit', '--out', file('bag.zip')])).toMatchObject({ status: 1, stderr: expect.stringContaining('Voor het archief') })
  expect(await done('data', '--workspace', office, '--format', 'csv', '--out', file('alles.zip'))).toMatchObject({ inspections: 1, rows: 25, leftOut: 0 })
  expect(await done('doctor', '--workspace', office)).toMatchObject({ good: true, findings: [], counts: { inspections: 1, bundles: 1 } })

  await call('field.record', { inspection: id, entity: 'finding', entityId: '1.1.2', field: 'rating', value: '-', reason: null, seen: [] })
  expect(await run(['improvements', id, '--workspace', field, '--json'])).toMatchObject({ status: 1, json: { points: [], missing: ['1.1.2'], stand: null } })
  await call('improvement.make', { inspection: id })
  expect(await done('improvements', id, '--workspace', field)).toMatchObject({ points: [{ label: 'VP1', state: null, urgency: 'normal', expectations: ['1.1.2'] }], missing: [] })
})

test('one bad file among good ones is refused, the rest is imported, and the status tells', async () => {
  const { field, office, file } = await openBoth()
  const { id } = await judged(field)
  mkdirSync(file('stick'))
  await done('export', id, '--workspace', field, '--out', file('stick/a.veldtoets'), '--exchange')
  const bytes = readFileSync(file('stick/a.veldtoets'))
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(file('stick/b.veldtoets'), bytes)
  const verified = await run(['verify', file('stick/a.veldtoets'), file('stick/b.veldtoets'), '--trust', file('root.pem'), '--json'])
  expect(verified).toMatchObject({ status: 1, json: { verified: false, bundles: [{ verified: true }, { verified: false, code: expect.any(String) }] } })
  const imported = await run(['import', file('stick'), '--workspace', office, '--json'])
  expect(imported).toMatchObject({ status: 1, json: { arrivals: [{ state: 'new' }, { state: 'refused', failure: { code: expect.any(String) } }] } })
  expect(imported.stderr).toContain('2 van 2')
})

test.each([
  [[]], [['onzin']], [['list']], [['list', '--workspace']], [['list', '--workspace', '']], [['list', 'te', 'veel', '--workspace', 'x']], [['demo', '--onbekend']],
  [['init', '--workspace', 'x', '--role', 'baas', '--name', 'A']], [['report', 'x', '--workspace', 'x', '--format', 'odt', '--out', 'x']], [['verify']],
  [['call', 'workspace.status', 'geen json']], [['__proto__']], [['constructor']],
])('%j is not understood: status 2, and how it is done', async (typed) => {
  expect(await run(typed)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('veldtoets ') })
})

test('help tells of every command, in two languages', async () => {
  for (const [typed, words] of [[['help'], 'Status: 0 gedaan en goed'], [['--help', '--english'], 'Status: 0 done and good']] as const) {
    const { status, stderr } = await run(typed)
    expect(status).toBe(0)
    for (const name of Object.keys(commands)) expect(stderr).toContain(`veldtoets ${name}`)
    expect(stderr).toContain(words)
  }
})

test('a passphrase comes from a file, the environment or a terminal, and is never asked of nobody', async () => {
  const folder = openTestFolder()
  const typed = ['init', '--workspace', join(folder, 'veld'), '--role', 'field', '--name', 'A. Bakker']
  expect(await run(typed, { env: { VELDTOETS_PASSPHRASE: '' } })).toMatchObject({ status: 2, stderr: expect.stringContaining('VELDTOETS_PASSPHRASE') })
  expect(readdirSync(folder)).toEqual([])
  writeFileSync(join(folder, 'wachtzin'), 'een wachtzin uit een bestand\n')
  expect(await run([...typed, '--passphrase-file', join(folder, 'wachtzin')])).toMatchObject({ status: 0 })
  const list = ['list', '--workspace', join(folder, 'veld')]
  expect(await run(list, { env: { VELDTOETS_PASSPHRASE: 'een wachtzin uit een bestand' } })).toMatchObject({ status: 0 })
  expect(await run(list, { env: { LANG: 'en_GB.UTF-8' } })).toMatchObject({ status: 1, stderr: expect.stringContaining('passphrase') })
  expect(await run([...list, '--json'])).toMatchObject({ status: 1, json: { failure: { code: 'passphrase-wrong', details: {} } } })
  expect(await run([...list, '--passphrase-file', join(folder, 'weg')])).toMatchObject({ status: 1, stderr: expect.stringContaining('is er niet meer') })
})

test('the contract is told whole', async () => {
  const told = await done('contract')
  expect(Object.keys(told)).toHaveLength(Object.values(contract).reduce((sum, operations) => sum + Object.keys(operations).length, 0))
  expect(told['field.record']).toMatchObject({ kind: 'command', needs: 'workspace', input: { type: 'object', additionalProperties: false } })
})

test('a framework is shown, and two are compared, by the beginning of their hashes', async () => {
  const { field } = await openBoth()
  const [one, other] = (await done('framework', 'list', '--workspace', field)).map(({ hash }: { hash: string }) => hash.slice(0, 8))
  expect(await done('framework', 'show', one, '--workspace', field)).toMatchObject({ id: 'vt-2015-step-1' })
  expect(await run(['framework', 'compare', one, one, '--workspace', field, '--json'])).toMatchObject({ status: 0, json: { items: [], rest: [] } })
  const { status, json } = await run(['framework', 'compare', one, other, '--workspace', field, '--json'])
  expect([status, json.items.length > 30]).toEqual([1, true])
})

test('a framework is checked before it is added, and a wrong one says where', async () => {
  const folder = openTestFolder()
  const good = 'resources/frameworks/vt-2015-step-1.json'
  expect(await done('framework', 'check', good)).toMatchObject({ id: 'vt-2015-step-1', listed: 25, assessed: 24 })
  const wrong = join(folder, 'fout.json')
  writeFileSync(wrong, JSON.stringify({ ...JSON.parse(readFileSync(good, 'utf8')), title: 7 }))
  expect(await run(['framework', 'check', wrong, '--json'])).toMatchObject({ status: 1, json: { failure: { code: 'framework-faulty', details: { count: 1, faults: [{ place: { kind: 'framework', part: 'title' }, what: 'wrong-value' }] } } } })
})

test('the program in a process of its own does the same, and is silent where it must be', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['electron/cli/veldtoets.js', 'framework', 'check', 'resources/frameworks/vt-2015-step-1.json', '--json'], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ assessed: 24 })
})

test('a backup is put back by command', async () => {
  const workspace = join(openTestFolder(), 'veld')
  await done('init', '--workspace', workspace, '--role', 'field', '--name', 'A. Bakker')
  const made = await done('backup', '--workspace', workspace)
  await judged(workspace)
  expect(await done('restore', '--workspace', workspace)).toEqual([made])
  expect(await done('restore', '--workspace', workspace, '--from', made.name)).toMatchObject({ name: made.name })
  expect(await done('list', '--workspace', workspace)).toEqual([])
})
