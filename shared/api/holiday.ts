import { z } from 'zod'
import { HolidayTable } from '../domain/holiday.ts'
import { command, query } from './define.ts'

const Shown = z.strictObject({
  table: HolidayTable,
  /** Whether it was put right here; if not, it is the table that comes with the program. */
  own: z.boolean(),
})

/** The days on which terms do not end, as this workspace has them. An inspection reckons with its own: `fileReview.useHolidays`. */
export const holiday = {
  get: query(z.strictObject({}), Shown),
  set: command(z.strictObject({ table: HolidayTable }), Shown),
  /** Takes what was put right here away: the table of the program counts again. */
  reset: command(z.strictObject({}), Shown),
}
