import { t } from 'i18next'
import type { api } from '../../api.ts'
import { addDays, monthsBetween } from '../../../shared/domain/calendar.ts'
import type { SetTerm } from '../../../shared/domain/supervision.ts'
import { dayOf } from '../../i18n/i18n.ts'

/** All that is told of one organisation. */
export type File = Awaited<ReturnType<typeof api.supervision.get>>
export type RecordedEvent = File['events'][number]
export type Item = File['timeline'][number]
type Due = Awaited<ReturnType<typeof api.supervision.alerts>>[number]['alerts'][number]

/** From how many days on it is told in months and years. */
const LONG = 90

/** How long there is left, or how late it is. */
export function leftOf({ days, due }: Pick<Due, 'days' | 'due'>): string {
  if (days === null || due === null) return t('supervision.unknownDue')
  if (days === 0) return t('supervision.today')
  if (days < -LONG) return t('supervision.longLate', { span: spanOf(monthsBetween(due, addDays(due, -days))) })
  return days < 0 ? t('supervision.late', { count: -days }) : t('supervision.left', { count: days })
}

/** Whole months in words: `9 jaar en 11 maanden`. */
function spanOf(months: number): string {
  const years = Math.floor(months / 12)
  return [years > 0 && t('supervision.years', { count: years }), months % 12 > 0 && t('supervision.months', { count: months % 12 })].filter(Boolean).join(t('supervision.and'))
}

/** One alert in a line: `Toezegging: informatie`. */
export function alertOf({ kind, what, months }: Due): string {
  const told = kind === 'figures' ? months.join(', ') : kind === 'measure' ? (what && t(`supervision.choice.${what as 'order'}`)) : what
  return [t(`supervision.alert.${kind}`), told].filter(Boolean).join(': ')
}

/** What happened, in a line. */
export function itemOf({ code, facts, text }: Item): string {
  if (code === 'round') {
    const about = { kind: t(`kind.${facts.round as 'first'}`), met: facts.met, assessed: facts.assessed }
    return t(text === null ? 'supervision.roundOpen' : 'supervision.roundTold', about)
  }
  if (code === 'figures') return t('supervision.figuresTold', { year: facts.year, count: Number(facts.count) })
  if (code === 'lifted' && facts.days !== undefined) return t('supervision.liftedTold', { days: facts.days })
  return t(`supervision.code.${code}`)
}

export const unitOf = ({ unit, basis }: Pick<SetTerm, 'unit' | 'basis'>) => (basis === 'working' ? 'working' : unit)

/** A term in words, with its source and whether the Algemene termijnenwet applies. */
export const termOf = (term: SetTerm) => t('supervision.termTold', {
  value: term.value, unit: t(`supervision.units.${unitOf(term)}`), act: t(term.act ? 'supervision.withAct' : 'supervision.withoutAct'), source: term.source,
})

export const periodOf = ({ from, until }: { from: string; until: string }) => `${dayOf(from)} – ${dayOf(until)}`
