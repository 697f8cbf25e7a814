import fc from 'fast-check'
import { expect, test } from 'vitest'
import exampleFile from '../resources/examples/drenthe-files.json' with { type: 'json' }
import holidayFile from '../resources/holidays-nl.json' with { type: 'json' }
import { calendarOf } from '../shared/domain/calendar.ts'
import { HolidayTable } from '../shared/domain/holiday.ts'
import { ExampleFiles } from '../shared/domain/example-files.ts'
import { answerSchemaOf, type CaseFile, contradictionsOf, FileField, fileResultOf, parseAnswers, readerOf } from '../shared/domain/file-review.ts'
import { partOf, RollUp, rollUpOf, TermRollUp } from '../shared/domain/roll-up.ts'
import type { Term } from '../shared/domain/term.ts'
import { AppError } from '../shared/errors.ts'
import { framework, workedCase } from './helpers/worked-case.ts'

const fieldwork = framework.fieldwork!
const example = ExampleFiles.parse(exampleFile)
const on = { referenceDate: example.referenceDate, calendar: calendarOf(HolidayTable.parse(holidayFile)) }
const termOf = (id: string) => fieldwork.terms.find((term) => term.id === id)!
const sample = rollUpOf(fieldwork, example.files, on, 'sample')
const targeted = rollUpOf(fieldwork, example.files, on, 'targeted')
const fieldOf = (id: string) => fieldwork.fileFields.find((field) => field.id === id)!
const standing = (file: CaseFile, term: Term) => fileResultOf(term, readerOf(fieldwork.fileFields, file.answers), on)
const drawn = (answers: CaseFile['answers'], how: CaseFile['drawn'] = 'sample'): CaseFile => ({ id: 'D-01', drawn: how, answers })

// What may be answered.

test.each<[string, unknown[], unknown[]]>([
  ['report', ['2016-05-02', 'not-yet', 'not-found', 'not-applicable'], ['2016-02-30', '2-5-2016', '0216-05-02', '9999-12-31', 'yes', 7, null, '']],
  ['acute', ['yes', 'no', 'not-found', 'not-applicable'], ['not-yet', 'maybe', true, '2016-05-02']],
  ['members', [1, 30, 'not-found'], [0, 31, 2.5, '4', NaN]],
  ['youngest', ['0-3', '12-17', 'not-applicable'], ['5', 5, '2011-03-04', 'not-yet']],
  ['follow-up', ['handed-over', 'not-found'], ['overgedragen', 'not-yet']],
  ['location', ['Emmen', 'not-found'], ['', ' ', 'Emmen\n', 3]],
])('the field %s takes what fits its kind and nothing else', (id, good, bad) => {
  for (const answer of good) expect([answer, answerSchemaOf(fieldOf(id)).safeParse(answer).success]).toEqual([answer, true])
  for (const answer of bad) expect([answer, answerSchemaOf(fieldOf(id)).safeParse(answer).success]).toEqual([answer, false])
})

test.each<[unknown, string]>([
  [{ report: '2016-02-30' }, 'report'], [{ birthday: '2011-03-04' }, 'birthday'], [{ report: '2016-05-02', acute: 'perhaps' }, 'acute'], [[], ''],
])('the answers %j are refused at %s', (answers, field) => {
  const refusal = (() => {
    try {
      return parseAnswers(fieldwork.fileFields, answers)
    } catch (error) {
      return error instanceof AppError ? error.failure : error
    }
  })()
  expect(refusal).toEqual({ code: 'value-invalid', details: { field } })
})

test('an answer that is a word of the program cannot be the code of an option', () => {
  const field = { id: 'f', label: 'f', expectations: [], irrelevantWhen: null, kind: 'choice', options: [{ code: 'a', label: 'a' }, { code: 'b', label: 'b' }] }
  expect(FileField.safeParse(field).success).toBe(true)
  for (const code of ['not-yet', 'not-found', 'not-applicable']) {
    expect(FileField.safeParse({ ...field, options: [{ code: 'a', label: 'a' }, { code, label: 'b' }] }).success).toBe(false)
  }
})

// The invented files.

test('the thirty files are invented, say so, and stand beside the published case', () => {
  expect(example.invented).toBe(true)
  expect(example.provenance[0]).toContain('verzonnen, van het eerste tot het laatste gegeven')
  expect([example.organisation, example.framework]).toEqual([workedCase.organisation, framework.id])
  expect(example.referenceDate).toBe(workedCase.rounds[1]!.firstDay)
  expect(example.files.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, index) => `D-${String(index + 1).padStart(2, '0')}`))
  for (const { answers } of example.files) expect(parseAnswers(fieldwork.fileFields, answers)).toEqual(answers)
})

const figures = ({ terms }: RollUp) => Object.fromEntries(terms.map((term) => [term.term, [
  term.n, term.onTime, term.late, term.running, term.notDeterminable, term.notApplicable, term.lateOpen, term.done, term.median, term.maximum, term.longestOpen,
]]))

test('the roll-up of what was drawn is the one counted by another program', () => {
  expect(figures(sample)).toEqual({
    // n, on time, late, running, not determinable, not applicable, late and open, done, median, maximum, longest open
    triage: [26, 18, 2, 1, 5, 0, 1, 19, 3, 11, 16],
    start: [26, 11, 7, 2, 2, 4, 2, 16, 5, 49, 136],
    'triage-and-start': [26, 12, 8, 2, 4, 0, 2, 18, 5, 49, 136],
    investigation: [26, 9, 4, 4, 3, 6, 2, 11, 63, 162, 259],
    informed: [26, 15, 4, 4, 3, 0, 0, 19, 22, 41, 18],
    waiting: [26, 14, 2, 1, 3, 6, 1, 15, 1, 46, 133],
  })
})

test('what was added on purpose is counted apart, and has no share to go by', () => {
  expect(figures(targeted)).toEqual({
    triage: [4, 2, 1, 1, 0, 0, 0, 3, 3, 14, 3],
    start: [4, 0, 2, 1, 0, 1, 1, 1, 69, 69, 137],
    'triage-and-start': [4, 1, 2, 1, 0, 0, 1, 2, 36, 69, 137],
    investigation: [4, 0, 2, 0, 0, 2, 2, 0, null, null, 135],
    informed: [4, 3, 0, 1, 0, 0, 0, 3, 21, 28, 3],
    waiting: [4, 0, 2, 0, 0, 2, 1, 1, 55, 55, 135],
  })
  expect(targeted.terms.map(({ share }) => share)).toEqual(fieldwork.terms.map(() => null))
})

test('the share on time stands with its interval, its target and a warning that it is of few', () => {
  const [triage, investigation, both] = ['triage', 'investigation', 'triage-and-start'].map((id) => sample.terms.find(({ term }) => term === id)!.share!)
  expect(triage).toMatchObject({ of: 20, percentage: 90, atWorst: 72, small: true, target: 90, against: 'undecided' })
  expect([triage!.low, triage!.high].map((each) => each.toFixed(2))).toEqual(['68.30', '98.77'])
  expect(investigation).toMatchObject({ of: 13, atWorst: 56.25, small: true, target: 80, against: 'undecided' })
  expect([investigation!.percentage, investigation!.low, investigation!.high].map((each) => each.toFixed(2))).toEqual(['69.23', '38.57', '90.91'])
  expect(both).toMatchObject({ of: 20, percentage: 60, atWorst: 50, target: null, against: null })
  expect(RollUp.parse(sample)).toEqual(sample)
})

test.each<[string, Record<string, number>, number, number, number]>([
  // field, counts, not found, not applicable, unanswered
  ['instrument-used', { yes: 20, no: 2 }, 1, 0, 3],
  ['police-information', { yes: 11, no: 7 }, 5, 0, 3],
  ['all-members-seen', { yes: 16, no: 7 }, 0, 0, 3],
  ['acute-action', { yes: 1, no: 1 }, 1, 22, 1],
  ['action-while-waiting', { yes: 0, no: 2 }, 0, 21, 3],
  ['follow-up', { investigation: 19, 'handed-over': 2, council: 1, ended: 1 }, 0, 0, 3],
  ['registration-system', { current: 23, 'former-amk': 2, 'former-shg': 1, other: 0 }, 0, 0, 0],
  ['children-seen', { yes: 0, no: 0 }, 0, 2, 24],
])('the answers to %s are counted', (field, counts, notFound, notApplicable, unanswered) => {
  expect(sample.fields.find((each) => each.field === field)).toMatchObject({ n: 26, counts, notFound, notApplicable, unanswered })
})

test('each expectation gets the terms and the questions that speak to it', () => {
  const parts = (id: string) => [partOf(sample, id).terms.map(({ term }) => term), partOf(sample, id).fields.map(({ field }) => field)]
  expect(parts('1.2.4')).toEqual([['triage', 'start', 'triage-and-start', 'waiting'], []])
  expect(parts('1.2.5')).toEqual([['investigation'], []])
  expect(parts('2.1.2')).toEqual([[], ['instrument-used']])
  expect(parts('2.2.2')).toEqual([[], ['acute-together']])
  expect(partOf(sample, '1.2.4')).toMatchObject({ drawn: 'sample', n: 26 })
})

test('every file counts once for every term and every question', () => {
  for (const { n, onTime, late, running, notDeterminable, notApplicable } of [...sample.terms, ...targeted.terms]) {
    expect(onTime + late + running + notDeterminable + notApplicable).toBe(n)
  }
  for (const { n, counts, notFound, notApplicable, unanswered } of [...sample.fields, ...targeted.fields]) {
    expect(Object.values(counts).reduce((a, b) => a + b) + notFound + notApplicable + unanswered).toBe(n)
  }
})

const standOf = (file: string, term: string) => standing(example.files.find(({ id }) => id === file)!, termOf(term))

test.each<[string, string, string, unknown]>([
  ['R1 on the last day, moved by Easter Monday', 'D-02', 'triage', { state: 'on-time', due: '2016-03-29' }],
  ['R1 with two working days inside', 'D-03', 'triage', { state: 'on-time', due: '2016-03-30' }],
  ['R2 one day late', 'D-02', 'start', { state: 'late', lateBy: 1 }],
  ['R3 on the last day, moved by Easter Monday', 'D-06', 'investigation', { state: 'on-time', due: '2016-03-29' }],
  ['R3 one day late', 'D-07', 'investigation', { state: 'late', lateBy: 1 }],
  ['R3 moved by Ascension Day and the Friday after', 'D-08', 'investigation', { state: 'on-time', due: '2016-05-09' }],
  ['R4 one day late, and no act that moves it', 'D-03', 'informed', { state: 'late', due: '2016-04-21', lateBy: 1 }],
  ['R5 waiting for more than four weeks', 'D-09', 'waiting', { state: 'late', lateBy: 105, open: true, days: 133 }],
  ['R7 open past its term', 'D-19', 'triage', { state: 'late', due: '2016-05-10', lateBy: 10, open: true }],
  ['R7 open within its term', 'D-18', 'triage', { state: 'running', open: true }],
  ['R8 no day of report', 'D-12', 'triage', { state: 'not-determinable' }],
  ['R8 no day of decision, and late all the same', 'D-14', 'triage-and-start', { state: 'late', lateBy: 8 }],
  ['R9 handed over after triage', 'D-10', 'start', { state: 'not-applicable' }],
  ['R9 handed over after triage, although a start was entered', 'D-11', 'start', { state: 'not-applicable' }],
  ['R9 and still judged on the triage', 'D-11', 'triage-and-start', { state: 'on-time', due: '2016-02-15' }],
])('%s: %s on %s', (_, file, term, expected) => {
  expect(standOf(file, term)).toMatchObject(expected as object)
})

test('what cannot be so is listed, file by file (R6)', () => {
  const found = example.files.map((file) => [file.id, contradictionsOf(fieldwork, file, example.referenceDate)] as const)
  expect(found.filter(([, list]) => list.length > 0)).toEqual([
    ['D-11', [{ kind: 'order', earlier: 'investigation-start', later: 'handover' }, { kind: 'irrelevant', field: 'investigation-start', because: 'follow-up' }]],
    ['D-15', [{ kind: 'order', earlier: 'report', later: 'triage-decision' }]],
    ['D-16', [{ kind: 'order', earlier: 'investigation-start', later: 'investigation-end' }]],
    ['D-17', [{ kind: 'after-reference', field: 'investigation-start' }]],
  ])
})

test.each<[string, CaseFile['answers'], string[]]>([
  ['the same day is in order', { report: '2016-05-02', 'triage-decision': '2016-05-02' }, []],
  ['a step that is missing is passed over', { report: '2016-05-02', 'triage-decision': 'not-found', 'investigation-start': '2016-05-01' }, ['report investigation-start']],
  ['a step not taken before one that was', { 'triage-decision': 'not-yet', 'investigation-start': '2016-05-03' }, ['triage-decision investigation-start']],
  ['steps not taken yet', { report: '2016-05-02', 'triage-decision': 'not-yet', 'investigation-start': 'not-yet' }, []],
  ['nothing entered', {}, []],
])('%s', (_, answers, expected) => {
  const found = contradictionsOf(fieldwork, drawn(answers), '2016-05-20')
  expect(found.map((each) => (each.kind === 'order' ? `${each.earlier} ${each.later}` : each.kind))).toEqual(expected)
})

// Counts that hold whatever was entered.

const arbitraryFile = fc.record({
  how: fc.constantFrom<CaseFile['drawn']>('sample', 'replacement', 'targeted'),
  answers: fc.record(
    Object.fromEntries(['report', 'triage-decision', 'investigation-start', 'investigation-end', 'informed', 'follow-up', 'acute', 'acute-action'].map((id) =>
      [id, fc.constantFrom(...['2016-03-24', '2016-03-30', '2016-05-19', 'not-yet', 'not-found', 'not-applicable', 'handed-over', 'investigation', 'yes', 'no']
        .filter((answer) => answerSchemaOf(fieldOf(id)).safeParse(answer).success))])),
    { requiredKeys: [] },
  ),
}).map(({ how, answers }) => drawn(answers as CaseFile['answers'], how))
const arbitraryFiles = fc.array(arbitraryFile, { maxLength: 25 })

test('however files are filled in, each is counted once, and targeted files never move the sample', () => {
  fc.assert(fc.property(arbitraryFiles, (files) => {
    const whole = rollUpOf(fieldwork, files, on, 'sample')
    expect(whole).toEqual(rollUpOf(fieldwork, files.filter((file) => file.drawn !== 'targeted'), on, 'sample'))
    expect(whole.n + rollUpOf(fieldwork, files, on, 'targeted').n).toBe(files.length)
    for (const term of whole.terms) {
      expect(TermRollUp.parse(term).onTime + term.late + term.running + term.notDeterminable + term.notApplicable).toBe(whole.n)
      if (term.share) expect(term.share.low <= term.share.percentage && term.share.percentage <= term.share.high).toBe(true)
    }
  }), { numRuns: 300 })
})

test('taking a day away never makes a file on time', () => {
  fc.assert(fc.property(arbitraryFile, fc.constantFrom('report', 'triage-decision', 'investigation-start', 'investigation-end', 'informed'), (file, gone) => {
    const { [gone]: _, ...rest } = file.answers
    for (const term of fieldwork.terms.filter(({ from, to }) => from === gone || to.includes(gone))) {
      const after = standing({ ...file, answers: rest }, term)
      if (after.state === 'on-time') expect(file.answers['follow-up']).toBe('handed-over')
    }
  }), { numRuns: 2_000 })
})

test('of no files nothing is said', () => {
  const nothing = rollUpOf(fieldwork, [], on, 'sample')
  expect(nothing.terms.map(({ n, median, maximum, longestOpen, share }) => [n, median, maximum, longestOpen, share])).toEqual(
    fieldwork.terms.map(() => [0, null, null, null, null]))
})
