import { z } from 'zod'
import { ChangeId, Sha256 } from './change.ts'

/** A text that came back from Word otherwise than it left. `of` is its field as `entity:id:field`; `base` is what it said when it left, where that is known here. */
export const WordProposal = z.strictObject({
  of: z.string(),
  base: z.string().nullable(),
  /** With all tracked changes undone: it differs from `base` where someone edited without tracking. */
  before: z.string(),
  /** With all tracked changes accepted. */
  proposed: z.string(),
})
export type WordProposal = z.infer<typeof WordProposal>

/** A comment of the word processor. It stays in the workspace and leaves in nothing, for it says who thought what. */
export const WordNote = z.strictObject({ author: z.string(), day: z.string().nullable(), text: z.string(), quote: z.string(), of: z.string().nullable() })
export type WordNote = z.infer<typeof WordNote>

/** What was found in a Word file that came back. */
export const WordReading = z.strictObject({
  /** State hash and version that it was made of; null where the file says nothing of it. */
  source: z.strictObject({ state: z.string(), version: z.string() }).nullable(),
  proposals: z.array(WordProposal),
  notes: z.array(WordNote),
  /** Text outside of the blocks that was not there when the file was made, and what became of it by tracked changes. */
  outside: z.array(z.strictObject({ before: z.string(), after: z.string() })),
  /** Paragraphs outside of the blocks that are gone or were altered; null where that cannot be told. */
  gone: z.int().nullable(),
  /** Blocks that were made and are not in the file any more; null where that cannot be told. */
  missing: z.array(z.string()).nullable(),
  /** Blocks that stand in the file more often than they were made, or say different things in their places. */
  doubled: z.array(z.string()),
  unchanged: z.int(),
})
export type WordReading = z.infer<typeof WordReading>

export const WordOutcome = z.enum(['accepted', 'edited', 'rejected'])
export type WordOutcome = z.infer<typeof WordOutcome>

/** What was decided on a proposal. */
export const WordAnswer = z.strictObject({ outcome: WordOutcome, reason: z.string().nullable(), at: z.iso.datetime(), author: z.uuid() })
export type WordAnswer = z.infer<typeof WordAnswer>

/** How a proposal stands to the text as it is now. */
export const WordStand = z.enum(['open', 'moved', 'same', 'different', 'gone'])
export type WordStand = z.infer<typeof WordStand>

/** Where a proposal belongs now: what the text is, of which heads; nothing where it is not in the report any more. */
export const WordCurrent = z.strictObject({ text: z.string(), seen: z.array(ChangeId), different: z.boolean() })
export type WordCurrent = z.infer<typeof WordCurrent>

/**
 * Whether a proposal can be taken over as it is: `moved` tells that the text is not what it was when the file was made, `same` that it says so already,
 * `different` that colleagues gave different answers, which are settled first, `gone` that there is no such text in the report any more.
 */
export function standOf({ base, proposed }: WordProposal, current: WordCurrent | null): WordStand {
  if (current === null) return 'gone'
  if (current.different) return 'different'
  if (current.text === proposed) return 'same'
  return base === null || current.text === base ? 'open' : 'moved'
}

export const WordFileId = Sha256
