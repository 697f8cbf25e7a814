import { assessedOf, faultsIn, type Framework, listedOf, parseFramework } from '../../../shared/domain/framework.ts'
import { draftFrom, emptyFramework } from '../../../shared/domain/framework-draft.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context, Handlers } from '../../context.ts'
import { appendAudit } from '../../db/audit.ts'
import { addDraft, addFramework, getDraft, getFramework, listDrafts, listFrameworks, removeDraft, saveDraft } from './repository.ts'
import { summaryOf } from './summary.ts'

/** Making a framework: a draft can be changed as often as one likes, until it is frozen; then nothing changes it. */
export const drafts: Pick<Handlers<'framework'>, 'drafts' | 'draft' | 'draftStart' | 'draftSave' | 'draftRemove' | 'freeze'> = {
  drafts: ({ db }) => listDrafts(db).map(({ id, base, saved, body }) => ({
    id, base, saved, title: body.title, version: body.version, listed: listedOf(body).length, assessed: assessedOf(body).length,
    faults: faultsIn(body).length,
  })),

  draft: ({ db }, { id }) => getDraft(db, id),

  draftStart: ({ db, newId, now }, { from }) => {
    const id = newId()
    addDraft(db, { id, base: from, saved: now(), body: from === null ? emptyFramework() : draftFrom(getFramework(db, from)) })
    return { id }
  },

  draftSave: ({ db, now }, { id, revision, body }) => {
    const savedAt = now()
    saveDraft(db, { id, revision, body, saved: savedAt })
    return { revision: revision + 1, savedAt }
  },

  draftRemove: ({ db }, { id }) => {
    removeDraft(db, id)
    return {}
  },

  freeze: (context, { id, revision }) => freeze(context, getDraft(context.db, id), revision),
}

/** Keeps a draft as a version that never changes again; refuses one with a fault in it, and one that calls itself what another is called. */
function freeze(context: Context, { id, body, revision: now }: ReturnType<typeof getDraft>, revision: number) {
  const { db } = context
  if (now !== revision) throw appError('draft-moved', {})
  const framework: Framework = parseFramework(body)
  const summary = summaryOf(framework)
  const taken = listFrameworks(db).some(({ hash, framework: other }) => isNamesake(framework, other) && hash !== summary.hash)
  if (taken) throw appError('version-taken', { title: framework.title, version: framework.version })
  addFramework(db, framework, 'made')
  removeDraft(db, id)
  appendAudit(context, context.keys.workspace, 'framework-frozen', summary.hash)
  return summary
}

const isNamesake = (one: Framework, other: Framework) => one.id === other.id && one.version === other.version
