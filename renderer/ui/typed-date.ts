const TYPED = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})\s*$/

/** Reads a day as it is typed (`3-5-16`, `03.05.2016`): day, month, year; two digits are a year of this century. Null for what is no day. */
export function dayFrom(typed: string): string | null {
  const [, day, month, year] = TYPED.exec(typed) ?? []
  if (day === undefined || month === undefined || year === undefined) return null
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso
}

/** Writes a day as it is typed: `3-5-2016`. */
export function typedOf(day: string | null): string {
  return day === null ? '' : day.split('-').reverse().map((part) => part.replace(/^0/, '')).join('-')
}
