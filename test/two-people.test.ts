import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listEntries } from '../electron/db/change-log.ts'
import { answer, at, newInspection, openLaptop, openMachine, openTestFolder, PASSPHRASE, rate, rationaleAt, ratingAt, lookAt } from './helpers/backend.ts'
import { enrol, exchange, handOver, openEnrolled, openJudged, openOffice } from './helpers/office.ts'

const SECOND = 'de tweede heeft een eigen wachtzin'
const VISSER = { name: 'B. Visser', inspectorate: 'Inspectie voor de Gezondheidszorg' }

const addVisser = ({ api }: Awaited<ReturnType<typeof openLaptop>>) => api.workspace.addPerson({ person: VISSER, passphrase: SECOND })

test('two people share a laptop: whoever a passphrase fits goes on, and each writes under an own name and device', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await rate(laptop, inspection, '1.1.1', '+')
  const { id } = await addVisser(laptop)
  expect((await laptop.api.workspace.people({})).map(({ name }) => name)).toEqual(['A. Bakker', 'B. Visser'])
  expect(await laptop.api.workspace.switch({ passphrase: SECOND })).toMatchObject({ folder: 'werk', person: { id, ...VISSER } })
  await rate(laptop, inspection, '1.1.2', '-')
  expect(await laptop.api.workspace.switch({ passphrase: PASSPHRASE })).toMatchObject({ person: { name: 'A. Bakker' } })
  await rate(laptop, inspection, '1.1.3', '+')

  const ratings = listEntries(laptop.db(), inspection).filter(({ field }) => field === 'rating')
  const writers = new Map(ratings.map(({ entityId, author, device }) => [entityId, { author, device }]))
  expect(writers.get('1.1.1')).toEqual(writers.get('1.1.3'))
  expect(writers.get('1.1.2')!.author).toBe(id)
  expect(writers.get('1.1.2')!.device).not.toBe(writers.get('1.1.1')!.device)

  await laptop.api.workspace.lock({})
  expect(await laptop.api.workspace.unlock({ folder: 'werk', passphrase: SECOND })).toMatchObject({ person: VISSER })
})

test('who takes over finds what the other was typing as a change of that other', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await addVisser(laptop)
  await laptop.api.field.draft({ ...rationaleAt(inspection, '1.1.1'), value: 'Halverwege de zin', seen: [] })
  await laptop.api.workspace.switch({ passphrase: SECOND })
  const { value, draft, heads } = await lookAt(laptop, rationaleAt(inspection, '1.1.1'))
  const bakker = (await laptop.api.workspace.people({})).find(({ name }) => name === 'A. Bakker')!.id
  expect([value, draft, heads.map(({ author }) => author)]).toEqual(['Halverwege de zin', null, [bakker]])
})

test('a passphrase that fits nobody changes nothing, and one that will not do adds nobody', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  for (const [passphrase, code] of [['kort', 'passphrase-weak'], [PASSPHRASE, 'passphrase-taken']] as const) {
    await expect(laptop.api.workspace.addPerson({ person: VISSER, passphrase })).rejects.toThrow(code)
  }
  expect(await laptop.api.workspace.persons({})).toHaveLength(1)
  await expect(laptop.api.workspace.switch({ passphrase: SECOND })).rejects.toThrow('passphrase-wrong')
  expect((await laptop.api.workspace.status({}))!.person.name).toBe('A. Bakker')
  await rate(laptop, inspection, '1.1.1', '+')

  const closed = openMachine()
  await expect(closed.api.workspace.switch({ passphrase: PASSPHRASE })).rejects.toThrow('workspace-locked')
})

test('the example outlives a change of hands, and goes when it is left', async () => {
  const { api, ...machine } = openMachine()
  await api.workspace.openExample({})
  const { path } = machine.context()
  await api.workspace.addPerson({ person: VISSER, passphrase: SECOND })
  expect(await api.workspace.switch({ passphrase: SECOND })).toMatchObject({ example: true, person: VISSER })
  expect(await api.inspection.list({})).toHaveLength(2)
  await api.workspace.lock({})
  expect(existsSync(path)).toBe(false)
})

test('nothing leaves the laptop before each has answered for what they wrote; then the office accepts it', async () => {
  const office = await openOffice()
  const { laptop, retest } = await openJudged(office)
  await addVisser(laptop)
  await laptop.api.workspace.switch({ passphrase: SECOND })
  await expect(laptop.api.bundle.signOwnLog({ inspection: retest })).rejects.toThrow('not-enrolled')
  await enrol(laptop, office)
  await answer(laptop, rationaleAt(retest, '1.1.1'), 'Samen nagebeld.')

  await laptop.api.workspace.switch({ passphrase: PASSPHRASE })
  expect((await laptop.api.bundle.unsigned({ inspection: retest })).find(({ name }) => name === 'B. Visser')).toMatchObject({ changes: 1 })
  expect(await laptop.api.bundle.gates({ inspection: retest })).toMatchObject([{ code: 'colleague-unsigned', blocks: true, count: 1 }])
  const file = join(openTestFolder(), 'x.veldtoets')
  await expect(laptop.api.bundle.handOver({ inspection: retest, file })).rejects.toThrow('colleague-unsigned')
  await expect(exchange(laptop, retest)).rejects.toThrow('colleague-unsigned {"name":"B. Visser"}')

  await laptop.api.workspace.switch({ passphrase: SECOND })
  const { seen } = await lookAt(laptop, rationaleAt(retest, '1.1.2'))
  await laptop.api.field.draft({ ...rationaleAt(retest, '1.1.2'), value: 'Nog bezig.', seen })
  await laptop.api.bundle.signOwnLog({ inspection: retest })
  await laptop.api.workspace.switch({ passphrase: PASSPHRASE })
  expect(await laptop.api.bundle.gates({ inspection: retest })).toEqual([])
  expect(await office.api.bundle.import({ files: [await handOver(laptop, retest)] })).toMatchObject([{ state: 'new', failure: null, contents: { signers: [{ name: 'A. Bakker' }] } }])
  expect((await office.api.field.history(rationaleAt(retest, '1.1.2'))).at(-1)).toMatchObject({ value: 'Nog bezig.' })
  expect((await office.api.workspace.persons({})).map(({ name }) => name)).toContain('B. Visser')
  expect(await laptop.api.bundle.unsigned({ inspection: retest })).toEqual([])
})

test('either can hand over; what is written after signing asks for signing again', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  await addVisser(laptop)
  await laptop.api.bundle.signOwnLog({ inspection })
  await laptop.api.workspace.switch({ passphrase: SECOND })
  await enrol(laptop, office)
  await rate(laptop, inspection, '1.1.1', '+')
  const colleague = await openEnrolled(office, 'C. Smit')
  expect(await colleague.api.bundle.import({ files: [await exchange(laptop, inspection)] })).toMatchObject([{ state: 'new', failure: null }])
  expect(await lookAt(colleague, ratingAt(inspection, '1.1.1'))).toMatchObject({ value: '+' })

  await laptop.api.workspace.switch({ passphrase: PASSPHRASE })
  await answer(laptop, at(inspection, 'finding', '1.1.1', 'rationale'), 'Gezien.')
  await laptop.api.workspace.switch({ passphrase: SECOND })
  await expect(exchange(laptop, inspection)).rejects.toThrow('colleague-unsigned {"name":"A. Bakker"}')
})
