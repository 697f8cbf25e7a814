import type { Edit } from '../../../shared/domain/entity.ts'
import { statesOf } from '../../../shared/domain/entity.ts'
import { assertListed } from '../../../shared/domain/framework.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { listHeadsOfEntity, record } from '../../db/change-log.ts'
import { findDraft } from '../../db/draft.ts'
import type { Context, Handlers } from '../../context.ts'
import { getFrameworkOf, getRound } from '../inspection/repository.ts'
import { type ListedClaim, listCaseloads, listClaims, listPerformers, listProfile } from './repository.ts'

export const claim: Handlers<'claim'> = {
  list: (context, { inspection }) => {
    const { db } = context
    const { ratingOf } = getRound(db, inspection)
    const claims = listClaims(db, inspection)
    const rated = [...new Set(claims.flatMap(({ fields }) => fields.expectation.value ?? []))]
      .flatMap((expectation) => { const rating = ratingOf(expectation); return rating === null ? [] : [[expectation, rating] as const] })
    return {
      framework: getFrameworkOf(db, inspection).hash,
      claims: claims.map((one) => withDrafts(context, inspection, one)),
      ratings: Object.fromEntries(rated),
      caseloads: listCaseloads(db, inspection),
      profile: listProfile(db, inspection),
      performers: listPerformers(db, inspection),
    }
  },

  beside: (context, { inspection, expectation }) => {
    const { db } = context
    assertListed(getFrameworkOf(db, inspection).framework, expectation)
    return {
      claims: listClaims(db, inspection)
        .filter(({ fields }) => fields.expectation.value === expectation).map((one) => withDrafts(context, inspection, one)),
      caseloads: listCaseloads(db, inspection).filter(({ fields }) => fields.about.value?.includes(expectation)),
      performer: statesOf('performer', listHeadsOfEntity(db, inspection, 'performer', expectation))(expectation),
      draft: draftOf(context, inspection, 'performer', expectation, 'cannot'),
    }
  },

  add: (context, { inspection, expectation, kind }) => begin(context, inspection, (entityId) => {
    const as = { entity: 'claim', entityId, kind: 'set', reason: null, seen: [] } as const
    return [{ ...as, field: 'expectation', value: expectation }, { ...as, field: 'kind', value: kind }]
  }),

  addCount: (context, { inspection, counted, system }) => begin(context, inspection, (entityId) => {
    const as = { entity: 'caseload', entityId, kind: 'set', reason: null, seen: [] } as const
    return [{ ...as, field: 'counted', value: counted }, ...(system === null ? [] : [{ ...as, field: 'system' as const, value: system }])]
  }),

  addFact: (context, { inspection, topic, label }) => begin(context, inspection, (entityId) => {
    const as = { entity: 'profile', entityId, kind: 'set', reason: null, seen: [] } as const
    return [{ ...as, field: 'label', value: label }, { ...as, field: 'topic', value: topic }]
  }),
}

/** Records the first fields of something new, under an id of its own. */
function begin(context: Context, inspection: string, editsOf: (id: string) => Edit[]): { id: string; savedAt: string } {
  const { framework } = getFrameworkOf(context.db, inspection)
  const id = context.newId()
  const edits = editsOf(id)
  for (const edit of edits) assertAllowed(framework, { inspection, ...edit })
  return { id, ...record(context, inspection, edits) }
}

const withDrafts = (context: Context, inspection: string, one: ListedClaim) => ({
  ...one,
  drafts: {
    statement: draftOf(context, inspection, 'claim', one.id, 'statement'), found: draftOf(context, inspection, 'claim', one.id, 'found'),
  },
})

function draftOf(context: Context, inspection: string, entity: 'claim' | 'performer', entityId: string, field: string): string | null {
  const draft = findDraft(context, { inspection, entity, entityId, field })
  return typeof draft === 'string' ? draft : null
}
