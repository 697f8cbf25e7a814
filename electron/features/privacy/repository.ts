import type { ChangeId, Entry } from '../../../shared/domain/change.ts'
import type { Told } from '../../../shared/domain/privacy-answer.ts'
import { fileNumbersIn } from '../../../shared/domain/privacy-file-number.ts'
import { textKeyOf } from '../../../shared/domain/privacy-fold.ts'
import type { Hit } from '../../../shared/domain/privacy-hit.ts'
import { Population, unitsOf } from '../../../shared/domain/sample.ts'
import type { Context } from '../../context.ts'
import { sha256 } from '../../crypto/hash.ts'
import { getEntry, listAnswers, listEntries, listHeadIds } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import { listTeam } from '../inspection/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { explainedIn, searchEntry, searchText } from './search.ts'

type Clocked = Pick<Context, 'db' | 'now'>
/** A hit in one text of a change that can still be read. */
export type Found = Hit & Told & { entry: Entry; current: boolean }

/** What in a text looks like personal data and has no answer in this inspection. */
export function checkText(context: Clocked, inspection: string, text: string): Hit[] {
  const hits = searchText(context, text)
  return hits.length === 0 ? [] : hits.filter(unansweredIn(context, inspection, () => text))
}

/** All hits without an answer. What was replaced is read too: it lies in the log, and a bundle takes it along until it is erased. */
export function listUnanswered(context: Clocked, inspection: string): Found[] {
  const current = new Set(listHeadIds(context.db, inspection).map(({ id }) => id))
  const found = listEntries(context.db, inspection)
    .flatMap((entry) => searchEntry(context, entry).map((hit): Found => ({ ...hit, entry, current: current.has(entry.id) })))
  return found.filter(unansweredIn(context, inspection, ({ text }: Found) => text))
}

/**
 * The id under which an answer about a value stands. A BSN has too few digits to hide behind a plain digest: the salt of the content in which
 * it was seen makes it unguessable, and goes when that content is erased. Then the answer lapses.
 */
export const answerIdOf = (inspection: string, salt: string, key: string) => sha256(`veldtoets/privacy/1\0${inspection}\0${salt}\0${key}`)

/** Tells whether a hit still asks for an answer; `textOf` gives the text in which it stands. */
function unansweredIn<H extends Hit>(context: Clocked, inspection: string, textOf: (hit: H) => string): (hit: H) => boolean {
  const allowed = new Set([...namesIn(context.db, inspection), ...answersIn(context, inspection).map(({ key }) => key)])
  let files: ReadonlySet<string> | null = null
  const isFile = (key: string) => (files ??= fileNumbersOf(context.db, inspection)).has(key)
  return (hit) => {
    const key = textKeyOf(textOf(hit).slice(hit.start, hit.end))
    return !allowed.has(key) && !(hit.certainty === 'possible' && isFile(key))
  }
}

/** An answer that holds, with the key of the value that it is about. */
export type Held = { id: string; decision: string; change: string; key: string }

/** The answers that hold: what each is about only the content of the change that it names can tell, and that may be erased. */
export function answersIn(context: Clocked, inspection: string): Held[] {
  const known = explainedIn(context, inspection)
  const standing = listStanding(context.db, inspection)
  for (const change of known.keys()) if (!standing.has(change)) known.delete(change)
  return [...standing].flatMap(([change, answers]) => {
    const keys = known.get(change) ?? keysIn(context, inspection, change)
    known.set(change, keys)
    return answers.flatMap(({ id, decision }) => (keys.has(id) ? [{ id, decision, change, key: keys.get(id)! }] : []))
  })
}

/** Of every value that a change holds the key, under the id of an answer about it. */
function keysIn(context: Clocked, inspection: string, change: ChangeId): ReadonlyMap<string, string> {
  const entry = getEntry(context.db, change)
  return new Map(searchEntry(context, entry).map(({ text, start, end }) => {
    const key = textKeyOf(text.slice(start, end))
    return [answerIdOf(inspection, entry.content!.salt, key), key]
  }))
}

/** The answers by the change that they name, as far as that change still says something. */
function listStanding(db: Db, inspection: string): Map<ChangeId, { id: string; decision: string }[]> {
  const rows = sql<[string], { id: string; decision: string; change: ChangeId }>(db, `
    SELECT entity_id AS id, field AS decision, content.change FROM head JOIN content ON content.change = head.value ->> '$'
    WHERE inspection = ? AND entity = 'privacy'`).all(inspection)
  return Map.groupBy(rows, ({ change }) => change)
}

/** The organisation and who inspects it are named on purpose. */
function namesIn(db: Db, inspection: string): string[] {
  const organisation = listAnswers(db, inspection, 'inspection').find(({ field }) => field === 'organisation')?.value
  const team = listTeam(db, inspection).flatMap(({ member }) => (member.value ? [member.value.name] : []))
  return [...(typeof organisation === 'string' ? [getOrganisation(db, organisation).name] : []), ...team].map(textKeyOf)
}

/** The numbers of files that are read here or that were on the list from which they were drawn. */
function fileNumbersOf(db: Db, inspection: string): ReadonlySet<string> {
  const read = listAnswers(db, inspection, 'caseFile').flatMap(({ field, value }) => (field === 'pseudonym' ? [String(value)] : []))
  const lists = listAnswers(db, inspection, 'sample')
    .flatMap(({ field, value }) => (field === 'population' ? (Population.safeParse(value).data ?? []) : []))
  return new Set([read, ...lists.map(unitsOf)].flatMap(fileNumbersIn).map(textKeyOf))
}

/** What still says nothing once the rest of a thing was erased: by what it is cited, and where and when it was made. */
const NAMES = `'label', 'pseudonym', 'origin', 'reviewer', 'at', 'unit', 'question'`

/** Whether anything that was ever said of it, or for a file in it, can still be read. */
export function saysAnything(db: Db, inspection: string, entity: string, entityId: string): boolean {
  return sql<{ inspection: string; entity: string; entityId: string }>(db, `
    SELECT 1 FROM change JOIN content ON content.change = change.id WHERE inspection = :inspection AND value <> 'null' AND (
      (body ->> 'entity' = :entity AND body ->> 'entityId' = :entityId AND body ->> 'field' NOT IN (${NAMES}))
      OR (:entity = 'caseFile' AND body ->> 'entity' = 'answer' AND substr(body ->> 'entityId', 1, length(:entityId) + 1) = :entityId || '/')
    ) LIMIT 1`).get({ inspection, entity, entityId }) !== undefined
}
