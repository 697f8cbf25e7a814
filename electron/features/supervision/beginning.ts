import type { Edit } from '../../../shared/domain/entity.ts'
import type { Context } from '../../context.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { hasDossier } from './repository.ts'

/** What begins a supervision file that is not there yet: it names its organisation. Nothing once it is. */
export function beginningOf({ db }: Pick<Context, 'db'>, organisation: string): Edit[] {
  getOrganisation(db, organisation)
  if (hasDossier(db, organisation)) return []
  return [{ entity: 'dossier', entityId: organisation, field: 'organisation', value: organisation, kind: 'set', reason: null, seen: [] }]
}
