import { statesOf } from '../../../shared/domain/entity.ts'
import { sensitivityOf } from '../../../shared/domain/sensitivity.ts'
import { explanationOf, verdictOf } from '../../../shared/domain/verdict.ts'
import { appendAudit } from '../../db/audit.ts'
import { listHeadsOfEntity } from '../../db/change-log.ts'
import { listDrafts } from '../../db/draft.ts'
import type { Db } from '../../db/open.ts'
import type { Handlers } from '../../context.ts'
import { getRound, getStateHash } from '../inspection/repository.ts'

export const verdict: Handlers<'verdict'> = {
  get: ({ db }, { inspection }) => {
    const told = tell(db, inspection)
    return { open: told.verdict.open, told: told.verdict.open === 0 ? told : null }
  },

  look: (context, { inspection }) => {
    const told = tell(context.db, inspection)
    if (told.verdict.open > 0) appendAudit(context, inspection, 'early-look', getStateHash(context.db, inspection))
    return told
  },

  conclusion: (context, { inspection }) => {
    const heads = listHeadsOfEntity(context.db, inspection, 'conclusion', inspection)
    const drafts = listDrafts(context, inspection).filter(({ entity }) => entity === 'conclusion')
    return {
      fields: statesOf('conclusion', heads)(inspection),
      drafts: Object.fromEntries(drafts.map(({ field, value }) => [field, typeof value === 'string' ? value : ''])),
    }
  },
}

function tell(db: Db, inspection: string) {
  const { framework, ratingOf } = getRound(db, inspection)
  return {
    verdict: verdictOf(framework, ratingOf),
    explanation: explanationOf(framework, ratingOf),
    sensitivity: sensitivityOf(framework, ratingOf),
  }
}
