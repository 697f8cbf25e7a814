import { z } from 'zod'
import type { Arrival } from '../../../shared/api/bundle.ts'
import { EarlierRound } from '../../../shared/domain/earlier.ts'
import { headOf, type BundleHeader } from '../../../shared/domain/bundle.ts'
import type { ChangeId, Entry } from '../../../shared/domain/change.ts'
import { headsAfter, isElement, placeOf, readingOf } from '../../../shared/domain/field.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { Organisation } from '../../../shared/domain/organisation.ts'
import { AppError, appError, type Failure } from '../../../shared/errors.ts'
import { hold } from '../../crypto/canonical-file.ts'
import { hash } from '../../crypto/hash.ts'
import { openSealedFile } from '../../crypto/sealed-file.ts'
import { countersOf, isKnown, listEntries, listHeadsOf } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import type { Context } from '../../context.ts'
import { assertNotBehind } from '../enrolment/list.ts'
import { findPass, trustOf } from '../enrolment/repository.ts'
import { namedIn } from '../evidence/store.ts'
import { assertBeginning } from './beginning.ts'
import { assertAssigned, assertForHere } from './history.ts'
import { findBundle, listSignatures } from './repository.ts'
import { openBundle, openBundleIn, type OpenBundle } from './open.ts'
import { readRecords, type Records } from './records.ts'
import type { Trust } from './statements.ts'

const EVIDENCE = 'data/evidence/'

/** A bundle that was read to its last byte and whose parts agree, and what taking it over would do. */
export interface Read {
  readonly manifest: string
  readonly header: BundleHeader
  readonly bundle: Pick<OpenBundle, 'signers' | 'signatures' | 'devices' | 'names' | 'stream'>
  readonly records: Records & { organisation: Organisation; rounds: EarlierRound[] }
  readonly state: Exclude<Arrival['state'], 'refused' | 'quarantined'>
  readonly added: number
  readonly differences: number
}

/** A bundle that people signed whom this workspace trusts, and that is not to be relied on all the same. `writer` is whose history it is about. */
export interface Suspect {
  readonly contents: NonNullable<Arrival['contents']>
  readonly failure: Failure
  readonly writer: string | null
}

/** What to do with a bundle that is good, or one for a person to look at. What `good` finds out may still make it the latter. */
export interface Uses<T> {
  /** What comes first once it is open, before it is held against what is here. */
  opened?(header: BundleHeader): Promise<void>
  good(read: Read): Promise<T>
  suspect(suspect: Suspect): Promise<T>
}

/** What tells of a person or a machine to be asked, where all else is refused: the file itself is as it was signed. */
const SUSPECT: ReadonlySet<Failure['code']> = new Set([
  'certificate-expired', 'certificate-not-yet-valid', 'not-assigned', 'bundle-forked', 'counter-reused', 'log-forked', 'log-chain-broken',
])
const isSuspect = (error: unknown): error is AppError => error instanceof AppError && SUSPECT.has(error.failure.code)

/** Reads a bundle, sealed as it was staged, that is trusted in this workspace and lends it out; writes nothing itself. Throws what it is refused for. */
export async function readArrival<T>(context: Context, staged: string, signal: AbortSignal, { opened, good, suspect }: Uses<T>): Promise<T> {
  const { bundle, failure } = await openTrusted(context, staged, signal)
  try {
    await opened?.(bundle.header)
    const read = await readGood(context, bundle)
    if (failure) throw new AppError(failure)
    return await good(read)
  } catch (error) {
    if (!isSuspect(error)) throw error
    return await suspect(await suspectOf(bundle, error.failure))
  } finally {
    await bundle.close()
  }
}

/** Opens it as who signed stand today; where only the dates of a certificate are against it, `failure` says so. */
async function openTrusted({ db, now, keys }: Context, staged: string, signal: AbortSignal): Promise<{ bundle: OpenBundle; failure: Failure | null }> {
  assertNotBehind({ db, keys })
  const trust = { ...trustOf(db, now()), current: keys.role === 'office' ? now() : undefined }
  if (trust.roots.length === 0) throw appError('not-enrolled', {})
  const open = async (as: Trust) => openBundleIn(await openSealedFile(staged, keys.evidenceKey), as, { signal, proposal: keys.role === 'field' })
  try {
    return { bundle: await open(trust), failure: null }
  } catch (error) {
    if (!isSuspect(error)) throw error
    return { bundle: await open({ ...trust, undated: true }), failure: error.failure }
  }
}

async function readGood(context: Context, bundle: OpenBundle): Promise<Read> {
  const { db } = context
  const { header, manifestSha256: manifest } = bundle
  assertComplete(context, bundle)
  const base = hasAll(db, header) ? baseOf(db, header.inspectionId) : null
  const records = await readParts(bundle, base)
  if (records.whole) assertBeginning(context, header, records)
  const does = whatItDoes(db, bundle, records)
  if (does.state !== 'known') {
    assertForHere(context, header, bundle)
    assertAssigned(context, header, bundle)
  }
  return { manifest, header, bundle, records, ...does }
}

/** A proposal to sign is for those who are asked to, and for who made it. */
function assertComplete({ db }: Context, { header, missing: [signer] }: OpenBundle): void {
  if (signer !== undefined && !header.signers.some((kid) => findPass(db, kid))) throw appError('signer-missing', { signer })
}

/** What can be told of a bundle whose records may not agree with each other. */
async function suspectOf(bundle: OpenBundle, failure: Failure): Promise<Suspect> {
  const { header, manifestSha256: manifest } = bundle
  const organisation = hold(Organisation, await bundle.json('data/organisation.json'), 'data/organisation.json')
  const framework = hold(z.looseObject({ title: z.string() }), await bundle.json('data/framework.json'), 'data/framework.json')
  const records = { organisation, framework, entries: [] }
  const device = 'device' in failure.details ? failure.details.device : null
  return { contents: contentsOf({ manifest, header, bundle, records }), failure, writer: bundle.devices.get(String(device))?.name ?? null }
}

/** One row of the decision table. */
export function arrivalOf(file: string, { state, added, differences, ...read }: Read, warnings: Arrival['warnings']): Arrival {
  return { file, state, added, differences, warnings, failure: null, contents: contentsOf(read) }
}

interface About extends Pick<Read, 'manifest' | 'header'> {
  readonly bundle: Pick<OpenBundle, 'signers'>
  readonly records: { readonly organisation: Pick<Organisation, 'name'>; readonly framework: { readonly title: string }; readonly entries: readonly Entry[] }
}

/** What a bundle is about, for whoever looks at it before it is taken over. */
function contentsOf({ manifest, header, bundle, records }: About): NonNullable<Arrival['contents']> {
  const firstDay = records.entries.findLast(({ entity, field }) => entity === 'inspection' && field === 'firstDay')?.content?.value
  return {
    manifest, purpose: header.purpose, inspection: header.inspectionId, organisation: records.organisation.name, framework: records.framework.title,
    firstDay: typeof firstDay === 'string' ? firstDay : null, device: header.deviceId, sequence: header.sequence, changes: header.counts.changes,
    signers: bundle.signers.map(({ kid, name, role, statement, time }) => ({ kid, name, role, statement, time })),
  }
}

/** Checks a bundle without a workspace; throws what is wrong with it. */
export async function verifyBundle(path: string, trust: Trust, signal: AbortSignal) {
  const bundle = await openBundle(path, trust, { signal })
  try {
    const records = await readParts(bundle, null)
    return { rootChecked: bundle.rootChecked, contents: contentsOf({ manifest: bundle.manifestSha256, header: bundle.header, bundle, records }) }
  } finally {
    await bundle.close()
  }
}

/** All that a bundle holds, each part held against the others, against the framework and against the files inside. */
export async function readParts(bundle: OpenBundle, base: Parameters<typeof readRecords>[1]): Promise<Read['records']> {
  const records = await readRecords(bundle, base)
  assertContents(records)
  assertEvidence(bundle, records)
  return {
    ...records,
    organisation: hold(Organisation, records.organisation, 'data/organisation.json'),
    rounds: [...records.earlier].map(([id, round]) => roundOf(id, round)),
  }
}

/** An earlier round, under the id that its member is named after. */
function roundOf(id: string, value: unknown): EarlierRound {
  const member = `data/earlier/${id}.json`
  const round = hold(EarlierRound, value, member)
  if (round.inspection !== id) throw appError('field-invalid', { member, field: 'inspection' })
  return round
}

/** Whether all that a bundle builds on is here. */
function hasAll(db: Db, { inspectionId, since }: BundleHeader): boolean {
  const known = countersOf(db, inspectionId)
  return Object.entries(since).every(([device, counter]) => (known[device] ?? 0) >= counter)
}

function baseOf(db: Db, inspection: string) {
  const byDevice = Map.groupBy(listEntries(db, inspection), ({ device }) => device)
  return {
    headAt: (device: string, counter: number, author: string) => {
      const written = (byDevice.get(device) ?? []).slice(0, counter)
      if (written.some((entry) => entry.author !== author)) throw appError('author-unproved', { device, counter })
      return written.length < counter ? null : headOf(hash, written.map(({ id }) => id))
    },
    has: (id: ChangeId) => isKnown(db, id),
  }
}

/** Refuses an answer on what the framework does not have, outside its scales, or without its reason: nobody can have given it here. */
function assertContents({ entries, framework }: Records): void {
  for (const entry of entries) {
    const { value, reason } = entry.content ?? { value: null, reason: null } // also what is taken away or erased stands somewhere
    try {
      assertAllowed(framework, { ...entry, value, reason })
    } catch {
      throw appError('content-invalid', { change: entry.id })
    }
  }
}

/** Refuses a file that nothing inside names; a hand-over has all that it names. */
function assertEvidence({ header, names }: OpenBundle, { entries }: Records): void {
  const named = namedIn(entries)
  const inside = new Set(names.filter((name) => name.startsWith(EVIDENCE)).map((name) => name.slice(EVIDENCE.length)))
  for (const sha256 of inside) if (!named.has(sha256)) throw appError('broken-reference', { what: 'evidence', id: sha256 })
  if (header.purpose !== 'handover') return
  for (const sha256 of named.keys()) if (!inside.has(sha256)) throw appError('missing-member', { member: EVIDENCE + sha256 })
}

function whatItDoes(db: Db, { manifestSha256: manifest, header: { inspectionId }, signatures }: OpenBundle, { entries, whole }: Records): Pick<Read, 'state' | 'added' | 'differences'> {
  if (!whole) return { state: 'waiting', added: 0, differences: 0 }
  const fresh = entries.filter(({ id }) => !isKnown(db, id))
  const here = findBundle(db, manifest)?.state ?? 'waiting'
  const signed = listSignatures(db, manifest)
  const isNews = fresh.length > 0 || here === 'waiting' || (here === 'proposed' && [...signatures.keys()].some((kid) => !signed.has(kid)))
  const state = isNews ? 'new' : 'known'
  return { state, added: fresh.length, differences: countNewDifferences(db, inspectionId, fresh) }
}

/** How many fields would have answers that differ, that have not now. */
function countNewDifferences(db: Db, inspection: string, fresh: readonly Entry[]): number {
  const differs = (heads: readonly Entry[]) => readingOf(heads.map(({ content }) => content?.value), heads.some(isElement)).different
  return [...Map.groupBy(fresh, placeOf).values()].filter((added) => {
    const { entity, entityId, field } = added[0]!
    const heads = listHeadsOf(db, { inspection, entity, entityId, field })
    return !differs(heads) && differs(headsAfter(heads, added))
  }).length
}
