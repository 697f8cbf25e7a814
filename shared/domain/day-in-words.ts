import type { ReportLanguage } from './report-text.ts'

const MONTHS: Readonly<Record<ReportLanguage, readonly string[]>> = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

/** A day as it is written in a letter, from `2016-05-20`. */
export function dayInWords(date: string, language: ReportLanguage): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[language][month! - 1]} ${year}`
}

/** Words as they are summed up in a sentence. */
export const summedUp = (words: readonly string[], language: ReportLanguage): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${language === 'nl' ? 'en' : 'and'} ${words.at(-1)}`
