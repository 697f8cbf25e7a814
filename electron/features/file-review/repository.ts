import { againstRollUp } from '../../../shared/domain/against-roll-up.ts'
import { calendarOf, type PlainDate } from '../../../shared/domain/calendar.ts'
import { type Basis, type Origin, placeInFile } from '../../../shared/domain/case-file.ts'
import { type State, statesOf } from '../../../shared/domain/entity.ts'
import { readingOf } from '../../../shared/domain/field.ts'
import type { Answer, CaseFile } from '../../../shared/domain/file-review.ts'
import { type Framework, gradeOf } from '../../../shared/domain/framework.ts'
import { partOf, type RollUp, rollUpOf } from '../../../shared/domain/roll-up.ts'
import { listAnswers, listHeads, listHeadsOfEntity } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import { HOLIDAYS } from '../holiday/repository.ts'
import { getFrameworkOf, getInspection } from '../inspection/repository.ts'

/** A file that is read, as it was last recorded. Without an origin, which can be erased, it counts for nothing but itself. */
export interface FileShown {
  id: string
  pseudonym: string
  origin: Origin | null
  dropped: string | null
  reviewer: string | null
}

/** All files: those that were drawn in the order of their pseudonyms, then those that were added. */
export function listFiles(db: Db, inspection: string): FileShown[] {
  const heads = listHeads(db, inspection, 'caseFile')
  const stateOf = statesOf('caseFile', heads)
  return [...new Set(heads.map(({ entityId }) => entityId))]
    .map((id) => shownOf(id, stateOf(id)))
    .sort((one, other) => Number(isApart(one)) - Number(isApart(other)) || byNumber.compare(one.pseudonym, other.pseudonym))
}

/** One file. */
export function findFile(db: Db, inspection: string, id: string): FileShown | undefined {
  const heads = listHeadsOfEntity(db, inspection, 'caseFile', id)
  return heads.length === 0 ? undefined : shownOf(id, statesOf('caseFile', heads)(id))
}

const byNumber = new Intl.Collator('nl', { numeric: true })
const shownOf = (id: string, { pseudonym, origin, dropped, reviewer }: State<'caseFile'>): FileShown => ({
  id, pseudonym: pseudonym.value ?? '–', origin: origin.value, dropped: dropped.value, reviewer: reviewer.value,
})
export const isApart = ({ origin }: Pick<FileShown, 'origin'>) => origin === null || origin.kind === 'targeted'

/** One draw in all its fields. */
export const getSample = (db: Db, inspection: string, id: string): State<'sample'> =>
  statesOf('sample', listHeadsOfEntity(db, inspection, 'sample', id))(id)

export function listSamples(db: Db, inspection: string): { id: string; state: State<'sample'> }[] {
  const heads = listHeads(db, inspection, 'sample')
  const stateOf = statesOf('sample', heads)
  return [...new Set(heads.map(({ entityId }) => entityId))].sort().map((id) => ({ id, state: stateOf(id) }))
}

/** With what files are reckoned: the reference date, which is the first day of the visit unless recorded, the holidays, and what a day is in each term. */
export function getReckoning(db: Db, inspection: string) {
  const heads = [...listHeads(db, inspection, 'fileReckoning'), ...listHeads(db, inspection, 'termReckoning')]
  const { referenceDate: field, holidays } = statesOf('fileReckoning', heads)(inspection)
  const termOf = statesOf('termReckoning', heads)
  const { framework } = getFrameworkOf(db, inspection)
  return {
    referenceDate: { field, used: field.value ?? firstDayOf(db, inspection) },
    holidays: { field: holidays, used: holidays.value ?? HOLIDAYS },
    terms: (framework.fieldwork?.terms ?? []).map(({ id, basis }) => {
      const field = termOf(id).basis
      return { id, basis: { field, used: field.value ?? basis } }
    }),
  }
}

/** The first day of the visit; where two differ on it the later one, and a day before all others where nobody says it. */
const firstDayOf = (db: Db, inspection: string): PlainDate =>
  getInspection(db, inspection).firstDay.heads.flatMap(({ value }) => value ?? []).toSorted().at(-1) ?? '1900-01-01'

/** What one cell says: its value, and what is to be known of it. */
interface Read {
  value: Answer | null
  different: boolean
  erased: boolean
  noted: boolean
}

/** What all files say, by the id of the answer. Nearly all of thirty thousand have one head and no note, so those are read in one go. */
export function readAnswers(db: Db, inspection: string): Map<string, Read> {
  const read = new Map<string, Read>()
  const several = new Map<string, unknown[]>()
  const noted: string[] = []
  for (const { entityId, field, value } of listAnswers(db, inspection, 'answer')) {
    if (field !== 'value') {
      if (value !== null) noted.push(entityId)
    } else if (read.has(entityId)) {
      several.set(entityId, [...(several.get(entityId) ?? [read.get(entityId)!.erased ? undefined : read.get(entityId)!.value]), value])
    } else read.set(entityId, { value: (value ?? null) as Answer | null, different: false, erased: value === undefined, noted: false })
  }
  for (const [entityId, values] of several) {
    const { value, ...rest } = readingOf(values)
    read.set(entityId, { ...rest, noted: false, value: (value ?? null) as Answer | null })
  }
  for (const entityId of noted) read.set(entityId, { ...(read.get(entityId) ?? { value: null, different: false, erased: false }), noted: true })
  return read
}

/** The files that count, as the domain reckons with them: none that dropped out. */
export function caseFilesOf(files: readonly FileShown[], answers: ReadonlyMap<string, Pick<Read, 'value'>>): CaseFile[] {
  const said = new Map<string, CaseFile['answers']>(files.map(({ id }) => [id, {}]))
  for (const [answerId, { value }] of answers) {
    const [file, field] = placeInFile(answerId)
    const own = said.get(file)
    if (own && value !== null) own[field] = value
  }
  return files
    .filter(({ dropped }) => dropped === null)
    .map(({ id, pseudonym, origin }) => ({ id: pseudonym, drawn: origin?.kind ?? 'targeted', answers: said.get(id)! }))
}

/** The terms of a framework, with what a day is in them in this inspection. */
export const withBases = (framework: Framework, bases: ReadonlyMap<string, Basis>) => {
  const { fileFields, terms, targets } = framework.fieldwork!
  return { fileFields, targets, terms: terms.map((term) => ({ ...term, basis: bases.get(term.id) ?? term.basis })) }
}

type Whole = { referenceDate: PlainDate; sample: RollUp; targeted: RollUp | null } | null

/** Counting a thousand files takes a quarter of a second, and every expectation that is shown asks for it: it is kept until something is written. */
const counts = new WeakMap<Db, { at: number; known: Map<string, Whole> }>()

/** What the files of an inspection say together; null when none is read, or the framework asks nothing of files. */
export function getRollUp(db: Db, inspection: string): Whole {
  const at = sql<[], { at: number }>(db, 'SELECT total_changes() AS at').get()!.at // one connection has the database to itself
  const kept = counts.get(db)
  const { known } = kept?.at === at ? kept : { known: new Map<string, Whole>() }
  counts.set(db, { at, known })
  if (!known.has(inspection)) known.set(inspection, countFiles(db, inspection))
  return known.get(inspection) ?? null
}

function countFiles(db: Db, inspection: string): Whole {
  const { framework } = getFrameworkOf(db, inspection)
  const files = framework.fieldwork === null ? [] : listFiles(db, inspection)
  if (files.length === 0) return null
  const { referenceDate: { used: referenceDate }, holidays, terms } = getReckoning(db, inspection)
  const asked = withBases(framework, new Map(terms.map(({ id, basis }) => [id, basis.used])))
  const on = { referenceDate, calendar: calendarOf(holidays.used) }
  const counted = caseFilesOf(files, readAnswers(db, inspection))
  const rollUp = (drawn: RollUp['drawn']) => rollUpOf(asked, counted, on, drawn)
  return { referenceDate, sample: rollUp('sample'), targeted: files.some(isApart) ? rollUp('targeted') : null }
}

/** The part that speaks to one expectation, and the terms that its rating goes against; null when nothing does. */
export function getRollUpFor(db: Db, inspection: string, expectation: string) {
  const whole = getRollUp(db, inspection)
  if (!whole) return null
  const [sample, targeted] = [partOf(whole.sample, expectation), whole.targeted && partOf(whole.targeted, expectation)]
  if (sample.terms.length + sample.fields.length === 0) return null
  const { framework } = getFrameworkOf(db, inspection)
  const rating = statesOf('finding', listHeadsOfEntity(db, inspection, 'finding', expectation))(expectation).rating.value
  const grade = gradeOf(framework, rating)
  return { ...whole, sample, targeted, against: grade?.counts ? againstRollUp(grade.met, sample) : [] }
}
