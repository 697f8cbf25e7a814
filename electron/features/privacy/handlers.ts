import type { Edit } from '../../../shared/domain/entity.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { textKeyOf } from '../../../shared/domain/privacy-fold.ts'
import type { Hit } from '../../../shared/domain/privacy-hit.ts'
import { maskOf, pseudonymised } from '../../../shared/domain/privacy-pseudonym.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeadsOf, record } from '../../db/change-log.ts'
import { forgetPages } from '../../db/erase.ts'
import type { Context, Handlers } from '../../context.ts'
import { forgetKept } from '../bundle/kept.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { hasDossier } from '../supervision/repository.ts'
import { destroyKeyList, keepPseudonym, pseudonymOf, pseudonymsOf, showKeyList } from './key-list.ts'
import { listPictures } from './picture.ts'
import { listPrivileged } from './privilege.ts'
import { pseudonymise } from './pseudonymise.ts'
import { answerIdOf, checkText, type Found, listUnanswered } from './repository.ts'

type Seen = Pick<Parameters<Handlers<'privacy'>['allow']>[1], 'change' | 'at' | 'start' | 'end'>

export const privacy: Handlers<'privacy'> = {
  list: (context, { inspection }) => {
    const mask = maskIn(context, inspection)
    return listUnanswered(context, inspection).map(({ text, entry, at, current, ...hit }) => ({
      ...mask(hit, text), at, current, change: entry.id, entity: entry.entity, entityId: entry.entityId, field: entry.field,
    }))
  },

  check: (context, { inspection, text }) => {
    const hits = checkText(context, inspection, text)
    const mask = hits.length === 0 ? null : maskIn(context, inspection)
    return hits.map((hit) => mask!(hit, text))
  },

  allow: (context, { inspection, decision, reason, ...seen }) => {
    const { entry, text, start, end } = findHit(context, inspection, seen)
    const place = { entity: 'privacy', entityId: answerIdOf(inspection, entry.content!.salt, textKeyOf(text.slice(start, end))), field: decision } as const
    const known = listHeadsOf(context.db, { inspection, ...place }).map(({ id }) => id)
    const edit: Edit = { ...place, kind: 'set', value: entry.id, reason, seen: known }
    assertAllowed(getFrameworkOf(context.db, inspection).framework, { inspection, ...edit })
    return record(context, inspection, [edit])
  },

  pictures: (context, { inspection }) => listPictures(context, inspection),

  privileged: ({ db }, { inspection }) => listPrivileged(db, inspection),

  pseudonyms: (context, { inspection }) => pseudonymsOf(context, inspection),

  replace: async (context, { inspection, pseudonym, ...seen }) => {
    const { text, start, end } = findHit(context, inspection, seen)
    return replace(context, inspection, pseudonym, text.slice(start, end))
  },

  replaceTyped: async (context, { inspection, pseudonym, text, start, end }) => {
    const value = text.slice(start, end)
    if (!checkText(context, inspection, text).some((hit) => hit.start === start && hit.end === end)) throw appError('not-found', { what: 'hit', id: inspection })
    const saved = replace(context, inspection, pseudonym, value)
    return { ...saved, text: pseudonymised(text, new Map([[textKeyOf(value), pseudonym]])) }
  },

  keyList: async (context, { inspection, passphrase }) => showKeyList(context, inspection, passphrase),

  destroyKeyList: async (context, { inspection, reason }) => destroyKeyList(context, inspection, reason),
}

/** Makes of a hit what may be shown of it. */
function maskIn(context: Context, inspection: string) {
  const known = pseudonymOf(context, inspection)
  return (hit: Hit, text: string) => ({ ...hit, masked: maskOf(hit, text), pseudonym: known(textKeyOf(text.slice(hit.start, hit.end))) })
}

function findHit(context: Context, inspection: string, { change, at, start, end }: Seen): Found {
  const hit = listUnanswered(context, inspection).find((one) => one.entry.id === change && one.at === at && one.start === start && one.end === end)
  if (!hit) throw appError('not-found', { what: 'hit', id: change })
  return hit
}

/** Replaces in an inspection, or a supervision file. The list is written last: should that fail, nothing was replaced. */
function replace(context: Context, inspection: string, pseudonym: string, value: string): { savedAt: string; erased: number } {
  if (!hasDossier(context.db, inspection)) getFrameworkOf(context.db, inspection)
  const erased = context.db.transaction(() => {
    const count = pseudonymise(context, inspection, textKeyOf(value), pseudonym)
    keepPseudonym(context, inspection, pseudonym, value)
    return count
  }).immediate()
  forgetPages(context.db)
  if (erased > 0) forgetKept(context, inspection)
  return { savedAt: context.now(), erased }
}
