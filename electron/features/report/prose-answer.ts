import type { ChangeId } from '../../../shared/domain/change.ts'
import { type AnsweredHit, type ProseHit, type ProseText } from '../../../shared/domain/prose.ts'
import { sentencesIn } from '../../../shared/domain/prose-sentence.ts'
import { sha256 } from '../../crypto/hash.ts'
import { getPerson } from '../../db/person.ts'
import type { Db } from '../../db/open.ts'
import { listProseAnswers } from './repository.ts'

/** The id under which an answer about a hit stands; `salt` is that of the content in which it was seen, and goes when that is erased. */
export function proseAnswerIdOf(inspection: string, salt: string, { of, kind, data, start }: ProseHit, text: string): string {
  const sentence = sentencesIn(text).find((one) => one.start <= start && start < one.end)
  return sha256(`veldtoets/prose/1\0${inspection}\0${salt}\0${of}\0${kind}\0${data}\0${sentence ? text.slice(sentence.start, sentence.end) : text}`)
}

/** Each hit with who said when that the sentence is right, and in which change that person saw it. */
export function answeredHits(db: Db, inspection: string, hits: readonly ProseHit[], texts: readonly ProseText[]): (AnsweredHit & { change: ChangeId | null })[] {
  const answers = Map.groupBy(listProseAnswers(db, inspection), ({ salt }) => salt)
  const textOf = new Map(texts.map(({ of, text }) => [of, text]))
  return hits.map((hit) => {
    const found = [...answers].flatMap(([salt, own]) => {
      const id = proseAnswerIdOf(inspection, salt, hit, textOf.get(hit.of)!)
      return own.filter((answer) => answer.id === id)
    })
    const [first] = found.sort((a, b) => (a.at < b.at ? -1 : 1))
    return { ...hit, right: first ? { by: getPerson(db, first.author).name, at: first.at } : null, change: first?.seen ?? null }
  })
}
