import { z } from 'zod'
import { type Counted, type CaseloadKind } from './caseload.ts'
import { Month, nextMonth } from './month.ts'
import { Line } from './text.ts'

const Count = z.int().min(0).max(1_000_000)
const Days = z.number().min(0).max(36_600)
const Percentage = z.number().min(0).max(100)

/**
 * What an organisation reports of one month out of one registration system, under the id that `figureIdOf` makes of both. Waiting for triage and for
 * investigation are counted apart; `…Oldest` and `…Time` are in days, `…InTerm` in percent.
 */
export const MonthlyFigure = z.strictObject({
  openCases: Count,
  received: Count,
  closed: Count,
  triageWaiting: Count,
  triageOldest: Days,
  triageHigh: Count,
  triageMiddle: Count,
  triageLow: Count,
  triageTime: Days,
  triageInTerm: Percentage,
  investigationWaiting: Count,
  investigationOldest: Days,
  investigationHigh: Count,
  investigationMiddle: Count,
  investigationLow: Count,
  investigationTime: Days,
  investigationInTerm: Percentage,
})
export const FigureName = MonthlyFigure.keyof()
export type FigureName = z.infer<typeof FigureName>

export const System = Line.max(80).regex(/^\S(.*\S)?$/)

/** Month and registration system with what is reported of them; what is not named is not known. */
export const Figures = z.strictObject({
  month: Month, system: System, values: z.partialRecord(FigureName, z.number()),
})
export type Figures = z.infer<typeof Figures>

/** Where the figures of a month and a system stand: the same on every laptop, so that a month imported twice is one month. */
export const figureIdOf = ({ month, system }: Pick<Figures, 'month' | 'system'>) => `${month}/${system}`

/** The month and the system of an id; null where it is none. */
export function readFigureId(id: string): Pick<Figures, 'month' | 'system'> | null {
  const [, month = '', system = ''] = /^(\d{4}-(?:0[1-9]|1[0-2]))\/(.*)$/.exec(id) ?? []
  return month !== '' && System.safeParse(system).success ? { month, system } : null
}

/** A percentage that is aimed at, and who says so. */
export const TARGETS: Partial<Record<FigureName, { percentage: number; source: string }>> = {
  triageInTerm: { percentage: 90, source: 'Veldnorm 2018/2019: 90% van de meldingen binnen vijf dagen (parool.nl, tubantia.nl).' },
  investigationInTerm: { percentage: 80, source: 'Veldnorm 2018/2019: 80% van de onderzoeken binnen tien weken (parool.nl, tubantia.nl).' },
}

/** A change is a jump when it is more than half of what was there, and more than ten. */
export const JUMP = { share: 0.5, least: 10 }

/** What is told of one figure in one month. `missing` is a month that is not there between two that are; `from` what a jump came from. */
export const FigureMark = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('missing'), system: z.string(), month: z.string() }),
  z.strictObject({ what: z.literal('jump'), system: z.string(), month: z.string(), name: FigureName, from: z.number(), to: z.number() }),
])
export type FigureMark = z.infer<typeof FigureMark>

/** Months that are missing and figures that jump against the month before, per registration system. */
export function marksOf(figures: readonly Figures[]): FigureMark[] {
  return [...Map.groupBy(figures, ({ system }) => system)].sort(([a], [b]) => a.localeCompare(b)).flatMap(([system, own]) => {
    const months = own.toSorted((a, b) => a.month.localeCompare(b.month))
    return months.slice(1).flatMap((one, index) => marksBetween(system, months[index]!, one))
  })
}

function marksBetween(system: string, before: Figures, one: Figures): FigureMark[] {
  const marks: FigureMark[] = []
  for (let month = nextMonth(before.month); month < one.month; month = nextMonth(month)) marks.push({ what: 'missing', system, month })
  if (marks.length > 0) return marks // what lies a gap away says nothing of a jump
  return FigureName.options.flatMap((name): FigureMark[] => {
    const [from, to] = [before.values[name], one.values[name]]
    return from !== undefined && to !== undefined && isJump(from, to) ? [{ what: 'jump', system, month: one.month, name, from, to }] : []
  })
}

const isJump = (from: number, to: number) => Math.abs(to - from) > JUMP.least && Math.abs(to - from) > JUMP.share * from

const ON_SITE: Partial<Record<CaseloadKind, FigureName>> = {
  'open-cases': 'openCases', 'triage-waiting': 'triageWaiting', 'investigation-waiting': 'investigationWaiting',
}

/** A reported figure of the month in which was counted on site, beside that count; `system` is null where the count names none. */
export interface Beside {
  month: string
  system: string
  name: FigureName
  reported: number
  found: number
  day: string
}

/** What was counted on site beside what was reported of that month; a count that names no system is held against the sum of all. */
export function besideOf(figures: readonly Figures[], counts: readonly Counted[]): Beside[] {
  return counts.flatMap(({ counted, system, day, found }): Beside[] => {
    const name = counted === null ? undefined : ON_SITE[counted]
    if (name === undefined || day === null || found === null) return []
    const month = day.slice(0, 7)
    const same = (text: string) => text.trim().toLowerCase()
    const told = figures.filter((one) => one.month === month && (system === null || same(one.system) === same(system)))
      .flatMap(({ values }) => values[name] ?? [])
    if (told.length === 0) return []
    return [{ month, system: system ?? '', name, reported: told.reduce((sum, value) => sum + value, 0), found, day }]
  })
}

/** What a cell of figures may hold, by its schema. */
export const fitsFigure = (name: FigureName, value: number) => MonthlyFigure.shape[name].safeParse(value).success
