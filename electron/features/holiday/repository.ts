import holidayFile from '../../../resources/holidays-nl.json' with { type: 'json' }
import { HolidayTable } from '../../../shared/domain/holiday.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** The days on which terms do not end, as they come with the program. */
export const HOLIDAYS = HolidayTable.parse(holidayFile)

/** As they were put right in this workspace; undefined where nobody did. */
export function findOwnHolidays(db: Db): HolidayTable | undefined {
  const row = sql<[], { body: string }>(db, 'SELECT body FROM holiday_table').get()
  return row && HolidayTable.parse(JSON.parse(row.body))
}

/** The table of this workspace. */
export const getHolidays = (db: Db): HolidayTable => findOwnHolidays(db) ?? HOLIDAYS

/** Keeps the table; null takes it away. */
export function saveHolidays(db: Db, table: HolidayTable | null): void {
  sql<[]>(db, 'DELETE FROM holiday_table').run()
  if (table) sql<[string]>(db, 'INSERT INTO holiday_table VALUES (?)').run(JSON.stringify(table))
}
