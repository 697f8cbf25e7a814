import JSZip from 'jszip'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saveDraft } from '../electron/db/draft.ts'
import { judgeExample } from '../electron/example.ts'
import { blocksOf } from '../shared/domain/letter-text.ts'
import { privilegeIdOf } from '../shared/domain/privilege.ts'
import { textOf } from '../electron/features/report/tree.ts'
import { answer, at, type Laptop, newInspection, openLaptop, openTestFolder, rate } from './helpers/backend.ts'

const day = '2016-12-01'
const textIn = async ({ api }: Laptop, inspection: string, letter: string) => textOf(await api.letter.read({ inspection, letter }))

async function openJudged() {
  const laptop = await openLaptop('K. Kantoor', 'office')
  const [first, retest] = [...(await judgeExample(laptop.api)).values()] as [string, string]
  return { laptop, first, retest }
}

test('a board reads what was judged, each addressee on a page of its own, and the sent letters stand in the supervision file', async () => {
  const { laptop, retest: inspection } = await openJudged()
  const { api } = laptop
  const { id } = await api.letter.add({ inspection, kind: 'board', language: 'nl', day })
  const { file, letters: [made] } = await api.letter.list({ inspection })
  expect(made!.fields.subject.value).toBe('Rapport van de hertoets bij Veilig Thuis Drenthe')
  expect(made!.fields.text.value).toContain('Van de 24 beoordeelde verwachtingen is aan 18 voldaan.')
  expect(made!.composed).toBeNull()

  expect(await textIn(laptop, inspection, id)).toContain('Wat wij van u vragen')

  const seen = made!.fields.addressees.heads.map((head) => head.id)
  await expect(api.letter.sent({ inspection, letter: id, day })).rejects.toMatchObject({ failure: { code: 'letter-no-addressee' } })
  await api.field.record({ inspection: file, entity: 'outgoingLetter', entityId: id, field: 'addressees', value: 'Bestuur GGD Drenthe\nCollege van Assen', reason: null, seen })
  for (const [field, value] of [['sentOn', day], ['basis', 'x'], ['of', null]] as const) {
    await expect(api.field.record({ inspection: file, entity: 'outgoingLetter', entityId: id, field, value, reason: null, seen: made!.fields.basis.heads.map((head) => head.id) }))
      .rejects.toMatchObject({ failure: { code: 'written-by-program' } })
  }
  const text = await textIn(laptop, inspection, id)
  expect(text).toContain('Aan: Bestuur GGD Drenthe')
  expect(text).toContain('Aan: College van Assen')

  saveDraft({ ...laptop.context(), author: crypto.randomUUID() }, { inspection: file, entity: 'outgoingLetter', entityId: id, field: 'text', value: 'Van een collega', seen: [] })
  await expect(api.letter.sent({ inspection, letter: id, day })).rejects.toMatchObject({ failure: { code: 'letter-typed' } })
  laptop.db().prepare('DELETE FROM draft').run()
  expect(await api.letter.sent({ inspection, letter: id, day })).toMatchObject({ registered: 2 })
  const isFixed = { failure: { code: 'letter-sent', details: { day } } }
  await expect(api.letter.sent({ inspection, letter: id, day })).rejects.toMatchObject(isFixed)
  await expect(api.letter.compose({ inspection, letter: id })).rejects.toMatchObject(isFixed)
  for (const field of ['text', 'subject', 'addressees', 'dated']) {
    await expect(answer(laptop, at(file, 'outgoingLetter', id, field), field === 'dated' ? '2016-12-02' : 'Anders.')).rejects.toMatchObject(isFixed)
  }
  await expect(api.field.draft({ ...at(file, 'outgoingLetter', id, 'text'), value: 'Anders.', seen: [] })).rejects.toMatchObject(isFixed)

  const { id: better } = await api.letter.correct({ inspection, letter: id, day: '2016-12-08' })
  await expect(api.letter.correct({ inspection, letter: better, day })).rejects.toMatchObject({ failure: { code: 'letter-unsent' } })
  await answer(laptop, at(file, 'outgoingLetter', better, 'text'), 'Het waren er 18.')
  expect(await textIn(laptop, inspection, better)).toMatch(/College van Assen[^]*Dit komt in de plaats van onze brief van 1 december 2016\.[^]*Het waren er 18\./)
  expect(await textIn(laptop, inspection, id)).toBe(text)
  const { events } = await api.supervision.get({ organisation: file, today: day })
  const sent = events.filter(({ entity }) => entity === 'letter').map(({ fields }) => fields as Record<string, { value: unknown }>)
  expect(sent.map(({ party }) => party!.value).sort()).toEqual(['Bestuur GGD Drenthe', 'College van Assen'])

  const folder = openTestFolder()
  for (const name of ['a.docx', 'b.docx', 'c.html']) {
    await api.letter.write({ inspection, letter: id, format: name.endsWith('html') ? 'html' : 'docx', file: join(folder, name) })
  }
  expect(readFileSync(join(folder, 'a.docx'))).toEqual(readFileSync(join(folder, 'b.docx')))
  const word = await (await JSZip.loadAsync(readFileSync(join(folder, 'a.docx')))).file('word/document.xml')!.async('string')
  expect(word).toContain('College van Assen')
})

test('before all is judged there is an announcement and nothing else; a line of which nothing is known is left out', async () => {
  const laptop = await openLaptop('K. Kantoor', 'office')
  const inspection = await newInspection(laptop)
  await expect(laptop.api.letter.add({ inspection, kind: 'board', language: 'nl', day })).rejects.toMatchObject({ failure: { code: 'letter-needs-verdict' } })
  const { id } = await laptop.api.letter.add({ inspection, kind: 'announcement', language: 'nl', day })
  const text = await textIn(laptop, inspection, id)
  expect(text).toContain('Veilig Thuis Drenthe wordt op 5 januari 2026 bezocht voor een eerste beoordeling')
  expect(text).not.toMatch(/[{}]/)
  const { id: english } = await laptop.api.letter.add({ inspection, kind: 'announcement', language: 'en', day })
  expect(await textIn(laptop, inspection, english)).toContain('5 January 2026')
  const file = join(openTestFolder(), 'announcement.docx')
  await laptop.api.letter.write({ inspection, letter: english, format: 'docx', file })
  const word = await JSZip.loadAsync(readFileSync(file))
  const [styles, footer] = await Promise.all(['styles', 'footer1'].map((name) => word.file(`word/${name}.xml`)!.async('string')))
  expect(styles).toContain('w:lang w:val="en-GB"')
  expect(footer).toContain('Page ')
})

test('the explanation says of each expectation what the norm is, what was found and what would meet it; the sheet counts by theme', async () => {
  const judged = await openJudged()
  const { laptop, retest: inspection } = judged
  await laptop.api.improvement.make({ inspection })
  const { id } = await laptop.api.letter.add({ inspection, kind: 'explanation', language: 'nl', day })
  const text = await textIn(laptop, inspection, id)
  expect(text.match(/De norm/g)).toHaveLength(24)
  expect(text.match(/Wat nodig is/g)).toHaveLength(24)
  expect(text.match(/Niets: aan deze verwachting is voldaan/g)).toHaveLength(18)
  expect(text).toMatch(/1\.1\.2: voldoet niet[^]*De hele verwachting wordt aantoonbaar gehaald/)
  const { id: facts } = await laptop.api.letter.add({ inspection, kind: 'facts', language: 'nl', day })
  const sheet = await textIn(laptop, inspection, facts)
  expect(sheet).toContain('Beoordeeld: 24 van de 25')
  expect(sheet).toContain('Voldaan per thema')
})

test('when the data change the letter says so; it is composed anew or kept, and what stood there stays in the history', async () => {
  const { laptop, retest: inspection } = await openJudged()
  const { api } = laptop
  const { id } = await api.letter.add({ inspection, kind: 'news', language: 'nl', day })
  await rate(laptop, inspection, '1.1.1', '-')
  const { file, letters: [stale] } = await api.letter.list({ inspection })
  expect(stale!.composed).toContain('is aan 17 voldaan')
  await api.letter.compose({ inspection, letter: id })
  const { letters: [fresh] } = await api.letter.list({ inspection })
  expect([fresh!.composed, fresh!.fields.text.value!.includes('aan 17 voldaan')]).toEqual([null, true])
  const history = await api.field.history({ inspection: file, entity: 'outgoingLetter', entityId: id, field: 'text' })
  expect(history).toHaveLength(2)
})

test('whom an organisation serves is addressed without typing, and an inspectorate brings its own texts: one with a fault is refused by its line', async () => {
  const { laptop, retest: inspection } = await openJudged()
  const { api } = laptop
  const listed = async (letter: string) => (await api.letter.list({ inspection })).letters.find(({ id }) => id === letter)!
  const { id: before } = await api.letter.add({ inspection, kind: 'board', language: 'nl', day })
  const drenthe = (await api.organisation.list({})).find(({ name }) => name === 'Veilig Thuis Drenthe')!
  await api.organisation.save({ ...drenthe, serves: ['Assen', 'Emmen'] })
  expect(await listed(before)).toMatchObject({ unaddressed: 2 })
  await api.letter.address({ inspection, letter: before })
  expect(await listed(before)).toMatchObject({ unaddressed: 0, fields: { copies: { value: 'College van burgemeester en wethouders van Assen\nCollege van burgemeester en wethouders van Emmen' } } })
  const { id: copy } = await api.letter.add({ inspection, kind: 'municipalities', language: 'en', day })
  expect((await listed(copy)).fields.addressees.value).toBe('Municipal executive of Assen\nMunicipal executive of Emmen')
  const { id: sheet } = await api.letter.add({ inspection, kind: 'facts', language: 'nl', day })
  expect((await listed(sheet)).fields.addressees.value).toBe('Gemeenteraad van Assen\nGemeenteraad van Emmen')

  const file = join(openTestFolder(), 'brieven.txt')
  writeFileSync(file, '[news]\nOnze uitkomst: {outcome}.\n')
  await api.letter.bringTemplate({ language: 'nl', file })
  const { id } = await api.letter.add({ inspection, kind: 'news', language: 'nl', day })
  const text = await textIn(laptop, inspection, id)
  expect([text.includes('Onze uitkomst: '), text.includes('Veilig Thuis Drenthe: ')]).toEqual([true, true]) // the subject is as shipped
  writeFileSync(file, '[news]\n\nOp {gisteren}.\n')
  await expect(api.letter.bringTemplate({ language: 'nl', file })).rejects.toMatchObject({ failure: { code: 'template-place-unknown', details: { line: 3, name: 'gisteren' } } })
  await api.letter.saveTemplate({ language: 'nl', file })
  expect([readFileSync(file, 'utf8'), await api.letter.own({})]).toEqual(['[news]\nOnze uitkomst: {outcome}.\n\n', { nl: true, en: false }])
  await api.letter.dropTemplate({ language: 'nl' })
  expect(await api.letter.own({})).toEqual({ nl: false, en: false })
})

test('letters and press releases of others are received documents, with sender, reference and date', async () => {
  const laptop = await openLaptop('K. Kantoor', 'office')
  const inspection = await newInspection(laptop)
  const { api } = laptop
  for (const [kind, title, from] of [['letter', 'Raadsbrief', 'college van Assen'], ['press-release', 'Persbericht', 'GGD Drenthe']] as const) {
    const { id } = await api.document.add({ inspection, title, kind, receivedOn: '2016-12-02' })
    await answer(laptop, at(inspection, 'document', id, 'from'), from)
    await answer(laptop, at(inspection, 'document', id, 'reference'), 'K-1')
    await answer(laptop, at(inspection, 'document', id, 'dated'), '2016-12-01')
  }
  const told = (await api.document.list({ inspection })).map(({ fields }) => [fields.kind, fields.from, fields.reference, fields.dated].map(({ value }) => value))
  expect(told).toEqual([['letter', 'college van Assen', 'K-1', '2016-12-01'], ['press-release', 'GGD Drenthe', 'K-1', '2016-12-01']])
})

test('a text is read as its paragraphs, headings and lists', () => {
  expect(blocksOf('Een\ntwee\n\n## Kop\ndrie\n- a\n- b\n\n- c')).toEqual([
    { kind: 'paragraph', text: 'Een\ntwee' }, { kind: 'head', text: 'Kop' }, { kind: 'paragraph', text: 'drie' },
    { kind: 'list', items: ['a', 'b'] }, { kind: 'list', items: ['c'] },
  ])
})

test('a letter is not written while it cites what privilege rests on', async () => {
  const laptop = await openLaptop('K. Kantoor', 'office')
  const inspection = await newInspection(laptop)
  const { api } = laptop
  const { id: brief } = await api.document.add({ inspection, title: 'Brief van de advocaat', kind: 'other', receivedOn: '2026-01-05' })
  await answer(laptop, at(inspection, 'privilege', privilegeIdOf('document', brief), 'claim'), 'Advocaat van moeder-1.')
  const { id } = await api.letter.add({ inspection, kind: 'announcement', language: 'nl', day })
  const { file } = await api.letter.list({ inspection })
  const to = join(openTestFolder(), 'brief.html')
  const write = () => api.letter.write({ inspection, letter: id, format: 'html', file: to })
  await answer(laptop, at(file, 'outgoingLetter', id, 'text'), 'Dat volgt uit [DOC1].')
  await expect(write()).rejects.toThrow('privileged-cited')
  expect(existsSync(to)).toBe(false)
  await answer(laptop, at(file, 'outgoingLetter', id, 'text'), 'Dat volgt uit de stukken.')
  await write()
})
