import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeRequest } from '../../electron/crypto/enrolment.ts'
import { readText } from '../../electron/json-file.ts'
import { readBytes } from '../../electron/office-zip.ts'
import { lookAt, newInspection, openLaptop, openMachine, openTestFolder, PASSPHRASE, rate, ratingAt, twoWhoDiffer } from '../helpers/backend.ts'
import { run } from '../helpers/command.ts'
import { exchange, handOver, openEnrolled, openJudged, openOffice, ROOT_PASSPHRASE } from '../helpers/office.ts'

const newcomer = { folder: 'werk', role: 'field' as const, person: { name: 'A. Bakker', inspectorate: 'IJZ' }, passphrase: PASSPHRASE }

test('a workspace that is made twice at once is made once, and stays', async () => {
  const machine = openMachine()
  const made = await Promise.allSettled([machine.api.workspace.create(newcomer), machine.api.workspace.create(newcomer)])
  expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(made[1]).toMatchObject({ reason: { failure: { code: 'workspace-exists' } } })
  const inspection = await newInspection(machine)
  await machine.api.workspace.lock({})
  await machine.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  expect(await machine.api.inspection.list({})).toMatchObject([{ id: inspection }])
})

test('two programs that make one workspace at the same time make one', async () => {
  const home = openTestFolder()
  const [one, other] = [openMachine(home), openMachine(home)]
  const made = await Promise.allSettled([one.api.workspace.create(newcomer), other.api.workspace.create(newcomer)])
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const winner = made[0]!.status === 'fulfilled' ? one : other
  await winner.api.workspace.lock({})
  expect(await winner.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })).toMatchObject({ folder: 'werk' })
})

test('one file imported twice at once is taken over once, and its sealed copy can be read', async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  const files = [await handOver(laptop, first)]
  const [one, two] = await Promise.all([office.api.bundle.import({ files }), office.api.bundle.import({ files })])
  expect([one![0]!.state, two![0]!.state]).toEqual(['new', 'known'])
})

test('two bundles that are asked for at once have different numbers, and the second names the first', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  await Promise.all([exchange(laptop, inspection), exchange(laptop, inspection)])
  expect((await laptop.api.bundle.list({ inspection })).map(({ sequence }) => sequence).sort()).toEqual([1, 2])
})

test('who locks while a bundle is written is told so, and nothing is half done', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  const file = join(openTestFolder(), 'a.veldtoets')
  const [written] = await Promise.all([laptop.send('bundle.exchange', { inspection, file, buildsOn: null }), laptop.api.workspace.lock({})])
  expect(written.ok || written.failure.code).toSatisfy((one) => one === true || one === 'cancelled' || one === 'workspace-locked')
  await laptop.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  expect(await laptop.api.bundle.list({ inspection })).toHaveLength(existsSync(file) ? 1 : 0)
  expect(laptop.lines).toEqual([])
})

test('a bundle that is cancelled is said to be, and leaves no file', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  for (const after of [0, 1]) {
    const [file, stop] = [join(openTestFolder(), 'a.veldtoets'), new AbortController()]
    if (after === 0) stop.abort()
    const outcome = await laptop.send('bundle.exchange', { inspection, file, buildsOn: null }, { signal: stop.signal, onProgress: () => stop.abort() })
    expect(outcome).toEqual({ ok: false, failure: { code: 'cancelled', details: {} } })
    expect(existsSync(file) || existsSync(`${file}.part`)).toBe(false)
  }
})

test('what a crash left behind in the open is gone at the next unlocking', async () => {
  const laptop = await openLaptop()
  await laptop.api.workspace.lock({})
  for (const folder of ['staging', 'bundles']) mkdirSync(join(laptop.home, 'werk', folder), { recursive: true })
  const [copy, part] = ['staging/1234', 'bundles/ab.sealed.part'].map((name) => join(laptop.home, 'werk', name)) as [string, string]
  for (const path of [copy, part]) writeFileSync(path, 'Roos de Wit')
  await laptop.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  expect([existsSync(copy), existsSync(part)]).toEqual([false, false])
})

test('a workspace whose database is gone is damaged, and not empty', async () => {
  const { api, home } = await openLaptop()
  await api.workspace.lock({})
  rmSync(join(home, 'werk/workspace.db'))
  await expect(api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })).rejects.toThrow('database-damaged')
  expect(existsSync(join(home, 'werk/workspace.db'))).toBe(false)
})

test('no path and no text of a person reaches the log', async () => {
  const machine = openMachine()
  const path = join(openTestFolder(), 'Roos de Wit.json')
  const server = createServer().listen(path)
  onTestFinished(() => void server.close())
  expect(await machine.send('framework.check', { file: path })).toMatchObject({ ok: false })
  expect(machine.lines.join('\n')).not.toContain('Roos')
})

test('damaged settings are standard settings', async () => {
  const machine = openMachine()
  writeFileSync(join(machine.home, 'settings.json'), '{"language": "n')
  expect(await machine.api.settings.get({})).toMatchObject({ language: 'nl' })
})

test('a backup stays that is made after a clock was years ahead', async () => {
  const { api, home } = await openLaptop()
  mkdirSync(join(home, 'werk/backups'))
  for (let n = 0; n < 8; n++) writeFileSync(join(home, `werk/backups/2036-01-05T09-00-0${n}-000Z.db`), '')
  const { name } = await api.doctor.backup({})
  expect(name).toMatch(/^2026/)
  expect((await api.doctor.backups({ folder: 'werk' })).map((backup) => backup.name)).toContain(name)
  expect(await api.doctor.backups({ folder: 'werk' })).toHaveLength(7)
})

test('nobody gets a pass in the place of someone else', async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openLaptop('B. Visser')]
  const folder = openTestFolder()
  const [request, file] = [join(folder, 'b.veldrequest'), join(folder, 'b.veldpass')]
  const { keys, person } = theirs.context()
  const posing = { ...person, id: ours.context().person.id }
  writeFileSync(request, makeRequest({ ...keys, person: posing.id }, posing))
  await expect(office.api.enrolment.readRequest({ file: request })).rejects.toThrow('request-for-another')
  const words = (await theirs.api.enrolment.request({ file: join(folder, 'c.veldrequest') })).words
  await expect(office.api.enrolment.grant({ request, words, rootPassphrase: ROOT_PASSPHRASE, file })).rejects.toThrow('request-for-another')
})

test('the newest hand-over is the one that no other replaces, whatever the clock says', async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  await handOver(laptop, first)
  await rate(laptop, first, '1.1.1', '+')
  await handOver(laptop, first)
  laptop.db().exec(`UPDATE bundle SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 2`)
  await handOver(laptop, first)
  const headers = laptop.db().prepare('SELECT manifest, header FROM bundle ORDER BY sequence').all() as { manifest: string; header: string }[]
  expect(JSON.parse(headers[2]!.header).replaces).toBe(headers[1]!.manifest)
})

test('who builds on a bundle that waits sends what the colleague can read', async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  await ours.api.bundle.import({ files: [await exchange(theirs, inspection)] })
  const known = (await ours.api.bundle.list({ inspection })).find(({ direction }) => direction === 'received')!.manifest
  await rate(ours, inspection, '1.1.1', '+')
  await exchange(ours, inspection, known)
  await rate(ours, inspection, '1.1.2', '+')
  const waits = (await theirs.api.bundle.import({ files: [await exchange(ours, inspection, (await ours.api.bundle.list({ inspection }))[0]!.manifest)] }))[0]!
  expect(waits.state).toBe('waiting')
  await rate(theirs, inspection, '1.1.3', '+')
  const back = await exchange(theirs, inspection, waits.contents!.manifest)
  expect(await ours.api.bundle.import({ files: [back] })).toMatchObject([{ state: 'new', added: 1, failure: null }])
})

test('an answer over one that was erased beside another that stands is a choice, and says why', async () => {
  const { ours, inspection } = await twoWhoDiffer()
  const place = ratingAt(inspection, '1.1.1')
  const { heads, seen } = await lookAt(ours, place)
  await ours.api.field.erase({ change: heads[0]!.id, reason: 'Vergissing.' })
  await expect(ours.api.field.record({ ...place, value: '+', reason: null, seen })).rejects.toThrow('difference-open')
  await ours.api.field.settle({ ...place, value: '+', reason: 'Samen gebeld.', seen })
  expect(await lookAt(ours, place)).toMatchObject({ value: '+', different: false })
})

test('what a file is called moves no cursor and begins no line on the terminal of who verifies it', async () => {
  const path = join(openTestFolder(), 'x\u001b[2K\r\nander.veldtoets  verified \u202e')
  writeFileSync(path, 'niets')
  const { stdout } = await run(['verify', path])
  expect(stdout).toContain('not-a-zip')
  expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
  expect(stdout.split('\n').filter((line) => line.startsWith('ander'))).toEqual([])
})

test('a pipe that nobody writes to is refused and not waited for', async () => {
  const pipe = join(openTestFolder(), 'pijp.json')
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
  await expect(readText(pipe, 10)).rejects.toThrow('not-a-regular-file')
  await expect(readBytes(pipe, 10)).rejects.toThrow('not-a-regular-file')
})

test('a logo that is small as a file and huge once it is drawn is refused', async () => {
  const { api } = await openLaptop()
  const chunk = (type: string, data: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, data.length]), Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  const logoOf = (side: number) => {
    const size = Buffer.alloc(13)
    size.writeUInt32BE(side, 0)
    size.writeUInt32BE(side, 4)
    const file = join(openTestFolder(), 'logo.png')
    writeFileSync(file, Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', size), chunk('IEND', Buffer.alloc(0))]))
    return file
  }
  await expect(api.report.bringLogo({ file: logoOf(12_000) })).rejects.toThrow('logo-unreadable')
  await api.report.bringLogo({ file: logoOf(4_000) })
})
