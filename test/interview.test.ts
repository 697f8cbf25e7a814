import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tagsIn } from '../shared/domain/interview.ts'
import { answer, at, carry, type Laptop, newInspection, openLaptop, openMachine, openTestFolder, PASSPHRASE } from './helpers/backend.ts'
import { plainOf, tagsOf } from './helpers/html.ts'
import { exchange, handOver, openEnrolled, openJudged, openOffice } from './helpers/office.ts'
import { smallFramework } from './helpers/small-framework.ts'

/** A talk with management that has begun. */
async function openTalk(laptop?: Laptop) {
  const own = laptop ?? await openLaptop()
  const inspection = await newInspection(own)
  const { id: talk } = await own.api.activity.add({ inspection, kind: 'interview', role: 'management' })
  return { laptop: own, ...talkOn(own, inspection, talk) }
}

function talkOn({ api }: Laptop, inspection: string, talk: string) {
  const get = () => api.interview.get({ inspection, talk })
  const note = (text: string, question: string | null = null, followUp = false) => api.interview.note({ inspection, talk, text, question, followUp })
  const turn = async (state: 'busy' | 'paused' | 'done') =>
    api.interview.turn({ inspection, talk, state, seen: (await get()).activity.state.heads.map(({ id }) => id) })
  return { inspection, talk, get, note, turn }
}

test('a note is about the question under which it was written, or about what it names itself', async () => {
  const { get, note } = await openTalk()
  await note('De achterwacht neemt op.', 'm-reach')
  await note('Geen eigen medewerker #1.1.2, wel #1.1.4.', 'm-reach')
  await note('Nieuwe locatie per maart.')
  const { notes, questions } = await get()
  expect(notes.map(({ text, tags, question }) => [text.value, tags, question])).toEqual([
    ['De achterwacht neemt op.', ['1.1.1'], 'm-reach'],
    ['Geen eigen medewerker #1.1.2, wel #1.1.4.', ['1.1.2', '1.1.4'], 'm-reach'],
    ['Nieuwe locatie per maart.', [], null],
  ])
  expect(notes.map(({ at }) => at)).toEqual(notes.map(({ at }) => at).toSorted())
  expect(questions.find(({ id }) => id === 'm-reach')).toMatchObject({ notes: 2, own: false, expectations: ['1.1.1'] })
})

test('a number that the framework does not have is told, and the note waits to be tagged', async () => {
  const { get, note } = await openTalk()
  expect((await note('Zie #1.1.9.', 'm-reach')).unknown).toEqual(['1.1.9'])
  expect((await note('Dossier #12 van #kantoor.', 'm-reach')).unknown).toEqual([])
  expect((await get()).notes.map(({ tags }) => tags)).toEqual([[], ['1.1.1']])
})

test('numbers are found in any text as a reader finds them, each once', () => {
  const framework = smallFramework([3, 12], [], 'unstated')
  const known = framework.themes.flatMap(({ criteria }) => criteria.flatMap(({ expectations }) => expectations.map(({ number }) => number)))
  const word = fc.constantFrom('de', 'nacht.', '1.1.1', 'mail#1.1.1', '2.1')
  fc.assert(fc.property(fc.array(fc.oneof(word, fc.constantFrom(...known).map((number) => `#${number}`)), { maxLength: 8 }), fc.constantFrom(' ', ', ', '\n'), (words, between) => {
    const named = words.filter((each) => each.startsWith('#')).map((each) => each.slice(1))
    expect(tagsIn(framework, words.join(between))).toEqual({ expectations: [...new Set(named)], unknown: [] })
  }))
  expect(tagsIn(framework, '(#2.1.1). #2.1.12! #2.1.1')).toEqual({ expectations: ['2.1.1', '2.1.12'], unknown: [] })
})

test('what is typed is kept, and becomes one note', async () => {
  const { laptop: { api }, inspection, talk, get, note } = await openTalk()
  for (const text of ['De acht', 'De achterwacht']) await api.interview.type({ inspection, talk, text, question: 'm-reach' })
  expect((await get()).typed).toEqual({ text: 'De achterwacht', question: 'm-reach' })
  expect((await get()).notes).toEqual([])
  await note('De achterwacht neemt op.', 'm-reach')
  expect([(await get()).typed, (await get()).notes.map(({ text }) => text.heads.length)]).toEqual([null, [1]])
  for (const text of ['Toch niet', ' ']) await api.interview.type({ inspection, talk, text, question: null })
  expect((await get()).typed).toBeNull()
})

test('what was being typed when the program was locked or closed stands in its own talk, under its question', async () => {
  const { laptop, inspection, talk } = await openTalk()
  await laptop.api.interview.type({ inspection, talk, text: 'De achterwacht', question: 'm-reach' })
  await laptop.close()
  const again = openMachine(laptop.home)
  await again.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  const { typed, notes } = await again.api.interview.get({ inspection, talk })
  expect([typed, notes.map(({ text, tags, question }) => [text.value, tags, question])]).toEqual([null, [['De achterwacht', ['1.1.1'], 'm-reach']]])
})

test('a note that was still being typed when a report was made stands in its own talk, under its question', async () => {
  const { laptop, inspection, talk, get } = await openTalk()
  await laptop.api.interview.type({ inspection, talk, text: 'De achterwacht', question: 'm-reach' })
  await laptop.api.report.write({ inspection, format: 'html', file: join(openTestFolder(), 'rapport.html') })
  expect((await get()).notes).toMatchObject([{ text: { value: 'De achterwacht' }, tags: ['1.1.1'], at: expect.stringMatching(/^2026-/) }])
  expect((await get()).typed).toBeNull()
})

test('a note can be tagged anew, altered, withdrawn and erased; the log knows each', async () => {
  const { laptop, inspection, get, note } = await openTalk()
  const { id } = await note('Mevrouw Jansen neemt op.', 'm-reach')
  await answer(laptop, at(inspection, 'note', id, 'expectations'), ['1.1.2', '2.1.1'])
  await answer(laptop, at(inspection, 'note', id, 'text'), 'Een medewerker neemt op.')
  expect((await get()).notes).toMatchObject([{ tags: ['1.1.2', '2.1.1'], text: { value: 'Een medewerker neemt op.' } }])
  const [first] = await laptop.api.field.history(at(inspection, 'note', id, 'text'))
  await laptop.api.field.erase({ change: first!.id, reason: 'Een naam.' })
  expect((await laptop.api.field.history(at(inspection, 'note', id, 'text'))).map(({ value, erased }) => [value, erased])).toEqual([
    [null, true], ['Een medewerker neemt op.', false],
  ])
  await answer(laptop, at(inspection, 'note', id, 'text'), null)
  expect((await get()).notes).toEqual([])
})

test('a question of the team joins the guide and is marked; asked on two laptops is asked once', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const { inspection, talk, get } = await openTalk(ours)
  const { id } = await ours.api.interview.ask({ inspection, talk, text: 'Hoe lang is de wachtlijst?', expectations: ['1.2.5'] })
  carry(ours, theirs, inspection)
  for (const laptop of [ours, theirs]) {
    await answer(laptop, at(inspection, 'asked', `${talk}/${id}`, 'asked'), true as unknown as string)
    await answer(laptop, at(inspection, 'asked', `${talk}/m-crisis`, 'asked'), true as unknown as string)
  }
  carry(theirs, ours, inspection)
  const { questions } = await get()
  expect(questions.filter(({ asked }) => asked.value).map(({ id, own }) => [id, own])).toEqual([['m-crisis', false], [id, true]])
  expect((await ours.api.inspection.list({}))[0]!.differences).toBe(0)
})

test('a talk starts, pauses, resumes and ends; the moments stay', async () => {
  const { laptop, inspection, talk, get, turn } = await openTalk()
  for (const state of ['busy', 'paused', 'busy', 'done'] as const) await turn(state)
  const { activity: { state, startedAt, endedAt } } = await get()
  expect(state.value).toBe('done')
  expect(startedAt.value! < endedAt.value!).toBe(true)
  const history = await laptop.api.field.history(at(inspection, 'activity', talk, 'state'))
  expect(history.map(({ value }) => value)).toEqual(['planned', 'busy', 'paused', 'busy', 'done'])
  expect(history[0]!.at < startedAt.value! && startedAt.value! < history[2]!.at).toBe(true)
  await turn('busy')
  await turn('done')
  expect((await get()).activity.endedAt.value! > endedAt.value!).toBe(true)
  expect((await get()).activity.startedAt.value).toBe(startedAt.value)
})

test('a talk tells what it could speak to and what no source speaks to yet', async () => {
  const { get, note } = await openTalk()
  const before = (await get()).open
  await note('De achterwacht neemt op.', 'm-reach')
  const after = (await get()).open
  expect(before).toContain('1.1.1')
  expect(after).toEqual(before.filter((expectation) => expectation !== '1.1.1'))
})

test('of a talk the screen is told nothing about ratings or other talks', async () => {
  const { laptop, inspection, get, note } = await openTalk()
  const other = await laptop.api.activity.add({ inspection, kind: 'interview', role: 'frontline' })
  await talkOn(laptop, inspection, other.id).note('Uit het andere gesprek.')
  await answer(laptop, at(inspection, 'finding', '1.1.1', 'rationale'), 'Geheim tot het eind.')
  await note('Uit dit gesprek.')
  const told = JSON.stringify(await get())
  expect(told).toContain('Uit dit gesprek.')
  expect(told).not.toMatch(/andere gesprek|Geheim|rating/)
})

test.each([
  ['note', '/x', 'text'], ['note', '', 'text'], ['question', '/1.1.1', 'text'], ['asked', '/geen vraag', 'asked'], ['asked', '/', 'asked'],
])('%s under %j is refused', async (entity, end, field) => {
  const { laptop, inspection, talk } = await openTalk()
  await expect(answer(laptop, at(inspection, entity, talk + end, field), 'x')).rejects.toThrow('not-found')
})

test('what is no talk has no guide, no notes and no sheet', async () => {
  const { laptop: { api }, inspection } = await openTalk()
  const { id: talk } = await api.activity.add({ inspection, kind: 'file-review', role: null })
  await expect(api.interview.get({ inspection, talk })).rejects.toThrow('not-found')
  await expect(api.interview.note({ inspection, talk, text: 'x', question: null, followUp: false })).rejects.toThrow('not-found')
  await expect(api.interview.print({ inspection, talk, file: join(openTestFolder(), 'x.html') })).rejects.toThrow('not-found')
})

test('the sheet to print holds the guide and nothing that runs, whatever was typed', async () => {
  const { laptop, inspection, talk } = await openTalk()
  const bare = join(openTestFolder(), 'bare.html')
  await laptop.api.interview.print({ inspection, talk, file: bare })
  await answer(laptop, at(inspection, 'activity', talk, 'participants'), [{ role: '<script>alert(1)</script>', count: 2 }])
  await answer(laptop, at(inspection, 'activity', talk, 'place'), '"><img src=x onerror=alert(1)>')
  await laptop.api.interview.ask({ inspection, talk, text: 'Hoe lang is </li></ol>?', expectations: ['1.2.5'] })
  const file = join(openTestFolder(), 'gespreksblad.html')
  const { size } = await laptop.api.interview.print({ inspection, talk, file })
  const page = readFileSync(file, 'utf8')
  expect(size).toBe(Buffer.byteLength(page))
  const { questions } = await laptop.api.interview.get({ inspection, talk })
  for (const { text } of questions) expect(plainOf(page)).toContain(text)
  expect(plainOf(page)).toContain('[I1] Gesprek: Management')
  expect(plainOf(page)).toContain('2 × <script>alert(1)</script>')
  expect(new Set(tagsOf(page))).toEqual(new Set(tagsOf(readFileSync(bare, 'utf8'))))
  expect(page).not.toMatch(/A\. Bakker/)
})

test('two who note in one talk have all notes on both laptops, and differ where both altered one', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const { inspection, talk, get, note } = await openTalk(ours)
  const { id } = await note('De achterwacht neemt op.', 'm-reach')
  carry(ours, theirs, inspection)
  await talkOn(theirs, inspection, talk).note('Het rooster is leeg in het weekend.', 'm-deploy')
  await answer(ours, at(inspection, 'note', id, 'text'), 'De achterwacht neemt altijd op.')
  await answer(theirs, at(inspection, 'note', id, 'text'), 'De achterwacht neemt soms op.')
  carry(theirs, ours, inspection)
  const { notes } = await get()
  expect(new Map(notes.map(({ text }) => [text.different, text.value]))).toEqual(new Map([[false, 'Het rooster is leeg in het weekend.'], [true, null]]))
  expect((await ours.api.inspection.differences({ inspection })).map(({ entity, field }) => [entity, field])).toEqual([['note', 'text']])
})

test('a talk travels between colleagues and to the office, with all that was noted', async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office, 'A. Bakker'), await openEnrolled(office, 'B. Visser')]
  const { inspection, talk, get, note } = await openTalk(ours)
  await note('De achterwacht neemt op.', 'm-reach', true)
  await ours.api.interview.ask({ inspection, talk, text: 'Hoe lang is de wachtlijst?', expectations: ['1.2.5'] })
  await answer(ours, at(inspection, 'activity', talk, 'accord'), 'given')
  await ours.api.interview.type({ inspection, talk, text: 'nog niet af', question: null })
  const file = await exchange(ours, inspection)
  for (const { api } of [theirs, office]) {
    expect(await api.bundle.import({ files: [file] })).toMatchObject([{ state: 'new' }])
    expect(await api.interview.get({ inspection, talk })).toEqual({ ...await get(), typed: null })
    expect(await api.source.coverage({ inspection })).toEqual(await ours.api.source.coverage({ inspection }))
  }
})

test('a signed hand-over carries the talks too', async () => {
  const office = await openOffice()
  const { laptop, retest } = await openJudged(office)
  const { id: talk } = await laptop.api.activity.add({ inspection: retest, kind: 'interview', role: 'management' })
  await talkOn(laptop, retest, talk).note('De achterwacht neemt op.', 'm-reach')
  const file = await handOver(laptop, retest)
  expect(await office.api.bundle.import({ files: [file] })).toMatchObject([{ state: 'new' }])
  expect((await office.api.source.list({ inspection: retest, expectation: '1.1.1' })).sources).toMatchObject([
    { label: 'I1', kind: 'interview', title: 'Management', quotes: [{ text: 'De achterwacht neemt op.' }] },
  ])
})
