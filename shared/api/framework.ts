import { z } from 'zod'
import { Sha256 } from '../domain/change.ts'
import { Framework } from '../domain/framework.ts'
import { action, anytime, query } from './define.ts'
import { Handle } from './handle.ts'

/** Where a version came from: with the program, read in by a person, or along with an inspection. */
const Origin = z.enum(['shipped', 'imported', 'received'])
const Summary = z.strictObject({
  hash: Sha256, id: z.string(), version: z.string(), title: z.string(), listed: z.int(), assessed: z.int(), ownWording: z.int(),
})

export const framework = {
  list: query(z.strictObject({}), z.array(Summary.extend({ origin: Origin, used: z.boolean() }))),
  get: query(z.strictObject({ hash: Sha256 }), Framework),
  /** Reads a framework file and tells what it is, or what is wrong and where. */
  check: anytime.action(z.strictObject({ file: Handle }), Summary),
  import: action(z.strictObject({ file: Handle }), Summary.extend({ known: z.boolean() })),
}
