import { z } from 'zod'
import { Sha256 } from '../domain/change.ts'
import { Framework } from '../domain/framework.ts'
import { DraftBody } from '../domain/framework-draft.ts'
import { action, anytime, command, query } from './define.ts'
import { Handle } from './handle.ts'

/** Where a version came from: with the program, read in or made by a person, or along with an inspection. */
const Origin = z.enum(['shipped', 'imported', 'made', 'received'])
const Summary = z.strictObject({
  hash: Sha256, id: z.string(), version: z.string(), title: z.string(), listed: z.int(), assessed: z.int(), ownWording: z.int(),
})
/** Whether another version has the same id and the same version, and is not the same. */
const Namesake = { hasNamesake: z.boolean() }
const Draft = z.strictObject({ id: z.uuid(), base: Sha256.nullable(), saved: z.iso.datetime() })
const Revision = z.int().positive()

export const framework = {
  list: query(z.strictObject({}), z.array(Summary.extend({ origin: Origin, used: z.boolean(), ...Namesake }))),
  get: query(z.strictObject({ hash: Sha256 }), Framework),
  /** Reads a framework file and tells what it is, or what is wrong and where. */
  check: anytime.action(z.strictObject({ file: Handle }), Summary),
  import: action(z.strictObject({ file: Handle }), Summary.extend({ known: z.boolean(), ...Namesake })),
  /** At the office: offers a version that came with an inspection for new ones. */
  accept: command(z.strictObject({ hash: Sha256 }), Summary),

  drafts: query(z.strictObject({}), z.array(Draft.extend({
    title: z.string(), version: z.string(), listed: z.int(), assessed: z.int(), faults: z.int(),
  }))),
  draft: query(z.strictObject({ id: z.uuid() }), Draft.extend({ body: DraftBody, revision: Revision })),
  /** Begins a draft, empty or as a version is. */
  draftStart: command(z.strictObject({ from: Sha256.nullable() }), z.strictObject({ id: z.uuid() })),
  /** Saves over the revision that was seen. */
  draftSave: command(z.strictObject({ id: z.uuid(), revision: Revision, body: DraftBody }), z.strictObject({ revision: Revision, saved: z.iso.datetime() })),
  draftRemove: command(z.strictObject({ id: z.uuid() }), z.strictObject({})),
  /** Makes a version of a draft (vastzetten), which from then on never changes. */
  freeze: command(z.strictObject({ id: z.uuid(), revision: Revision }), Summary),
}
