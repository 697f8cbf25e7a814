import { type Edit, type State, statesOf } from '../../../shared/domain/entity.ts'
import { factsOf } from '../../../shared/domain/figure-sheet.ts'
import { assertListed } from '../../../shared/domain/framework.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { ProfileFact } from '../../../shared/domain/profile.ts'
import { appError } from '../../../shared/errors.ts'
import { namedId } from '../../crypto/named-id.ts'
import { listHeads, listHeadsOfEntity, record } from '../../db/change-log.ts'
import { findDraft } from '../../db/draft.ts'
import type { Context, Handlers } from '../../context.ts'
import { getFrameworkOf, getInspection, getRound } from '../inspection/repository.ts'
import { listFigures } from '../monthly-figure/repository.ts'
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

  takeFigures: (context, { inspection, month, system }) => {
    const { db } = context
    const { framework } = getFrameworkOf(db, inspection)
    const organisation = getInspection(db, inspection).organisation.value
    const figures = organisation === null ? undefined : listFigures(db, organisation).find((one) => one.month === month && one.system === system)
    if (!figures) throw appError('not-found', { what: 'monthly figures', id: `${month} ${system}` })
    const profile = listProfile(db, inspection)
    const stateOf = statesOf('profile', listHeads(db, inspection, 'profile'))
    const edits = factsOf(figures).map((fact) => editsOfFact(profile, fact, stateOf, inspection))
    for (const edit of edits.flat()) assertAllowed(framework, { inspection, ...edit })
    return { taken: edits.filter((own) => own.length > 0).length, ...record(context, inspection, edits.flat()) }
  },
}

/**
 * What makes a fact stand in the profile: its value where it is known by label, day and source, all of it where it is new. Then its id follows from those, so that two people
 * who each take the same figures say the same of one fact.
 */
function editsOfFact(profile: ReturnType<typeof listProfile>, fact: ProfileFact, stateOf: (id: string) => State<'profile'>, inspection: string): Edit[] {
  const known = profile.find(({ fields: { label, day, source } }) => label.value === fact.label && day.value === fact.day && source.value === fact.source)
  const as = { entity: 'profile', kind: 'set', reason: null } as const
  const entityId = namedId(JSON.stringify([inspection, fact.label, fact.day, fact.source]))
  const before = stateOf(known?.id ?? entityId) // it may have been withdrawn
  if (before.value.different) throw appError('difference-open', {})
  if (!known) {
    return ProfileFact.keyof().options.map((field) => ({ ...as, entityId, field, value: fact[field], seen: before[field].heads.map(({ id }) => id) }) as Edit)
  }
  const { value, heads } = before.value
  return value === fact.value ? [] : [{ ...as, entityId: known.id, field: 'value', value: fact.value, seen: heads.map(({ id }) => id) }]
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
