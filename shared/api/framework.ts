import { z } from 'zod'
import { Sha256 } from '../domain/change.ts'
import { Framework } from '../domain/framework.ts'
import { DraftBody } from '../domain/framework-draft.ts'
import { FileNote } from '../domain/framework-file.ts'
import { AdoptionBlocker } from '../domain/framework-official.ts'
import { Line } from '../domain/text.ts'
import { RuleWarning } from '../domain/rule-warning.ts'
import { action, anytime, command, query } from './define.ts'
import { Handle } from './handle.ts'

/** Where a version came from: with the program, read in or made by a person, or along with an inspection. */
const Origin = z.enum(['shipped', 'imported', 'made', 'received'])
const Summary = z.strictObject({
  hash: Sha256, id: z.string(), version: z.string(), title: z.string(), listed: z.int(), assessed: z.int(), ownWording: z.int(),
  /** Why no inspection can begin with it yet. */
  unfinished: z.string().nullable(),
})
/** Whether another version has the same id and the same version, and is not the same. */
const Namesake = { hasNamesake: z.boolean() }
const Draft = z.strictObject({ id: z.uuid(), base: Sha256.nullable(), saved: z.iso.datetime() })
const Revision = z.int().min(1)
/** What kind of file it was, told by its content, and what of it was read otherwise than it stood there or not at all. */
const Read = { kind: z.enum(['json', 'yaml', 'xlsx', 'list', 'oscal', 'ciso']), notes: z.array(FileNote) }
const Blockers = z.array(AdoptionBlocker)

export const framework = {
  list: query(z.strictObject({}), z.array(Summary.extend({ origin: Origin, used: z.boolean(), ...Namesake }))),
  get: query(z.strictObject({ hash: Sha256 }), Framework),
  /** Reads a framework file of any kind and tells what it is; refuses with everything that is wrong, and where. */
  check: anytime.action(z.strictObject({ file: Handle }), Summary.extend({ ...Read, blockers: z.int(), warnings: z.array(RuleWarning) })),
  /** Adds what a file holds. A catalog of another kind becomes a draft, for its decision rule is still to be decided on. */
  import: action(z.strictObject({ file: Handle }), Summary.extend({ ...Read, known: z.boolean(), ...Namesake, draft: z.uuid().nullable() })),
  export: action(z.strictObject({ hash: Sha256, format: z.enum(['json', 'yaml', 'xlsx']), file: Handle }), z.strictObject({ size: z.int() })),
  /** The spreadsheet that a framework is filled in on. */
  template: anytime.action(z.strictObject({ language: z.enum(['nl', 'en']), file: Handle }), z.strictObject({ size: z.int() })),
  /** The framework as it would be with official words, to be compared; nothing is kept. */
  officialPreview: action(z.strictObject({ hash: Sha256, file: Handle, version: Line }), z.strictObject({
    after: Framework, lines: z.int(), notes: z.array(FileNote), blockers: Blockers,
  })),
  /** Keeps the framework with its official words as a new version. */
  official: action(z.strictObject({ hash: Sha256, file: Handle, version: Line }), Summary.extend({ known: z.boolean(), blockers: Blockers })),
  /** The same from file to file, without a workspace; left out, the version stays what it was. */
  officialFile: anytime.action(
    z.strictObject({ framework: Handle, official: Handle, version: Line.nullable(), file: Handle }),
    Summary.extend({ lines: z.int(), notes: z.array(FileNote), blockers: Blockers }),
  ),
  /** At the office: offers a version that came with an inspection for new ones. */
  accept: command(z.strictObject({ hash: Sha256 }), Summary),

  drafts: query(z.strictObject({}), z.array(Draft.extend({
    title: z.string(), version: z.string(), listed: z.int(), assessed: z.int(), faults: z.int(),
  }))),
  draft: query(z.strictObject({ id: z.uuid() }), Draft.extend({ body: DraftBody, revision: Revision })),
  /** Begins a draft, empty or as a version is. */
  draftStart: command(z.strictObject({ from: Sha256.nullable() }), z.strictObject({ id: z.uuid() })),
  /** Saves over the revision that was seen. */
  draftSave: command(z.strictObject({ id: z.uuid(), revision: Revision, body: DraftBody }), z.strictObject({ revision: Revision, savedAt: z.iso.datetime() })),
  draftRemove: command(z.strictObject({ id: z.uuid() }), z.strictObject({})),
  /** Makes a version of a draft (vastzetten), which from then on never changes. */
  freeze: command(z.strictObject({ id: z.uuid(), revision: Revision }), Summary),
}
