import { z } from 'zod'
import { ChangeId } from './change.ts'

/**
 * That a sentence is right although the data seem to say something else. It names the change in which the sentence was seen; the entity's id is a digest of the sentence and of
 * what the data said, so that another sentence, or other data, ask anew.
 */
export const ProseAnswer = z.strictObject({ right: ChangeId })
export type ProseAnswer = z.infer<typeof ProseAnswer>
