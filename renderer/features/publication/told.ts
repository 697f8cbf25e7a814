import { t } from 'i18next'
import type { api } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'

export type Publication = Awaited<ReturnType<typeof api.publication.get>>
export type ListedStep = Publication['steps'][number]
export type ListedNotice = Publication['notices'][number]
export type Deadline = Publication['deadlines'][number]
export type TermRule = Deadline['rule']

/** `3 mei 2026, 10:00`; the clock is that of the Netherlands wherever one looks. */
export const localOf = (moment: string) => `${dayOf(moment.slice(0, 10))}, ${moment.slice(11)}`

/** How a term was reckoned: `2 weken vanaf 2 maart 2026 (besluit tot openbaarmaking)`. */
export function reckonedOf({ rule, start, moved }: Deadline): string {
  const told = t('publication.reckoned', {
    length: lengthOf(rule), day: dayOf(start), step: rule.from === 'asked' ? t('publication.asked') : t(`publicationStep.${rule.from}`),
  })
  return moved === 0 ? told : `${told}, ${t('publication.moved', { count: moved })}`
}

export const lengthOf = ({ value, unit, basis }: Pick<TermRule, 'value' | 'unit' | 'basis'>) =>
  t(`publication.length.${basis === 'working' ? 'working' : unit}`, { count: value })
