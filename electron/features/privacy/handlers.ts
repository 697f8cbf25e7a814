import type { Edit } from '../../../shared/domain/entity.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { maskOf } from '../../../shared/domain/privacy-pseudonym.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeadsOf, record } from '../../db/change-log.ts'
import type { Handlers } from '../../context.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { answerIdOf, listUnanswered, searchOf } from './repository.ts'

export const privacy: Handlers<'privacy'> = {
  list: (context, { inspection }) => listUnanswered(context, inspection).map(({ text, entry, kind, certainty, start, end, at, current }) => ({
    kind, certainty, start, end, at, current, masked: maskOf({ kind, certainty, start, end }, text),
    change: entry.id, entity: entry.entity, entityId: entry.entityId, field: entry.field,
  })),

  check: (context, { inspection, text }) => searchOf(context, inspection)(text).map((hit) => ({ ...hit, masked: maskOf(hit, text) })),

  allow: (context, { inspection, change, at, start, end, decision, reason }) => {
    const hit = listUnanswered(context, inspection).find((one) => one.entry.id === change && one.at === at && one.start === start && one.end === end)
    if (!hit) throw appError('not-found', { what: 'hit', id: change })
    const place = { entity: 'privacy', entityId: answerIdOf(inspection, hit.entry.content!.salt, hit.text.slice(start, end)), field: decision } as const
    const seen = listHeadsOf(context.db, { inspection, ...place }).map(({ id }) => id)
    const edit: Edit = { ...place, kind: 'set', value: change, reason, seen }
    assertAllowed(getFrameworkOf(context.db, inspection).framework, { inspection, ...edit })
    return record(context, inspection, [edit])
  },
}
