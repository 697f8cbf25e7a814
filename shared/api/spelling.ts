import { z } from 'zod'
import { ReportLanguage } from '../domain/report-text.ts'
import { Misspelling, OwnWord } from '../domain/spelling.ts'
import { action, command, query } from './define.ts'

/** The spelling of what a report says, in Dutch where no language is named, from lists on this machine. */
export const spelling = {
  /** Every word on the page of the report that neither the dictionary nor this workspace knows. */
  check: action(z.strictObject({ inspection: z.uuid(), language: ReportLanguage.optional() }), z.array(Misspelling)),
  /** What may have been meant, likeliest first. */
  suggest: action(z.strictObject({ word: OwnWord, language: ReportLanguage.optional() }), z.array(z.string())),
  /** The words that were added in this workspace. */
  words: query(z.strictObject({}), z.array(OwnWord)),
  add: command(z.strictObject({ word: OwnWord }), z.strictObject({})),
  remove: command(z.strictObject({ word: OwnWord }), z.strictObject({})),
}
