import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Complaint } from '../shared/domain/doctor.ts'
import { at, carry, type Laptop, lookAt, newInspection, openLaptop, openMachine, PASSPHRASE, rate, rationaleAt, twoWhoDiffer } from './helpers/backend.ts'
import { addFile, sealedIn } from './helpers/evidence.ts'

const place = { folder: 'werk', passphrase: PASSPHRASE }

/** A laptop with work in it, and with the guards of its database off, as they are for whoever has the key and means harm. */
async function openUnguarded() {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await rate(laptop, inspection, '1.1.1', '+')
  await rate(laptop, inspection, '1.1.1', '-')
  const db = laptop.db()
  const guards = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all() as string[]
  db.exec(guards.map((name) => `DROP TRIGGER ${name};`).join(''))
  db.pragma('foreign_keys = OFF')
  return { laptop, inspection, db }
}

const findingsOf = async ({ api }: Laptop): Promise<Complaint['code'][]> => [...new Set((await api.doctor.check({})).findings.map(({ code }) => code))]

test('a workspace in use, also one with differences and erased answers, has nothing to complain of', async () => {
  const { ours, theirs, inspection } = await twoWhoDiffer()
  carry(ours, theirs, inspection)
  const { heads } = await lookAt(ours, at(inspection, 'finding', '1.1.1', 'rating'))
  await ours.api.field.erase({ change: heads[0]!.id, reason: 'naam van een kind' })
  await ours.api.field.draft({ ...rationaleAt(inspection, '1.1.2'), value: 'nog bezig', seen: [] })
  expect(await ours.api.doctor.check({})).toMatchObject({ good: true, findings: [], counts: { inspections: 1, erasures: 1, drafts: 1, frameworks: 2 } })
  expect(await theirs.api.doctor.check({})).toMatchObject({ good: true, findings: [] })
})

test.each<[string, Complaint['code'][], string]>([
  ['an altered change', ['change-altered'], `UPDATE change SET body = replace(body, 'T09', 'T08') WHERE id IN (SELECT change FROM head WHERE entity = 'finding')`],
  ['an altered rating', ['content-altered', 'heads-differ'], `UPDATE content SET value = '"+"' WHERE value = '"-"'`],
  ['a rating that went without a word', ['content-missing', 'heads-differ'], `DELETE FROM content WHERE value = '"-"'`],
  ['an older answer put back on top', ['heads-differ'],
    `UPDATE head SET change = (SELECT id FROM change JOIN content ON change = id WHERE value = '"+"') WHERE entity = 'finding'`],
  ['another answer beside its change', ['heads-differ'], `UPDATE head SET value = '"+"' WHERE entity = 'finding'`],
  ['an answer taken from the screen', ['heads-differ'], `DELETE FROM head WHERE entity = 'finding'`],
  ['a rewritten line of the log', ['log-chain-broken'], `UPDATE audit SET body = replace(body, 'set', 'settle') WHERE n = 3`],
  ['a line taken out of the log', ['log-chain-broken', 'change-unlogged'], `DELETE FROM audit WHERE n = 3`],
  ['a log cut off at its end', ['change-unlogged'], `DELETE FROM audit WHERE n = (SELECT max(n) FROM audit)`],
  ['a lower threshold', ['framework-altered'], `UPDATE framework SET body = replace(body, '"count":20', '"count":10')`],
  ['a bundle whose bytes are gone', ['bundle-gone'],
    `INSERT INTO bundle (manifest, direction, state, header, file, at) VALUES ('ab', 'received', 'accepted', '{"bundleId":"x","inspectionId":"x","deviceId":"x","sequence":1}', 'weg.sealed', '')`],
  ['a reference to nobody', ['reference-broken'], `INSERT INTO erasure VALUES ('${'0'.repeat(64)}', 1, '', '', '', NULL)`],
])('%s is found', async (_what, codes, tamper) => {
  const { laptop, db } = await openUnguarded()
  expect(await findingsOf(laptop)).toEqual([])
  db.exec(tamper)
  expect(await findingsOf(laptop)).toEqual(codes)
})

test('evidence whose bytes are gone is found, and bytes of which nothing speaks once they are a day old', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await addFile(laptop, inspection, Buffer.from('een opname'), 'a.bin')
  const folder = join(laptop.home, 'werk/evidence')
  const [file] = sealedIn(laptop)
  for (const name of ['net-binnen', 'van-eerder']) writeFileSync(join(folder, name), 'verzegeld')
  utimesSync(join(folder, 'net-binnen'), new Date(laptop.host.now()), new Date(laptop.host.now()))
  utimesSync(join(folder, 'van-eerder'), 0, 0)
  expect((await laptop.api.doctor.check({})).findings).toEqual([{ code: 'evidence-unknown', file: 'van-eerder' }])
  rmSync(join(folder, file!))
  expect((await laptop.api.doctor.check({})).findings).toContainEqual({ code: 'evidence-gone', inspection, file })
})

test('a change that was cut out of the middle is found by its number, and where it was', async () => {
  const { laptop, inspection, db } = await openUnguarded()
  db.exec(`DELETE FROM content WHERE value = '"+"'; DELETE FROM change WHERE id NOT IN (SELECT change FROM content)`)
  const { findings } = await laptop.api.doctor.check({})
  expect(findings).toContainEqual({ code: 'number-missing', inspection, device: laptop.context().device, counter: expect.any(Number) })
})

test('a backup is encrypted, opens with the key, and only the newest seven stay', async () => {
  const { api, home } = await openLaptop()
  const made: string[] = []
  for (let n = 0; n < 9; n++) made.push((await api.doctor.backup({})).name)
  expect((await api.doctor.backups({ folder: 'werk' })).map(({ name }) => name)).toEqual(made.slice(2).toReversed())
  for (const name of readdirSync(join(home, 'werk/backups'))) {
    expect(name).toMatch(/Z\.db$/)
    expect(readFileSync(join(home, 'werk/backups', name)).includes('SQLite format')).toBe(false)
  }
})

test('a backup takes the place of what came after it, which is kept, and work goes on under a new device', async () => {
  const laptop = await openLaptop()
  const { api, home } = laptop
  const inspection = await newInspection(laptop)
  await rate(laptop, inspection, '1.1.1', '+')
  const [before, device] = [await api.inspection.list({}), laptop.context().device]
  const { name } = await api.doctor.backup({})
  await rate(laptop, inspection, '1.1.1', '-')
  await expect(api.doctor.restore({ ...place, name })).rejects.toThrow('workspace-in-use')
  await expect(openMachine(home).api.doctor.restore({ ...place, name })).rejects.toThrow('workspace-in-use')
  await api.workspace.lock({})
  await expect(api.doctor.restore({ ...place, name, passphrase: 'een heel andere wachtzin' })).rejects.toThrow('passphrase-wrong')
  await expect(api.doctor.restore({ ...place, name: '2020-01-01T00-00-00-000Z.db' })).rejects.toThrow('not-found')

  const { kept } = await api.doctor.restore({ ...place, name })
  expect(existsSync(join(home, 'werk', kept))).toBe(true)
  await api.workspace.unlock(place)
  expect(await api.inspection.list({})).toEqual(before)
  expect(laptop.context().device).not.toBe(device)
  await rate(laptop, inspection, '1.1.1', '-')
  expect(await api.doctor.check({})).toMatchObject({ good: true, findings: [] })
})

test('what was erased after a backup was made does not come back with it', async () => {
  const laptop = await openLaptop()
  const { api, home } = laptop
  const inspection = await newInspection(laptop)
  await api.field.record({ ...rationaleAt(inspection, '1.1.1'), value: 'het dossier van Roosmarijn', reason: null, seen: [] })
  const { name } = await api.doctor.backup({})
  const { heads } = await lookAt(laptop, rationaleAt(inspection, '1.1.1'))
  await api.field.erase({ change: heads[0]!.id, reason: 'naam van een kind' })
  await api.workspace.lock({})
  await api.doctor.restore({ ...place, name })
  await api.workspace.unlock(place)
  expect(await lookAt(laptop, rationaleAt(inspection, '1.1.1'))).toMatchObject({ value: null, heads: [{ erased: true }] })
  expect(laptop.db().serialize().includes('Roosmarijn')).toBe(false)
  expect(await api.doctor.check({})).toMatchObject({ good: true, counts: { erasures: 1 } })
  expect(existsSync(join(home, 'werk/workspace.db.part'))).toBe(false)
})

test('a damaged database is replaced by a backup, and a damaged backup replaces nothing', async () => {
  const laptop = await openLaptop()
  const { api, home, close } = laptop
  const inspection = await newInspection(laptop)
  const good = (await api.doctor.backup({})).name
  const bad = (await api.doctor.backup({})).name
  close()
  const damage = (file: string) => {
    const bytes = readFileSync(file)
    writeFileSync(file, Buffer.concat([bytes.subarray(0, 5_000), Buffer.alloc(4_096), bytes.subarray(9_096)]))
  }
  damage(join(home, 'werk/backups', bad))
  await expect(api.doctor.restore({ ...place, name: bad })).rejects.toThrow('backup-not-good')
  expect(readdirSync(join(home, 'werk')).filter((name) => name.includes('.part'))).toEqual([])
  expect(await api.workspace.unlock(place)).toMatchObject({ folder: 'werk' })
  close()
  damage(join(home, 'werk/workspace.db'))
  await expect(api.workspace.unlock(place)).rejects.toThrow('database-damaged')
  await api.doctor.restore({ ...place, name: good })
  await api.workspace.unlock(place)
  expect(await api.inspection.list({})).toMatchObject([{ id: inspection }])
})
