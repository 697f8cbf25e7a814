import { countedIn, NUMBER } from './prose-number.ts'
import { isStated } from './prose-sentence.ts'
import { type Finder, type ProseData, roundsOf } from './prose.ts'

const counted = (what: string, done: string) => ({
  before: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}.,/-]|(?:van|uit|of) (?:de|the) )(?<count>${NUMBER})(?=(?<tail>\\s+${what}(?!\\p{L})(?:\\s+(?!(?:met|van|uit|over|with|from|of|on)\\s)\\p{L}+){0,3}?\\s+${done}(?!\\p{L})))`, 'gu'),
  after: new RegExp(`(?<!\\p{L})(?<bound>${done}\\s+(?:(?:in totaal|zelf|samen|in total)\\s+)?)(?<count>${NUMBER})\\s+${what}(?!\\p{L})(?=\\s*(?:[.;]|$))`, 'gu'),
})

/** What was done, as sentences tell of it, and how often it was. */
const DONE: readonly { said: ReturnType<typeof counted>; entity: string; figures: (data: ProseData) => number[] }[] = [
  { said: counted('(?:interviews?|gesprekken|gesprek)', '(?:gevoerd|gehouden|afgenomen|hield|voerde|voerden|held|conducted)'), entity: 'activity', figures: ({ talks }) => [talks] },
  { said: counted('(?:dossiers?|zaken|case files?|files)', '(?:gelezen|ingezien|onderzocht|bekeken|bestudeerd|beoordeeld|las|lazen|bekeek|onderzocht|read|reviewed|examined)'), entity: 'caseFile', figures: ({ files }) => [files.read, files.sample] },
  { said: counted('(?:documenten|documents)', '(?:gelezen|ingezien|bestudeerd|bekeken|las|lazen|bestudeerde|read|studied|reviewed)'), entity: 'document', figures: ({ documents }) => [documents] },
]

/** De inspectie voerde drie gesprekken; er zijn twaalf dossiers gelezen. Of what was not counted here nothing is said. */
export const workHits: Finder = (sentence, at, data) => {
  const [round] = roundsOf(sentence, at, data)
  if (!isStated(sentence) || round !== data.now) return []
  return DONE.flatMap(({ said: { before, after }, entity, figures }) => {
    const known = figures(data)
    if (known.every((figure) => figure === 0)) return []
    return [...countedIn(sentence, before), ...countedIn(sentence, after)].filter(({ count }) => !known.includes(count))
      .map(({ start, end }) => ({ kind: 'work' as const, start, end, data: String(known[0]), about: { entity, entityId: data.inspection } }))
  })
}
