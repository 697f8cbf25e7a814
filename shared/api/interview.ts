import { z } from 'zod'
import { ActivityState } from '../domain/activity.ts'
import { ChangeId } from '../domain/change.ts'
import { Field } from '../domain/field.ts'
import { Note, OwnQuestion } from '../domain/interview.ts'
import { Fields } from './activity.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Talk = z.strictObject({ inspection: z.uuid(), talk: z.uuid() })
const Made = Saved.extend({ id: z.string() })
const { text, expectations, followUp } = Note.shape
const Typed = z.strictObject({ text, question: Note.shape.question.nullable() })

/** A question of the guide; `notes` is how many were made under it. */
const Guided = z.strictObject({
  id: z.string(), text: z.string(), expectations: z.array(z.string()), own: z.boolean(), asked: Field(z.literal(true)), notes: z.int(),
})

/** `tags` are the expectations that it speaks to; `draft` is how its text is being altered. */
const Written = z.strictObject({
  id: z.string(), at: z.iso.datetime(), author: z.string(), question: z.string().nullable(), tags: z.array(z.string()), draft: z.string().nullable(),
  text: Field(text), expectations: Field(expectations), followUp: Field(followUp),
})

export const interview = {
  /** One talk: its guide, its notes in order of time, and what is being typed. Nothing about ratings or other talks. */
  get: query(Talk, z.strictObject({
    framework: z.string(),
    activity: Fields,
    questions: z.array(Guided),
    notes: z.array(Written),
    typed: Typed.nullable(),
    /** The expectations that this talk can speak to and that no source speaks to yet. */
    open: z.array(z.string()),
  })),
  /** Keeps what is being typed as the next note; `note` makes it one. */
  type: command(Talk.extend(Typed.shape), Saved),
  /** Makes a note of this moment, about what its text names or else what its question is about; `unknown` are numbers that name nothing. */
  note: command(Talk.extend(Typed.shape).extend({ text: text.regex(/\S/), followUp: z.boolean() }), Made.extend({ unknown: z.array(z.string()) })),
  /** Adds a question of the team's own to the guide. */
  ask: command(Talk.extend(OwnQuestion.shape), Made),
  /** Starts, pauses, resumes or ends a talk, and keeps when. `seen` are the heads of its state. */
  turn: command(Talk.extend({ state: ActivityState, seen: z.array(ChangeId).max(1_000) }), Saved),
  /** Writes one A4 to take along on paper: the guide with room to write. `size` is in bytes. */
  print: action(Talk.extend({ file: Handle }), z.strictObject({ size: z.int() })),
}
