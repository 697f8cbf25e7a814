import { appError } from '../../../shared/errors.ts'
import type { Handlers } from '../../context.ts'
import { appendAudit } from '../../db/audit.ts'
import { drafts } from './drafts.ts'
import { exchange } from './exchange.ts'
import { acceptFramework, getFramework, listFrameworks } from './repository.ts'
import { summaryOf } from './summary.ts'

export const framework: Handlers<'framework'> = {
  ...drafts,
  ...exchange,

  list: ({ db }) => {
    const all = listFrameworks(db).map(({ framework, origin, used }) => ({ ...summaryOf(framework), origin, used }))
    return all.map((one) => ({ ...one, hasNamesake: all.some((other) => isNamesake(one, other)) }))
  },

  get: ({ db }, { hash }) => getFramework(db, hash),

  accept: (context, { hash }) => {
    const { db, keys } = context
    if (keys.role !== 'office') throw appError('office-only', {})
    acceptFramework(db, hash)
    appendAudit(context, keys.workspace, 'framework-accepted', hash)
    return summaryOf(getFramework(db, hash))
  },
}

type Summary = ReturnType<typeof summaryOf>

/** Whether two versions are called the same and are not. */
const isNamesake = (one: Summary, other: Summary) => one.id === other.id && one.version === other.version && one.hash !== other.hash
