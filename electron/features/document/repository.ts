import { type Entity, type State, statesOf } from '../../../shared/domain/entity.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** What speaks to which expectations. */
export type SourceLink = State<'link'> & { expectation: string }

/** By the id of a source, the expectations that it speaks to. */
export function listLinks(db: Db, inspection: string): Map<string, SourceLink[]> {
  const heads = listHeads(db, inspection, 'link')
  const stateOf = statesOf('link', heads)
  const links = [...new Set(heads.map(({ entityId }) => entityId))].map((id) => {
    const [source = '', expectation = ''] = id.split(/\/(.*)/s)
    return { source, link: { expectation, ...stateOf(id) } }
  })
  const present = links.filter(({ link }) => link.linked.value !== null || link.linked.different)
  return new Map([...Map.groupBy(present, ({ source }) => source)].map(([source, of]) => [source, of.map(({ link }) => link).sort(byExpectation)]))
}

const byExpectation = (a: SourceLink, b: SourceLink) => a.expectation.localeCompare(b.expectation, 'nl', { numeric: true })

type Labelled = Extract<Entity, 'document' | 'observation'>

/** What is in a register, in the order of the labels; what has no label any more is not. */
export function listRegister<E extends Labelled>(db: Db, inspection: string, entity: E): { id: string; fields: State<E>; links: SourceLink[]; shared: boolean }[] {
  const heads = listHeads(db, inspection, entity)
  const stateOf = statesOf(entity, heads)
  const links = listLinks(db, inspection)
  const all = [...new Set(heads.map(({ entityId }) => entityId))].map((id) => ({ id, fields: stateOf(id), links: links.get(id) ?? [] }))
  const present = all.filter(({ fields: { label } }) => label.value !== null || label.different)
  const labels = Map.groupBy(present, ({ fields: { label } }) => label.value)
  return present
    .map((one) => ({ ...one, shared: one.fields.label.value !== null && labels.get(one.fields.label.value)!.length > 1 }))
    .sort((a, b) => compareLabels(a.fields.label.value, b.fields.label.value))
}

/** DOC2 before DOC10; what has no label comes last. */
export const compareLabels = (a: string | null, b: string | null) =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a.localeCompare(b, 'nl', { numeric: true })

/** Every label that was ever given and can still be read, also to what is out of the register since: a citation of it must not come to mean another. */
export function labelsOf(db: Db, inspection: string, entity: Entity): string[] {
  const given = `SELECT DISTINCT value ->> '$' AS label FROM change JOIN content ON content.change = change.id
    WHERE inspection = ? AND body ->> 'entity' = ? AND body ->> 'field' = 'label' AND value <> 'null'`
  return sql<[string, string], { label: string }>(db, given).all(inspection, entity).map(({ label }) => label)
}
