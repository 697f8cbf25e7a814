import type { Edit } from '../../../shared/domain/entity.ts'
import { nextLabel } from '../../../shared/domain/source.ts'
import { record } from '../../db/change-log.ts'
import { findDraft } from '../../db/draft.ts'
import type { Handlers } from '../../context.ts'
import { labelsOf, listRegister } from '../document/repository.ts'
import { getInspection } from '../inspection/repository.ts'

export const observation: Handlers<'observation'> = {
  list: (context, { inspection }) => listRegister(context.db, inspection, 'observation').map((one) => {
    const draft = findDraft(context, { inspection, entity: 'observation', entityId: one.id, field: 'text' })
    return { ...one, draft: typeof draft === 'string' ? draft : null }
  }),

  add: (context, { inspection, at }) => {
    getInspection(context.db, inspection)
    const [entityId, label] = [context.newId(), nextLabel('W', labelsOf(context.db, inspection, 'observation'))]
    const as = { entity: 'observation', entityId, kind: 'set', reason: null, seen: [] } as const
    const edits: Edit[] = [{ ...as, field: 'label', value: label }, { ...as, field: 'at', value: at }]
    return { id: entityId, label, ...record(context, inspection, edits) }
  },
}
