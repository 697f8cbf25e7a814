import { countHits } from './prose-count.ts'
import { dayHits, weekdayHits } from './prose-day.ts'
import { nameHits } from './prose-name.ts'
import { expectationHits, judgementHits, outcomeHits } from './prose-rating.ts'
import { sentencesIn } from './prose-sentence.ts'
import { workHits } from './prose-work.ts'
import type { Finder, ProseData, ProseHit, ProseText } from './prose.ts'

const FINDERS: readonly Finder[] = [countHits, expectationHits, judgementHits, outcomeHits, dayHits, weekdayHits, nameHits, workHits]

/** Every place where a text says something else than what was recorded, in the order of the texts. */
export const proseHits = (texts: readonly ProseText[], data: ProseData): ProseHit[] =>
  texts.flatMap((at) => sentencesIn(at.text).flatMap((sentence) => FINDERS.flatMap((find) => find(sentence, at, data)))
    .map((found) => ({ of: at.of, said: at.text.slice(found.start, found.end), ...found })).sort((a, b) => a.start - b.start))
