import { z } from 'zod'
import { Misspelling, OwnWord } from '../domain/spelling.ts'
import { action, command, query } from './define.ts'

/** Dutch spelling of what a report says, from lists on this machine. */
export const spelling = {
  /** Every word on the page of the report that neither the dictionary nor this workspace knows. */
  check: action(z.strictObject({ inspection: z.uuid() }), z.array(Misspelling)),
  /** What may have been meant, likeliest first. */
  suggest: action(z.strictObject({ word: OwnWord }), z.array(z.string())),
  /** The words that were added in this workspace. */
  words: query(z.strictObject({}), z.array(OwnWord)),
  add: command(z.strictObject({ word: OwnWord }), z.strictObject({})),
  remove: command(z.strictObject({ word: OwnWord }), z.strictObject({})),
}
