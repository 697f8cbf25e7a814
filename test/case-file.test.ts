import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { runCommand } from '../electron/cli/run.ts'
import { DrawRecord } from '../shared/domain/draw-record.ts'
import type { Answer } from '../shared/domain/file-review.ts'
import { readPopulation } from '../shared/domain/population-list.ts'
import type { Population } from '../shared/domain/sample.ts'
import { answer, at, carry, type Laptop, newInspection, openLaptop, openTestFolder, rate } from './helpers/backend.ts'

const COUNTED: Population = [{ name: 'Regas', size: 40, units: null }, { name: 'oud AMK', size: 8, units: null }]

/** A laptop with a drawn sample of six files. */
async function openDrawn(population = COUNTED, take = [5, 1]) {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id: sample } = await laptop.api.fileReview.commitSeed({ inspection })
  await laptop.api.fileReview.setPopulation({ inspection, sample, population })
  await laptop.api.fileReview.draw({ inspection, sample, take })
  return { laptop, inspection, sample, ...laptop.api.fileReview }
}

const filesOf = async ({ api }: Laptop, inspection: string) => (await api.fileReview.grid({ inspection })).files

/** Enters one cell as a screen that shows nothing there. */
const enter = ({ api }: Laptop, inspection: string, file: string, field: string, value: Answer | null, before: Answer | null = null) =>
  api.fileReview.enter({ inspection, cells: [{ file, field, value, before }] })

const valueOf = async ({ api }: Laptop, inspection: string, file: string, field: string) =>
  (await api.field.get(at(inspection, 'answer', `${file}/${field}`, 'value'))).field

async function sampleVerify(path: string) {
  const chunks: string[] = []
  const sink = () => new Writable({ write: (chunk, _encoding, done) => { chunks.push(String(chunk)); done() } })
  const io = { stdin: Readable.from([]), stdout: sink(), stderr: new Writable({ write: (_chunk, _encoding, done) => done() }), env: {}, signal: new AbortController().signal }
  return { status: await runCommand(['sample', 'verify', path, '--json'], io), json: JSON.parse(chunks.join('')) as Record<string, unknown> }
}

test('the seed is fixed before the list is known, and told only by the draw', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { commitSeed, setPopulation, draw, overview } = laptop.api.fileReview
  const { id: sample, commitment } = await commitSeed({ inspection })
  await expect(draw({ inspection, sample, take: [1] })).rejects.toThrow('sample-step')
  expect((await overview({ inspection })).samples).toMatchObject([{ id: sample, stage: 'committed', commitment, population: null, seed: null, here: true }])
  await setPopulation({ inspection, sample, population: [{ name: '', size: 9, units: null }] })
  await setPopulation({ inspection, sample, population: COUNTED })
  expect((await overview({ inspection })).samples).toMatchObject([{ stage: 'listed', seed: null, population: { size: 48, listed: false } }])
  await expect(draw({ inspection, sample, take: [5] })).rejects.toThrow('sample-too-large')
  expect(await draw({ inspection, sample, take: [5, 1] })).toMatchObject({ drawn: 6 })
  await expect(draw({ inspection, sample, take: [5, 1] })).rejects.toThrow('sample-step')
  await expect(setPopulation({ inspection, sample, population: COUNTED })).rejects.toThrow('sample-step')
  await expect(setPopulation({ inspection, sample: inspection, population: COUNTED })).rejects.toThrow('sample-step')

  const counters = laptop.db().prepare(`SELECT body ->> 'field' AS field FROM change WHERE body ->> 'entity' = 'sample' ORDER BY body ->> 'counter' + 0`)
  expect(counters.pluck().all()).toEqual(['commitment', 'population', 'population', 'take', 'seed'])
  expect((await filesOf(laptop, inspection)).map(({ pseudonym, origin }) => [pseudonym, origin?.kind])).toEqual(
    ['D-01', 'D-02', 'D-03', 'D-04', 'D-05', 'D-06'].map((pseudonym) => [pseudonym, 'sample']))
})

test('a seed that is fixed on one laptop is not known on another', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  const { id: sample } = await ours.api.fileReview.commitSeed({ inspection })
  await ours.api.fileReview.setPopulation({ inspection, sample, population: COUNTED })
  carry(ours, theirs, inspection)
  expect((await theirs.api.fileReview.overview({ inspection })).samples).toMatchObject([{ here: false }])
  await expect(theirs.api.fileReview.draw({ inspection, sample, take: [5, 1] })).rejects.toThrow('seed-elsewhere')
})

test('who is listed by a pseudonym keeps it', async () => {
  const { laptop, inspection } = await openDrawn([{ name: '', size: 3, units: ['D-14', 'D-02', 'AB-131'] }], [3])
  expect((await filesOf(laptop, inspection)).map(({ pseudonym }) => pseudonym).sort()).toEqual(['AB-131', 'D-02', 'D-14'])
})

test('a file that drops out is replaced by the next of its stratum, with the reason; one that is added on purpose stays apart', async () => {
  const { laptop, inspection, replace, addTargeted, overview } = await openDrawn()
  const [first] = (await filesOf(laptop, inspection)).filter(({ origin }) => origin?.kind === 'sample' && origin.stratum === 'Regas')
  const { id, pseudonym } = await replace({ inspection, file: first!.id, reason: 'Dossier is overgedragen en hier niet in te zien.' })
  await expect(replace({ inspection, file: first!.id, reason: 'nog eens' })).rejects.toThrow('sample-step')
  const added = await addTargeted({ inspection, pseudonym: null, reason: 'Genoemd in het interview.' })
  expect([pseudonym, added.pseudonym]).toEqual(['D-07', 'D-08'])
  await expect(addTargeted({ inspection, pseudonym: 'D-08', reason: 'nog eens' })).rejects.toThrow('value-invalid')
  await expect(addTargeted({ inspection, pseudonym: 'Jan', reason: 'geen pseudoniem' })).rejects.toThrow('value-invalid')
  await expect(replace({ inspection, file: added.id, reason: 'kan niet' })).rejects.toThrow('not-found')
  const files = await filesOf(laptop, inspection)
  expect(files.find((file) => file.id === id)).toMatchObject({ origin: { kind: 'replacement', stratum: 'Regas', place: 6, replaces: first!.id } })
  expect(files.at(-1)).toMatchObject({ pseudonym: 'D-08', origin: { kind: 'targeted' } })
  expect(await overview({ inspection })).toMatchObject({ counts: { sample: 6, targeted: 1, dropped: 1 }, shared: [] })
})

test('the record of a draw holds without a workspace, and not once it is altered', async () => {
  const { laptop, inspection, sample, replace, addTargeted, writeDrawRecord } = await openDrawn()
  const [, second] = await filesOf(laptop, inspection)
  await replace({ inspection, file: second!.id, reason: 'Nog in gebruik bij de politie <i>&' })
  await addTargeted({ inspection, pseudonym: null, reason: 'Oudste op de wachtlijst.' })
  const folder = openTestFolder()
  const [json, html] = [join(folder, 'trekking.json'), join(folder, 'trekking.html')]
  await writeDrawRecord({ inspection, sample, format: 'json', file: json })
  await writeDrawRecord({ inspection, sample, format: 'html', file: html })
  expect(await sampleVerify(json)).toMatchObject({
    status: 0, json: { verified: true, fault: null, inOrder: true, population: 48, drawn: 6, replacements: 1, targeted: 1 },
  })
  const record = DrawRecord.parse(JSON.parse(readFileSync(json, 'utf8')))
  for (const [fault, altered] of [
    ['commitment', { ...record, seed: 'f'.repeat(64) }],
    ['draw', { ...record, drawn: record.drawn.map((one, index) => (index === 0 ? { ...one, unit: record.replacements[0]!.unit } : one)) }],
    ['population', { ...record, population: { ...record.population, sha256: '0'.repeat(64) } }],
  ] as const) {
    const path = join(folder, `${fault}.json`)
    await writeCanonical(path, altered)
    expect(await sampleVerify(path)).toMatchObject({ status: 1, json: { verified: false, fault } })
  }
  writeFileSync(join(folder, 'half.json'), readFileSync(json, 'utf8').slice(0, 400))
  expect(await sampleVerify(join(folder, 'half.json'))).toMatchObject({ status: 1, json: { failure: { code: 'not-canonical' } } })

  const page = readFileSync(html, 'utf8')
  expect(page).toContain('Nog in gebruik bij de politie &lt;i&gt;&amp;')
  expect(page).not.toMatch(/<script|src=|https?:/)
})

async function writeCanonical(path: string, value: object) {
  const { canonicalFile } = await import('../electron/crypto/canonical-file.ts')
  writeFileSync(path, canonicalFile(value))
}

const hasPython = (() => {
  try {
    return execFileSync('python3', ['--version']).length > 0
  } catch {
    return false
  }
})()

test.skipIf(!hasPython)('the few lines that are printed on the record draw the same files', async () => {
  const { AGAIN } = await import('../electron/features/file-review/record-html.ts')
  const { inspection, sample, writeDrawRecord } = await openDrawn()
  const folder = openTestFolder()
  const [json, again] = [join(folder, 'trekking.json'), join(folder, 'again.py')]
  await writeDrawRecord({ inspection, sample, format: 'json', file: json })
  writeFileSync(again, AGAIN)
  const lines = execFileSync('python3', [again, json], { encoding: 'utf8' }).trim().split('\n')
  const { drawn } = DrawRecord.parse(JSON.parse(readFileSync(json, 'utf8')))
  const inStratum = (name: string) => `${name} [${drawn.filter(({ stratum }) => stratum === name).map(({ unit }) => `'${unit}'`).join(', ')}]`
  expect(lines[0]).toBe('trekkingsgetal klopt: True')
  for (const name of ['Regas', 'oud AMK']) expect(lines.find((line) => line.startsWith(name))?.split(/[[\],]/).toSorted()).toEqual(inStratum(name).split(/[[\],]/).toSorted())
})

test('a pasted list names each file once and no person; what is refused is told by its line', () => {
  expect(readPopulation('Dossier;Laag\r\nD-01;Regas\r\nD-02;Regas\r\n"A7";oud AMK\r\n\r\n')).toEqual({
    population: [{ name: 'Regas', size: 2, units: ['D-01', 'D-02'] }, { name: 'oud AMK', size: 1, units: ['A7'] }], refused: [],
  })
  expect(readPopulation('D-01\nD-02\nD-01\nJan de Vries\n111222333\n111222334')).toEqual({
    population: [{ name: '', size: 3, units: ['D-01', 'D-02', '111222334'] }],
    refused: [{ line: 3, why: 'twice' }, { line: 4, why: 'form' }, { line: 5, why: 'citizen-number' }],
  })
  expect(readPopulation('D-01\tRegas\nD-02')).toMatchObject({ refused: [{ line: 2, why: 'stratum-missing' }] })
  expect(readPopulation('\n \n').population).toBeNull()
})

test('what is entered is held against the framework and is recorded whole or not at all', async () => {
  const { laptop, inspection, enter: enterAll } = await openDrawn()
  const [file] = await filesOf(laptop, inspection)
  const good = { file: file!.id, field: 'report', value: '2016-03-21', before: null }
  for (const [wrong, code] of [
    [{ ...good, field: 'bsn' }, 'not-found'], [{ ...good, value: '21-3-2016' }, 'value-invalid'], [{ ...good, value: 'misschien' }, 'value-invalid'],
    [{ ...good, field: 'acute', value: '+' }, 'value-invalid'], [{ ...good, field: 'members', value: '3' }, 'value-invalid'], [{ ...good, file: inspection }, 'not-found'],
  ] as const) await expect(enterAll({ inspection, cells: [good, wrong] }), JSON.stringify(wrong)).rejects.toThrow(code)
  expect((await valueOf(laptop, inspection, file!.id, 'report')).heads).toEqual([])
  for (const [place, value] of [[`${file!.id}/bsn`, 'x'], [`${file!.id}/report`, 'x'], ['x/report', '2016-03-21']] as const) {
    await expect(answer(laptop, at(inspection, 'answer', place, 'value'), value)).rejects.toThrow(/not-found|value-invalid/)
  }
  await expect(answer(laptop, at(inspection, 'termReckoning', 'triage', 'basis'), 'workdays')).rejects.toThrow('value-invalid')
  await expect(answer(laptop, at(inspection, 'termReckoning', 'investigation', 'basis'), 'working')).rejects.toThrow('value-invalid')
  await expect(answer(laptop, at(inspection, 'fileReckoning', crypto.randomUUID(), 'referenceDate'), '2016-05-20')).rejects.toThrow('not-found')

  expect(await enterAll({ inspection, cells: [good, { ...good, field: 'acute', value: 'not-found' }] })).toMatchObject({ entered: 2 })
  expect(await enterAll({ inspection, cells: [{ ...good, before: '2016-03-21' }] })).toMatchObject({ entered: 0 })
})

test('two who enter the same cell differ, who saw the other replaces, and both laptops come to know the same', async () => {
  const { laptop: ours, inspection } = await openDrawn()
  const theirs = await openLaptop('B. Visser')
  carry(ours, theirs, inspection)
  const [one, two] = (await filesOf(ours, inspection)).map(({ id }) => id) as [string, string]
  await enter(ours, inspection, one, 'report', '2016-03-21')
  await enter(theirs, inspection, one, 'report', '2016-03-22')
  await enter(theirs, inspection, two, 'report', '2016-04-01')
  carry(theirs, ours, inspection)
  carry(ours, theirs, inspection)
  for (const laptop of [ours, theirs]) {
    const { marks, files } = await laptop.api.fileReview.grid({ inspection })
    expect(marks).toMatchObject([{ file: one, field: 'report', different: true }])
    expect(files.find(({ id }) => id === one)!.answers.every((value) => value === null)).toBe(true)
    await expect(enter(laptop, inspection, one, 'report', '2016-03-23')).rejects.toThrow('difference-open')
  }
  const { heads } = await valueOf(ours, inspection, one, 'report')
  await ours.api.field.settle({
    ...at(inspection, 'answer', `${one}/report`, 'value'), value: '2016-03-22', reason: 'Samen in het dossier gekeken.', seen: heads.map(({ id }) => id),
  })
  await enter(ours, inspection, two, 'report', '2016-04-02', '2016-04-01')
  expect((await ours.api.fileReview.grid({ inspection })).marks).toEqual([])
  carry(ours, theirs, inspection)
  const hashes = await Promise.all([ours, theirs].map(async ({ api }) => (await api.inspection.list({}))[0]!.stateHash))
  expect(hashes[0]).toBe(hashes[1])
  expect((await valueOf(theirs, inspection, two, 'report')).value).toBe('2016-04-02')

  await enter(theirs, inspection, two, 'report', '2016-04-09', '2016-04-01') // their screen still showed the first
  expect((await valueOf(theirs, inspection, two, 'report')).different).toBe(true)
})

test('two laptops that replace at the same time take the same next file, which shows, and the record still holds', async () => {
  const { laptop: ours, inspection, sample } = await openDrawn([{ name: '', size: 10, units: null }], [3])
  const theirs = await openLaptop('B. Visser')
  carry(ours, theirs, inspection)
  const [one, two] = (await filesOf(ours, inspection)).map(({ id }) => id) as [string, string]
  await ours.api.fileReview.replace({ inspection, file: one, reason: 'niet te vinden' })
  await theirs.api.fileReview.replace({ inspection, file: two, reason: 'niet te vinden' })
  carry(theirs, ours, inspection)
  expect((await ours.api.fileReview.overview({ inspection })).shared).toEqual(['D-04'])
  const json = join(openTestFolder(), 'trekking.json')
  await ours.api.fileReview.writeDrawRecord({ inspection, sample, format: 'json', file: json })
  expect(await sampleVerify(json)).toMatchObject({ status: 0, json: { replacements: 1 } })
})

test('the files are counted per term, what was added on purpose apart, and a rating against the count is pointed out', async () => {
  const { laptop, inspection, addTargeted, rollUp } = await openDrawn([{ name: '', size: 40, units: null }], [30])
  await answer(laptop, at(inspection, 'fileReckoning', inspection, 'referenceDate'), '2016-05-20')
  const targeted = await addTargeted({ inspection, pseudonym: null, reason: 'Genoemd in het interview.' })
  const files = (await filesOf(laptop, inspection)).map(({ id }) => id)
  const cells = files.flatMap((file, index) => [
    { file, field: 'report', value: '2016-03-01', before: null },
    { file, field: 'triage-decision', value: index < 10 ? '2016-03-04' : '2016-03-20', before: null },
  ])
  await laptop.api.fileReview.enter({ inspection, cells })
  const triage = async () => (await rollUp({ inspection, expectation: '1.2.4' }))!
  const told = await triage()
  expect(told.sample.terms.find(({ term }) => term === 'triage')).toMatchObject({ n: 30, onTime: 10, late: 20, share: { target: 90, against: 'below', small: false } })
  expect(told.targeted!.terms.find(({ term }) => term === 'triage')).toMatchObject({ n: 1, late: 1, share: null })
  expect([told.referenceDate, told.against]).toEqual(['2016-05-20', []])
  await rate(laptop, inspection, '1.2.4', '+')
  expect((await triage()).against).toEqual(['triage'])
  await rate(laptop, inspection, '1.2.4', '-')
  expect((await triage()).against).toEqual([])

  await answer(laptop, at(inspection, 'termReckoning', 'triage', 'basis'), 'working')
  expect((await triage()).sample.terms.find(({ term }) => term === 'triage')!.median).toBe(13)
  await answer(laptop, at(inspection, 'caseFile', files[0]!, 'dropped'), 'Blijkt van een andere regio.')
  expect((await triage()).sample.n).toBe(29)
  expect(await rollUp({ inspection, expectation: '3.1.4' })).toBeNull()
  expect((await rollUp({ inspection, expectation: null }))!.sample.terms).toHaveLength(6)
  expect(targeted.pseudonym).toBe('D-31')
})
