import fc from 'fast-check'
import { type Criterion, type Framework, Shape } from '../../shared/domain/framework.ts'
import type { Condition } from '../../shared/domain/rule.ts'

const HARD = ['json:"x"', '_x0041_', ' voor en achter ', '=1+1', '1.10', '', '\uffff', 'ja', '2026-01-02', '"aangehaald"', '\t', '’', '𝄞', 'a: b', ' ', '-', 'json:']
const isLine = (text: string) => /\S/.test(text) && /^[^\p{Cc}\p{Cs}]*$/u.test(text)

/** A line that is hard to keep in a cell or in a file. */
export const anyLine = fc.oneof(fc.string({ maxLength: 30, unit: 'binary' }), fc.constantFrom(...HARD), fc.tuple(fc.constantFrom(...HARD), fc.string({ maxLength: 8 })).map((parts) => parts.join('')))
  .filter(isLine)

/** A text of one or more lines. */
export const anyText = fc.array(anyLine, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))

const anyWording = fc.constantFrom('official' as const, 'ownWording' as const)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const idsOf = (list: readonly { id: string }[]) => fc.subarray(list.map(({ id }) => id))

/** Random ids such as 1.10 and A-3, never the same twice. */
function identify() {
  let made = 0
  return (prefix: string) => `${prefix}.${++made}0`
}

/** Any framework that can be: every field of every part gets values that are hard to keep. */
export const anyFramework: fc.Arbitrary<Framework> = fc.gen().map((gen) => {
  const any = <T>(arbitrary: fc.Arbitrary<T>): T => gen(() => arbitrary)
  const next = identify()
  const times = <T>(least: number, most: number, make: () => T) => Array.from({ length: any(fc.integer({ min: least, max: most })) }, make)
  const footnotes = times(0, 2, () => ({ id: next('fn'), number: any(anyLine), text: any(anyText) }))
  const expectation = () => {
    const assessed = any(fc.boolean())
    return {
      id: next('1'), number: any(anyLine), statement: any(anyText), wording: any(anyWording), assessed, notAssessedBecause: assessed ? null : any(anyText),
      legal: any(fc.boolean()), limbs: any(fc.array(anyLine, { maxLength: 3 })), footnotes: any(idsOf(footnotes)), guidance: any(maybe(anyText)),
    }
  }
  const criterion = (deep: number): Criterion => {
    const below = deep > 1 ? times(0, 2, () => criterion(deep - 1)) : []
    const expectations = times(below.length > 0 ? 0 : 1, 2, expectation)
    return { id: next('c'), number: any(anyLine), title: any(anyLine), wording: any(anyWording), expectations, ...(below.length > 0 && { criteria: below }) }
  }
  const themes = times(1, 2, () => ({
    id: next('t'), number: any(anyLine), title: any(anyLine), aim: any(maybe(anyText)), wording: any(anyWording), criteria: times(1, 2, () => criterion(3)),
  }))
  themes[0]!.criteria[0]!.expectations.push({ ...expectation(), assessed: true, notAssessedBecause: null })
  const all = (list: readonly Criterion[]): Criterion['expectations'] => list.flatMap(({ expectations, criteria = [] }) => [...expectations, ...all(criteria)])
  const expectations = themes.flatMap(({ criteria }) => all(criteria))
  const facts = times(0, 2, () => {
    const asked = { id: next('f'), question: any(anyLine), english: any(anyLine), guidance: any(maybe(anyText)) }
    return any(fc.boolean()) ? { ...asked, kind: 'yes-no' as const } : { ...asked, kind: 'number' as const, unit: any(anyLine), englishUnit: any(anyLine) }
  })
  const condition = (deep: number): Condition => any(fc.constantFrom<Condition>(
    { kind: 'count', what: 'met', compare: 'at-least', count: 1, within: null }, { kind: 'count', what: 'not-met', compare: 'at-most', count: 0, within: { theme: themes[0]!.id } },
    { kind: 'every', within: { criterion: themes[0]!.criteria[0]!.id } }, { kind: 'share', what: 'met', compare: 'more-than', percent: 75, within: null },
    ...(deep > 1 ? [{ kind: 'all' as const, of: [condition(deep - 1)] }, { kind: 'not' as const, of: [condition(deep - 1)] }] : []),
    ...facts.map((fact): Condition => ({ kind: 'fact', fact: fact.id, compare: 'equals', value: fact.kind === 'number' ? 4 : true })),
  ))
  const outcome = (code: string, when: Condition | null) => ({ code, label: any(anyLine), english: any(anyLine), followUp: any(maybe(anyText)), when })
  const grade = (code: string, key: string, counts: boolean, met: boolean) =>
    ({ code, label: any(anyLine), english: any(anyLine), key, sign: any(fc.constantFrom('+', '−', 'n.v.t.', ' x')), shape: any(fc.constantFrom(...Shape.options)), counts, met })
  const judgement = (code: string, key: string) => ({ code, label: any(anyLine), english: any(anyLine), key, sufficient: any(fc.boolean()) })
  const prompt = () => ({ id: next('q'), text: any(anyText), expectations: any(fc.subarray(expectations.map(({ id }) => id), { minLength: 1 })) })
  const fieldwork = () => {
    const dates = times(1, 3, () => ({ id: next('d'), label: any(anyLine), kind: 'date' as const, expectations: any(idsOf(expectations)), irrelevantWhen: null }))
    const yes = { id: next('j'), label: any(anyLine), kind: 'yes-no' as const, expectations: [], irrelevantWhen: null }
    const options = times(2, 3, () => ({ code: next('o'), label: any(anyLine) }))
    const others = [
      { id: next('k'), label: any(anyLine), kind: any(fc.constantFrom('choice' as const, 'band' as const)), options, expectations: [], irrelevantWhen: { field: yes.id, answers: ['yes', 'no'] } },
      { id: next('n'), label: any(anyLine), kind: 'number' as const, least: -1, most: 12, expectations: [], irrelevantWhen: null },
    ]
    const day = () => any(fc.constantFrom(...dates.map(({ id }) => id)))
    const terms = times(0, 2, () => ({
      id: next('m'), label: any(anyLine), value: any(fc.integer({ min: 1, max: 99 })), unit: 'days' as const, basis: any(fc.constantFrom('calendar' as const, 'working' as const)),
      from: day(), to: [day()], act: any(fc.boolean()), source: any(anyText), expectations: any(idsOf(expectations)),
    }))
    return {
      wording: any(anyWording), provenance: times(1, 2, () => any(anyText)),
      roles: times(0, 2, () => ({ id: next('r'), title: any(anyLine), questions: times(1, 2, prompt) })), documents: times(0, 2, prompt), observations: times(0, 2, prompt),
      fileFields: [...dates, yes, ...others], chronology: any(idsOf(dates)), terms,
      targets: any(fc.subarray(terms)).map(({ id }) => ({ term: id, percentage: any(fc.constantFrom(1, 33.3, 90)), source: any(anyText) })).reverse(),
      minimumSourceKinds: null,
    }
  }
  return {
    format: 'veldtoets/framework/1', id: next('k'), version: any(anyLine), title: any(anyLine), language: any(fc.constantFrom('nl' as const, 'en' as const)),
    inspectorates: times(0, 2, () => any(anyLine)), provenance: times(1, 2, () => any(anyText)),
    ...(any(fc.boolean()) && { unfinished: any(anyText) }),
    scales: {
      rating: [grade('+', '+', true, true), grade('-', '-', true, false), grade(next('g'), '1', false, false)],
      judgement: [judgement('V', 'v'), judgement('10', '=')],
    },
    rule: {
      statement: any(anyText), wording: any(anyWording), notApplicable: any(fc.constantFrom('unstated' as const, 'left-out' as const)), facts,
      outcomes: [...['first', 'second'].slice(any(fc.integer({ min: 0, max: 1 }))).map((code) => outcome(code, condition(3))), outcome('otherwise', null)],
    },
    standard: { statement: any(anyText), wording: any(anyWording) }, footnotes, themes, fieldwork: any(fc.boolean()) ? fieldwork() : null,
  }
})
