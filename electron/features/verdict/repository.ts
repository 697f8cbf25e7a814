import { type State, statesOf } from '../../../shared/domain/entity.ts'
import type { Fact } from '../../../shared/domain/fact.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { getFrameworkOf } from '../inspection/repository.ts'

/** What the rule asks of the organisation itself, with what was found. */
export function listFacts(db: Db, inspection: string): { fact: Fact; fields: State<'fact'> }[] {
  const { facts } = getFrameworkOf(db, inspection).framework.rule
  const factOf = statesOf('fact', listHeads(db, inspection, 'fact'))
  return facts.map((fact) => ({ fact, fields: factOf(fact.id) }))
}
