import { t } from 'i18next'
import type { api } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { dayFrom, typedOf } from '../../ui/typed-date.ts'
import { timeFrom } from '../../ui/typed-time.ts'

type List = Awaited<ReturnType<typeof api.visit.list>>
export type Visited = List['visits'][number]
export type Endangered = List['dangers'][number]

/** A visit in a few words: its day and where. */
export function titleOf({ fields: { day, unit } }: Visited): string {
  return [day.value === null ? t('rating.different') : dayOf(day.value), unit.value].filter(Boolean).join(' · ')
}

/** Today by the clock on the wall. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** Reads a moment as it is typed: `14:05` is today, `3-5-16 14:05` another day. Null for what is none. */
export function momentFrom(typed: string): string | null {
  const [, day, time = ''] = /^(?:(.*\S)\s+)?(\S+)\s*$/.exec(typed) ?? []
  const [on, at] = [day === undefined ? today() : dayFrom(day), timeFrom(time)]
  return on === null || at === null ? null : `${on}T${at}`
}

/** Writes a moment as it is typed: `3-5-2016 14:05`. */
export function momentTyped(moment: string): string {
  const [day = '', time = ''] = moment.split('T')
  return `${typedOf(day)} ${time}`
}
