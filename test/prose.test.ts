import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekdayOf } from '../shared/domain/calendar.ts'
import { proseHits } from '../shared/domain/prose-check.ts'
import { numberOf } from '../shared/domain/prose-number.ts'
import type { ProseData, ProseRound } from '../shared/domain/prose.ts'
import { firstRound, framework, judgementsOf, ratingsOf, retest } from './helpers/worked-case.ts'

const roundOf = (round: typeof retest, outcome = 'niet-voldoende'): ProseRound =>
  ({ framework, ratingOf: ratingsOf(round), judgementOf: judgementsOf(round), outcome, days: [round.firstDay] })

const drenthe: ProseData = {
  inspection: 'i', language: 'nl', now: roundOf(retest), then: roundOf(firstRound),
  points: Object.entries(retest.ratings).flatMap(([id, rating]) => (rating === '-' ? [[id]] : [])),
  organisation: 'Veilig Thuis Drenthe', others: ['Veilig Thuis Friesland', 'Veilig Thuis Utrecht'], talks: 7, files: { read: 12, sample: 10 }, documents: 9,
}
const found = (text: string, of = 'conclusion:i:text', data = drenthe) => proseHits([{ of, text }], data).map(({ kind, said, data }) => [kind, said, data] as const)

const WORDS = ['geen', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf', 'dertien', 'veertien', 'vijftien', 'zestien', 'zeventien', 'achttien', 'negentien']
const TENS = ['', '', 'twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig']
/** Written out on its own: units before tens, a trema after a vowel (Woordenlijst, regel 8.1). */
function inWords(count: number): string {
  if (count < 20) return WORDS[count]!
  if (count === 100) return 'honderd'
  const [ten, one] = [TENS[Math.floor(count / 10)]!, count % 10]
  return one === 0 ? ten : `${one === 1 ? 'een' : WORDS[one]}${one === 2 || one === 3 ? 'ën' : 'en'}${ten}`
}

test('every number to a hundred is read in figures and in words', () => {
  for (let count = 0; count <= 100; count++) expect([numberOf(inWords(count)), numberOf(String(count))]).toEqual([count, count])
  expect(['twenty-one', 'ninety', 'tweehonderdvijfentwintig', '1.250', 'een', 'tafel'].map(numberOf)).toEqual([21, 90, 225, 1250, null, null])
})

test('the texts of the published case say nothing that its data do not', () => {
  const texts = Object.entries(retest.appraisals).flatMap(([id, { before, now }]) => [{ of: `appraisal:${id}:before`, text: before! }, { of: `appraisal:${id}:now`, text: now! }])
  const rationales = Object.entries(retest.rationales).map(([id, text]) => ({ of: `finding:${id}:rationale`, text }))
  expect(proseHits([...texts, ...rationales], drenthe)).toEqual([])
})

/** How many are met, by nothing but the marks of the case. */
const signsOf = (ratings: Readonly<Record<string, string>>, under = '') => {
  const marks = Object.entries(ratings).flatMap(([id, mark]) => (id.startsWith(under) ? [mark] : []))
  return { met: marks.filter((mark) => mark === '+').length, notMet: marks.filter((mark) => mark === '-').length, of: marks.length }
}

const Written = fc.constantFrom(String, inWords)
/** Sentences made of a number that may be right or wrong. */
const SAID: readonly { say: (n: string, of: string) => string; under: string; count: 'met' | 'notMet'; then?: true }[] = [
  { say: (n, of) => `Veilig Thuis Drenthe voldoet aan ${n} van de ${of} verwachtingen.`, under: '', count: 'met' },
  { say: (n, of) => `Bij de hertoets bleek dat ${n} van de ${of} beoordeelde verwachtingen niet zijn gehaald.`, under: '', count: 'notMet' },
  { say: (n, of) => `In het thema Veiligheid voldoen ${n} van de ${of} verwachtingen.`, under: '2.', count: 'met' },
  { say: (n, of) => `Van criterium 1.2 voldoen ${n} van de ${of} verwachtingen niet.`, under: '1.2.', count: 'notMet' },
  { say: (n, of) => `In de vorige ronde voldeed zij aan ${n} van de ${of} verwachtingen.`, under: '', count: 'met', then: true },
  { say: (n) => `Aan ${n} verwachtingen wordt niet voldaan, en dat weegt zwaar.`, under: '', count: 'notMet' },
  { say: (n, of) => `Van de ${of} beoordeelde verwachtingen is aan ${n === 'geen' ? '0' : n} voldaan.`, under: '', count: 'met' },
  { say: (n) => `De inspectie noemt ${n} verbeterpunten.`, under: '', count: 'notMet' },
  { say: (n, of) => `The organisation meets ${n} of the ${of} expectations.`, under: '', count: 'met' },
]

type Reader = (text: string, data: ProseData) => number
const holds = (read: Reader) => fc.property(fc.constantFrom(...SAID), fc.nat(24), Written, fc.array(fc.constantFrom('+', '-'), { minLength: 24, maxLength: 24 }), ({ say, under, count, then }, n, written, marks) => {
  const ratings = Object.fromEntries(Object.keys(retest.ratings).map((id, index) => [id, marks[index]!]))
  const points = Object.keys(ratings).filter((id) => ratings[id] === '-').map((id) => [id])
  const data = { ...drenthe, now: { ...drenthe.now, ratingOf: (id: string) => ratings[id] ?? null }, points }
  const actual = signsOf(then ? firstRound.ratings : ratings, under)
  const as = say('', '').startsWith('The') ? String : written
  return read(say(as(n), as(actual.of)), data) === (n === actual[count] ? 0 : 1)
})
const read: Reader = (text, data) => found(text, 'conclusion:i:text', data).length

test('a number in a sentence is told exactly when the marks say another', () => {
  fc.assert(holds(read), { numRuns: 300 })
})

test('planted: who takes figures only, or mixes up what is met and what is not, is found out', () => {
  const planted: readonly Reader[] = [
    (text, data) => (/\d/.test(text) ? read(text, data) : 0),
    (text, data) => read(text.replace(' niet', ''), data),
  ]
  for (const bug of planted) expect(fc.check(holds(bug), { numRuns: 1_000 }).failed).toBe(true)
})

test('the whole of which a part is said must be the number that was assessed', () => {
  expect(found('Drenthe voldoet aan achttien van de vijfentwintig verwachtingen.')).toEqual([['share', 'achttien van de vijfentwintig verwachtingen', '18 van de 24']])
  expect(found('Alle 25 verwachtingen zijn getoetst, en 24 beoordeelde verwachtingen tellen mee.')).toEqual([])
  expect(found('Alle 26 verwachtingen zijn getoetst.')).toEqual([['count', 'Alle 26 verwachtingen', '24']])
  expect(found('Sindsdien zijn elf verwachtingen verbeterd.')).toEqual([['count', 'elf verwachtingen', '10']])
  expect(found('Sindsdien zijn 10 van de 24 verwachtingen verbeterd.')).toEqual([])
})

test('a percentage is right when it rounds to what the marks say', () => {
  for (const right of ['75% van de verwachtingen is gehaald', '75,0 procent van de beoordeelde verwachtingen is gehaald', '25% van de verwachtingen is niet gehaald']) expect(found(`${right}.`)).toEqual([])
  expect(found('72 procent van de verwachtingen is gehaald.')).toEqual([['percentage', '72 procent van de verwachtingen', '75%']])
})

test('what is said of one expectation is held against its rating, in every way to say it', () => {
  const ways: readonly [boolean, (number: string) => string][] = [
    [true, (n) => `Veilig Thuis voldoet aan verwachting ${n}.`], [false, (n) => `Veilig Thuis voldoet niet aan verwachting ${n}.`],
    [false, (n) => `Veilig Thuis voldoet nog niet aan de verwachting ${n}.`], [true, (n) => `Verwachting ${n} is gehaald.`], [false, (n) => `Aan verwachting ${n} wordt niet voldaan.`],
    [false, (n) => `The organisation does not meet expectation ${n}.`], [true, (n) => `Expectation ${n} is met.`],
  ]
  for (const [number, mark] of Object.entries(retest.ratings)) {
    for (const [met, say] of ways) expect(found(say(number)).map(([kind]) => kind)).toEqual((mark === '+') === met ? [] : ['expectation'])
  }
  expect(found('De verwachtingen 1.1.1, 1.1.2 en 1.1.4 zijn niet gehaald.')).toEqual([['expectation', 'De verwachtingen 1.1.1, 1.1.2 en 1.1.4 zijn niet gehaald.', '1.1.1 voldoet']])
  expect(found('Aan verwachting 4.1.1 is voldaan.')).toEqual([['unknown', 'Aan verwachting 4.1.1 is voldaan.', '4.1.1 staat niet in het toetsingskader']])
})

test('what is said of a criterion and of the whole is held against the judgement and the verdict', () => {
  for (const [number, { judgement }] of Object.entries(retest.appraisals)) {
    for (const [code, label] of [['V', 'voldoende'], ['M', 'matig'], ['O', 'onvoldoende']] as const) {
      for (const say of [`Criterium ${number} is ${label}.`, `De inspectie beoordeelt criterium ${number} als ${label}.`]) expect(found(say)).toHaveLength(code === judgement ? 0 : 1)
      expect(found(`Het oordeel is ${label}.`, `appraisal:${number}:now`)).toHaveLength(code === judgement ? 0 : 1)
    }
  }
  expect(found('Criterium 1.1 ging van onvoldoende naar matig, en blijft matig.')).toEqual([])
  expect(found('Het eindoordeel is voldoende.')).toEqual([['outcome', 'voldoende', 'voldoet nog niet aan de eisen']])
  expect(found('Het eindoordeel luidt: voldoet nog niet aan de eisen.')).toEqual([])
})

test('days of the visit and days of the week are those of the calendar', () => {
  expect(found('De inspectie bezocht Veilig Thuis Drenthe op 20 mei 2016.')).toEqual([])
  expect(found('De inspectie bezocht Veilig Thuis Drenthe op 21 mei 2016.')).toEqual([['day', '21 mei 2016', '20 mei 2016']])
  expect(found('Het bestuur schreef op 3 juni 2016 een brief over het bezoek van 2 mei 2016.')).toEqual([])
  const names = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
  const named = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat('nl-NL', { month: 'long', timeZone: 'UTC' })
  fc.assert(fc.property(fc.date({ min: new Date('2010-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }), fc.nat(6), (date, guess) => {
    const said = `${names[guess]} ${date.getUTCDate()} ${month.format(date)} ${date.getUTCFullYear()}`
    expect(found(`Dat was ${said}.`)).toHaveLength(named.format(date) === names[guess] ? 0 : 1)
    expect(names[weekdayOf(date.toISOString().slice(0, 10)) - 1]).toBe(named.format(date))
  }), { numRuns: 100 })
})

test('a slip in the name of the organisation is told, and another organisation is none', () => {
  expect(found('Veilig Thuis Drente en Veilig Thuis Friesland werken samen.')).toEqual([['name', 'Veilig Thuis Drente', 'Veilig Thuis Drenthe']])
  expect(found('Veilig Thuis Drenhte belt Veilig Thuis Drenthe.')).toEqual([['name', 'Veilig Thuis Drenhte', 'Veilig Thuis Drenthe']])
})

test('talks, files and documents are as many as were recorded', () => {
  for (const right of ['De inspectie voerde zeven gesprekken.', 'Er zijn 12 dossiers gelezen.', 'Er zijn tien dossiers door de inspectie gelezen.', 'Negen documenten zijn bestudeerd.']) expect(found(right)).toEqual([])
  for (const wrong of ['De inspectie voerde acht gesprekken.', 'Er zijn 11 dossiers gelezen.', 'Tien documenten zijn bestudeerd.']) expect(found(wrong)).toHaveLength(1)
})

test('of what is hoped, demanded, told by others or not sure, nothing is said', () => {
  for (const text of [
    'Ten minste 20 van de 24 verwachtingen moeten zijn gehaald.', 'Volgens het bestuur voldoet Drenthe aan 23 van de 24 verwachtingen.', 'Als 20 van de 24 verwachtingen zijn gehaald, is het voldoende.',
    'Op onderzoek wachten 43 zaken.', '17 van de 24 dossiers zijn gelezen.', 'Twee van de vier onderdelen ontbreken.', 'Vóór 1 juli moet criterium 1.1 voldoende zijn.',
    'Op criterium 1.2 is voldoende personeel aanwezig.', 'Nog twee verbeterpunten vragen aandacht.', 'Voldoet Drenthe aan verwachting 1.1.2?', 'Bijna 23 van de 24 verwachtingen zijn gehaald.',
    'Het bestuur zegt dat aan verwachting 1.1.2 is voldaan.', 'Aan 18 verwachtingen is voldaan en aan 6 niet.', 'Drenthe voldoet aan 18 van de 24 verwachtingen en daarmee nog niet aan de eisen.',
  ]) expect(found(text)).toEqual([])
})

test('a hit names a place in the text that says what it tells', () => {
  const text = 'Veilig Thuis Drenthe voldoet aan 17 van de 24 verwachtingen. Op vrijdag 19 mei 2016 was er overleg.\nCriterium 2.2 is matig.'
  const hits = proseHits([{ of: 'conclusion:i:text', text }], drenthe)
  expect(hits.map(({ kind }) => kind)).toEqual(['share', 'weekday', 'judgement'])
  for (const { start, end, said } of hits) expect(text.slice(start, end)).toBe(said)
  expect(hits[2]!.about).toEqual({ entity: 'appraisal', entityId: '2.2' })
})
