import { PlainDate, weekdayOf } from './calendar.ts'
import { isStated, type Stretch } from './prose-sentence.ts'
import { type Finder, type ProseData, yearOf } from './prose.ts'

const MONTHS = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const
const WEEKDAYS = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const monthOf = (word: string) => Math.max(...Object.values(MONTHS).map((names) => names.findIndex((name) => name.toLowerCase() === word))) + 1
const weekdayIn = (word: string) => Math.max(...Object.values(WEEKDAYS).map((names) => names.findIndex((name) => name.toLowerCase() === word))) + 1
const either = (names: typeof MONTHS | typeof WEEKDAYS) => [...names.nl, ...names.en].join('|').toLowerCase()
const DAY = new RegExp(`(?<!\\p{L})(?:(?<weekday>${either(WEEKDAYS)}),?\\s+)?(?<day>\\d{1,2})\\s+(?<month>${either(MONTHS)})(?:\\s+(?<year>\\d{4}))?(?!\\p{L}|\\d)`, 'gu')

interface Named { start: number; end: number; said: string; weekday: string | null; date: string | null; day: string }

/** The days that a stretch names; of one without a year `date` is that in the year of the visit. */
function daysIn({ text, start }: Stretch, year: string | null): Named[] {
  return [...text.matchAll(DAY)].map((match) => {
    const { weekday = null, day, month, year: own = year } = match.groups!
    const said = `${own ?? '0000'}-${String(monthOf(month!)).padStart(2, '0')}-${day!.padStart(2, '0')}`
    const date = own !== null && PlainDate.safeParse(said).success ? said : null
    return { start: start + match.index, end: start + match.index + match[0].length, said: match[0], weekday, date, day: said.slice(5) }
  })
}

/** A day as it is written in a letter. */
function written(date: string, { language }: ProseData): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[language][month! - 1]} ${year}`
}

/** Vrijdag 19 mei 2016, which was a Thursday. */
export const weekdayHits: Finder = (sentence, _at, data) => daysIn(sentence, null).flatMap(({ weekday, date, start, end }) => {
  if (weekday === null || date === null || weekdayOf(date) === weekdayIn(weekday)) return []
  return [{ kind: 'weekday' as const, start, end, data: `${WEEKDAYS[data.language][weekdayOf(date) - 1]!} ${written(date, data)}`, about: null }]
})

const VISITED = /(?<!\p{L})(?:(?:inspectie)?bezo(?:ek|cht|chten)|hertoets|visit(?:ed)?)(?!\p{L})[^,;]{0,60}?(?<!\p{L})(?:op|van|on|of)\s+$/u
const ELSE = /(?<!\p{L})(?:brief|mail|e-mail|besluit|volgende?|gepland|nieuwe?|opnieuw|uiterlijk|voor|vóór|tot|eind|plan|letter|decision|next|planned|again|before|by|until)(?!\p{L})/u

/** De inspectie bezocht Veilig Thuis op 20 mei 2016. */
export const dayHits: Finder = (sentence, at, data) => {
  const known = [...data.now.days, ...(data.then?.days ?? [])]
  if (!isStated(sentence) || ELSE.test(sentence.text) || data.now.days.length === 0 || at.of.endsWith(':before')) return []
  return daysIn(sentence, yearOf(data)).flatMap(({ start, end, said, date, day }) => {
    const isVisit = VISITED.test(sentence.text.slice(0, start - sentence.start))
    if (!isVisit || date === null || known.includes(date) || (!/\d{4}$/.test(said) && known.some((one) => one.endsWith(day)))) return []
    const actual = [...new Set(data.now.days)].sort().map((one) => written(one, data)).join(', ')
    return [{ kind: 'day' as const, start, end, data: actual, about: { entity: 'inspection', entityId: data.inspection } }]
  })
}
