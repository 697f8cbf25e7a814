import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { reportHtml } from '../electron/features/report/html.ts'
import { reportOf } from '../electron/features/report/repository.ts'
import { methodOf } from '../shared/domain/method.ts'
import type { Work } from '../shared/domain/work-done.ts'
import { answer, at, carry, type Laptop, newInspection, openLaptop, openTestFolder, PASSPHRASE, rate, twoWhoDiffer } from './helpers/backend.ts'
import { handOver, openEnrolled, openJudged, openOffice } from './helpers/office.ts'
import { plainOf } from './helpers/html.ts'

const DAY = '2026-01-05'
const said = (value: unknown) => value as unknown as object

async function openVisit() {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id } = await laptop.api.visit.add({ inspection, day: DAY, unit: 'Locatie Assen' })
  const tell = (field: string, value: unknown) => answer(laptop, at(inspection, 'visit', id, field), said(value))
  return { laptop, api: laptop.api, inspection, visit: id, tell }
}

const ANSWERS = { toldTo: 'teammanager', toldAt: '2026-01-05T11:40', agreed: 'Kind gaat vandaag naar oma; crisisdienst gebeld.', checkedAt: '2026-01-05T16:05' }

async function tellAll(laptop: Laptop, inspection: string, danger: string) {
  for (const [field, value] of Object.entries(ANSWERS)) await answer(laptop, at(inspection, 'danger', danger, field), value)
}

test('a visit has its arrival, who received, what was shown and told, a refusal in words, and its departure; the receipt tells them', async () => {
  const { api, inspection, visit, tell } = await openVisit()
  for (const [field, value] of [
    ['arrivedAt', '09:10'], ['receivedBy', 'locatiehoofd'], ['identified', true], ['explained', true], ['privacyGiven', false],
    ['refusedAt', '10:05'], ['refusedWords', 'Ik laat u <b>niet</b> bij de dossiers.'], ['leftAt', '16:30'],
  ] as const) await tell(field, value)
  const { id } = await api.visit.agree({ inspection, visit, what: 'Verslag van de interne audit' })
  await answer({ api } as Laptop, at(inspection, 'agreement', id, 'by'), '2026-01-12')
  expect(await api.visit.list({ inspection })).toMatchObject({
    visits: [{ id: visit, fields: { day: { value: DAY }, receivedBy: { value: 'locatiehoofd' }, identified: { value: true }, leftAt: { value: '16:30' } }, agreements: [{ id }] }],
    dangers: [],
  })
  const file = join(openTestFolder(), 'bewijs.html')
  const { size } = await api.visit.receipt({ inspection, visit, format: 'html', file })
  const page = readFileSync(file, 'utf8')
  expect(Buffer.byteLength(page)).toBe(size)
  const plain = plainOf(page)
  for (const words of [
    'Veilig Thuis Drenthe', '5 januari 2026', '09:10 uur tot 16:30 uur', 'locatiehoofd', 'getoond (artikel 5:12 Algemene wet bestuursrecht): ja.',
    'persoonsgegevens doet: nee.', 'Om 10:05 uur, met deze woorden: Ik laat u <b>niet</b> bij de dossiers.', 'Verslag van de interne audit 12 januari 2026',
  ]) expect(plain).toContain(words)
  expect(page).not.toContain('<b>')
  expect(page).toContain(`default-src 'none'`)
  expect(plain).not.toContain('Bakker')
  await api.visit.receipt({ inspection, visit, format: 'docx', file })
  const word = await (await JSZip.loadAsync(readFileSync(file))).file('word/document.xml')!.async('string')
  for (const words of ['Bewijs van bezoek', 'locatiehoofd', 'Ik laat u &lt;b&gt;niet&lt;/b&gt; bij de dossiers.', 'Namens de organisatie']) expect(word).toContain(words)
})

test('a visit takes no time that is none, and nothing is agreed on a visit that is not there', async () => {
  const { api, laptop, inspection, visit } = await openVisit()
  for (const [field, value] of [['arrivedAt', '24:00'], ['arrivedAt', '9:10'], ['day', '2026-02-30'], ['receivedBy', ''], ['identified', 'ja']] as const) {
    await expect(answer(laptop, at(inspection, 'visit', visit, field), value)).rejects.toThrow('value-invalid')
  }
  await expect(answer(laptop, at(inspection, 'visit', 'geen-uuid', 'unit'), 'Assen')).rejects.toThrow('not-found')
  await expect(api.visit.agree({ inspection, visit: inspection, what: 'Jaarplan' })).rejects.toThrow('not-found')
})

test('a small note is kept while it is typed, waits until it is assigned, and speaks for itself where it names a number', async () => {
  const { api, laptop, inspection } = await openVisit()
  await api.visit.type({ inspection, text: 'Deur naar spreekkamer st', unit: 'Locatie Assen' })
  await api.visit.type({ inspection, text: 'Deur naar spreekkamer staat open', unit: 'Locatie Assen' })
  expect(await api.visit.typed({ inspection })).toEqual({ text: 'Deur naar spreekkamer staat open', unit: 'Locatie Assen' })
  const { id } = await api.visit.note({ inspection, text: 'Deur naar spreekkamer staat open', unit: 'Locatie Assen' })
  await api.visit.note({ inspection, text: 'Weekenddienst bereikbaar #1.1.1', unit: null })
  expect(await api.visit.typed({ inspection })).toBeNull()
  expect(await api.visit.loose({ inspection })).toMatchObject([{ id, unit: 'Locatie Assen', text: { value: 'Deur naar spreekkamer staat open' } }])
  await answer(laptop, at(inspection, 'note', id, 'expectations'), ['2.1.1'])
  expect(await api.visit.loose({ inspection })).toEqual([])
})

test('what was typed as a small note becomes one when the workspace is locked', async () => {
  const { laptop, api, inspection } = await openVisit()
  await api.visit.type({ inspection, text: 'Nog niet af', unit: null })
  await api.workspace.lock({})
  await api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  expect(await laptop.api.visit.loose({ inspection })).toMatchObject([{ text: { value: 'Nog niet af' } }])
})

test('acute danger stands in the way of closing the day until it is told, agreed and checked, in whatever order', async () => {
  const { laptop, api, inspection, visit } = await openVisit()
  const { id } = await api.visit.addDanger({ inspection, pseudonym: 'D-07', seen: 'Kind alleen thuis bij dreigende ouder' })
  const answers = Object.entries(ANSWERS).toReversed()
  for (const [index, [field, value]] of answers.entries()) {
    expect((await api.visit.list({ inspection })).dangers[0]!.unanswered).toHaveLength(answers.length - index)
    await expect(api.visit.close({ inspection, visit })).rejects.toThrow('danger-open {"count":1}')
    await answer(laptop, at(inspection, 'danger', id, field), value)
  }
  await api.visit.close({ inspection, visit })
  await answer(laptop, at(inspection, 'danger', id, 'agreed'), null)
  await expect(api.visit.close({ inspection, visit })).rejects.toThrow('danger-open')
})

test('answers of two laptops that differ leave the danger open until someone settles', async () => {
  const { ours, theirs, inspection } = await twoWhoDiffer()
  const { id } = await ours.api.visit.addDanger({ inspection, pseudonym: 'D-07', seen: 'Kort' })
  carry(ours, theirs, inspection)
  await tellAll(ours, inspection, id)
  await answer(theirs, at(inspection, 'danger', id, 'toldTo'), 'bestuurder')
  carry(theirs, ours, inspection)
  expect((await ours.api.visit.list({ inspection })).dangers).toMatchObject([{ unanswered: ['toldTo'] }])
})

test('an open danger stands in the way of handing over', async () => {
  const office = await openOffice()
  const { laptop, retest } = await openJudged(office)
  const { id } = await laptop.api.visit.addDanger({ inspection: retest, pseudonym: 'D-07', seen: 'Kort' })
  expect(await laptop.api.bundle.gates({ inspection: retest })).toEqual([{ code: 'danger-open', blocks: true, count: 1, items: [id] }])
  await expect(handOver(laptop, retest)).rejects.toThrow('hand-over-blocked')
  await tellAll(laptop, retest, id)
  expect(await office.api.bundle.import({ files: [await handOver(laptop, retest)] })).toMatchObject([{ state: 'new', failure: null }])
  expect((await office.api.visit.list({ inspection: retest })).dangers).toMatchObject([{ fields: { toldTo: { value: 'teammanager' } }, unanswered: [] }])
})

test('the closing list counts what is left, and closing keeps what it was', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const { api } = laptop
  const inspection = await newInspection(laptop)
  const { id: visit } = await api.visit.add({ inspection, day: DAY, unit: null })
  const leftNow = async () => Object.fromEntries((await api.visit.closing({ inspection, visit })).left.map(({ code, count }) => [code, count]))
  const nothing = { 'danger-open': 0, 'notes-unassigned': 0, 'privacy-open': 0, 'without-source': 0, differences: 0, 'exchange-missing': 1, 'backup-missing': 1 }
  expect(await leftNow()).toEqual(nothing)
  await rate(laptop, inspection, '1.1.1', '+')
  await api.visit.note({ inspection, text: 'Los', unit: null })
  expect(await leftNow()).toEqual({ ...nothing, 'without-source': 1, 'notes-unassigned': 1 })
  await api.doctor.backup({})
  await api.bundle.exchange({ inspection, file: join(openTestFolder(), 'werk.veldtoets'), buildsOn: null })
  expect(await leftNow()).toEqual({ ...nothing, 'without-source': 1, 'notes-unassigned': 1, 'exchange-missing': 0, 'backup-missing': 0 })
  await api.visit.close({ inspection, visit })
  const open = [{ code: 'notes-unassigned', count: 1 }, { code: 'without-source', count: 1 }]
  expect((await api.visit.list({ inspection })).visits[0]!.fields.closed.value).toMatchObject({ open })
  const [note] = await api.visit.loose({ inspection })
  await answer(laptop, at(inspection, 'note', note!.id, 'expectations'), ['1.1.1'])
  await api.visit.close({ inspection, visit })
  expect((await api.visit.list({ inspection })).visits[0]!.fields.closed.value).toMatchObject({ open: [open[1]] })
})

const NOTHING: Work = {
  announced: null, team: [], visits: [], activities: [], draws: [], files: { sample: 0, replacement: 0, targeted: 0, dropped: 0 },
  documents: 0, originals: 0, observations: 0, evidence: 0, assessed: 24, ratedTwice: 0, withoutSource: [], privileged: { labels: [], unnamed: 0 },
}

test('the method statement says what was done and what was not, and nothing else', () => {
  const talk = { kind: 'interview', state: 'done', place: 'Assen', ledBy: 'lead' } as const
  expect(methodOf({
    ...NOTHING, announced: false, team: ['inspector', 'lead'],
    visits: [{ day: DAY, unit: 'Assen', refusedAt: '10:05' }],
    activities: [
      { ...talk, role: 'bestuur', participants: 2 }, { ...talk, role: 'uitvoerend medewerkers', participants: 3, ledBy: 'inspector' },
      { ...talk, role: 'uitvoerend medewerkers', participants: 1 }, { ...talk, state: 'planned', role: 'vertrouwensarts', place: 'Emmen', participants: null, ledBy: null },
    ],
    draws: [{ population: 212, drawn: 20, committed: true }, { population: 9, drawn: 1, committed: false }],
    files: { sample: 19, replacement: 1, targeted: 2, dropped: 1 }, documents: 5, originals: 2, observations: 1, evidence: 12, ratedTwice: 6, withoutSource: ['1.1.4', '2.1.1'],
    privileged: { labels: ['D-07', 'DOC3'], unnamed: 1 },
  })).toEqual([
    'Het inspectieteam bestond uit 1 coördinerend inspecteur en 1 inspecteur.',
    'De inspectie was onaangekondigd.',
    'De inspectie bezocht Assen op 5 januari 2026.',
    'Er zijn 3 gesprekken gevoerd: 1 met bestuur (2 deelnemers) en 2 met uitvoerend medewerkers (4 deelnemers).',
    'De gesprekken zijn geleid door de coördinerend inspecteur (2) en een inspecteur (1).',
    'Uit een populatie van 212 dossiers zijn er 20 door loting getrokken; het trekkingsgetal was aantoonbaar vastgelegd voordat de populatie bekend was.',
    'Uit een populatie van 9 dossiers is er 1 door loting getrokken; het trekkingsgetal was niet aantoonbaar vastgelegd voordat de populatie bekend was.',
    'Gelezen zijn 22 dossiers: 19 uit de steekproef, 1 ter vervanging en 2 gericht gekozen; 1 viel af, met reden.',
    'Verder rust het onderzoek op 5 documenten (2 in origineel meegenomen), 1 eigen waarneming en 12 bewijsstukken.',
    'Van de 24 verwachtingen zijn er 6 door meer dan één inspecteur beoordeeld.',
    'Van de geplande onderdelen is er 1 niet als afgerond vastgelegd.',
    'Wel gepland, maar niet bezocht: Emmen.',
    'Medewerking is geweigerd bij Assen op 5 januari 2026, om 10:05 uur.',
    'Bij 2 van de 24 verwachtingen is geen bron vastgelegd: 1.1.4 en 2.1.1.',
    'Op D-07, DOC3 en 1 onderdeel zonder kenmerk rust verschoningsrecht: wat daarin staat, is in dit rapport weggelaten.',
  ])
  expect(methodOf(NOTHING)).toEqual([
    'Er zijn geen gesprekken als afgerond vastgelegd.', 'Van de 24 verwachtingen zijn er 0 door meer dan één inspecteur beoordeeld.', 'Bij elke verwachting is ten minste één bron vastgelegd.',
  ])
})

test('the method statement is counted from the log, and stands in the report', async () => {
  const { ours, inspection } = await twoWhoDiffer()
  await ours.api.visit.add({ inspection, day: DAY, unit: 'Locatie Assen' })
  const { id: talk } = await ours.api.activity.add({ inspection, kind: 'interview', role: 'bestuur' })
  await answer(ours, at(inspection, 'activity', talk, 'participants'), [{ role: 'bestuurder', count: 2 }])
  await answer(ours, at(inspection, 'activity', talk, 'state'), 'done')
  await ours.api.document.add({ inspection, title: 'Jaarplan', kind: 'other', receivedOn: DAY })
  const sentences = await ours.api.visit.method({ inspection })
  for (const sentence of [
    'Het inspectieteam bestond uit 1 coördinerend inspecteur.', 'De inspectie was aangekondigd.', 'De inspectie bezocht Locatie Assen op 5 januari 2026.',
    'Er is 1 gesprek gevoerd: 1 met bestuur (2 deelnemers).', 'Verder rust het onderzoek op 1 document.',
    'Van de 24 verwachtingen is er 1 door meer dan één inspecteur beoordeeld.',
  ]) expect(sentences).toContain(sentence)
  const plain = plainOf(reportHtml(reportOf(ours.db(), inspection)))
  for (const sentence of sentences) expect(plain).toContain(sentence)
})
