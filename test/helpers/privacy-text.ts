import names from '../../resources/names-nl.json' with { type: 'json' }
import { lexiconOf, NameList } from '../../shared/domain/privacy-lexicon.ts'
import type { Known } from '../../shared/domain/privacy.ts'
import { framework } from './worked-case.ts'

export const nameList = NameList.parse(names)
export const known: Known = { lexicon: lexiconOf(nameList), allowed: new Set(), today: '2016-05-20' }

/** Numbers from 0 up to but not including 1, always the same for a seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Sentences of the field without any personal data: the expectations of the framework. */
export const sentences = framework.themes.flatMap(({ criteria }) => criteria).flatMap(({ expectations }) => expectations).map(({ statement }) => statement)

const SLIPS = [
  'Moeder (06-12345678) belde op 12 maart 2016 over dossier D-07.', 'BSN 123456782 stond in het verslag.', 'Fatima El Amrani, geb. 12-03-2011.',
  'Mail naar j.jansen@voorbeeld.nl, zaaknummer 2016-12345, kenmerk U180199.', 'Zij woont op Dorpsstraat 12, 9401 AB Assen; NL91 ABNA 0417 1643 00.',
]

/** A text of a length, one slip in ten sentences. */
export function reportOf(length: number): string {
  const parts: string[] = []
  for (let [at, size] = [0, 0]; size < length; at++) {
    const part = at % 10 === 9 ? SLIPS[Math.floor(at / 10) % SLIPS.length]! : sentences[at % sentences.length]!
    parts.push(part)
    size += part.length + 1
  }
  return parts.join(' ')
}
