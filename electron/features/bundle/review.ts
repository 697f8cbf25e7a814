import type { BundleHeader } from '../../../shared/domain/bundle.ts'
import type { Change, Entry } from '../../../shared/domain/change.ts'
import { statesOf } from '../../../shared/domain/entity.ts'
import { headsAfter, placeOf } from '../../../shared/domain/field.ts'
import { criteriaOf, type Framework } from '../../../shared/domain/framework.ts'
import { within } from '../../../shared/domain/scope.ts'
import { verdictOf } from '../../../shared/domain/verdict.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { readKeyring } from '../../crypto/keyring.ts'
import { listEntries } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import type { Context, Handlers } from '../../context.ts'
import { colleaguesOf } from '../enrolment/colleague.ts'
import { capacityOf, withKept } from './proposal.ts'
import { readRecords } from './records.ts'
import { findHandedOver, listSignatures, type StoredBundle } from './repository.ts'

type Bundle = { [O in keyof Handlers<'bundle'>]: Awaited<ReturnType<Handlers<'bundle'>[O]>> }
type Place = Pick<Change, 'entity' | 'entityId' | 'field'>

/** Tells who is asked to sign what a bundle holds, and where it is otherwise here. */
export async function reviewOf(context: Context, manifest: string, signal: AbortSignal): Promise<Bundle['review']> {
  return withKept(context, manifest, signal, async (bundle) => {
    const { inspectionId: inspection, madeAt, known } = bundle.header
    const { entries, framework, organisation } = await readRecords(bundle)
    const heads = headsAfter([], entries)
    return {
      organisation: organisation.name, framework: framework.title, madeAt, changes: entries.length,
      firstDay: statesOf('inspection', heads)(inspection).firstDay.value,
      ...resultOf(framework, inspection, heads),
      differs: placesBeyond(context.db, inspection, known),
      capacity: capacityOf(context, inspection),
    }
  })
}

/** What it comes to, from what was answered in the bundle itself: whatever is here may be newer. */
function resultOf(framework: Framework, inspection: string, heads: readonly Entry[]): Pick<Bundle['review'], 'met' | 'assessed' | 'outcome' | 'criteria'> {
  const [finding, fact, appraisal] = [statesOf('finding', heads), statesOf('fact', heads), statesOf('appraisal', heads)]
  const scope = statesOf('inspection', heads)(inspection).scope.value
  const { met, assessed, outcome } = verdictOf(framework, { ratingOf: within(scope, (id) => finding(id).rating.value), factOf: (id) => fact(id).value.value })
  const labelOf = (code: string | null) => framework.scales.judgement.find((one) => one.code === code)?.label ?? null
  return {
    met, assessed, outcome: framework.rule.outcomes.find(({ code }) => code === outcome)?.label ?? null,
    criteria: criteriaOf(framework).map(({ id, number }) => ({ number, judgement: labelOf(appraisal(id).judgement.value) })),
  }
}

/** The fields that were written after what a bundle knows of, each once. */
function placesBeyond(db: Db, inspection: string, known: BundleHeader['known']): Place[] {
  const after = listEntries(db, inspection).filter(({ device, counter }) => counter > (known[device] ?? 0))
  return [...new Map(after.map((entry) => [placeOf(entry), entry])).values()].map(({ entity, entityId, field }) => ({ entity, entityId, field }))
}

/** What was changed since the hand-over that holds; none where there is no such, or nothing was changed. */
export function changedSince(db: Db, inspection: string): Bundle['changed'] {
  const last = findHandedOver(db, inspection)
  if (!last) return null
  const places = placesBeyond(db, inspection, last.header.known)
  return places.length === 0 ? null : { manifest: last.manifest, sequence: last.header.sequence, at: last.header.madeAt, places }
}

/** Who can be asked to sign, oneself first, then who wrote most; someone without a certificate here has no key. */
export function signersOf(context: Context, inspection: string): Bundle['signers'] {
  const { db, keys, person, path } = context
  const written = Map.groupBy(listEntries(db, inspection), ({ author }) => author)
  const here = readKeyring(path).persons
  const own = { person: person.id, name: person.name, kid: keys.signing()?.kid ?? null }
  const others = [...colleaguesOf(context)].map(([id, { name, kid }]) => ({ person: id, name, kid }))
  const people = [own, ...others].map((one) => ({ ...one, changes: written.get(one.person)?.length ?? 0, own: one.person === person.id, here: here.includes(one.person) }))
  return people.sort((a, b) => Number(b.own) - Number(a.own) || b.changes - a.changes || (a.name < b.name ? -1 : 1))
}

/** Who must sign a bundle, and what those who did have stated. */
export function signedBy(context: Context, { manifest, header }: Pick<StoredBundle, 'manifest' | 'header'>): Bundle['list'][number]['signers'] {
  const signed = listSignatures(context.db, manifest)
  const known = new Map([...colleaguesOf(context).values()].map(({ kid, name }) => [kid, name]))
  const own = context.keys.signing()?.kid
  return header.signers.map((kid) => {
    const signature = signed.get(kid)
    const { statement, time } = signature ? JSON.parse(signature.json.toString()) as { statement: string; time: string } : { statement: null, time: null }
    const name = signature ? readCertificate(signature.pem).name : kid === own ? context.person.name : known.get(kid) ?? null
    return { kid, name, own: kid === own, statement, time }
  })
}
