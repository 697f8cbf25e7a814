import { z } from 'zod'
import { ChangeId } from '../domain/change.ts'
import { WordAnswer, WordCurrent, WordFileId, WordNote, WordProposal, WordReading, WordStand } from '../domain/word.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })
const File = Inspection.extend({ file: WordFileId })
const Listed = z.strictObject({
  file: WordFileId, at: z.iso.datetime(), author: z.uuid(), document: z.string(),
  /** How much in it waits for an answer, and how much there is. */
  open: z.int(), proposals: z.int(), openNotes: z.int(), notes: z.int(),
})
/** How a person knows the place of a text: by the headings above it. */
const At = { place: z.string() }

export const word = {
  /** Reads a Word version of the report that was edited: nothing of it is taken over yet. Reading the same file again changes nothing. */
  read: action(Inspection.extend({ handle: Handle }), Listed.extend({ isNew: z.boolean() })),
  /** The files that were read, newest first. */
  list: query(Inspection, z.array(Listed)),
  /** What one of them proposes, beside what the report says now. */
  get: query(File, WordReading.omit({ proposals: true, notes: true }).extend({
    proposals: z.array(WordProposal.extend({ ...At, number: z.int(), current: WordCurrent.nullable(), stand: WordStand, answer: WordAnswer.nullable() })),
    notes: z.array(WordNote.extend({ ...At, number: z.int(), done: z.boolean() })),
  })),
  /** Takes a proposal over, as it is or as it was edited. `seen` are the heads that stood beside it; others since are a refusal. */
  accept: command(File.extend({ number: z.int(), text: z.string().max(20_000), reason: z.string().max(400).nullable(), seen: z.array(ChangeId) }), Saved),
  /** Leaves the text as it is. */
  reject: command(File.extend({ number: z.int(), reason: z.string().max(400).nullable() }), Saved),
  /** Looks at a proposal again: what was taken over stays in the change log. */
  reopen: command(File.extend({ number: z.int() }), Saved),
  /** Marks a note as dealt with, or as open again. */
  note: command(File.extend({ number: z.int(), done: z.boolean() }), Saved),
  /** Takes all that was read of a file out of this workspace; what was taken over stays. */
  forget: action(File, z.strictObject({})),
}
