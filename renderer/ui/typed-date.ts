const APART = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/
const TOGETHER = /^(\d{2})(\d{2})(\d{2}|\d{4})$/
const IN_WORDS = /^(\d{1,2})[-. ]*(\p{L}{3,9})\.?[-. ]*(\d{2}|\d{4})$/u
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** The months by their first three letters, in Dutch and, where those differ, in English. */
const MONTHS: Readonly<Record<string, string>> = {
  jan: '01', feb: '02', maa: '03', mrt: '03', mar: '03', apr: '04', mei: '05', may: '05', jun: '06', jul: '07', aug: '08', sep: '09', okt: '10', oct: '10', nov: '11', dec: '12',
}

/**
 * Reads a day as it is typed (`3-5-16`, `030516`, `3 mei 2016`) or copied (`2016-05-03`): day, month, year; two digits are a year of this
 * century. Null for what is no day.
 */
export function dayFrom(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  const [, year, month, day] = ISO.exec(text) ?? turned(APART.exec(text) ?? TOGETHER.exec(text) ?? IN_WORDS.exec(text))
  if (day === undefined || month === undefined || year === undefined) return null
  const iso = `${year.length === 2 ? `20${year}` : year}-${(MONTHS[month.slice(0, 3)] ?? month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso
}

const turned = (found: RegExpExecArray | null) => found?.toReversed().toSpliced(0, 0, '') ?? []

/** Writes a day as it is typed: `3-5-2016`. */
export function typedOf(day: string | null): string {
  return day === null ? '' : day.split('-').reverse().map((part) => part.replace(/^0/, '')).join('-')
}
