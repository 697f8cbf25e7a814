import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import holidays from '../resources/holidays-nl.json' with { type: 'json' }
import { addDays, calendarOf } from '../shared/domain/calendar.ts'
import { dutchMomentOf, momentOfDutch } from '../shared/domain/dutch-day.ts'
import { HolidayTable } from '../shared/domain/holiday.ts'
import { usualNotices } from '../shared/domain/publication-day.ts'
import { eventsOf } from '../shared/domain/publication-event.ts'
import { deadlinesOf, firstDayOf, type Regime, ruleFor, TERM_RULES, type TermRule, type TermStart, viewDeadline } from '../shared/domain/publication-term.ts'
import { assertStep, isAdopted, type Known, MainStep, nextStepsOf, type RecordedStep, reportStateOf, type Step, type StepKind } from '../shared/domain/publication.ts'
import { openAdoptable } from './helpers/adoptable.ts'
import { answer, at, newInspection, openLaptop, openTestFolder } from './helpers/backend.ts'
import { run } from './helpers/command.ts'
import { handOver } from './helpers/office.ts'

const calendar = calendarOf(HolidayTable.parse(holidays))
const INSPECTION = '00000000-0000-4000-8000-000000000001'
const BUNDLE = 'b'.repeat(64)
const refused = (code: string, details?: object) => expect.objectContaining({ failure: expect.objectContaining({ code, ...(details && { details }) }) })

const stepOf = (kind: StepKind, day: string): Step => ({
  inspection: INSPECTION, kind, day, by: 'hoofdinspecteur', reason: ['amended', 'withdrawn', 'suspended'].includes(kind) ? 'Uitspraak.' : null,
  ground: kind === 'amended' || kind === 'withdrawn' ? 'court' : null, bundle: kind === 'adopted' ? BUNDLE : null,
})
const recorded = (...steps: [StepKind, string][]): RecordedStep[] =>
  steps.map(([kind, day], index) => ({ id: `s${String(index).padStart(3, '0')}`, at: `2026-01-01T00:00:${String(index).padStart(2, '0')}.000Z`, step: stepOf(kind, day) }))
const known = (over: Partial<Known> = {}): Known =>
  ({ today: '2030-01-01', now: '2030-01-01T12:00', bars: [], first: null, firstUnknown: false, decides: () => true, viewOpen: false, embargo: null, ...over })
const termsOf = (days: Partial<Record<TermStart, string>>, regime: Regime = 'health-youth', own: TermRule[] = []) => deadlinesOf((step) => days[step] ?? null, regime, own, calendar)
const lastOf = (kind: string, ...given: Parameters<typeof termsOf>) => termsOf(...given).find(({ rule }) => rule.kind === kind)?.last ?? null

test('a report goes from concept to public step by step, and each state says since when', () => {
  const way: [StepKind, string][] = [['adopted', '2026-03-02'], ['decided', '2026-03-02'], ['sent', '2026-03-03'], ['published', '2026-03-20'], ['offline', '2031-03-20']]
  const states = way.map((_, count) => reportStateOf(recorded(...way.slice(0, count + 1)), null))
  expect(states.map(({ state, since }) => `${state} ${since}`)).toEqual(
    ['adopted 2026-03-02', 'decided 2026-03-02', 'sent 2026-03-03', 'published 2026-03-20', 'offline 2031-03-20'])
  expect(reportStateOf([], null)).toMatchObject({ state: 'concept', since: null, adopted: null })
  expect(reportStateOf([], '2026-02-01')).toMatchObject({ state: 'checked', since: '2026-02-01' })
  expect(isAdopted(states[4]!, BUNDLE)).toBe(true)
  expect(isAdopted(states[4]!, 'c'.repeat(64))).toBe(false)
  expect(isAdopted(reportStateOf([], null), null)).toBe(false)
})

test('an objection has a report amended: it is a draft again, no term of the old one runs, and the new one is adopted on its own', () => {
  const steps: [StepKind, string][] = [['adopted', '2026-03-02'], ['decided', '2026-03-02'], ['sent', '2026-03-03'], ['objected', '2026-03-10'], ['amended', '2026-04-01']]
  expect(reportStateOf(recorded(...steps), null)).toMatchObject({ state: 'amending', adopted: null, days: { amended: '2026-04-01' } })
  const again = reportStateOf(recorded(...steps, ['adopted', '2026-04-20']), null)
  expect(again).toMatchObject({ state: 'adopted', adopted: { day: '2026-04-20' }, days: { adopted: '2026-04-20' } })
  expect(again.days.decided).toBeUndefined()
})

test('a request for documents waits until it is decided on, whatever becomes of the report; the oldest is decided on first', () => {
  const standing = (...steps: [StepKind, string][]) => reportStateOf(recorded(...steps), null)
  const two: [StepKind, string][] = [['adopted', '2026-03-02'], ['requested', '2026-03-03'], ['requested', '2026-03-10'], ['extended', '2026-03-27']]
  expect(standing(...two)).toMatchObject({ state: 'adopted', requests: [{ day: '2026-03-03', extended: '2026-03-27' }, { day: '2026-03-10', extended: null }] })
  expect(standing(...two, ['answered', '2026-04-10'], ['amended', '2026-04-11'])).toMatchObject({ state: 'amending', days: { amended: '2026-04-11', requested: '2026-03-10' } })
  const done = standing(...two, ['answered', '2026-04-10'], ['answered', '2026-04-11'])
  expect([done.requests, done.days.requested, done.days.extended]).toEqual([[], undefined, undefined])
  const kinds = ['requested', 'extended', 'answered'] as const
  const fitting = (of: typeof done) => kinds.filter((kind) => { try { assertStep(of, { kind, day: '2026-04-12' }, known()); return true } catch { return false } })
  expect([fitting(done), fitting(standing(...two)), fitting(standing(['requested', '2026-03-03'], ['extended', '2026-03-27']))]).toEqual([['requested'], [...kinds], ['requested', 'answered']])
})

test('what was taken back leaves later steps without a place, and that is told instead of believed', () => {
  const [, decided, sent] = recorded(['adopted', '2026-03-02'], ['decided', '2026-03-02'], ['sent', '2026-03-03'])
  expect(reportStateOf([decided!, sent!], null)).toMatchObject({ state: 'concept', misplaced: ['s001', 's002'] })
})

/** What may follow on what, as the sentences of the law say it: written from those, not from the table. */
function believable(taken: readonly MainStep[]): boolean {
  let [adopted, decided, sent, published, offline, withdrawn] = [false, false, false, false, false, false]
  return taken.every((kind) => {
    if (kind === 'amended') {
      const fits = adopted || withdrawn
      ;[adopted, decided, sent, published, offline, withdrawn] = [false, false, false, false, false, false]
      return fits
    }
    if (withdrawn) return false
    if (kind === 'adopted') return !adopted && (adopted = true)
    if (kind === 'withdrawn') return adopted && (withdrawn = true)
    if (kind === 'decided') return adopted && !decided && !sent && (decided = true)
    if (kind === 'sent') return adopted && !sent && (sent = true)
    if (kind === 'published') return sent && !published && (published = true)
    return published && !offline && (offline = true)
  })
}

test('steps that do not follow on each other are never believed, whatever their order', () => {
  const anySteps = fc.array(fc.constantFrom(...MainStep.options), { maxLength: 9 })
  const walk = (next: typeof nextStepsOf) => fc.property(anySteps, (kinds) => {
    const taken: MainStep[] = []
    const steps: [StepKind, string][] = []
    for (const kind of kinds) {
      const standing = reportStateOf(recorded(...steps), null)
      const allowed = next(standing).includes(kind)
      expect(allowed).toBe(believable([...taken, kind]))
      if (!allowed) continue
      taken.push(kind)
      steps.push([kind, addDays('2026-01-01', steps.length)])
    }
    const all = kinds.map((kind, index): [StepKind, string] => [kind, addDays('2026-01-01', index)])
    expect(reportStateOf(recorded(...all), null).misplaced).toHaveLength(kinds.length - taken.length)
  })
  fc.assert(walk(nextStepsOf))
  expect(() => fc.assert(walk((standing) => (standing.state === 'adopted' ? [...nextStepsOf(standing), 'published'] : nextStepsOf(standing))), { numRuns: 5_000 })).toThrow()
})

test('a step is refused in words: out of order, before the last one, in the future, past a bar, too early, suspended, privileged, under embargo', () => {
  const concept = reportStateOf([], null)
  const sent = reportStateOf(recorded(['adopted', '2026-03-02'], ['decided', '2026-03-02'], ['sent', '2026-03-03']), null)
  const say = (standing: typeof concept, kind: StepKind, day: string, over?: Partial<Known>) => () => assertStep(standing, { kind, day }, known(over))
  expect(say(concept, 'published', '2026-03-02')).toThrow(refused('publication-order', { step: 'published', state: 'concept' }))
  expect(say(concept, 'adopted', '2030-01-02')).toThrow(refused('publication-future'))
  expect(say(concept, 'adopted', '2026-03-02', { bars: [{ code: 'differences', count: 2 }, { code: 'privacy-hits', count: 1 }] })).toThrow(refused('publication-blocked', { bar: 'differences', count: 2 }))
  expect(say(sent, 'published', '2026-03-02')).toThrow(refused('publication-backwards', { day: '2026-03-02', after: '2026-03-03' }))
  expect(say(sent, 'published', '2026-03-16', { first: '2026-03-17' })).toThrow(refused('publication-early', { day: '2026-03-16', first: '2026-03-17' }))
  expect(say(sent, 'published', '2026-03-17', { first: '2026-03-17' })).not.toThrow()
  expect(say(sent, 'published', '2026-03-17', { firstUnknown: true })).toThrow(refused('publication-unknown'))
  expect(say(sent, 'published', '2026-03-17', { bars: [{ code: 'privileged', count: 1 }] })).toThrow(refused('publication-privileged'))
  expect(say(sent, 'published', '2026-03-17', { bars: [{ code: 'unsigned', count: 1 }] })).not.toThrow()
  expect(say(sent, 'published', '2026-03-17', { embargo: '2030-01-01T12:01' })).toThrow(refused('publication-embargo', { embargo: '2030-01-01 12:01' }))
  const held = reportStateOf([...recorded(['adopted', '2026-03-02'], ['decided', '2026-03-02'], ['sent', '2026-03-03'], ['suspended', '2026-03-09'])], null)
  expect(say(held, 'published', '2026-03-20')).toThrow(refused('publication-suspended'))
  expect(say(held, 'resumed', '2026-03-20')).not.toThrow()
  expect(say(sent, 'resumed', '2026-03-20')).toThrow(refused('publication-order'))
  const adopted = reportStateOf(recorded(['adopted', '2026-03-02']), null)
  expect(say(adopted, 'sent', '2026-03-03')).toThrow(refused('publication-undecided'))
  expect(say(adopted, 'sent', '2026-03-03', { decides: () => false })).not.toThrow()
  expect(say(adopted, 'decided', '2026-03-03', { viewOpen: true })).toThrow(refused('publication-view'))
})

test('publication waits for two weeks since 1 February 2019, and for nothing before: the Drenthe report of 2017 needed no decision', () => {
  expect(ruleFor('earliest', 'health-youth', '2019-01-31', [])).toBeNull()
  expect(ruleFor('earliest', 'health-youth', '2019-02-01', [])).toMatchObject({ from: 'decided', value: 2, unit: 'weeks', act: true })
  expect(firstDayOf(termsOf({ adopted: '2017-07-05', sent: '2017-07-06' }))).toBeNull()
  expect(firstDayOf(termsOf({ decided: '2026-03-02' }))).toBe('2026-03-17') // two weeks end on Monday the 16th
  expect(firstDayOf(termsOf({ decided: '2026-04-24' }))).toBe('2026-05-09') // on Friday 8 May
  expect(firstDayOf(termsOf({ decided: '2026-05-11' }))).toBe('2026-05-27') // the 25th is Whit Monday: extended to the 26th
  expect(firstDayOf(termsOf({ decided: '2040-01-02' }))).toBeNull() // of that year no holidays are known
  expect(termsOf({ decided: '2040-01-02' })).toMatchObject([{ last: null, moved: 0 }])
})

test('five years online, six weeks for an objection against a decision, six months of recovery, four and two weeks for a Woo request', () => {
  const days = { adopted: '2026-03-02', decided: '2026-03-02', sent: '2026-03-03', published: '2026-03-20' }
  expect(lastOf('online', days)).toBe('2031-03-20')
  expect(lastOf('online', { published: '2024-02-29' })).toBe('2029-02-28')
  expect(lastOf('objection', days)).toBe('2026-04-14')
  expect(lastOf('objection', { adopted: '2017-07-05', sent: '2017-07-06' })).toBeNull() // nothing was decided
  expect(lastOf('recovery', days)).toBe('2026-09-02')
  expect(lastOf('recovery', { adopted: '2026-02-28' })).toBe('2026-08-28')
  expect(lastOf('request', { requested: '2026-03-02' })).toBe('2026-03-30')
  expect(lastOf('request', { requested: '2026-03-02', extended: '2026-03-27' })).toBeNull()
  expect(lastOf('extended-request', { requested: '2026-03-02', extended: '2026-03-27' })).toBe('2026-04-13')
  expect(lastOf('disclosure', { answered: '2026-03-30' })).toBe('2026-04-13')
  expect(TERM_RULES.every(({ source }) => source.length > 20)).toBe(true)
})

test('under the law on schools a report is published in the fifth week after it was adopted', () => {
  const terms = termsOf({ adopted: '2026-01-05' }, 'schools')
  expect(firstDayOf(terms)).toBe('2026-02-03')
  expect(terms.find(({ rule }) => rule.kind === 'latest')?.last).toBe('2026-02-09')
})

test('an inspectorate sets a rule of its own from a day on, with its source', () => {
  const own: TermRule = { ...TERM_RULES[0]!, value: 10, unit: 'days', basis: 'working', validFrom: '2026-06-01', source: 'Beleidsregel openbaarmaking 2026' }
  expect(termsOf({ decided: '2026-05-29' }, 'health-youth', [own])).toMatchObject([{ own: false, last: '2026-06-12' }])
  expect(termsOf({ decided: '2026-06-01' }, 'health-youth', [own])).toMatchObject([{ own: true, last: '2026-06-15', rule: { source: 'Beleidsregel openbaarmaking 2026' } }])
  expect(ruleFor('earliest', 'health-youth', '2026-01-01', [{ ...own, validFrom: '2019-02-01' }])?.value).toBe(10)
})

/** Walks the calendar of the machine day by day: no arithmetic of ours. */
function walkedLast({ value, unit, act }: TermRule, start: string): string {
  const closed = new Set(holidays.years.flatMap(({ days }) => days.map(({ date }) => date)))
  const day = new Date(`${start}T00:00:00Z`)
  const text = () => day.toISOString().slice(0, 10)
  const step = () => { day.setUTCDate(day.getUTCDate() + 1) }
  const isOpen = () => day.getUTCDay() % 6 !== 0 && !closed.has(text())
  if (unit === 'months') {
    const [from, number] = [day.getUTCFullYear() * 12 + day.getUTCMonth(), day.getUTCDate()]
    const month = () => day.getUTCFullYear() * 12 + day.getUTCMonth()
    let last = ''
    for (; month() <= from + value; step()) if (month() === from + value && day.getUTCDate() <= number) last = text()
    return last
  }
  for (let count = 0; count < value * (unit === 'weeks' ? 7 : 1); count++) step()
  while (act && !isOpen()) step()
  return text()
}

test('every term ends where walking through the calendar ends, in leap years and around holidays too', () => {
  const anyDay = fc.integer({ min: 0, max: 3_800 }).map((days) => addDays('2019-02-01', days))
  const near = fc.constantFrom('2024-02-15', '2024-12-11', '2026-03-20', '2026-04-13', '2027-04-12', '2028-02-29', '2026-05-11')
  const ends = (plan: (rule: TermRule, start: string) => string | null) => fc.property(fc.constantFrom(...TERM_RULES), fc.oneof(anyDay, near), (rule, start) => {
    fc.pre(rule.validFrom <= start)
    expect(plan(rule, start)).toBe(walkedLast(rule, start))
  })
  const planned = (rule: TermRule, start: string) => {
    const days = { [rule.from]: start, ...(rule.needs && rule.needs !== rule.from && { [rule.needs]: start }) }
    return termsOf(days, rule.regime ?? 'health-youth').find((one) => one.rule.kind === rule.kind)?.last ?? null
  }
  fc.assert(ends(planned), { numRuns: 300 })
  expect(() => fc.assert(ends((rule, start) => planned({ ...rule }, addDays(start, 1))))).toThrow()
  expect(() => fc.assert(ends((rule, start) => walkedLast({ ...rule, act: false }, start)), { numRuns: 1_000 })).toThrow()
})

test('a moment by Dutch clocks is the same moment everywhere, in summer and in winter', () => {
  expect(momentOfDutch('2026-01-05T10:00')).toBe('2026-01-05T09:00:00.000Z')
  expect(momentOfDutch('2026-07-05T10:00')).toBe('2026-07-05T08:00:00.000Z')
  expect(momentOfDutch('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z') // comes twice: the first
  expect(momentOfDutch('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z') // comes never: shown as 03:30
  const minutes = fc.integer({ min: 0, max: 10_000_000 }).map((count) => new Date(Date.UTC(2018, 0, 1) + count * 60_000).toISOString())
  const round = (back: typeof momentOfDutch) => fc.property(minutes, (moment) => { expect(dutchMomentOf(back(dutchMomentOf(moment)))).toBe(dutchMomentOf(moment)) })
  fc.assert(round(momentOfDutch))
  expect(() => fc.assert(round((local) => `${local}:00Z`))).toThrow()
})

test('before a publication on Monday the board is told on Friday, and the press when the embargo ends', () => {
  expect(usualNotices('2026-04-07T10:00', calendar)).toEqual([
    { audience: 'board', at: '2026-04-02T10:00' }, { audience: 'municipalities', at: '2026-04-02T10:00' }, { audience: 'minister', at: '2026-04-02T12:00' }, // Easter between
    { audience: 'site', at: '2026-04-07T10:00' }, { audience: 'council', at: '2026-04-07T10:00' }, { audience: 'press', at: '2026-04-07T10:00' },
  ])
})

test('what someone typed as the source of a term is in no calendar', () => {
  const own: TermRule = { ...TERM_RULES[0]!, validFrom: '2026-01-01', source: 'Afspraak met mw. De Vries' }
  const deadlines = [viewDeadline('2026-01-05', { value: 2, unit: 'weeks', source: 'Brief van dhr. Bakker' }, calendar), ...termsOf({ decided: '2026-01-05', sent: '2026-01-05' }, 'health-youth', [own])]
  const words = { term: String, audience: String, embargo: '', telling: '' }
  const events = eventsOf({ inspection: 'i', organisation: 'Bureau', deadlines, notices: [], embargo: null, stampOf: () => '' }, words)
  expect(events.map(({ text }) => text)).toEqual(['', '', expect.stringContaining('Algemene wet bestuursrecht')])
})

test('an office adopts what was signed, decides, sends and publishes in time, and everything stands in the supervision file', async () => {
  const { office, laptop, inspection } = await openAdoptable()
  const { api } = office
  const get = () => api.publication.get({ inspection })
  const record = (kind: StepKind, day: string, more: Partial<Step> = {}) =>
    api.publication.record({ inspection, step: { kind, day, by: 'hoofdinspecteur', reason: more.reason ?? null, ground: more.ground ?? null } })
  expect(await get()).toMatchObject({ today: '2026-01-05', mayRecord: true, bars: [], standing: { state: 'concept' }, next: [{ kind: 'adopted', refusal: null }, { kind: 'requested' }] })

  const stateHash = async () => (await api.inspection.get({ inspection })).summary.stateHash
  const before = await stateHash()
  const adopted = await record('adopted', '2026-01-05')
  const { manifest } = (await api.bundle.list({ inspection }))[0]!
  expect((await get()).standing).toMatchObject({ state: 'adopted', adopted: { day: '2026-01-05', by: 'hoofdinspecteur', bundle: manifest } })
  expect(await stateHash()).toBe(before) // or what was signed would not be what was adopted
  await expect(record('sent', '2026-01-05')).rejects.toThrow(refused('publication-undecided'))
  await record('decided', '2026-01-05')
  await record('sent', '2026-01-05')
  await expect(api.publication.takeBack({ inspection, id: adopted.id, reason: 'Vergissing.' })).rejects.toThrow(refused('publication-later'))
  const { organisation: { id: file }, steps: [first] } = await get() // and nothing of it goes around these checks
  for (const [entity, id, field, value] of [
    ['publicationStep', adopted.id, 'step', null], ['publicationStep', file, 'step', { ...first!.step.value!, day: '2025-12-01' }],
    ['publication', inspection, 'embargo', '2026-01-05T10:00'], ['publication', inspection, 'regime', 'schools'], ['publicationNotice', file, 'done', '2026-01-05T10:00'],
  ] as const) await expect(answer(office, at(file, entity, id, field), value, 'Zomaar.')).rejects.toThrow(refused('written-by-program'))

  expect((await get()).deadlines.map(({ rule, last }) => `${rule.kind} ${last}`)).toEqual(['earliest 2026-01-19', 'objection 2026-02-16']) // nothing to recover: the framework has nothing follow
  expect(await get()).toMatchObject({ first: '2026-01-20', next: [{ kind: 'published', refusal: { code: 'publication-early', details: { first: '2026-01-20' } } }, { kind: 'amended' }, { kind: 'withdrawn' }, {}, {}, {}] })
  await expect(api.publication.setEmbargo({ inspection, embargo: '2026-01-19T10:00' })).rejects.toThrow(refused('publication-early'))
  await api.publication.setEmbargo({ inspection, embargo: '2026-01-20T10:00' })
  expect(await api.publication.planDay({ inspection })).toMatchObject({ added: 6 })
  expect(await api.publication.planDay({ inspection })).toMatchObject({ added: 0 })
  const { notices } = await get()
  const told = (audience: string) => notices.find(({ notice }) => notice.value?.audience === audience)!
  expect(notices.map(({ notice }) => `${notice.value!.audience} ${notice.value!.at}`)).toEqual([
    'board 2026-01-19T10:00', 'municipalities 2026-01-19T10:00', 'minister 2026-01-19T12:00', 'council 2026-01-20T10:00', 'press 2026-01-20T10:00', 'site 2026-01-20T10:00',
  ])

  office.pass(15) // 20 January, ten o’clock and some minutes
  const done = (audience: string, moment: string) => api.publication.markNotice({ inspection, id: told(audience).id, done: moment })
  await done('board', '2026-01-19T10:05')
  await expect(done('site', '2026-01-20T09:59')).rejects.toThrow(refused('publication-embargo', { embargo: '2026-01-20 10:00' }))
  await expect(done('press', '2026-01-20T23:00')).rejects.toThrow(refused('publication-future'))
  await expect(done('site', '2026-01-20T10:00')).rejects.toThrow(refused('publication-by'))
  await api.publication.markNotice({ inspection, id: told('site').id, done: '2026-01-20T10:00', by: 'communicatie' }) // being on the site is the step
  expect(await get()).toMatchObject({ standing: { state: 'published' }, changed: false })
  const siteDone = async () => (await get()).notices.find(({ notice }) => notice.value?.audience === 'site')!.done.value
  await expect(api.publication.markNotice({ inspection, id: told('site').id, done: null })).rejects.toThrow(refused('publication-later'))
  await api.publication.takeBack({ inspection, id: (await get()).steps.at(-1)!.id, reason: 'Nog niet zichtbaar.' })
  expect([(await get()).standing.state, await siteDone()]).toEqual(['sent', null])
  await record('published', '2026-01-20') // and the step says that it is on the site
  expect([(await get()).standing.state, await siteDone()]).toEqual(['published', '2026-01-20T10:00'])
  const alertsOn = async (today: string) => (await api.supervision.alerts({ today })).flatMap(({ alerts }) => alerts.map(({ kind, due, days }) => `${kind} ${due} ${days}`))
  expect(await alertsOn('2026-01-21')).toEqual(['objection 2026-02-16 26'])
  expect(await alertsOn('2026-02-17')).toEqual([])
  expect(await alertsOn('2031-01-21')).toEqual(['online 2031-01-20 -1'])
  await record('requested', '2026-01-20')
  expect(await alertsOn('2026-02-18')).toEqual(['request 2026-02-17 -1'])
  await record('answered', '2026-01-20')
  expect(await alertsOn('2026-02-18')).toEqual([])

  // what the laptop sends later is not what was adopted
  await answer(laptop, at(inspection, 'finding', '1.1.1', 'rationale'), 'Nu met onderbouwing.')
  expect(await laptop.api.publication.get({ inspection })).toMatchObject({ mayRecord: true, bars: [{ code: 'unsigned', count: 1 }] }) // as its lead
  const step = { kind: 'adopted', day: '2026-01-05', by: 'hoofdinspecteur', reason: null, ground: null } as const
  await expect(laptop.api.publication.record({ inspection, step })).rejects.toThrow(refused('publication-blocked', { bar: 'unsigned', count: 1 }))
  await api.bundle.import({ files: [await handOver(laptop, inspection, 'later.veldtoets')] })
  expect(await get()).toMatchObject({ changed: true, standing: { state: 'published' } })

  await record('amended', '2026-01-20', { reason: 'Feitelijke onjuistheid hersteld op bezwaar.', ground: 'objection' })
  expect((await get()).standing).toMatchObject({ state: 'amending', adopted: null })
  await record('adopted', '2026-01-20')
  expect(await get()).toMatchObject({ changed: false, standing: { state: 'adopted' } })
  const { steps } = await get()
  await api.publication.takeBack({ inspection, id: steps.at(-1)!.id, reason: 'Nog niet getekend.' })
  expect((await get()).standing.state).toBe('amending')

  // one calendar: by another reader, twice the same, and nothing in it that a person typed
  const [one, two] = [join(openTestFolder(), 'a.ics'), join(openTestFolder(), 'b.ics')]
  const { events } = await api.publication.calendar({ inspection, file: one })
  await api.publication.calendar({ inspection, file: two })
  const text = readFileSync(one, 'utf8')
  expect(text).toBe(readFileSync(two, 'utf8'))
  const calendarRead = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0])
  const read = calendarRead.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  expect(read).toHaveLength(events)
  expect(new Set(read.map(({ uid }) => uid)).size).toBe(events)
  const embargo = read.find(({ uid }) => uid.startsWith('embargo'))!
  expect([embargo.startDate.toJSDate().toISOString(), embargo.startDate.isDate]).toEqual(['2026-01-20T09:00:00.000Z', false])
  expect(text).not.toMatch(/hoofdinspecteur|Bakker|Bureau|onjuistheid/)
})

test('without the office or the lead nothing is recorded, and what is unsigned, unjudged or in own words is not adopted', async () => {
  const laptop = await openLaptop('B. Jansen')
  const inspection = await newInspection(laptop)
  expect((await laptop.api.publication.get({ inspection })).bars.map(({ code }) => code)).toEqual(['unsigned', 'open-expectations', 'own-wording'])
  await expect(laptop.api.publication.setRegime({ inspection, regime: 'schools' })).rejects.toThrow(refused('publication-role'))

  await laptop.close() // and from the command line, which is not good while something bars adopting
  const ics = join(openTestFolder(), 'a.ics')
  const told = await run(['publication', inspection, '--workspace', join(laptop.home, 'werk'), '--ics', ics])
  expect([told.status, readFileSync(ics, 'utf8').startsWith('BEGIN:VCALENDAR')]).toEqual([1, true])
  expect(told.stdout).toMatch(/concept[^]*! de nieuwste stand is niet ondertekend \(1\)/)
})
