import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listPoints } from '../electron/features/improvement/repository.ts'
import holidays from '../resources/holidays-nl.json' with { type: 'json' }
import { addDays, calendarOf } from '../shared/domain/calendar.ts'
import { HolidayTable } from '../shared/domain/holiday.ts'
import { alertsOf, FIGURES_BY, SOON } from '../shared/domain/supervision-alert.ts'
import { timelineOf } from '../shared/domain/supervision-timeline.ts'
import { assertAtATime, AT_A_TIME, dueOf, latestOf, standingOf, type Told } from '../shared/domain/supervision.ts'
import { dueDateOf } from '../shared/domain/term.ts'
import { answer, at, carry, type Laptop, newInspection, openLaptop, openTestFolder } from './helpers/backend.ts'
import { plainOf } from './helpers/html.ts'
import { DRENTHE, eventsOf, ZUID_HOLLAND_ZUID } from './helpers/history.ts'
import { handOver, openJudged, openOffice } from './helpers/office.ts'

const calendar = calendarOf(HolidayTable.parse(holidays))
const intensified = (over: Partial<Told<'intensified'>>) => eventsOf({ intensified: [{ id: 'a', ...over }] }).intensified[0]!
const extended = (...periods: { from: string; until: string }[]) =>
  eventsOf({ extension: periods.map((period, index) => ({ id: `x${index}`, of: 'a', period })) }).extension

test('six months from 31 May 2016 last until 30 November, and Drenthe was under intensified supervision for 163 days', () => {
  expect(latestOf('2016-05-31')).toBe('2016-11-30')
  const drenthe = intensified({ period: { from: '2016-05-31', until: '2016-11-30' }, lifted: '2016-11-10' })
  expect(standingOf(drenthe, [], '2020-01-01')).toEqual({ state: 'lifted', ends: '2016-11-30', days: 163, gap: false })
  expect(standingOf(drenthe, [], '2016-11-09')).toMatchObject({ state: 'running', days: 162 })
  expect(standingOf(drenthe, [], '2016-05-30')).toMatchObject({ state: 'announced', days: 0 })
})

test('Noord-Holland Noord: from 30 March 2018 until 30 September, extended to 15 January 2019, lapsed until it was lifted', () => {
  expect(latestOf('2018-03-30')).toBe('2018-09-30')
  const one = intensified({ period: { from: '2018-03-30', until: latestOf('2018-03-30') } })
  const longer = extended({ from: '2018-10-01', until: '2019-01-15' })
  expect(standingOf(one, [], '2018-10-01')).toMatchObject({ state: 'lapsed', ends: '2018-09-30' })
  expect(standingOf(one, longer, '2018-10-01')).toMatchObject({ state: 'running', ends: '2019-01-15', gap: false })
  expect(standingOf(one, extended({ from: '2018-10-02', until: '2019-01-15' }), '2018-10-02')).toMatchObject({ gap: true })
  expect(standingOf(one, longer, '2019-01-16')).toMatchObject({ state: 'lapsed' })
  expect(standingOf({ ...one, lifted: '2019-01-28' }, longer, '2019-01-28')).toMatchObject({ state: 'lifted' })
})

test('Gelderland-Zuid: from 22 April 2016, six months more from 17 October, lifted on 4 April 2017 within them', () => {
  const one = intensified({ period: { from: '2016-04-22', until: latestOf('2016-04-22') }, lifted: '2017-04-04' })
  expect(one.period!.until).toBe('2016-10-22')
  expect(latestOf('2016-10-17')).toBe('2017-04-17')
  const longer = extended({ from: '2016-10-17', until: latestOf('2016-10-17') })
  expect(standingOf(one, longer, '2017-04-03')).toMatchObject({ state: 'running', ends: '2017-04-17', gap: false })
  expect(standingOf(one, longer, '2017-04-04')).toMatchObject({ state: 'lifted', days: 347 })
})

/** Walks through the days, and keeps the last of the sixth month on whose number is not above that of the first day. */
function walked(from: string): string {
  const first = new Date(`${from}T00:00:00Z`)
  const monthOf = (day: Date) => day.getUTCFullYear() * 12 + day.getUTCMonth()
  let last = ''
  for (const day = new Date(first); monthOf(day) <= monthOf(first) + 6; day.setUTCDate(day.getUTCDate() + 1)) {
    if (monthOf(day) === monthOf(first) + 6 && day.getUTCDate() <= first.getUTCDate()) last = day.toISOString().slice(0, 10)
  }
  return last
}

test('at most six months end where walking day by day ends, at the end of a month and in leap years too', () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1999-01-01', days))
  const endOfMonth = anyDay.map((day) => addDays(`${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1))
  const ends = (plan: typeof latestOf) => fc.property(fc.oneof(anyDay, endOfMonth), (from) => { expect(plan(from)).toBe(walked(from)) })
  fc.assert(ends(latestOf))
  expect(() => fc.assert(ends((from) => addDays(from, 182)))).toThrow()
  expect([latestOf('2015-08-31'), latestOf('2016-08-31'), latestOf('2016-02-29')]).toEqual(['2016-02-29', '2017-02-28', '2016-08-29'])
})

test('a period of one day more than six months, or that ends before it begins, is refused', () => {
  expect(() => assertAtATime({ from: '2016-05-31', until: '2016-11-30' })).not.toThrow()
  expect(() => assertAtATime({ from: '2016-05-31', until: '2016-12-01' })).toThrow(expect.objectContaining({ failure: { code: 'supervision-too-long', details: { until: '2016-12-01', latest: '2016-11-30', months: 6 } } }))
  expect(() => assertAtATime({ from: '2016-05-31', until: '2016-05-30' })).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code: 'days-reversed' }) }))
})

test('a term keeps to the Algemene termijnenwet only where it says so, and six months never do', () => {
  expect(dueDateOf(AT_A_TIME, '2016-02-28', calendar)).toBe('2016-08-28') // a Sunday
  expect(dueDateOf({ ...AT_A_TIME, act: true }, '2016-02-28', calendar)).toBe('2016-08-28')
  const [measure] = eventsOf({ measure: [{ id: 'm', day: '2016-03-21', term: { value: 5, unit: 'days', basis: 'calendar', act: false, source: 'besluit' } }] }).measure
  expect(dueOf(measure!, calendar)).toBe('2016-03-26')
  expect(dueOf({ ...measure!, term: { ...measure!.term!, act: true } }, calendar)).toBe('2016-03-29')
  expect(dueOf({ ...measure!, until: '2016-04-01' }, calendar)).toBe('2016-04-01')
  expect(dueOf({ ...measure!, term: null }, calendar)).toBeNull()
})

const on = (today: string) => ({ today, calendar })
const nothing = { figuresFrom: null, figuresUntil: null }

test('what is due within two weeks or overdue is told, most urgent first, and nothing of what is settled', () => {
  const weeks = (value: number) => ({ value, unit: 'weeks' as const, basis: 'calendar' as const, act: false, source: 'brief' })
  const events = eventsOf({
    intensified: [{ id: 'i', day: '2018-03-30', period: { from: '2018-03-30', until: '2018-09-30' }, views: { ...weeks(1), value: 11, unit: 'days' } }],
    letter: [{ id: 'l', day: '2018-11-01', within: weeks(4), subject: 'wachtlijst' }],
    pledge: [{ id: 'p', due: '2018-10-01', what: 'plan' }, { id: 'q', due: '2018-10-01', outcome: 'kept' }, { id: 'r', due: null }],
    measure: [{ id: 'm', day: '2018-09-01', until: '2018-10-05', kind: 'instruction' }, { id: 'n', until: '2018-09-05', complied: '2018-09-04' }, { id: 'o', until: '2018-09-05', withdrawn: '2018-09-04' }],
  })
  const told = (today: string) => alertsOf(events, nothing, new Set(), on(today)).map(({ id, kind, days }) => `${kind} ${id} ${days}`)
  expect(told('2018-04-10')).toEqual(['views i 0'])
  expect(told('2018-04-11')).toEqual([])
  expect(told('2018-10-04')).toEqual(['ends i -4', 'pledge p -3', 'measure m 1'])
  expect(told('2018-11-15')).toContain('answer l 14')
  expect(told('2018-11-14')).not.toContain('answer l 15')
})

test('which months of figures are missing is what counting the months by hand says', () => {
  const anyMonth = fc.record({ year: fc.integer({ min: 2015, max: 2018 }), month: fc.integer({ min: 1, max: 12 }) })
  const nameOf = (index: number) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  const indexOf = ({ year, month }: { year: number; month: number }) => year * 12 + month - 1
  const isTold = (plan: typeof alertsOf) => fc.property(anyMonth, fc.option(anyMonth), fc.array(anyMonth), fc.integer({ min: 0, max: 1500 }), (from, until, had, days) => {
    const today = addDays('2015-01-01', days)
    const [first, last, received] = [indexOf(from), until ? indexOf(until) : Infinity, new Set(had.map(indexOf))]
    const [year, month, day] = today.split('-').map(Number)
    const newest = indexOf({ year: year!, month: month! }) - (day! > FIGURES_BY ? 1 : 2)
    const expected = Array.from({ length: Math.max(0, Math.min(newest, last) - first + 1) }, (_, index) => first + index).filter((one) => !received.has(one)).map(nameOf)
    const told = plan(eventsOf({}), { figuresFrom: nameOf(first), figuresUntil: until ? nameOf(last) : null }, new Set([...received].map(nameOf)), on(today))
    expect(told.flatMap(({ months }) => months)).toEqual(expected)
    expect(told.length).toBe(expected.length === 0 ? 0 : 1)
  })
  fc.assert(isTold(alertsOf))
  expect(() => fc.assert(isTold((events, asked, _received, day) => alertsOf(events, asked, new Set(), day)))).toThrow()
  expect(SOON).toBe(14)
})

test('the history of Drenthe stands in order, with how long each lasted', () => {
  const events = eventsOf({
    intensified: [{ id: 'i', day: '2016-05-31', period: { from: '2016-05-31', until: '2016-11-30' }, lifted: '2016-11-10' }],
    event: [{ id: 'e', day: '2016-06-01', title: 'Drie nieuwe medewerkers begonnen' }],
    pledge: [{ id: 'p', day: '2018-11-01', due: '2018-11-29', outcome: 'late', settledOn: '2018-12-10', what: 'informatie' }],
  })
  const round = (id: string, kind: string, firstDay: string, met: number, assessed: number) => ({ id, kind, firstDay, lastDay: firstDay, outcome: 'onvoldoende', met, assessed })
  const beyond = {
    rounds: [round('r2', 'retest', '2016-05-20', 18, 24), round('r1', 'first', '2015-08-24', 8, 24)],
    documents: [{ id: 'd', title: 'Interne audit', day: '2015-12-30' }], months: ['2016-02', '2016-01', '2017-01'],
  }
  const items = timelineOf(events, beyond, '2019-01-01', calendar)
  expect(items.map(({ day, code, until }) => [day, code, until])).toEqual([
    ['2015-08-24', 'round', null], ['2015-12-30', 'document', null], ['2016-01-01', 'figures', null], ['2016-05-20', 'round', null],
    ['2016-05-31', 'intensified', '2016-11-10'], ['2016-06-01', 'event', null], ['2016-11-10', 'lifted', null], ['2017-01-01', 'figures', null],
    ['2018-11-01', 'pledged', null], ['2018-12-10', 'late', null],
  ])
  expect(items.find(({ code }) => code === 'lifted')!.facts).toEqual({ days: 163 })
  expect(items.filter(({ code }) => code === 'figures').map(({ facts }) => facts)).toEqual([{ year: '2016', count: 2 }, { year: '2017', count: 1 }])
})

const organisationNamed = async ({ api }: Laptop, name: string) => (await api.organisation.list({})).find((one) => one.name.includes(name))!.id

test('a supervision file is begun by what is recorded first, is no inspection, and keeps its history', async () => {
  const laptop = await openLaptop('A. Bakker', 'office')
  const { api } = laptop
  const organisation = await organisationNamed(laptop, 'Drenthe')
  const inspection = await newInspection(laptop, { firstDay: '2016-05-20' })
  for (const event of DRENTHE) await api.supervision.add({ organisation, event: { ...event } })
  const told = await api.supervision.get({ organisation, today: '2016-11-25' })
  expect(told.standings).toMatchObject([{ state: 'running', ends: '2016-11-30', days: 178 }])
  expect(told.alerts).toMatchObject([{ kind: 'ends', days: 5 }])
  expect(told.timeline.filter(({ kind }) => kind === 'round')).toMatchObject([{ id: inspection, day: '2016-05-20', text: null }])
  expect(told.published).toBeNull()

  expect(await api.privacy.check({ inspection: organisation, text: 'Het gaat om 111222333.' })).toMatchObject([{ kind: 'bsn' }])

  const { id } = told.events.find(({ entity }) => entity === 'intensified')!
  expect(told.dues[id]).toBe('2016-11-30')
  await answer(laptop, at(organisation, 'intensified', id, 'lifted'), '2016-11-10')
  expect((await api.supervision.get({ organisation, today: '2016-11-25' })).alerts).toEqual([])
  await expect(answer(laptop, at(organisation, 'intensified', id, 'period'), { from: '2016-05-31', until: '2016-12-01' })).rejects.toThrow('supervision-too-long')
  expect(await api.field.history(at(organisation, 'intensified', id, 'lifted'))).toHaveLength(1)
  expect((await api.inspection.list({})).map((one) => one.id)).toEqual([inspection])
  expect(await api.doctor.check({})).toMatchObject({ good: true, counts: { inspections: 1 } })
})

test('intensified supervision of 30 March 2018 (kst-28345-189): told by phone and letter, a view asked until 10 April, answered, municipalities told, published', async () => {
  const laptop = await openLaptop('A. Bakker', 'office')
  const { api } = laptop
  const organisation = await organisationNamed(laptop, 'Noord-Holland Noord')
  const add = async (event: Parameters<typeof api.supervision.add>[0]['event']) => (await api.supervision.add({ organisation, event })).id
  const [told, asked, done] = ['2018-03-30', '2018-04-04', '2018-04-10']
  const supervision = await add({ entity: 'intensified', day: told, period: { from: told, until: latestOf(told) } })
  const views = { value: 11, unit: 'days', basis: 'calendar', act: false, source: 'Awb artikel 4:8, brief van 30 maart 2018' } as const
  await answer(laptop, at(organisation, 'intensified', supervision, 'views'), views)
  await add({ entity: 'event', day: told, title: 'Aankondiging per telefoon aan de directeur' })
  const letter = await add({ entity: 'letter', day: told, direction: 'sent', subject: 'Verscherpt toezicht en voornemen dat openbaar te maken' })
  expect(await api.supervision.get({ organisation, today: told })).toMatchObject({ alerts: [{ kind: 'views', due: done, days: 11 }], dues: { [`${supervision}/views`]: done } })
  await answer(laptop, at(organisation, 'letter', letter, 'answered'), asked)
  const copies = await add({ entity: 'letter', day: '2018-04-06', direction: 'sent', subject: 'Afschrift aan de gemeenten' })
  await answer(laptop, at(organisation, 'letter', copies, 'party'), 'de colleges van 18 gemeenten')
  await answer(laptop, at(organisation, 'intensified', supervision, 'published'), done)
  const { timeline } = await api.supervision.get({ organisation, today: done })
  expect(timeline.map(({ day, code }) => `${day} ${code}`)).toEqual([
    '2018-03-30 intensified', '2018-03-30 sent', '2018-03-30 event', '2018-04-04 answered', '2018-04-06 sent', '2018-04-10 published',
  ])
})

test('an inspection takes nothing of a supervision file, nor the file anything of an inspection', async () => {
  const laptop = await openLaptop()
  const organisation = await organisationNamed(laptop, 'Drenthe')
  const inspection = await newInspection(laptop)
  const { id } = await laptop.api.supervision.add({ organisation, event: { entity: 'event', day: '2016-06-01', title: 'x' } })
  await expect(answer(laptop, at(inspection, 'event', id, 'title'), 'y')).rejects.toThrow('not-found')
  await expect(answer(laptop, at(organisation, 'finding', '1.1.1', 'rating'), '+')).rejects.toThrow('not-found')
  await expect(answer(laptop, at(organisation, 'dossier', organisation, 'organisation'), inspection)).rejects.toThrow('not-found')
  await expect(laptop.api.supervision.add({ organisation: inspection, event: { entity: 'event', day: '2016-06-01', title: 'x' } })).rejects.toThrow('not-found')
  await expect(laptop.api.supervision.add({ organisation, event: { entity: 'extension', day: '2016-06-01', of: id, period: { from: '2016-06-01', until: '2016-07-01' } } })).rejects.toThrow('not-found')
})

test('points established as done in a regular talk stand apart from what was published, and the file of another organisation is another', async () => {
  const laptop = await openLaptop('A. Bakker', 'office')
  const { api } = laptop
  const organisation = await organisationNamed(laptop, 'Zuid-Holland Zuid')
  for (const event of ZUID_HOLLAND_ZUID) await api.supervision.add({ organisation, event: { ...event } })
  const told = await api.supervision.get({ organisation, today: '2018-01-01' })
  expect(told.events.filter(({ entity }) => entity === 'established')).toHaveLength(4)
  const recovery = told.events.find(({ entity }) => entity === 'measure')!.id
  await answer(laptop, at(organisation, 'measure', recovery, 'until'), '2016-03-01')
  expect(await api.supervision.alerts({ today: '2016-02-20' })).toMatchObject([{ organisation: { id: organisation }, alerts: [{ kind: 'measure', due: '2016-03-01', days: 10 }] }])
  await answer(laptop, at(organisation, 'measure', recovery, 'complied'), '2016-03-01')
  expect(await api.supervision.alerts({ today: '2016-03-10' })).toEqual([])
  const other = await api.supervision.get({ organisation: await organisationNamed(laptop, 'Drenthe'), today: '2018-01-01' })
  expect([other.events, other.timeline, other.alerts]).toEqual([[], [], []])
})

test('a point of a round that supervision established as done says so in that round, and a point of nobody is refused', async () => {
  const laptop = await openLaptop('A. Bakker', 'office')
  const { api } = laptop
  const organisation = await organisationNamed(laptop, 'Drenthe')
  const inspection = await newInspection(laptop, { firstDay: '2016-05-20' })
  const { id: improvement } = await api.improvement.add({ inspection, title: 'Zicht op veiligheid tijdens het wachten', expectations: ['2.1.1'] })
  const { points } = await api.supervision.get({ organisation, today: '2016-06-01' })
  expect(points).toMatchObject([{ inspection, improvement, title: expect.stringContaining('Zicht op veiligheid') }])
  const established = { entity: 'established' as const, day: '2016-10-01', point: points[0]!.title, inspection, improvement }
  await expect(api.supervision.add({ organisation: await organisationNamed(laptop, 'Utrecht'), event: established })).rejects.toThrow('not-found')
  await api.supervision.add({ organisation, event: established })
  expect(listPoints(laptop.db(), inspection).map(({ establishedOn }) => establishedOn)).toEqual(['2016-10-01'])
})

test('two laptops that each began the file of an organisation have one file between them', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const organisation = await organisationNamed(ours, 'Drenthe')
  await ours.api.supervision.add({ organisation, event: { entity: 'event', day: '2016-06-01', title: 'een' } })
  await theirs.api.supervision.add({ organisation, event: { entity: 'event', day: '2016-06-02', title: 'twee' } })
  const figures = [{ month: '2016-05', system: 'Regas', values: { openCases: 43 } }]
  await ours.api.monthlyFigure.take({ organisation, figures })
  await theirs.api.monthlyFigure.take({ organisation, figures: [{ ...figures[0]!, values: { openCases: 51 } }] })
  carry(theirs, ours, organisation)
  const told = await ours.api.supervision.get({ organisation, today: '2016-07-01' })
  expect(told.timeline.filter(({ code }) => code === 'event').map(({ text }) => text)).toEqual(['een', 'twee'])
  expect(told.dossier.organisation).toMatchObject({ value: organisation, different: false })
  const { figures: [month] } = await ours.api.monthlyFigure.list({ organisation })
  expect(month!.fields.openCases).toMatchObject({ value: null, different: true })
  await expect(ours.api.monthlyFigure.take({ organisation, figures })).rejects.toThrow('difference-open')
  expect(await ours.api.doctor.check({})).toMatchObject({ good: true, counts: { inspections: 0 } })
})

test('a round that came along with a later one stands in the timeline beside it', async () => {
  const office = await openOffice()
  const { laptop, retest } = await openJudged(office)
  await office.api.bundle.import({ files: [await handOver(laptop, retest)] })
  const { timeline } = await office.api.supervision.get({ organisation: await organisationNamed(office, 'Drenthe'), today: '2016-07-01' })
  expect(timeline.filter(({ code }) => code === 'round').map(({ day, facts }) => [day, facts.met, facts.assessed])).toEqual([['2015-08-24', 8, 24], ['2016-05-20', 18, 24]])
})

test('the timeline is printed as one page, in which what people wrote stays text', async () => {
  const laptop = await openLaptop('A. Bakker', 'office')
  const { api } = laptop
  const organisation = await organisationNamed(laptop, 'Drenthe')
  for (const event of DRENTHE) await api.supervision.add({ organisation, event: { ...event } })
  await api.supervision.add({ organisation, event: { entity: 'event', day: '2019-01-01', title: '<script>alert(1)</script>' } })
  const file = join(openTestFolder(), 'tijdlijn.html')
  const { size } = await api.supervision.print({ organisation, today: '2019-01-01', file })
  const page = readFileSync(file, 'utf8')
  expect(Buffer.byteLength(page)).toBe(size)
  expect(page).not.toContain('<script>')
  expect(plainOf(page)).toMatch(/30 december 2015.*31 mei 2016.*tot en met 30 november 2016.*Verscherpt toezicht.*Toezegging gedaan.*Informatie binnen vier weken/s)
})
