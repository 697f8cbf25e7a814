import type { Edit } from '../../../shared/domain/entity.ts'
import { statesOf } from '../../../shared/domain/entity.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { checkIdOf, idsOf, miscountsIn } from '../../../shared/domain/paper-round.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeadsOf, record } from '../../db/change-log.ts'
import type { Context, Handlers } from '../../context.ts'
import { getFramework } from '../framework/repository.ts'
import { getInspection, getRound } from '../inspection/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { listParts, type PaperPart, printedIn } from './repository.ts'

export const paperRound: Handlers<'paperRound'> = {
  create: (context, { source, ...about }) => {
    const { db } = context
    getOrganisation(db, about.organisation)
    const framework = getFramework(db, about.framework)
    const id = context.newId()
    const written = { kind: 'set' as const, reason: null, seen: [] }
    const own = Object.entries({ ...about, takenFrom: 'report' }).map(([field, value]) => ({ ...written, entity: 'inspection', entityId: id, field, value }) as Edit)
    const edits: Edit[] = [...own, { ...written, entity: 'takenPart', entityId: 'whole', field: 'source', value: source }]
    for (const edit of edits) assertAllowed(framework, { ...edit, inspection: id })
    return { id, ...record(context, id, edits) }
  },

  get: (context, { inspection }) => {
    assertPaper(context, inspection)
    const { framework, ratingOf } = getRound(context.db, inspection)
    const parts = listParts(context.db, inspection)
    return { parts: parts.map(partAsTold), miscounts: miscountsIn(framework, ratingOf, printedIn(parts)) }
  },

  agree: (context, { inspection, part, seen }) => {
    assertPaper(context, inspection)
    const { heads, state } = getPart(context, inspection, part)
    const isAsSeen = JSON.stringify(idsOf(heads)) === JSON.stringify([...seen].sort())
    if (!isAsSeen || state.state === 'empty' || state.state === 'different') throw appError('nothing-to-check', {})
    const ofOthers = heads.filter(({ author }) => author !== context.author)
    if (ofOthers.length === 0) throw appError('checked-by-same-person', {})
    const at = { entity: 'takenCheck', entityId: checkIdOf(context.author, part), field: 'agreed' } as const
    const before = listHeadsOf(context.db, { inspection, ...at }).map(({ id }) => id)
    return record(context, inspection, [{ ...at, kind: 'set', reason: null, value: idsOf(ofOthers), seen: before }])
  },
}

function assertPaper({ db }: Context, inspection: string): void {
  if (getInspection(db, inspection).takenFrom.value !== 'report') throw appError('not-a-paper-round', {})
}

function getPart({ db }: Context, inspection: string, id: string): PaperPart {
  const part = listParts(db, inspection).find((one) => one.part === id)
  if (!part) throw appError('not-found', { what: 'part', id })
  return part
}

/** A part with the fields that its row shows. */
function partAsTold({ part, heads, state, taken: { page, met, assessed, outcome, source, file } }: PaperPart) {
  const id = part.slice(part.indexOf('/') + 1)
  const { rating, rationale } = statesOf('finding', heads)(id)
  const { judgement, now } = statesOf('appraisal', heads)(id)
  return { part, ...state, seen: idsOf(heads), fields: { rating, rationale, judgement, now, page, met, assessed, outcome, source, file } }
}
