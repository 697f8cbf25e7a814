import { type CheckPlace, lineAt } from '../../../shared/domain/check-line.ts'
import { type Entity, type State, statesOf } from '../../../shared/domain/entity.ts'
import { type CheckBlocker, factualCheckBlockersOf, isLate, type RemarkStanding, type SentCheck, standingOf } from '../../../shared/domain/factual-check.ts'
import type { Field } from '../../../shared/domain/field.ts'
import { criteriaOf, expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import type { ReportedCheck, ReportedView } from '../../../shared/domain/reported-check.ts'
import { isViewReported, viewDueOf, type ViewStanding, viewStandingOf } from '../../../shared/domain/view.ts'
import { findEntry, listHeads, listHeadsOf, listHeadsOfEntity, type Place } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { linesOf } from './gather.ts'

export interface ListedCheck {
  id: string
  sent: SentCheck
  complete: Field<string>
  withdrawn: Field<true>
}
export interface ListedRemark {
  id: string
  fields: State<'remark'>
  standing: RemarkStanding
  late: boolean
  /** Where its line stands; null where it is about none. */
  place: CheckPlace | null
  index: number
}

/** All checks that went out, the earliest first, those that were withdrawn included. */
export function listChecks(db: Db, inspection: string): ListedCheck[] {
  return recordedOf(db, inspection, 'factualCheck')
    .flatMap(({ id, fields: { sent, complete, withdrawn } }) => (sent.value === null ? [] : [{ id, sent: sent.value, complete, withdrawn }]))
    .sort((a, b) => a.sent.on.localeCompare(b.sent.on) || a.id.localeCompare(b.id))
}

export const isHeld = ({ withdrawn }: ListedCheck) => withdrawn.value === null

/** The forms that came back. */
export const listForms = (db: Db, inspection: string) =>
  recordedOf(db, inspection, 'remarkForm').flatMap(({ id, fields: { received } }) => (received.value === null ? [] : [{ id, received: received.value }]))

/** The remarks on checks that were held, in the order of the lines that they are about; those about none come last. */
export function listRemarks(db: Db, inspection: string, checks = listChecks(db, inspection)): ListedRemark[] {
  const held = new Map(checks.filter(isHeld).map((check) => [check.id, check]))
  return recordedOf(db, inspection, 'remark').flatMap(({ id, fields }) => {
    const said = fields.said.heads.find(({ value }) => value !== null)?.value // also where two said it otherwise: then it is no less a remark
    const check = held.get(said?.check ?? '')
    if (!said || !check) return []
    const { line, outcome, answer, processed } = fields
    const at = line.value === null ? null : lineAt(check.sent.places, line.value)
    const standing = standingOf({ line: at && line.value, outcome: outcome.value, answer: answer.value, processed: processed.value })
    return [{ id, fields, standing, late: isLate(said, check.sent), place: at?.place ?? null, index: at?.index ?? 0 }]
  }).sort((a, b) => (a.fields.line.value ?? Infinity) - (b.fields.line.value ?? Infinity) || a.id.localeCompare(b.id))
}

/** The views that were asked or came. */
const recordedViews = (db: Db, inspection: string): ReportedView[] =>
  recordedOf(db, inspection, 'view').filter(({ fields: { subject } }) => subject.value !== null || subject.different)

/** The views that stand in the report, in the order in which they came. */
const reportedViews = (db: Db, inspection: string): ReportedView[] => recordedViews(db, inspection)
  .filter(({ fields: { inReport, receivedOn, summary } }) => isViewReported({ inReport: inReport.value, receivedOn: receivedOn.value, summary: summary.value }))
  .sort((a, b) => a.fields.receivedOn.value!.localeCompare(b.fields.receivedOn.value!) || a.id.localeCompare(b.id))

/** All views, each with its last day and how far it is. */
export function listViews(db: Db, inspection: string, day: string): { id: string; fields: State<'view'>; due: string | null; standing: ViewStanding }[] {
  return recordedViews(db, inspection).map(({ id, fields }) => {
    const { askedOn, term, receivedOn, waived, reply, repliedOn } = fields
    const said = { askedOn: askedOn.value, term: term.value, receivedOn: receivedOn.value, waived: waived.value, reply: reply.value, repliedOn: repliedOn.value }
    return { id, fields, due: viewDueOf(said), standing: viewStandingOf(said, day) }
  })
}

/** What keeps the report of an inspection from being adopted on a day, as far as the factual check goes. */
export function checkBlockersIn(db: Db, inspection: string, day: string): CheckBlocker[] {
  const checks = listChecks(db, inspection)
  return factualCheckBlockersOf({
    checks: checks.filter(isHeld).map(({ id, sent: { due }, complete }) => ({ id, due, complete: complete.value })), remarks: listRemarks(db, inspection, checks),
  }, day)
}

/**
 * What a change said at a place, as text; null where that was erased. Nothing of any other place: which change is meant stands in a log that others write in too, and what
 * it says goes into the report.
 */
export function saidIn(db: Db, inspection: string, place: CheckPlace, change: string): string | null {
  const entry = findEntry(db, change)
  const isThere = entry?.inspection === inspection && keyOf(entry) === keyOf(place)
  const value = isThere ? entry.content?.value : null
  return typeof value === 'string' ? value : null
}

/** The heads of a place now. */
export const headsAt = (db: Db, inspection: string, { entity, entityId, field }: CheckPlace) => listHeadsOf(db, { inspection, entity, entityId, field })

/** What one value of a place reads as in print, sources by their kind; null stays null. */
export const printedAt = (framework: Framework, place: CheckPlace, value: string | null): string | null =>
  (value === null ? null : linesOf(framework, { ...place, starts: [0] }, value).join('\n'))

/** What a key fact is called, and on a second line its unit. */
export function asideAt(db: Db, inspection: string, { entity, entityId }: CheckPlace): string {
  if (entity !== 'profile') return ''
  const { label, unit } = statesOf('profile', listHeadsOfEntity(db, inspection, 'profile', entityId))(entityId)
  return [label.value, unit.value].join('\n')
}

export const numberAt = (framework: Framework, { entity, entityId }: CheckPlace): string =>
  (entity === 'finding' ? expectationOf(framework, entityId)?.number : criteriaOf(framework).find(({ id }) => id === entityId)?.number) ?? '–'

/** The texts that are not what the last check told any more, in the order of its lines; `after` is null where it is erased, in dispute or gone. */
export function listChanged(db: Db, inspection: string, checks = listChecks(db, inspection)) {
  const last = checks.filter(isHeld).at(-1)
  if (!last) return []
  const { framework } = getFrameworkOf(db, inspection)
  let line = 1
  return last.sent.places.flatMap((place) => {
    const first = line
    line += place.starts.length
    const heads = headsAt(db, inspection, place)
    if (heads.some(({ id }) => id === place.change)) return []
    const values = new Set(heads.map(({ content }) => content?.value))
    const [value] = values
    const [before, after] = [saidIn(db, inspection, place, place.change), values.size === 1 && typeof value === 'string' ? value : null]
    if (before === after && before !== null) return []
    return [{ place, line: first, number: numberAt(framework, place), before: printedAt(framework, place, before), after: printedAt(framework, place, after) }]
  })
}

/** The check as the annex of the report tells of it. */
export function reportedCheckOf(db: Db, inspection: string): ReportedCheck {
  const checks = listChecks(db, inspection)
  const { framework } = getFrameworkOf(db, inspection)
  const remarks = listRemarks(db, inspection, checks)
  const processed = new Set(remarks.flatMap(({ place, fields }) => (place && fields.processed.value ? [keyOf(place)] : [])))
  return {
    checks: checks.filter(isHeld).map(({ sent: { on, due } }) => ({ on, due })),
    remarks: remarks.map(({ id, fields, late, place }) => {
      const [expectation, change] = [fields.expectation.value, fields.processed.value]
      const number = place ? numberAt(framework, place) : expectation === null ? null : expectationOf(framework, expectation)?.number ?? expectation
      const read = (one: string) => place && printedAt(framework, place, saidIn(db, inspection, place, one))
      return { id, fields, late, line: place && fields.line.value, number, text: change && { before: read(change.before), after: read(change.after) } }
    }),
    others: listChanged(db, inspection, checks).filter(({ place }) => !processed.has(keyOf(place))),
    views: reportedViews(db, inspection),
  }
}

const keyOf = ({ entity, entityId, field }: Pick<Place, 'entity' | 'entityId' | 'field'>) => `${entity}/${entityId}/${field}`

function recordedOf<E extends Entity>(db: Db, inspection: string, entity: E): { id: string; fields: State<E> }[] {
  const heads = listHeads(db, inspection, entity)
  const fieldsOf = statesOf(entity, heads)
  return [...new Set(heads.map(({ entityId }) => entityId))].sort().map((id) => ({ id, fields: fieldsOf(id) }))
}
