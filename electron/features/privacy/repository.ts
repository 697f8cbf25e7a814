import names from '../../../resources/names-nl.json' with { type: 'json' }
import type { Entry } from '../../../shared/domain/change.ts'
import { textsOf, type Told } from '../../../shared/domain/privacy-answer.ts'
import { textKeyOf } from '../../../shared/domain/privacy-fold.ts'
import type { Hit } from '../../../shared/domain/privacy-hit.ts'
import { type Lexicon, lexiconOf, NameList } from '../../../shared/domain/privacy-lexicon.ts'
import { findPersonalData } from '../../../shared/domain/privacy.ts'
import type { Context } from '../../context.ts'
import { sha256 } from '../../crypto/hash.ts'
import { findEntry, listAnswers, listEntries, listHeadIds } from '../../db/change-log.ts'
import { getSummary, listTeam } from '../inspection/repository.ts'

/** A hit in one text of a change that can still be read. */
export type Found = Hit & Told & { entry: Entry; current: boolean }

let lexicon: Lexicon | null = null

/** Looks through one text for what is not known to this inspection anyway. */
export function searchOf({ db, now }: Pick<Context, 'db' | 'now'>, inspection: string): (text: string) => Hit[] {
  const team = listTeam(db, inspection).flatMap(({ member }) => (member.value ? [member.value.name] : []))
  const allowed = new Set([getSummary(db, inspection).organisation.name, ...team].map(textKeyOf))
  const known = { lexicon: lexicon ??= lexiconOf(NameList.parse(names)), allowed, today: now().slice(0, 10) }
  return (text) => findPersonalData(text, known)
}

/** All hits without an answer. What was replaced is read too: it lies in the log, and a bundle takes it along until it is erased. */
export function listUnanswered(context: Pick<Context, 'db' | 'now'>, inspection: string): Found[] {
  const search = searchOf(context, inspection)
  const isAnswered = answeredIn(context, inspection)
  const current = new Set(listHeadIds(context.db, inspection).map(({ id }) => id))
  return listEntries(context.db, inspection).flatMap((entry) => textsOfEntry(entry).flatMap(({ at, text }) =>
    search(text)
      .filter(({ start, end }) => !isAnswered(text.slice(start, end)))
      .map((hit) => ({ ...hit, at, text, entry, current: current.has(entry.id) }))))
}

/**
 * The id under which an answer about a value stands. A BSN has too few digits to hide behind a plain digest: the salt of the content in which
 * it was seen makes it unguessable, and goes when that content is erased. Then the answer lapses.
 */
export const answerIdOf = (inspection: string, salt: string, value: string) => sha256(`veldtoets/privacy/1\0${inspection}\0${salt}\0${textKeyOf(value)}`)

/** Who inspects is named on purpose. */
const textsOfEntry = ({ entity, content }: Entry): Told[] => (content === null || entity === 'member' ? [] : textsOf(content))

function answeredIn({ db }: Pick<Context, 'db'>, inspection: string): (value: string) => boolean {
  const answers = listAnswers(db, inspection, 'privacy').filter(({ value }) => typeof value === 'string')
  const ids = new Set(answers.map(({ entityId }) => entityId))
  const salts = new Set(answers.flatMap(({ value }) => findEntry(db, String(value))?.content?.salt ?? []))
  return (value) => [...salts].some((salt) => ids.has(answerIdOf(inspection, salt, value)))
}
