import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { asOneText, type CheckPlace, lineAt, lineIn, revealedBy, startsOf, withoutSources } from '../shared/domain/check-line.ts'
import { factualCheckBlockersOf, lastDayOf, STANDARD_TERM, standingOf } from '../shared/domain/factual-check.ts'
import { type FormRow, readRemarks, wordsOf } from '../shared/domain/remark-form.ts'
import { type ViewDays, viewStandingOf } from '../shared/domain/view.ts'
import { record } from '../electron/db/change-log.ts'
import { answer, at, carry, type Laptop, newInspection, openLaptop, rate, rationaleAt } from './helpers/backend.ts'
import { run } from './helpers/command.ts'
import { plainOf } from './helpers/html.ts'

const linesIn = (text: string) => startsOf(text).map((_, index, starts) => lineIn(text, starts, index))

test('a text is numbered by its sentences, and what only looks like the end of one is none', () => {
  expect(linesIn('Er is bereik. Dat klopt volgens art. 4 en bijv. Regas! Om 9.30 uur n.v.t. [I1] Nacht? 24 uur per dag.\n\nOok lokaal')).toEqual([
    'Er is bereik.', 'Dat klopt volgens art. 4 en bijv. Regas!', 'Om 9.30 uur n.v.t. [I1] Nacht?', '24 uur per dag.', 'Ook lokaal',
  ])
  expect(linesIn('Zij is er. [I1][DOC2] p. 4 Hij niet.')).toEqual(['Zij is er. [I1][DOC2] p. 4', 'Hij niet.'])
  expect(linesIn(' \n ')).toEqual([])
})

test('lines lose nothing of a text but the white space between them', () => {
  const anyText = fc.array(fc.constantFrom('Zin', 'een', '. ', '.', '! ', '\n', ' ', '[I1]', '12', 'art. ', '…', '😀', '\u00ad'), { maxLength: 30 }).map((parts) => parts.join(''))
  const holds = (split: typeof startsOf) => fc.property(anyText, (text) => {
    const starts = split(text)
    const lines = starts.map((_, index) => lineIn(text, starts, index))
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    expect(lines.every((line) => line !== '')).toBe(true)
  })
  fc.assert(holds(startsOf))
  expect(() => fc.assert(holds((text) => startsOf(text).map((start) => start + 1)))).toThrow()
})

test('numbers run through all places', () => {
  const place = (starts: number[]): CheckPlace => ({ entity: 'finding', entityId: '1', field: 'rationale', change: 'a'.repeat(64), starts })
  const places = [place([0]), place([0, 5, 9]), place([0])]
  expect([0, 1, 2, 4, 5, 6].map((line) => lineAt(places, line)?.index ?? null)).toEqual([null, 0, 0, 2, 0, null])
})

test('what is cited gives way to its kind', () => {
  expect(withoutSources('Zij zijn er altijd [I2][I3] [D-07], zie [DOC3] p. 4 en [W1].')).toBe('Zij zijn er altijd (interviews, dossiers), zie (documenten) en (waarnemingen).')
})

test('what tells who said what is found in its spellings, and what only names a function or a time is not', () => {
  const confidential = { labels: ['I2', 'D-07', '12'], names: ['A. Bakker'], roles: ['Uitvoerend medewerkers', 'vertrouwensarts', 'arts-assistent (AIO)'], single: ['vertrouwensarts'] }
  const found = (text: string) => revealedBy(text, confidential).map(({ what, said }) => `${what}: ${said}`)
  expect(found('Volgens uitvoerend medewerker 2 (zie i2) en dossier D-07 zag mevrouw Bakker dat.')).toEqual(
    ['label: i2', 'label: D-07', 'name: Bakker', 'speaker: uitvoerend medewerker 2', 'speaker: medewerker 2'])
  expect(found('De vertrouwensarts is er.')).toEqual(['single-role: vertrouwensarts'])
  expect(found('Een medewerker 24/7 en 12 medewerkers, de bakker om 9.30 uur; D-071.')).toEqual([])
})

test('lines that are searched together tell the same as each by itself', () => {
  const confidential = { labels: ['D-07'], names: ['A. Bakker'], roles: ['medewerker'], single: ['arts'] }
  const anyLine = fc.array(fc.constantFrom('medewerker', '2', 'D-07', 'A.', 'Bakker', 'arts', '.', ''), { maxLength: 4 }).map((words) => words.join(' '))
  fc.assert(fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
    const { text, lineAt: at } = asOneText(lines)
    const together = revealedBy(text, confidential).map(({ what, said, start }) => `${at(start)} ${what} ${said}`)
    expect(together.sort()).toEqual(lines.flatMap((line, index) => revealedBy(line, confidential).map(({ what, said }) => `${index + 1} ${what} ${said}`)).sort())
  }))
})

test('a term is in plain days, also where it ends on a holiday', () => {
  expect(STANDARD_TERM).toMatchObject({ value: 2, unit: 'weeks' })
  expect([lastDayOf(STANDARD_TERM, '2016-05-01'), lastDayOf({ value: 4, unit: 'weeks' }, '2026-12-04'), lastDayOf({ value: 1, unit: 'months' }, '2024-01-31')])
    .toEqual(['2016-05-15', '2027-01-01', '2024-02-29'])
})

test('a remark is answered once it is decided, with a reason where the organisation does not get its way and a text where it does', () => {
  const standing = (over: object) => standingOf({ line: 3, outcome: null, answer: null, processed: null, ...over })
  const processed = { before: 'a'.repeat(64), after: 'b'.repeat(64) }
  expect([
    standing({}), standing({ answer: 'x' }), standing({ outcome: 'not' }), standing({ outcome: 'not', answer: ' ' }), standing({ outcome: 'not', answer: 'Omdat.' }),
    standing({ outcome: 'partly', answer: 'Omdat.' }), standing({ outcome: 'taken-over' }), standing({ outcome: 'taken-over', processed }),
    standing({ outcome: 'taken-over', line: null }), standing({ outcome: 'taken-over', line: null, answer: 'Elders verwerkt.' }),
  ]).toEqual(['open', 'open', 'unreasoned', 'unreasoned', 'answered', 'unprocessed', 'unprocessed', 'answered', 'unreasoned', 'answered'])
})

test('adoption waits for every remark and for the last day of the term, unless the organisation said that it had none', () => {
  const check = { id: 'c', due: '2026-02-01', complete: null }
  expect(factualCheckBlockersOf({ checks: [check], remarks: [] }, '2026-02-01')).toEqual([{ code: 'check-running', ids: ['c'], until: '2026-02-01' }])
  expect(factualCheckBlockersOf({ checks: [check], remarks: [] }, '2026-02-02')).toEqual([])
  expect(factualCheckBlockersOf({ checks: [{ ...check, complete: '2026-01-20' }], remarks: [{ id: 'r', standing: 'open' }, { id: 's', standing: 'answered' }] }, '2026-01-20'))
    .toEqual([{ code: 'remarks-open', ids: ['r'], until: null }])
})

test('a view has a term and a reply of its own, and without a reply in words it is not replied to', () => {
  const view = (over: Partial<ViewDays>): ViewDays => ({ askedOn: '2018-03-30', term: { value: 11, unit: 'days', source: 'brief' }, receivedOn: null, waived: null, repliedOn: null, reply: null, ...over })
  expect([
    viewStandingOf(view({ askedOn: null }), '2018-04-01'), viewStandingOf(view({}), '2018-04-10'), viewStandingOf(view({}), '2018-04-11'),
    viewStandingOf(view({ waived: '2018-04-02' }), '2018-04-11'), viewStandingOf(view({ receivedOn: '2018-04-04' }), '2018-04-11'),
    viewStandingOf(view({ receivedOn: '2018-04-04', repliedOn: '2018-04-06' }), '2018-04-11'),
    viewStandingOf(view({ receivedOn: '2018-04-04', repliedOn: '2018-04-06', reply: 'Wij publiceren.' }), '2018-04-11'),
  ]).toEqual(['not-asked', 'running', 'lapsed', 'waived', 'received', 'received', 'replied'])
})

const letters = { where: 'A', what: 'B', should: 'C', proof: 'D' }
const row = (cells: FormRow['cells'], number = 2): FormRow => ({ row: number, letters, cells })
const places: CheckPlace[] = [{ entity: 'finding', entityId: '1.1.1', field: 'rationale', change: 'a'.repeat(64), starts: [0, 10, 20] }]

test('a row of a form is new, known, or faulty in a cell that is named; a line that never went out is kept as it was named', () => {
  const read = readRemarks([
    row({ where: 'Regel 2', what: 'Niet in 2014.\r\n' }, 2), row({ where: '2', what: 'Iets anders' }, 3), row({ where: 'blz. 4', what: 'Elders' }, 4), row({ where: '9', what: 'x' }, 5),
    row({ what: { formula: true } }, 6), row({ should: 'Dit' }, 7), row({ what: 'x'.repeat(4_001) }, 8), row({}, 9), row({ where: '2', what: 'Iets anders' }, 10), row({ where: '3' }, 11),
  ], places, (remark) => wordsOf(remark) === wordsOf({ where: 'Regel 2', what: 'Niet in 2014.', should: null, proof: null }))
  expect(read.map(({ row: at, state, line, faults }) => [at, state, line, ...faults.map(({ cell, what }) => `${cell} ${what}`)])).toEqual([
    [2, 'known', 2], [3, 'new', 2], [4, 'new', null], [5, 'new', null], [6, 'faulty', null, 'B6 formula'], [7, 'faulty', null, 'B7 what-missing'],
    [8, 'faulty', null, 'B8 too-long'], [10, 'known', 2],
  ])
})

const TERM = STANDARD_TERM
const NOTE = 'De manager weet niet wie er ’s nachts is'
/** An inspection with everything that must not leave: a talk with its notes, a case file, a name, a citation. */
async function openChecked(laptop?: Laptop) {
  const own = laptop ?? await openLaptop()
  const { api } = own
  const inspection = await newInspection(own)
  const { id: talk } = await api.activity.add({ inspection, kind: 'interview', role: 'uitvoerend medewerker' })
  await answer(own, at(inspection, 'activity', talk, 'participants'), [{ role: 'uitvoerend medewerker 2', count: 1 }])
  await api.interview.note({ inspection, talk, text: `${NOTE}.`, question: null, followUp: false })
  await rate(own, inspection, '1.1.1', '+')
  await answer(own, rationaleAt(inspection, '1.1.1'), 'Er is altijd iemand bereikbaar [I1]. Dat is zo sinds 2014.')
  await rate(own, inspection, '1.1.2', '-')
  await answer(own, rationaleAt(inspection, '1.1.2'), 'In Regas is geen toegang [D-07]\nDat duurt al een jaar.')
  await answer(own, at(inspection, 'appraisal', '1.1', 'now'), 'De bereikbaarheid is op orde.')
  const fact = await api.claim.addFact({ inspection, topic: 'figure', label: 'Oprichting' })
  await answer(own, at(inspection, 'profile', fact.id, 'value'), '1 januari 2015')
  const file = join(own.home, 'pakket.zip')
  return { own, api, inspection, fact: fact.id, file, send: () => api.factualCheck.write({ inspection, file, on: '2026-01-06', term: TERM }) }
}

/** All that stands in the files of a package: names, XML parts and metadata, with the entities read and the tags between letters taken out. */
async function everythingIn(bytes: Buffer): Promise<string> {
  const said: string[] = []
  for (const [name, entry] of Object.entries((await JSZip.loadAsync(bytes)).files)) {
    if (entry.dir) continue
    const content = await entry.async('nodebuffer')
    const texts = /\.(docx|xlsx)$/.test(name) ? [await everythingIn(content)] : [content.toString(), content.toString().replace(/<[^>]*>/g, '')]
    said.push(name, ...texts) // not what is squeezed: any two signs stand somewhere in that
  }
  return said.join('\n').replace(/&#39;|&apos;/g, '\'')
}

const SECRETS = ['Bakker', 'medewerker 2', 'D-07', 'I1', NOTE, 'nachts is']

test('the organisation gets its findings with numbered lines and a form, and nothing of who said what; the search would find it', async () => {
  const { own, api, inspection, file, send } = await openChecked()
  const { lines } = await api.factualCheck.preview({ inspection })
  expect(lines.map(({ line, number, text }) => [line, number, text])).toEqual([
    [1, '', 'Oprichting: 1 januari 2015'],
    [2, '1.1.1', expect.stringMatching(/^Oordeel: \+ .*Verwachting: /)], [3, '1.1.1', 'Er is altijd iemand bereikbaar (interviews).'], [4, '1.1.1', 'Dat is zo sinds 2014.'],
    [5, '1.1.2', expect.stringMatching(/^Oordeel: [-−–] /)], [6, '1.1.2', 'In Regas is geen toegang (dossiers)'], [7, '1.1.2', 'Dat duurt al een jaar.'],
    [8, '1.1', 'De bereikbaarheid is op orde.'],
  ])
  const made = await send()
  expect(made).toMatchObject({ due: '2026-01-20', lines: 8 })
  const all = await everythingIn(readFileSync(file))
  expect(SECRETS.filter((secret) => all.includes(secret))).toEqual([])
  for (const { text } of lines) expect(all).toContain(text.replaceAll('’', '’'))
  for (const told of ['Concept, vertrouwelijk', '20 januari 2026', 'Inspectie Jeugdzorg', 'bevindingen.docx', 'opmerkingen.xlsx', 'Stuur uw opmerkingen uiterlijk 20 januari 2026.']) expect(all).toContain(told)
  const [check] = (await api.factualCheck.get({ inspection, day: '2026-01-06' })).checks
  expect(check!.sent).toMatchObject({ on: '2026-01-06', due: '2026-01-20', term: TERM, files: [{ name: 'brief.docx' }, { name: 'bevindingen.docx' }, { name: 'opmerkingen.xlsx' }] })

  const english = join(own.home, 'package.zip')
  await api.factualCheck.write({ inspection, file: english, on: '2026-01-06', term: TERM, language: 'en' })
  const said = await everythingIn(readFileSync(english))
  expect(SECRETS.filter((secret) => said.includes(secret))).toEqual([])
  for (const told of ['letter.docx', 'findings.docx', 'remarks.xlsx', 'Draft, confidential', 'Send your remarks by 20 January 2026.', 'Judgement: + ', 'In Regas is geen toegang (case files)']) expect(said).toContain(told)
  expect(['Oordeel: ', 'dossiers)', 'vertrouwelijk', 'Wat klopt er niet'].filter((word) => said.includes(word))).toEqual([])

  await answer(own, rationaleAt(inspection, '1.1.1'), `${NOTE}, zegt een medewerkster.`)
  await send()
  const leaked = await everythingIn(readFileSync(file))
  expect(SECRETS.filter((secret) => leaked.includes(secret))).toEqual([NOTE, 'nachts is'])
})

test('findings that tell who said what, that are in dispute or that are not there are not submitted, and nothing is recorded', async () => {
  const { own, api, inspection, send } = await openChecked()
  const say = (text: string) => answer(own, rationaleAt(inspection, '1.1.2'), text)
  for (const text of ['Zo zegt uitvoerend medewerker 2.', 'Gezien door A. Bakker.', 'Zie I1.', 'Bel 06-12345678.']) {
    await say(`In Regas is geen toegang. ${text}`)
    await expect(send()).rejects.toMatchObject({ failure: { code: 'check-reveals', details: { line: 7 } } })
  }
  await say('In Regas is geen toegang.')
  const theirs = await openLaptop('B. Visser')
  carry(own, theirs, inspection)
  await answer(theirs, rationaleAt(inspection, '1.1.2'), 'In Regas is wel toegang.')
  await say('In Regas is nog geen toegang.')
  carry(theirs, own, inspection)
  await expect(send()).rejects.toMatchObject({ failure: { code: 'check-differences', details: { count: 1 } } })
  const empty = await newInspection(own)
  await expect(api.factualCheck.write({ inspection: empty, file: join(own.home, 'leeg.zip'), on: '2026-01-06', term: TERM })).rejects.toMatchObject({ failure: { code: 'check-empty' } })
  expect((await api.factualCheck.get({ inspection, day: '2026-01-06' })).checks).toEqual([])
})

/** The form out of a package, as the organisation fills it in. */
async function fill(packed: string, path: string, rows: readonly (string | number | { formula: string })[][], change: (workbook: ExcelJS.Workbook) => void = () => {}) {
  const form = await (await JSZip.loadAsync(readFileSync(packed))).file(/\.xlsx$/)[0]!.async('nodebuffer')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(form as unknown as ExcelJS.Buffer)
  for (const cells of rows) workbook.worksheets[0]!.addRow(cells)
  change(workbook)
  await workbook.xlsx.writeFile(path)
  return path
}

test('a form in English is read as well as one in Dutch', async () => {
  const { own, api, inspection, file } = await openChecked()
  const { id: check } = await api.factualCheck.write({ inspection, file, on: '2026-01-06', term: TERM, language: 'en' })
  const filled = await fill(file, join(own.home, 'back.xlsx'), [['line 4', 'Not since 2014.', 'Since 2015', 'Annual report']])
  expect((await api.factualCheck.previewForm({ inspection, check, file: filled })).rows).toMatchObject([{ state: 'new', line: 4, what: 'Not since 2014.', should: 'Since 2015' }])
})

test('remarks come in by the form, once however often it is read, and are answered with the text before and after', async () => {
  const { own, api, inspection, file, send } = await openChecked()
  const { id: check } = await send()
  const filled = await fill(file, join(own.home, 'terug.xlsx'), [[4, 'Dat is niet sinds 2014.', 'Sinds 2015', 'Jaarverslag'], ['', 'Onze naam mist.'], [7, { formula: '1+1' }], [6, 'Er is toegang.']])
  const { sha256, rows } = await api.factualCheck.previewForm({ inspection, check, file: filled })
  expect(rows.map(({ state, line }) => [state, line])).toEqual([['new', 4], ['new', null], ['faulty', 7], ['new', 6]])
  const taking = { inspection, check, file: filled, sha256, on: '2026-01-21' }
  expect(await api.factualCheck.takeForm(taking)).toMatchObject({ taken: 3, left: 1 })
  const hash = (await api.inspection.get({ inspection })).summary.stateHash
  expect(await api.factualCheck.takeForm(taking)).toMatchObject({ taken: 0, savedAt: null })
  expect((await api.inspection.get({ inspection })).summary.stateHash).toBe(hash)
  const theirs = await openLaptop('B. Visser')
  carry(own, theirs, inspection)
  expect(await theirs.api.factualCheck.takeForm(taking)).toMatchObject({ taken: 0 })

  const get = () => api.factualCheck.get({ inspection, day: '2026-01-21' })
  const [first, second, third] = (await get()).remarks
  expect([first, second, third].map((one) => [one!.text, one!.number, one!.late, one!.standing])).toEqual([
    ['Dat is zo sinds 2014.', '1.1.1', true, 'open'], ['In Regas is geen toegang (dossiers)', '1.1.2', true, 'open'], [null, null, true, 'open'],
  ])
  expect((await get()).blockers).toEqual([{ code: 'remarks-open', ids: [first!.id, second!.id, third!.id], until: null }])

  const of = (remark: { id: string } | undefined, field: string) => at(inspection, 'remark', remark!.id, field)
  await answer(own, of(first, 'outcome'), 'taken-over')
  await expect(api.factualCheck.process({ inspection, remark: first!.id })).rejects.toMatchObject({ failure: { code: 'remark-unchanged' } })
  await answer(own, rationaleAt(inspection, '1.1.1'), 'Er is altijd iemand bereikbaar [I1]. Dat is zo sinds 2015.')
  await api.factualCheck.process({ inspection, remark: first!.id })
  await answer(own, of(second, 'outcome'), 'not')
  await answer(own, of(second, 'answer'), 'In drie van de vijf dossiers ontbrak de toegang.')
  await answer(own, of(third, 'outcome'), 'not')
  expect((await get()).blockers.map(({ code, ids }) => [code, ids])).toEqual([['remarks-unreasoned', [third!.id]]])
  await expect(api.factualCheck.process({ inspection, remark: third!.id })).rejects.toMatchObject({ failure: { code: 'remark-without-line' } })
  await answer(own, of(third, 'said'), null)
  await answer(own, at(inspection, 'appraisal', '1.1', 'now'), 'De bereikbaarheid is goed op orde.')

  const told = await get()
  expect(told.remarks.map(({ standing, before, after, moved }) => [standing, before, after, moved])).toEqual([
    ['answered', 'Er is altijd iemand bereikbaar (interviews). Dat is zo sinds 2014.', 'Er is altijd iemand bereikbaar (interviews). Dat is zo sinds 2015.', false],
    ['answered', null, null, false],
  ])
  expect(told.blockers).toEqual([])
  expect(told.changed.map(({ line, number, after }) => [line, number, after])).toEqual([
    [2 + 1, '1.1.1', 'Er is altijd iemand bereikbaar (interviews). Dat is zo sinds 2015.'], [8, '1.1', 'De bereikbaarheid is goed op orde.'],
  ])

  const report = join(own.home, 'rapport.html')
  await api.report.write({ inspection, format: 'html', file: report })
  const annex = plainOf(readFileSync(report, 'utf8')).split('Bijlage: hoor en wederhoor').at(-1)!
  expect(annex).toContain('voorgelegd, met de gelegenheid te reageren tot en met 20 januari 2026.')
  expect(annex).toContain('2 opmerkingen: 1 overgenomen, 0 ten dele, 1 niet.')
  expect(annex).toContain('Dat is niet sinds 2014. Het moet zijn: Sinds 2015 (na de termijn ontvangen)')
  expect(annex).toContain('In drie van de vijf dossiers ontbrak de toegang.')
  expect(annex).toContain('Was: De bereikbaarheid is op orde. Is geworden: De bereikbaarheid is goed op orde.')
  expect(readFileSync(report, 'utf8')).toContain('<strong><span class="prose">2015</span></strong>')
})

test('two remarks on one text each keep their own before and after, what is changed once more is told, and what is erased is erased there too', async () => {
  const { own, api, inspection, send } = await openChecked()
  const { id: check } = await send()
  const remark = { inspection, check, expectation: null, on: '2026-01-10', should: null, proof: null }
  const [one, other] = [await api.factualCheck.add({ ...remark, line: 3, what: 'Niet altijd.' }), await api.factualCheck.add({ ...remark, line: 4, what: 'Niet 2014.' })]
  const say = (text: string) => answer(own, rationaleAt(inspection, '1.1.1'), text)
  await say('Er is vaak iemand bereikbaar. Dat is zo sinds 2014.')
  await api.factualCheck.process({ inspection, remark: one.id })
  await say('Er is vaak iemand bereikbaar. Dat is zo sinds 2015.')
  await api.factualCheck.process({ inspection, remark: other.id })
  const texts = (await api.factualCheck.get({ inspection, day: '2026-01-10' })).remarks.map(({ before, after, moved, late }) => [before, after, moved, late])
  expect(texts).toEqual([
    ['Er is altijd iemand bereikbaar (interviews). Dat is zo sinds 2014.', 'Er is vaak iemand bereikbaar. Dat is zo sinds 2014.', true, false],
    ['Er is vaak iemand bereikbaar. Dat is zo sinds 2014.', 'Er is vaak iemand bereikbaar. Dat is zo sinds 2015.', false, false],
  ])

  const sent = (await api.field.history(rationaleAt(inspection, '1.1.1')))[0]!
  await api.field.erase({ change: sent.id, reason: 'Stond er een naam in.' })
  const { remarks: [gone], changed } = await api.factualCheck.get({ inspection, day: '2026-01-10' })
  expect([gone!.text, gone!.before, changed[0]!.before, changed[0]!.after]).toEqual([null, null, null, 'Er is vaak iemand bereikbaar. Dat is zo sinds 2015.'])
  expect(own.db().serialize().includes('altijd iemand bereikbaar')).toBe(false)
})

test('where a colleague says that a remark was processed in another text, nothing of that text is told', async () => {
  const { own, api, inspection, send } = await openChecked()
  const { id: check } = await send()
  const { id } = await api.factualCheck.add({ inspection, check, line: 3, expectation: null, on: '2026-01-10', what: 'Niet altijd.', should: null, proof: null })
  const theirs = await openLaptop('B. Visser')
  carry(own, theirs, inspection)
  const said = theirs.db().prepare('SELECT change FROM content WHERE value LIKE ?').pluck().get(`%${NOTE}%`) as string
  const { db } = theirs.context()
  const edit = { entity: 'remark', entityId: id, field: 'processed', kind: 'set', value: { before: said, after: said }, reason: null, seen: [] } as const
  db.transaction(() => record(theirs.context(), inspection, [edit])).immediate()
  carry(theirs, own, inspection)
  const { remarks: [remark] } = await api.factualCheck.get({ inspection, day: '2026-01-10' })
  expect([remark!.fields.processed.value, remark!.before, remark!.after]).toEqual([{ before: said, after: said }, null, null])
  const report = join(own.home, 'rapport.html')
  await api.report.write({ inspection, format: 'html', file: report })
  expect(readFileSync(report, 'utf8')).not.toContain('weet niet wie')
})

test('what the organisation said can be taken away, and not be said otherwise', async () => {
  const { own, api, inspection, send } = await openChecked()
  const { id: check } = await send()
  const { id } = await api.factualCheck.add({ inspection, check, line: 3, expectation: null, on: '2026-01-10', what: 'Niet altijd.', should: null, proof: null })
  const said = (await api.factualCheck.get({ inspection, day: '2026-01-10' })).remarks[0]!.fields.said.value!
  await expect(answer(own, at(inspection, 'remark', id, 'said'), { ...said, what: 'Wel altijd.' })).rejects.toMatchObject({ failure: { code: 'written-by-program' } })
  await answer(own, at(inspection, 'remark', id, 'said'), null)
  expect((await api.factualCheck.get({ inspection, day: '2026-01-10' })).remarks).toEqual([])
})

test('a file that is no form of this check is refused in words, and nothing comes of it', async () => {
  const { own, api, inspection, file, send } = await openChecked()
  const [{ id: check }, { id: other }] = [await send(), await send()]
  const look = (name: string, of = other) => api.factualCheck.previewForm({ inspection, check: of, file: join(own.home, name) })
  await fill(file, join(own.home, 'goed.xlsx'), [[1, 'x']])
  await expect(look('goed.xlsx', check)).rejects.toMatchObject({ failure: { code: 'remarks-of-another' } })
  await fill(file, join(own.home, 'kaal.xlsx'), [], (workbook) => workbook.removeWorksheet('Opmerkingen'))
  await expect(look('kaal.xlsx')).rejects.toMatchObject({ failure: { code: 'remarks-without-sheet' } })
  writeFileSync(join(own.home, 'geen.xlsx'), 'PK geen zip')
  await expect(look('geen.xlsx')).rejects.toMatchObject({ failure: { code: 'xlsx-unreadable' } })
  writeFileSync(join(own.home, 'groot.csv'), Buffer.alloc(9_000_000, 65))
  await expect(look('groot.csv')).rejects.toMatchObject({ failure: { code: 'file-too-large' } })
  writeFileSync(join(own.home, 'latijn.csv'), Buffer.from([0x52, 0xe9]))
  await expect(look('latijn.csv')).rejects.toMatchObject({ failure: { code: 'csv-unreadable' } })
  writeFileSync(join(own.home, 'los.csv'), '\ufeffWat klopt er niet?;Regel\r\n"Twee;\nregels";2\r\n=1+1;9\r\n')
  expect((await look('los.csv')).rows.map(({ what, line }) => [what, line])).toEqual([['Twee;\nregels', 2], ['=1+1', null]])
  await expect(api.field.record({ ...at(inspection, 'factualCheck', check, 'sent'), value: null, reason: null, seen: [] })).rejects.toMatchObject({ failure: { code: 'written-by-program' } })
  await expect(answer(own, at(inspection, 'factualCheck', check, 'withdrawn'), true)).rejects.toMatchObject({ failure: { code: 'reason-required' } })
  await answer(own, at(inspection, 'factualCheck', other, 'withdrawn'), true, 'Nooit verzonden.')
  await expect(look('goed.xlsx')).rejects.toMatchObject({ failure: { code: 'not-found' } })
})

test('a view is asked, received and replied to apart from the remarks, and stands in an annex of its own only where that was chosen', async () => {
  const { own, api, inspection } = await openChecked()
  const { id: view } = await api.factualCheck.addView({ inspection, subject: 'publication', what: 'Openbaarmaking van het rapport' })
  const of = (field: string) => at(inspection, 'view', view, field)
  await answer(own, of('askedOn'), '2026-01-06')
  await answer(own, of('term'), { value: 11, unit: 'days', source: 'Brief van 6 januari 2026' })
  const paper = join(own.home, 'zienswijze.pdf')
  writeFileSync(paper, '%PDF-1.7 zienswijze')
  await api.factualCheck.receiveView({ inspection, view, file: paper, on: '2026-01-12' })
  await answer(own, of('summary'), 'De organisatie wil uitstel.')
  await answer(own, of('reply'), 'Uitstel is niet nodig.')
  await answer(own, of('repliedOn'), '2026-01-14')
  const { views, remarks } = await api.factualCheck.get({ inspection, day: '2026-01-14' })
  expect(views.map(({ due, standing, fields }) => [due, standing, fields.file.value])).toEqual([['2026-01-17', 'replied', expect.stringMatching(/^[0-9a-f]{64}$/)]])
  expect(remarks).toEqual([])
  const report = join(own.home, 'rapport.html')
  await api.report.write({ inspection, format: 'html', file: report })
  expect(readFileSync(report, 'utf8')).not.toContain('uitstel')

  // chosen to stand there, it comes with the reply; a view that was chosen and never came does not, and no source is cited
  await answer(own, of('reply'), 'Uitstel is niet nodig [I1].')
  await answer(own, of('inReport'), true)
  const { id: other } = await api.factualCheck.addView({ inspection, subject: 'measure', what: 'Een aanwijzing' })
  await answer(own, at(inspection, 'view', other, 'inReport'), true)
  await api.report.write({ inspection, format: 'html', file: report })
  const annex = plainOf(readFileSync(report, 'utf8')).split('Bijlage: zienswijze').at(-1)!
  expect(annex).toContain('Voorgenomen openbaarmaking · Openbaarmaking van het rapport')
  expect(annex).toContain('De organisatie wil uitstel. (ontvangen op 12 januari 2026)')
  expect(annex).toContain('Uitstel is niet nodig (interviews). (op 14 januari 2026)')
  expect(annex).not.toContain('Een aanwijzing')
})

test('the command line writes what the organisation gets, and takes its form in', async () => {
  const { own, inspection } = await openChecked()
  await own.close()
  const workspace = ['--workspace', join(own.home, 'werk')]
  const sent = await run(['factual-check', 'export', inspection, ...workspace, '--out', join(own.home, 'map'), '--on', '2026-01-06', '--days', '10', '--json'])
  expect([sent.status, sent.json]).toMatchObject([0, { due: '2026-01-16', lines: 8 }])
  const packed = new JSZip()
  packed.file('opmerkingen.xlsx', readFileSync(join(own.home, 'map', 'opmerkingen.xlsx')))
  writeFileSync(join(own.home, 'map.zip'), await packed.generateAsync({ type: 'nodebuffer' }))
  const filled = await fill(join(own.home, 'map.zip'), join(own.home, 'terug.xlsx'), [[4, 'Niet 2014.']])
  const taken = await run(['factual-check', 'import', filled, '--inspection', inspection, '--check', sent.json.id, '--on', '2026-01-12', ...workspace])
  expect([taken.status, taken.stdout]).toEqual([0, expect.stringContaining('new')])
  const again = await run(['factual-check', 'import', filled, '--inspection', inspection, '--check', sent.json.id, '--on', '2026-01-12', ...workspace, '--json'])
  expect([again.status, again.json]).toMatchObject([0, { taken: 0, left: 0 }])
})
