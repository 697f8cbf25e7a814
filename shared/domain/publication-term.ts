import { z } from 'zod'
import { addDays, type Calendar, daysBetween, PlainDate } from './calendar.ts'
import { PROPOSED } from './supervision.ts'
import { dueDateOf, Term } from './term.ts'
import { Line } from './text.ts'

/** By what law a report is published: that of health and youth care, or that of schools as an example of another. */
export const Regime = z.enum(['health-youth', 'schools'])
export type Regime = z.infer<typeof Regime>

/** What starts a term: a step on the way of a report (`publication.ts`), or that a view on publishing it was asked (`view.ts`), which has a term of its own. */
export const TermStart = z.enum(['asked', 'adopted', 'decided', 'sent', 'published', 'requested', 'extended', 'answered'])
export type TermStart = z.infer<typeof TermStart>

/**
 * What a term is about. `earliest` must have passed before the report is published: the day after its last day is the first one; all others
 * tell the last day: of publishing, of being online, of objecting, of a view on the intention, of recovery, of deciding on a request, and until when papers stay here that
 * someone minds being given.
 */
export const TermKind = z.enum(['earliest', 'latest', 'online', 'objection', 'views', 'recovery', 'request', 'extended-request', 'disclosure'])
export type TermKind = z.infer<typeof TermKind>

/**
 * One rule: how long, counted from which step, by which source, for starts from which day on. `act`: set in an act or a governmental decree, so
 * that the Algemene termijnenwet applies. `regime` is null where it holds under each; `needs` is a step without which it does not arise.
 */
export const TermRule = z.strictObject({
  kind: TermKind, regime: Regime.nullable(), from: TermStart, needs: TermStart.nullable(),
  value: Term.shape.value, unit: Term.shape.unit, basis: Term.shape.basis, act: z.boolean(), source: Line, validFrom: PlainDate,
}).refine(({ unit, basis }) => unit === 'days' || basis === 'calendar', { path: ['basis'] })
export type TermRule = z.infer<typeof TermRule>

/** The rules that an inspectorate sets beside or in place of those of the program; one in place has the same kind and regime. */
export const OwnRules = z.array(TermRule).max(100)
  .refine((rules) => new Set(rules.map(({ kind, regime, validFrom }) => `${kind} ${regime} ${validFrom}`)).size === rules.length)

const ever = '1994-01-01'
const always = { regime: null, needs: null, basis: 'calendar', validFrom: ever } as const

/** What the law and the inspectorates' own rules say, as far as known; whoever uses it holds it against the source. */
export const TERM_RULES: readonly TermRule[] = [
  {
    ...always, kind: 'earliest', regime: 'health-youth', from: 'decided', value: 2, unit: 'weeks', act: true, validFrom: '2019-02-01',
    source: 'Gezondheidswet artikelen 44 en 44a, Jeugdwet artikelen 9.7 tot en met 9.10, Besluit openbaarmaking (BWBR0041861): niet eerder dan twee weken na het besluit. Daarvoor gold dit niet.',
  },
  {
    ...always, kind: 'earliest', regime: 'schools', from: 'adopted', value: 4, unit: 'weeks', act: true, validFrom: '2012-01-01',
    source: 'Wet op het onderwijstoezicht artikel 21: openbaar in de vijfde week na vaststelling, dus na vier weken. De ingangsdatum is niet nagegaan.',
  },
  {
    ...always, kind: 'latest', regime: 'schools', from: 'adopted', value: 5, unit: 'weeks', act: false, validFrom: '2012-01-01',
    source: 'Wet op het onderwijstoezicht artikel 21: openbaar in de vijfde week na vaststelling, dus voor het einde daarvan; voor de zekerheid niet verlengd. De ingangsdatum is niet nagegaan.',
  },
  {
    ...always, kind: 'online', regime: 'health-youth', from: 'published', value: 60, unit: 'months', act: false, validFrom: '2019-02-01',
    source: 'IGJ, openbaarmaking (igj.nl): vijf jaar te lezen. Langer dan een jaar, dus zonder Algemene termijnenwet.',
  },
  {
    ...always, kind: 'objection', from: 'sent', needs: 'decided', value: 6, unit: 'weeks', act: true,
    source: 'Algemene wet bestuursrecht artikelen 6:7 en 6:8: zes weken vanaf de dag na de bekendmaking van het besluit.',
  },
  { ...always, kind: 'recovery', from: 'adopted', value: PROPOSED.recovery.value, unit: PROPOSED.recovery.unit, act: PROPOSED.recovery.act, source: PROPOSED.recovery.source },
  {
    ...always, kind: 'request', from: 'requested', value: 4, unit: 'weeks', act: true, validFrom: '2022-05-01',
    source: 'Wet open overheid artikel 4.4: vier weken na ontvangst van het verzoek.',
  },
  {
    ...always, kind: 'extended-request', from: 'requested', needs: 'extended', value: 6, unit: 'weeks', act: true, validFrom: '2022-05-01',
    source: 'Wet open overheid artikel 4.4: vier weken, verdaagd met ten hoogste twee.',
  },
  {
    ...always, kind: 'disclosure', from: 'answered', value: 2, unit: 'weeks', act: true, validFrom: '2022-05-01',
    source: 'Wet open overheid artikel 4.4: heeft een belanghebbende naar verwachting bezwaar, dan wordt niet eerder verstrekt dan twee weken nadat het besluit bekend is gemaakt.',
  },
]

/** The rule that holds for what began on a day: the newest one by then, and one of one's own before that of the program. */
export function ruleFor(kind: TermKind, regime: Regime, start: PlainDate, own: readonly TermRule[]): TermRule | null {
  const holding = [...TERM_RULES, ...own].filter((rule) => rule.kind === kind && (rule.regime ?? regime) === regime && rule.validFrom <= start)
  return holding.reduce<TermRule | null>((best, rule) => (best === null || rule.validFrom >= best.validFrom ? rule : best), null)
}

/** A term that runs or ran, with all that it follows from. */
export const Deadline = z.strictObject({
  rule: TermRule,
  /** Whether it is a rule of one's own. */
  own: z.boolean(),
  start: PlainDate,
  /** The last day; null when the table of holidays does not know every year that it needs. */
  last: PlainDate.nullable(),
  /** By how many days the Algemene termijnenwet moved the last day. */
  moved: z.int(),
})
export type Deadline = z.infer<typeof Deadline>

/** The terms that run from the days on which steps were taken, in the order of their last days. */
export function deadlinesOf(dayOf: (step: TermStart) => PlainDate | null, regime: Regime, own: readonly TermRule[], calendar: Calendar): Deadline[] {
  const found = TermKind.options.flatMap((kind): Deadline[] => {
    const holding = TermStart.options.map((start) => ({ start, day: dayOf(start) }))
      .map(({ start, day }) => ({ day, rule: day === null ? null : ruleFor(kind, regime, day, own), start }))
      .find(({ rule, start }) => rule?.from === start)
    if (!holding?.rule || holding.day === null) return []
    const { rule, day } = holding
    return rule.needs !== null && dayOf(rule.needs) === null ? [] : [deadlineOf(rule, day, own, calendar)]
  })
  const isExtended = found.some(({ rule }) => rule.kind === 'extended-request')
  return inOrder(found.filter(({ rule }) => !(isExtended && rule.kind === 'request')))
}

/** By their last days; what cannot be reckoned comes first. */
export const inOrder = (deadlines: readonly Deadline[]): Deadline[] => deadlines.toSorted((a, b) => (a.last ?? '').localeCompare(b.last ?? ''))

/** The term of a view (zienswijze) on publishing, as the letter that asked for it sets it. */
export const viewDeadline = (start: PlainDate, { value, unit, source }: Pick<TermRule, 'value' | 'unit' | 'source'>, calendar: Calendar): Deadline =>
  deadlineOf({ ...always, kind: 'views', from: 'asked', value, unit, act: false, source }, start, [], calendar)

function deadlineOf(rule: TermRule, start: PlainDate, own: readonly TermRule[], calendar: Calendar): Deadline {
  const last = dueDateOf(rule, start, calendar)
  const plain = dueDateOf({ ...rule, act: false }, start, calendar)
  return { rule, own: own.includes(rule), start, last, moved: last === null || plain === null ? 0 : daysBetween(plain, last) }
}

/** The first day on which a report may be published: the day after the two weeks have passed; null where nothing says so. */
export function firstDayOf(deadlines: readonly Deadline[]): PlainDate | null {
  const earliest = deadlines.find(({ rule }) => rule.kind === 'earliest')
  return earliest?.last ? addDays(earliest.last, 1) : null
}
