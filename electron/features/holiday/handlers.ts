import type { Handlers } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { findOwnHolidays, getHolidays, saveHolidays } from './repository.ts'

export const holiday: Handlers<'holiday'> = {
  get: ({ db }) => shown(db),

  set: ({ db }, { table }) => {
    saveHolidays(db, table)
    return shown(db)
  },

  reset: ({ db }) => {
    saveHolidays(db, null)
    return shown(db)
  },
}

const shown = (db: Db) => ({ table: getHolidays(db), own: findOwnHolidays(db) !== undefined })
