import type { Edit } from '../../../shared/domain/entity.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeadsOf, record } from '../../db/change-log.ts'
import type { Context } from '../../context.ts'
import { listTeam } from '../inspection/repository.ts'
import { beginningOf } from '../supervision/beginning.ts'
import { dossierOf } from './repository.ts'

/** The office, or the lead inspector of the inspection by name: a team is known by name only. */
export function mayRecord({ db, keys, person }: Pick<Context, 'db' | 'keys' | 'person'>, inspection: string): boolean {
  return keys.role === 'office' || listTeam(db, inspection).some(({ member: { value } }) => value?.role === 'lead' && value.name === person.name)
}

/** Errors: `publication-role`. */
export function assertMayRecord(context: Pick<Context, 'db' | 'keys' | 'person'>, inspection: string): void {
  if (!mayRecord(context, inspection)) throw appError('publication-role', {})
}

type Given = Pick<Edit, 'entity' | 'field' | 'value' | 'entityId'> & { reason?: string }

/** An answer of whoever sees what stands there now. */
export function edit({ db }: Context, inspection: string, { reason, ...given }: Given): Edit {
  const seen = listHeadsOf(db, { inspection: dossierOf(db, inspection), ...given }).map(({ id }) => id)
  return { ...given, kind: 'set', reason: reason ?? null, seen } as Edit
}

/** Records something new, under an id of its own. */
export function add(context: Context, inspection: string, given: Omit<Given, 'entityId'>): { id: string; savedAt: string } {
  const id = context.newId()
  return { id, ...write(context, inspection, [edit(context, inspection, { ...given, entityId: id })]) }
}

/** Records in the supervision file of the organisation, which begins with what is recorded first. Errors: `publication-role`. */
export function write(context: Context, inspection: string, edits: readonly Edit[]): { savedAt: string } {
  assertMayRecord(context, inspection)
  const dossier = dossierOf(context.db, inspection)
  const all = [...beginningOf(context, dossier), ...edits]
  for (const one of all) assertAllowed(null, { inspection: dossier, ...one })
  return record(context, dossier, all)
}
