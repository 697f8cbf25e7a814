import { z } from 'zod'
import { Organisation } from '../domain/organisation.ts'
import { command, query } from './define.ts'
import { Saved } from './handle.ts'

export const organisation = {
  list: query(z.strictObject({}), z.array(Organisation)),
  /** Adds an organisation, or replaces what is known of one. */
  save: command(Organisation, Saved),
}
