import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonicalFile } from '../electron/crypto/canonical-file.ts'
import { readKeyringFile } from '../electron/crypto/keyring-file.ts'
import { listAudit } from '../electron/db/audit.ts'
import { type Laptop, lookAt, newInspection, openLaptop, openTestFolder, PASSPHRASE, rate, ratingAt } from './helpers/backend.ts'
import { enrol, exchange, openEnrolled, openOffice, ROOT_PASSPHRASE } from './helpers/office.ts'

const NEW = 'een nieuwe wachtzin die ik onthoud'
const fileIn = (name: string) => join(openTestFolder(), name)
const place = { folder: 'werk' }

async function asked({ api }: Laptop, passphrase = NEW) {
  const file = fileIn('herstel.veldrecovery')
  const { words } = await api.workspace.askRecovery({ ...place, passphrase, file })
  return { file, words }
}

async function answered({ api }: Laptop, request: { file: string; words: string[] }, name = 'A. Bakker', rootPassphrase = ROOT_PASSPHRASE) {
  const { persons, words } = await api.enrolment.readRecovery({ file: request.file })
  expect(words).toEqual(request.words)
  const file = fileIn('herstel.veldrecovered')
  const person = persons.find((one) => one.name === name)!.id
  await api.enrolment.answerRecovery({ request: request.file, person, words, rootPassphrase, file })
  return file
}

test('who forgot a passphrase is let in again by the office, finds all work, and signs only after asking for access anew', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  await rate(laptop, inspection, '1.1.1', '+')
  const { kid } = await laptop.api.enrolment.status({})
  await laptop.api.workspace.lock({})
  await expect(laptop.api.workspace.unlock({ ...place, passphrase: NEW })).rejects.toThrow('passphrase-wrong')

  const request = await asked(laptop)
  const answer = await answered(office, request)
  await expect(laptop.api.workspace.recover({ ...place, passphrase: PASSPHRASE, file: answer })).rejects.toThrow('recovery-not-fitting')
  expect(await laptop.api.workspace.recover({ ...place, passphrase: NEW, file: answer })).toMatchObject({ person: { name: 'A. Bakker' } })
  expect(await lookAt(laptop, ratingAt(inspection, '1.1.1'))).toMatchObject({ value: '+' })
  expect(await laptop.api.enrolment.status({})).toMatchObject({ kid: null, pass: null })
  await expect(exchange(laptop, inspection)).rejects.toThrow('not-enrolled')
  await enrol(laptop, office)
  expect((await laptop.api.enrolment.status({})).kid).not.toBe(kid)
  expect(await office.api.bundle.import({ files: [await exchange(laptop, inspection)] })).toMatchObject([{ state: 'new', failure: null }])

  await laptop.api.workspace.lock({})
  await expect(laptop.api.workspace.unlock({ ...place, passphrase: PASSPHRASE })).rejects.toThrow('passphrase-wrong')
  await expect(laptop.api.workspace.recover({ ...place, passphrase: NEW, file: answer })).rejects.toThrow('recovery-not-fitting') // it was for once
  await laptop.api.workspace.unlock({ ...place, passphrase: NEW })
  const told = ({ db, context }: Laptop) => listAudit(db(), context().keys.workspace).map(({ body }) => JSON.parse(body).what)
  expect([told(laptop).includes('recovered'), told(office).includes('recovery')]).toEqual([true, true])
})

test('of two people at one laptop the other keeps passphrase and key', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const second = 'de tweede heeft een eigen wachtzin'
  await laptop.api.workspace.addPerson({ person: { name: 'B. Visser', inspectorate: '' }, passphrase: second })
  await laptop.api.workspace.switch({ passphrase: second })
  await enrol(laptop, office)
  const { kid } = await laptop.api.enrolment.status({})
  await laptop.api.workspace.lock({})
  const taken = await asked(laptop, second)
  await expect(laptop.api.workspace.recover({ ...place, passphrase: second, file: await answered(office, taken) })).rejects.toThrow('passphrase-taken')
  const answer = await answered(office, await asked(laptop))
  await laptop.api.workspace.recover({ ...place, passphrase: NEW, file: answer })
  await laptop.api.workspace.switch({ passphrase: second })
  expect((await laptop.api.enrolment.status({})).kid).toBe(kid)
})

test('nobody else opens it: not with another’s answer, without the root, by an office that enrolled nobody of it, or before enrolment', async () => {
  const office = await openOffice()
  const [laptop, other] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  for (const { api } of [laptop, other]) await api.workspace.lock({})
  const [request, theirs] = [await asked(laptop), await asked(other)]
  const answer = await answered(office, theirs, 'B. Visser')
  await expect(laptop.api.workspace.recover({ ...place, passphrase: NEW, file: answer })).rejects.toThrow('recovery-not-fitting')
  await expect(answered(office, request, 'A. Bakker', 'een wachtzin die het niet is')).rejects.toThrow('passphrase-wrong')
  const { persons } = await office.api.enrolment.readRecovery({ file: request.file })
  const order = { request: request.file, person: persons[0]!.id, words: theirs.words, rootPassphrase: ROOT_PASSPHRASE, file: fileIn('x') }
  await expect(office.api.enrolment.answerRecovery(order)).rejects.toThrow('words-differ')
  expect(existsSync(order.file)).toBe(false)
  await expect((await openOffice()).api.enrolment.readRecovery({ file: request.file })).rejects.toThrow('recovery-impossible')
  await expect(laptop.api.workspace.recover({ ...place, passphrase: NEW, file: request.file })).rejects.toThrow('recovery-not-fitting')

  const swapped = fileIn('gewisseld.veldrecovery') // another laptop's people, with the key of this one
  writeFileSync(swapped, readFileSync(theirs.file, 'utf8').replace(/"escrow":\[.*?\]/, readFileSync(request.file, 'utf8').match(/"escrow":\[.*?\]/)![0]))
  const read = await office.api.enrolment.readRecovery({ file: swapped })
  const forged = { request: swapped, person: read.persons[0]!.id, words: read.words, rootPassphrase: ROOT_PASSPHRASE, file: fileIn('x') }
  await expect(office.api.enrolment.answerRecovery(forged)).rejects.toThrow('recovery-impossible')

  const inside = fileIn('eigen.veldrecovery') // a colleague who has a copy of this laptop, under an own name and passphrase
  const [own, stolen] = [theirs, request].map(({ file }) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) as [Record<string, unknown>, Record<string, unknown>]
  writeFileSync(inside, canonicalFile({ ...stolen, persons: own.persons, recipient: own.recipient }))
  const asking = await office.api.enrolment.readRecovery({ file: inside })
  expect(asking.persons.map(({ name }) => name)).toEqual(['B. Visser'])
  const given = { request: inside, person: asking.persons[0]!.id, words: asking.words, rootPassphrase: ROOT_PASSPHRASE, file: fileIn('x') }
  await expect(office.api.enrolment.answerRecovery(given)).rejects.toThrow('recovery-impossible')
  expect(existsSync(given.file)).toBe(false)

  const fresh = await openLaptop('C. Smit')
  await fresh.api.workspace.lock({})
  await expect(asked(fresh)).rejects.toThrow('recovery-impossible')
  await expect(laptop.api.enrolment.readRecovery({ file: request.file })).rejects.toThrow('workspace-locked')
})

test('the key that is kept for the office follows its root, and the file of keys tells of every change of it', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const folder = join(laptop.home, 'werk')
  await office.api.enrolment.rollOver({ rootPassphrase: ROOT_PASSPHRASE, name: 'Landelijk toezicht jeugd', nextPassphrase: NEW })
  await laptop.api.workspace.lock({})
  const early = await answered(office, await asked(laptop), 'A. Bakker', NEW) // sealed for the root of before
  await laptop.api.workspace.recover({ ...place, passphrase: NEW, file: early })
  expect(readKeyringFile(folder).escrow).toHaveLength(1)
  const [request, pass] = [fileIn('a.veldrequest'), fileIn('a.veldpass')]
  const { words } = await laptop.api.enrolment.request({ file: request })
  await office.api.enrolment.grant({ request, words, rootPassphrase: NEW, file: pass })
  const { rootWords } = await laptop.api.enrolment.readPass({ file: pass })
  await laptop.api.enrolment.acceptPass({ file: pass, rootWords })
  const { escrow } = readKeyringFile(folder)
  expect(escrow).toHaveLength(2)
  for (const name of ['keyring.json', 'keyring.copy.json']) {
    const text = readFileSync(join(folder, name), 'utf8')
    expect(text).not.toContain('AGE-SECRET')
    writeFileSync(join(folder, name), text.replace(escrow[0]!.sealed, escrow[1]!.sealed))
  }
  await laptop.api.workspace.lock({})
  await expect(laptop.api.workspace.unlock({ ...place, passphrase: NEW })).rejects.toThrow('keyring-damaged')
})
