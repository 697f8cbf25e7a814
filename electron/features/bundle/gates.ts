import type { z } from 'zod'
import type { bundle } from '../../../shared/api/bundle.ts'
import { criteriaOf, gradeOf, listedOf } from '../../../shared/domain/framework.ts'
import { isAsked } from '../../../shared/domain/scope.ts'
import { openFactsOf, standingOf } from '../../../shared/domain/verdict.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import type { Context } from '../../context.ts'
import { revocationOf } from '../enrolment/list.ts'
import { findPass } from '../enrolment/repository.ts'
import { listMissing } from '../evidence/store.ts'
import { getInspection, getRound, listDifferences, listReadings } from '../inspection/repository.ts'
import { listParts } from '../paper-round/repository.ts'
import { listPictures } from '../privacy/picture.ts'
import { listPrivileged } from '../privacy/privilege.ts'
import { listUnanswered } from '../privacy/repository.ts'
import { listOpenDangers } from '../visit/repository.ts'
import { unsignedIn } from './share.ts'

export type Gate = z.infer<typeof bundle.gates.output>[number]

/** What stands in the way of handing over, and what is worth a look before. */
export function gatesOf(context: Context, inspection: string): Gate[] {
  const { db } = context
  const { framework, scope, ratingOf, factOf, judgementOf } = getRound(db, inspection)
  const isPaper = getInspection(db, inspection).takenFrom.value === 'report'
  const texts = listReadings(db, inspection, 'finding', 'rationale')
  const isWithoutText = (id: string) => {
    const text = texts.get(id)?.value
    return gradeOf(framework, ratingOf(id))?.met === false && (typeof text !== 'string' || text.trim() === '')
  }
  const idsOf = (places: readonly { id: string }[]) => places.map(({ id }) => id)
  const gates: [Gate['code'], boolean, string[]][] = [
    ['differences', true, listDifferences(db, inspection).map(({ entity, entityId, field }) => `${entity}/${entityId}/${field}`)],
    ['unchecked-parts', true, isPaper ? listParts(db, inspection).filter(({ state }) => ['entered', 'different'].includes(state.state)).map(({ part }) => part) : []],
    ['open-expectations', !isPaper, idsOf(listedOf(framework).filter((one) => standingOf(framework, one, ratingOf) === 'open'))],
    ['danger-open', true, idsOf(listOpenDangers(db, inspection))],
    ['colleague-unsigned', true, unsignedIn(db, inspection).map(({ person }) => person).filter((person) => person !== context.author)],
    ['open-criteria', !isPaper, idsOf(criteriaOf(framework).filter((one) => isAsked(scope, one) && judgementOf(one.id) === null))],
    ['open-facts', !isPaper, openFactsOf(framework, factOf)],
    ['missing-evidence', true, listMissing(context, inspection)],
    ['privacy-hits', true, listUnanswered(context, inspection).map(({ entry }) => `${entry.entity}/${entry.entityId}/${entry.field}`)],
    ['pictures-unanswered', true, idsOf(listPictures(context, inspection))],
    ['privileged', true, listPrivileged(db, inspection).map(({ entity, entityId }) => `${entity}/${entityId}`)],
    ['missing-rationales', false, idsOf(listedOf(framework).filter(({ id, assessed }) => assessed && isWithoutText(id)))],
  ]
  const closed = gates.filter(([, , items]) => items.length > 0).map(([code, blocks, items]) => ({ code, blocks, count: items.length, items }))
  return [...closed, ...gateOfPass(context)]
}

function gateOfPass({ db, keys, now }: Context): Gate[] {
  const pass = findPass(db, keys.signing()?.kid)
  if (!pass) return [{ code: 'not-enrolled', blocks: true, count: 1, items: [] }]
  if (revocationOf(db, pass)) return [{ code: 'certificate-revoked', blocks: true, count: 1, items: [] }]
  return readCertificate(pass.certificate).validTo < now() ? [{ code: 'certificate-expired', blocks: true, count: 1, items: [] }] : []
}
