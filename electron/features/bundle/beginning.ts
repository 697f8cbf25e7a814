import type { BundleHeader } from '../../../shared/domain/bundle.ts'
import { headsAfter, placeOf } from '../../../shared/domain/field.ts'
import { appError } from '../../../shared/errors.ts'
import { isKnown, listHeadsOf } from '../../db/change-log.ts'
import type { Context } from '../../context.ts'
import { hasOrganisation } from '../organisation/repository.ts'
import type { Records } from './records.ts'

/**
 * Refuses what would mix with another log: the supervision file of an organisation, or what this workspace keeps of itself. Asked where it is written, for the
 * organisation may come in with the bundle before it.
 */
export function assertOwnId({ db, keys }: Pick<Context, 'db' | 'keys'>, inspection: string, organisation: string): void {
  const isTaken = inspection === organisation || inspection === keys.workspace || hasOrganisation(db, inspection)
  if (isTaken) throw appError('field-invalid', { member: 'bundle.json', field: 'inspectionId' })
  const isInspection = listHeadsOf(db, { inspection: organisation, entity: 'inspection', entityId: organisation, field: 'framework' }).length > 0
  if (isInspection) throw appError('field-invalid', { member: 'data/organisation.json', field: 'id' })
}

/**
 * Refuses what would leave an inspection under no framework or another one, or with an organisation that nobody knows: it could not be
 * shown any more, nor what stands beside it in a list.
 */
export function assertBeginning({ db }: Pick<Context, 'db'>, { inspectionId: inspection, framework }: BundleHeader, { entries, organisation }: Records): void {
  const saidOf = (field: string) => {
    const place = { inspection, entity: 'inspection', entityId: inspection, field }
    const added = entries.filter((entry) => placeOf(entry) === placeOf(place) && !isKnown(db, entry.id))
    return headsAfter(listHeadsOf(db, place), added).map(({ content }) => content?.value)
  }
  const frameworks = saidOf('framework')
  if (frameworks.length === 0 || frameworks.some((said) => said !== framework.sha256)) throw appError('framework-mismatch', {})
  const unknown = saidOf('organisation').find((said) => typeof said === 'string' && said !== organisation.id && !hasOrganisation(db, said))
  if (unknown !== undefined) throw appError('broken-reference', { what: 'organisation', id: String(unknown) })
}
