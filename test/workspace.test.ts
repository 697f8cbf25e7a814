import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../electron/db/migrate.ts'
import { openLaptop, openMachine, openTestFolder, PASSPHRASE } from './helpers/backend.ts'

const person = { name: 'A. Bakker', inspectorate: 'Inspectie Jeugdzorg' }
const place = { folder: 'werk', passphrase: PASSPHRASE }

test('a workspace is made, locked and opened again by the person whose it is', async () => {
  const { api } = openMachine()
  const made = await api.workspace.create({ ...place, role: 'field', person })
  expect(made).toMatchObject({ folder: 'werk', role: 'field', person, example: false })
  await api.workspace.lock({})
  expect(await api.workspace.status({})).toBeNull()
  await expect(api.inspection.list({})).rejects.toThrow('workspace-locked')
  expect(await api.workspace.list({})).toEqual([{ folder: 'werk', role: 'field' }])
  expect(await api.workspace.unlock(place)).toEqual(made)
})

test('a wrong passphrase is told apart from damage', async () => {
  const { api, home, close } = await openLaptop()
  close()
  await expect(api.workspace.unlock({ ...place, passphrase: 'een heel andere wachtwoordzin' })).rejects.toThrow('passphrase-wrong')
  const file = join(home, 'werk', 'workspace.db')
  const bytes = readFileSync(file)
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 5_000), Buffer.alloc(4_096), bytes.subarray(9_096)]))
  await expect(api.workspace.unlock(place)).rejects.toThrow('database-damaged')
  writeFileSync(file, bytes)
  expect(await api.workspace.unlock(place)).toMatchObject({ folder: 'werk' })
})

test('a workspace that is open elsewhere says so, and is free once that one is closed', async () => {
  const { api, home, close } = await openLaptop()
  const second = openMachine(home)
  await expect(second.api.workspace.unlock(place)).rejects.toThrow('workspace-in-use')
  expect(await api.workspace.status({})).toMatchObject({ folder: 'werk' })
  close()
  expect(await second.api.workspace.unlock(place)).toMatchObject({ folder: 'werk' })
})

test('a workspace of a newer program is refused and stays as it is', async () => {
  const { api, db, close } = await openLaptop()
  db().pragma('user_version = 99')
  expect(() => migrate(db())).toThrow('database-too-new {"found":99,"known":1}')
  close()
  await expect(api.workspace.unlock(place)).rejects.toThrow('database-too-new')
})

test('a folder that is no workspace, a name that leads elsewhere and a place that cannot be written to are refused in words', async () => {
  const { api, home } = openMachine()
  await expect(api.workspace.unlock(place)).rejects.toThrow('not-a-workspace')
  for (const folder of ['..', '../x', '/etc', 'a/b', '', '.verborgen', 'punt.']) {
    await expect(api.workspace.unlock({ ...place, folder }), folder).rejects.toThrow('invalid-input')
  }
  writeFileSync(join(home, 'bezet'), 'een bestand')
  await expect(openMachine(join(home, 'bezet')).api.workspace.create({ ...place, role: 'field', person })).rejects.toThrow('place-not-writable')
  expect(readdirSync(home)).toEqual(['bezet'])
})

test('a passphrase that is too short makes nothing, and a name that is taken stays as it is', async () => {
  const { api, home } = await openLaptop()
  await expect(api.workspace.create({ folder: 'ander', role: 'field', person, passphrase: 'kort' })).rejects.toThrow('passphrase-weak')
  await expect(api.workspace.create({ ...place, role: 'office', person })).rejects.toThrow('workspace-exists')
  expect(readdirSync(home)).toEqual(['werk'])
})

test('without the key there is nothing to read, and nobody is named in the folder', async () => {
  const { home, close } = await openLaptop('Roos de Wit')
  close()
  const files = readdirSync(join(home, 'werk'))
  for (const name of files) {
    const bytes = readFileSync(join(home, 'werk', name))
    expect(bytes.includes('SQLite format'), name).toBe(false)
    expect(bytes.includes('Roos'), name).toBe(false)
  }
  expect(() => new Database(join(home, 'werk', 'workspace.db')).prepare('SELECT * FROM sqlite_master').all()).toThrow()
})

test('the worked example opens by itself, complete, and leaves nothing behind', async () => {
  const { api, context } = openMachine()
  expect(await api.workspace.openExample({})).toMatchObject({ example: true, role: 'field' })
  const list = await api.inspection.list({})
  expect(list.map(({ kind, counts, verdict }) => [kind, counts.met, counts.open, verdict.outcome]).sort()).toEqual([
    ['first', 8, 0, 'niet-voldoende'], ['retest', 18, 0, 'niet-voldoende'],
  ])
  const { path } = context()
  await api.workspace.lock({})
  expect(existsSync(path)).toBe(false)
})

test('a home that does not exist yet has no workspaces', async () => {
  expect(await openMachine(join(openTestFolder(), 'nog', 'niet')).api.workspace.list({})).toEqual([])
})
