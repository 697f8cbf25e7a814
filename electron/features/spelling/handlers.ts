import { isKnown, isListed, type Misspelling, wordsIn } from '../../../shared/domain/spelling.ts'
import type { Handlers } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { openSpeller, type Speller } from '../../spelling/speller.ts'
import { getFrameworkOf, getInspection } from '../inspection/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { reportOf } from '../report/repository.ts'
import { textsOnPage } from '../report/texts-on-page.ts'
import { addOwnWord, deleteOwnWord, listOwnWords } from './repository.ts'

export const spelling: Handlers<'spelling'> = {
  check: async ({ db }, { inspection }, { signal }) => {
    const speller = await openSpeller()
    signal.throwIfAborted()
    const known = knownIn(db, inspection)
    return textsOnPage(reportOf(db, inspection), 'nl').flatMap(({ of, text }) => misspelled(text, known, speller).map((word) => ({ of, ...word })))
  },
  suggest: async (_context, { word }) => (await openSpeller()).suggestionsFor(word).slice(0, 6),
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

/** What was added here, and how the organisation and the framework name themselves. */
function knownIn(db: Db, inspection: string): ReadonlySet<string> {
  const organisation = getInspection(db, inspection).organisation.value
  const { title, inspectorates } = getFrameworkOf(db, inspection).framework
  const named = [organisation === null ? '' : getOrganisation(db, organisation).name, title, ...inspectorates]
  return new Set([...listOwnWords(db), ...named.flatMap((text) => wordsIn(text).map(({ word }) => word))])
}

const misspelled = (text: string, known: ReadonlySet<string>, { knows }: Speller): Omit<Misspelling, 'of'>[] =>
  wordsIn(text).filter(({ word }) => !isKnown(word, (part) => isListed(known, part) || knows(part)))
