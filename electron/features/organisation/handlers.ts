import { appendAudit } from '../../db/audit.ts'
import type { Handlers } from '../../context.ts'
import { listOrganisations, saveOrganisation } from './repository.ts'

export const organisation: Handlers<'organisation'> = {
  list: ({ db }) => listOrganisations(db),

  save: (context, organisation) => {
    saveOrganisation(context.db, organisation)
    appendAudit(context, context.keys.workspace, 'organisation', organisation.id)
    return { savedAt: context.now() }
  },
}
