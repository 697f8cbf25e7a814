import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listAudit } from '../electron/db/audit.ts'
import { listEntries } from '../electron/db/change-log.ts'
import { type Draft, listDrafts, saveDraft } from '../electron/db/draft.ts'
import { fileNumbersIn } from '../shared/domain/privacy-file-number.ts'
import { answer, at, carry, type Laptop, lookAt, newInspection, openLaptop, PASSPHRASE, rationaleAt } from './helpers/backend.ts'
import { filesIn } from './helpers/evidence.ts'
import { reportOf } from './helpers/privacy-text.ts'

const BSN = '123456782'
const listOf = ({ api }: Laptop, inspection: string) => api.privacy.list({ inspection })

async function replaceFirst(laptop: Laptop, inspection: string, kind: string, pseudonym: string) {
  const { change, at, start, end } = (await listOf(laptop, inspection)).find((hit) => hit.kind === kind)!
  return laptop.api.privacy.replace({ inspection, change, at, start, end, pseudonym })
}

test('what was found is replaced in every field, reason and draft in which it stands, and nothing on the disk has it but the sealed list', async () => {
  const laptop = await openLaptop()
  const { api, home } = laptop
  const inspection = await newInspection(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Eerst: Fatima El Amrani belde.')
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Fatima El Amrani belde drie keer.')
  await answer(laptop, at(inspection, 'finding', '1.1.2', 'rating'), '-', 'Gesprek met Fatima El Amrani ontbreekt.')
  await api.field.draft({ ...rationaleAt(inspection, '1.2.1'), value: 'Nog bezig: Fatima El Amrani en verder.', seen: [] })
  const { erased } = await replaceFirst(laptop, inspection, 'name', 'moeder-1')

  expect(erased).toBe(3)
  expect(await listOf(laptop, inspection)).toEqual([])
  expect(await lookAt(laptop, rationaleAt(inspection, '1.1.1'))).toMatchObject({ value: 'moeder-1 belde drie keer.', different: false })
  expect(await lookAt(laptop, at(inspection, 'finding', '1.1.2', 'rating'))).toMatchObject({ value: '-', heads: [{ reason: 'Gesprek met moeder-1 ontbreekt.' }] })
  expect(await lookAt(laptop, rationaleAt(inspection, '1.2.1'))).toMatchObject({ draft: 'Nog bezig: moeder-1 en verder.' })
  expect((await api.field.history(rationaleAt(inspection, '1.1.1'))).map(({ erased }) => erased)).toEqual([true, true, false])
  expect(laptop.db().serialize().includes('Fatima')).toBe(false)
  expect((await api.doctor.check({})).good).toBe(true)
  await api.doctor.backup({})
  await api.workspace.lock({})
  for (const bytes of filesIn(join(home, 'werk')).values()) expect(bytes.includes('Fatima')).toBe(false)
  expect(laptop.lines.join('\n')).not.toContain('Fatima')
})

test('whatever kind is found can be replaced, until nothing is left and no change holds what was found', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const text = reportOf(9_000)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), text)
  const found = (await laptop.api.privacy.check({ inspection, text })).map(({ kind, start, end }) => ({ kind, value: text.slice(start, end) }))
  expect([...new Set(found.map(({ kind }) => kind))].sort()).toEqual(['birth-date', 'bsn', 'e-mail', 'iban', 'name', 'phone', 'postcode'])
  for (let left = await listOf(laptop, inspection), round = 1; left.length > 0; left = await listOf(laptop, inspection), round++) {
    const { change, at, start, end, pseudonym } = left[0]!
    const { erased } = await laptop.api.privacy.replace({ inspection, change, at, start, end, pseudonym: pseudonym ?? `persoon-${round}` })
    expect(erased).toBe(1)
    expect(round).toBeLessThan(30)
  }
  const { value } = await lookAt(laptop, rationaleAt(inspection, '1.1.1'))
  for (const one of found) expect(String(value)).not.toContain(one.value)
  expect(String(value)).toContain('dossier D-07')
})

test('a value keeps its pseudonym, may get one that is known, and is offered the next that is free, those of a colleague included', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  await answer(ours, rationaleAt(inspection, '1.1.1'), `Fatima El Amrani, BSN ${BSN}.`)
  await replaceFirst(ours, inspection, 'name', 'moeder-1')
  await replaceFirst(ours, inspection, 'bsn', 'moeder-1')
  expect((await lookAt(ours, rationaleAt(inspection, '1.1.1'))).value).toBe('moeder-1, BSN moeder-1.')
  await answer(ours, rationaleAt(inspection, '1.1.2'), 'Volgens Fatima El Amrani niet.')
  expect(await listOf(ours, inspection)).toMatchObject([{ kind: 'name', pseudonym: 'moeder-1' }])
  await expect(replaceFirst(ours, inspection, 'name', 'moeder-2')).rejects.toThrow('pseudonym-known')
  expect(await listOf(ours, inspection)).toHaveLength(1)
  await replaceFirst(ours, inspection, 'name', 'moeder-1')

  carry(ours, theirs, inspection)
  expect(await theirs.api.privacy.pseudonyms({ inspection })).toMatchObject({ known: ['moeder-1'], kept: 0 })
  expect((await theirs.api.privacy.pseudonyms({ inspection })).free).toEqual(expect.arrayContaining(['moeder-2', 'vader-1', 'D-01', 'adres-1']))
  expect(listEntries(theirs.db(), inspection).some(({ content }) => JSON.stringify(content).includes('Fatima'))).toBe(false)
})

test('a text that is being typed gets its pseudonym before it is recorded', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const text = 'Bel Fatima El Amrani terug; Fatima El Amrani wacht.'
  const [hit] = await laptop.api.privacy.check({ inspection, text })
  const { start, end } = hit!
  await expect(laptop.api.privacy.replaceTyped({ inspection, text, start: start + 1, end, pseudonym: 'moeder-1' })).rejects.toThrow('not-found')
  expect(await laptop.api.privacy.replaceTyped({ inspection, text, start, end, pseudonym: 'moeder-1' }))
    .toMatchObject({ text: 'Bel moeder-1 terug; moeder-1 wacht.', erased: 0 })
  expect(await laptop.api.privacy.check({ inspection, text })).toMatchObject([{ pseudonym: 'moeder-1' }, { pseudonym: 'moeder-1' }])
})

test('replacing one value leaves the answers about others in force', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), `Fatima El Amrani, BSN ${BSN}.`)
  const { change, at: place, start, end } = (await listOf(laptop, inspection)).find(({ kind }) => kind === 'bsn')!
  await laptop.api.privacy.allow({ inspection, change, at: place, start, end, decision: 'needed', reason: 'Testnummer van de gemeente.' })
  await replaceFirst(laptop, inspection, 'name', 'persoon-1')
  expect(await listOf(laptop, inspection)).toEqual([])
  const answers = listEntries(laptop.db(), inspection).filter(({ entity }) => entity === 'privacy')
  expect(answers.at(-1)).toMatchObject({ field: 'needed', content: { reason: 'Testnummer van de gemeente.' } })
})

test('a value in two texts that differ is replaced in both, and the difference stays for a person to settle', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  carry(ours, theirs, inspection)
  await answer(ours, rationaleAt(inspection, '1.1.1'), 'Er is een plan.')
  await answer(theirs, rationaleAt(inspection, '1.1.1'), 'Fatima El Amrani heeft geen plan.')
  carry(ours, theirs, inspection)
  carry(theirs, ours, inspection)
  await expect(replaceFirst(ours, inspection, 'name', 'moeder-1')).rejects.toThrow('difference-open')
  await replaceFirst(theirs, inspection, 'name', 'moeder-1')
  const { heads, different } = await lookAt(theirs, rationaleAt(inspection, '1.1.1'))
  expect([different, heads.map(({ value }) => value).sort()]).toEqual([true, ['Er is een plan.', 'moeder-1 heeft geen plan.']])
})

test('the key list opens to the own passphrase alone, travels in no bundle, and is destroyed with a reason that is kept', async () => {
  const laptop = await openLaptop()
  const { api, home } = laptop
  const inspection = await newInspection(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Fatima El Amrani belde.')
  await replaceFirst(laptop, inspection, 'name', 'moeder-1')
  await expect(api.privacy.keyList({ inspection, passphrase: 'een heel ander lang wachtwoord' })).rejects.toThrow('passphrase-wrong')
  expect(await api.privacy.keyList({ inspection, passphrase: PASSPHRASE })).toMatchObject([{ pseudonym: 'moeder-1', kind: 'person', stoodFor: 'Fatima El Amrani' }])
  expect(listAudit(laptop.db(), inspection).map(({ body }) => JSON.parse(body).what)).toContain('key-list-shown')

  await api.privacy.destroyKeyList({ inspection, reason: 'Besluit onherroepelijk op 5 januari 2026.' })
  expect(readdirSync(join(home, 'werk/keys')).filter((name) => name.includes('key-list'))).toEqual([])
  expect(await api.privacy.keyList({ inspection, passphrase: PASSPHRASE })).toEqual([])
  await expect(api.privacy.destroyKeyList({ inspection, reason: 'Nog eens.' })).rejects.toThrow('not-found')
  const record = listEntries(laptop.db(), inspection).find(({ entity }) => entity === 'keyList')
  expect(record).toMatchObject({ field: 'destroyed', content: { value: 1, reason: 'Besluit onherroepelijk op 5 januari 2026.' } })
})

test('a key list that was altered, or that belongs to another inspection, is not opened', async () => {
  const laptop = await openLaptop()
  const [inspection, other] = [await newInspection(laptop), await newInspection(laptop)]
  for (const one of [inspection, other]) {
    await answer(laptop, rationaleAt(one, '1.1.1'), 'Fatima El Amrani belde.')
    await replaceFirst(laptop, one, 'name', 'moeder-1')
  }
  const { copyFileSync, writeFileSync } = await import('node:fs')
  const fileOf = (id: string, tail: string) => join(laptop.home, 'werk/keys', `${id}.key-list${tail}.json`)
  expect(existsSync(fileOf(inspection, '.copy'))).toBe(true)
  for (const tail of ['', '.copy']) copyFileSync(fileOf(other, tail), fileOf(inspection, tail))
  await expect(laptop.api.privacy.keyList({ inspection, passphrase: PASSPHRASE })).rejects.toThrow('keyring-damaged')
  for (const tail of ['', '.copy']) writeFileSync(fileOf(other, tail), readFileSync(fileOf(other, tail), 'utf8').replace('"wrapped":"', '"wrapped":"A'))
  await expect(laptop.api.privacy.keyList({ inspection: other, passphrase: PASSPHRASE })).rejects.toThrow('keyring-damaged')
})

test('the numbers of files are no persons, unless a list of files turns out to be a list of persons', () => {
  expect(fileNumbersIn(['123456782', '123456783', '123456784'])).toHaveLength(3)
  expect(fileNumbersIn(['123456782', '111222333', '123456784'])).toEqual([])
})

test('what someone else left half typed at the same laptop gets the pseudonym too, under that name', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id: author } = await laptop.api.workspace.addPerson({ person: { name: 'B. Visser', inspectorate: 'IGZ' }, passphrase: 'de tweede heeft een eigen wachtzin' })
  const other = { ...laptop.context(), author }
  for (const context of [laptop.context(), other]) saveDraft(context, { ...rationaleAt(inspection, '1.1.1'), value: 'Fatima El Amrani wacht.', seen: [] } as Draft)
  await answer(laptop, rationaleAt(inspection, '1.1.2'), 'Fatima El Amrani belde.')
  await replaceFirst(laptop, inspection, 'name', 'moeder-1')
  for (const context of [laptop.context(), other]) expect(listDrafts(context, inspection)).toMatchObject([{ value: 'moeder-1 wacht.' }])
  expect(laptop.db().serialize().includes('El Amrani')).toBe(false)
})
