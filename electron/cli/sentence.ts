import { createInstance } from 'i18next'
import type { Failure } from '../../shared/errors.ts'
import en from '../../shared/i18n/en.errors.json' with { type: 'json' }
import nl from '../../shared/i18n/nl.errors.json' with { type: 'json' }
import type { Language } from '../plan.ts'

/** What is said, in each language. */
export type Sentence = Readonly<Record<Language, string>>

const texts = createInstance()
void texts.init({ lng: 'nl', initAsync: false, interpolation: { escapeValue: false }, resources: { nl: { translation: nl }, en: { translation: en } } })

/** A failure in the words that the page has for it. */
export function sentenceFor({ code, details }: Failure): Sentence {
  const say = (lng: Language) => String(texts.t(`error.${code}`, { ...details, lng }))
  return { nl: say('nl'), en: say('en') }
}

/** Any text that page and command line share. */
export const textOf = (key: string, facts: Readonly<Record<string, unknown>>, lng: Language) => String(texts.t(key, { ...facts, lng }))

/** The command was not understood: nothing was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly sentence: Sentence

  constructor(sentence: Sentence) {
    super(sentence.en)
    this.sentence = sentence
  }
}

/** The code and sentence of one thing that was refused among many. */
export const refusedAs = (failure: Failure | null, language: Language) => (failure ? `${failure.code}: ${sentenceFor(failure)[language]}` : '')

