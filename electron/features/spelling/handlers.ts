import type { ProseText } from '../../../shared/domain/prose.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { wordsIn } from '../../../shared/domain/spelling.ts'
import type { Handlers } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { suggestionsFor, unknownAmong } from '../../spelling/speller.ts'
import { getFrameworkOf, getInspection } from '../inspection/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { currentPage } from '../report/current.ts'
import { textsOnPage } from '../report/texts-on-page.ts'
import { addOwnWord, deleteOwnWord, listOwnWords } from './repository.ts'

export const spelling: Handlers<'spelling'> = {
  check: async ({ db }, { inspection, language = 'nl' }, { signal }) => {
    const texts = textsOnPage(currentPage(db, inspection, language).page)
    const words = [...new Set(texts.flatMap(({ text }) => wordsIn(text).map(({ word }) => word)))]
    const own = knownIn(db, inspection)
    const unknown = new Map<ReportLanguage, ReadonlySet<string>>()
    for (const one of LANGUAGES_ON[language]) {
      unknown.set(one, new Set(await unknownAmong(one, words, own)))
      signal.throwIfAborted()
    }
    return texts.flatMap((at) => misspelled(at, LANGUAGES_ON[language].map((one) => unknown.get(one)!)).map((word) => ({ of: at.of, ...word })))
  },
  suggest: async (_context, { word, language = 'nl' }) => (await suggestionsFor(language, word)).slice(0, 6),
  words: ({ db }) => listOwnWords(db),
  add: ({ db }, { word }) => {
    addOwnWord(db, word)
    return {}
  },
  remove: ({ db }, { word }) => {
    deleteOwnWord(db, word)
    return {}
  },
}

/** What inspectors recorded stands in an English report as they wrote it, which may be in Dutch. */
const LANGUAGES_ON: Readonly<Record<ReportLanguage, readonly ReportLanguage[]>> = { nl: ['nl'], en: ['en', 'nl'] }

/** What was added here, and how the organisation and the framework name themselves. */
function knownIn(db: Db, inspection: string): string[] {
  const organisation = getInspection(db, inspection).organisation.value
  const { title, inspectorates } = getFrameworkOf(db, inspection).framework
  const named = [organisation === null ? '' : getOrganisation(db, organisation).name, title, ...inspectorates]
  return [...listOwnWords(db), ...named.flatMap((text) => wordsIn(text).map(({ word }) => word))]
}

/** A text of the report itself is in the language of the page, the first; another in the one that knows most of its words. */
function misspelled({ of, text }: ProseText, unknown: readonly ReadonlySet<string>[]) {
  const found = unknown.map((words) => wordsIn(text).filter(({ word }) => words.has(word)))
  return of.startsWith('reportText:') ? found[0]! : found.reduce((least, other) => (other.length < least.length ? other : least))
}
