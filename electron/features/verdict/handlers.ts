import { statesOf } from '../../../shared/domain/entity.ts'
import { fullSensitivityOf } from '../../../shared/domain/sensitivity.ts'
import { explanationOf, verdictOf } from '../../../shared/domain/verdict.ts'
import { appendAudit } from '../../db/audit.ts'
import { listHeadsOfEntity } from '../../db/change-log.ts'
import { listDrafts } from '../../db/draft.ts'
import type { Db } from '../../db/open.ts'
import type { Handlers } from '../../context.ts'
import { getRound, getStateHash } from '../inspection/repository.ts'
import { listFacts } from './repository.ts'

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

  facts: (context, { inspection }) => {
    const sources = listDrafts(context, inspection).filter(({ entity, field }) => entity === 'fact' && field === 'source')
    const draftOf = (id: string) => sources.find(({ entityId }) => entityId === id)?.value
    return listFacts(context.db, inspection).map(({ fact, fields }) => {
      const draft = draftOf(fact.id)
      return { fact, ...fields, draft: typeof draft === 'string' ? draft : null }
    })
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
  const round = getRound(db, inspection)
  const { framework } = round
  return {
    verdict: verdictOf(framework, round),
    explanation: explanationOf(framework, round),
    sensitivity: fullSensitivityOf(framework, round),
  }
}
