import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type BundleHeader, Erasure, FORMAT, type KeyId, LogEntry, type Purpose } from '../../../shared/domain/bundle.ts'
import { type Entry, unnamed } from '../../../shared/domain/change.ts'
import { type Capacity, statementOf } from '../../../shared/domain/statement.ts'
import { appError } from '../../../shared/errors.ts'
import program from '../../../package.json' with { type: 'json' }
import { canonical } from '../../crypto/hash.ts'
import { appendAudit, listAudit } from '../../db/audit.ts'
import { countersOf, listEntries } from '../../db/change-log.ts'
import { listDrafts, recordDraft } from '../../db/draft.ts'
import { listErasures } from '../../db/erase.ts'
import { SCHEMA } from '../../db/migrate.ts'
import { listPersons } from '../../db/person.ts'
import type { Context, Running } from '../../context.ts'
import { colleaguesOf } from '../enrolment/colleague.ts'
import { snapshotsOf } from '../comparison/repository.ts'
import { revocationOf } from '../enrolment/list.ts'
import { findPass, getRoot, type HeldPass } from '../enrolment/repository.ts'
import { findHere, namedIn, openEvidence } from '../evidence/store.ts'
import { getFrameworkOf, getInspection, getStateHash } from '../inspection/repository.ts'
import { assertUnprivileged } from '../privacy/privilege.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { reportHtml } from '../report/html.ts'
import { reportOf } from '../report/repository.ts'
import { gatesOf } from './gates.ts'
import { stagingOf } from './import.ts'
import { capacityOf, keepMade } from './proposal.ts'
import { addBundle, findHandedOver, findLastMade, listStatements, saveSignature } from './repository.ts'
import { bytesOf, sealBundle, type Sealing } from './seal.ts'
import { assertSigned, signOwnLog } from './share.ts'
import type { Member } from './zip-writer.ts'

/** What is to be made, of what and for whom; `since` is what the reader is known to have, by device. */
export interface Order {
  inspection: string
  purpose: Purpose
  since: Record<string, number>
  path: string
  /** For whom the file is encrypted; nobody leaves it as it is, which is written down. */
  recipients: readonly string[]
  /** As what the person signs a hand-over; left out, as the team says. */
  as?: Capacity | undefined
  /** Key ids of those who must sign a hand-over too. Then its bytes are kept here, and it is a proposal until they have. */
  others?: readonly KeyId[]
}

const STATEMENTS: Readonly<Record<Exclude<Purpose, 'handover'>, string>> = {
  exchange: 'Ik geef dit onvoltooide werk door aan een collega.',
  preparation: 'Het bureau geeft deze voorbereiding mee.',
}

/** Signs an inspection and writes it as a bundle; what its author was typing is recorded first. */
export async function makeBundle(context: Context, order: Order, { progress, signal }: Running) {
  const { db, now } = context
  const sealing = db.transaction(() => gather(context, order)).immediate()
  const onProgress = (done: number, total: number) => progress({ done, total })
  const { manifestSha256: manifest, header, signatures } = await sealBundle(sealing, { signal, onProgress })
  const savedAt = now()
  try {
    const file = header.signers.length > signatures.size ? await keepMade(context, manifest, order.path, signal) : null
    const made = { manifest, direction: 'made' as const, state: file === null ? 'accepted' as const : 'proposed' as const, header, file, at: savedAt }
    db.transaction(() => {
      addBundle(db, made)
      for (const [kid, signed] of signatures) saveSignature(db, manifest, kid, signed, savedAt)
    }).immediate()
  } catch (error) {
    await rm(order.path, { force: true }) // a file that nobody knows of would have no receipt and no successor
    throw error
  }
  return { manifest, sequence: header.sequence, savedAt }
}

/** Signs an inspection that others must sign too, and keeps it here: nothing leaves before someone writes it to a file. */
export async function propose(context: Context, { inspection, others, as }: Pick<Order, 'inspection' | 'as'> & { others: readonly KeyId[] }, run: Running) {
  const known = new Set([...colleaguesOf(context).values()].map(({ kid }) => kid))
  if (!others.every((kid) => known.has(kid)) || new Set(others).size < others.length) throw appError('recipient-unknown', {})
  const path = stagingOf(context)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    return await makeBundle(context, { inspection, purpose: 'handover', since: {}, path, recipients: [context.keys.recipient], as, others }, run)
  } finally {
    await rm(path, { force: true })
  }
}

function gather(context: Context, order: Order): Sealing {
  const { inspection, purpose, since, path, recipients, others = [] } = order
  const { db, keys, now, newId, device } = context
  const kid = keys.signing()?.kid
  const pass = findPass(db, kid)
  const revoked = pass && revocationOf(db, pass)
  if (revoked) throw appError('certificate-revoked', { kid: pass.kid, at: revoked.at })
  if (kid === undefined || !pass) throw appError('not-enrolled', {})
  for (const draft of listDrafts(context, inspection)) recordDraft(context, draft)
  assertUnprivileged(db, inspection)
  const { signers: needed } = getRoot(db, pass.root)!.policy
  if (purpose === 'handover') assertOpen(context, inspection)
  if (purpose === 'handover' && 1 + others.length < needed) throw appError('signers-too-few', { found: 1 + others.length, needed })

  const bundleId = newId()
  appendAudit(context, inspection, others.length > 0 ? 'proposal' : recipients.length > 0 ? purpose : `${purpose}-unencrypted`, bundleId)
  signOwnLog(context, inspection, pass)
  assertSigned(db, inspection)
  const asked = purpose === 'handover' ? [context.person.name, ...namesOf(context, others)] : undefined
  const records = recordsOf(context, inspection, { since, pass, asked })
  const { hash: sha256, framework: { id, version: frameworkVersion } } = getFrameworkOf(db, inspection)
  const last = findLastMade(db, inspection, device)
  const header: Sealing['header'] = {
    format: FORMAT, bundleId, inspectionId: inspection, deviceId: device, purpose, since, known: countersOf(db, inspection),
    sequence: (last?.header.sequence ?? 0) + 1,
    previousBundle: { sha256: last?.manifest ?? null },
    replaces: purpose === 'handover' ? (findHandedOver(db, inspection)?.manifest ?? null) : null,
    schema: SCHEMA, app: program.version, framework: { id, version: frameworkVersion, sha256 },
    destination: pass.root, policy: { signers: needed }, logHead: records.logHead, counts: records.counts, stateHash: getStateHash(db, inspection), madeAt: now(),
  }
  const own = { kid, role: keys.role === 'office' ? 'office' as const : 'inspector' as const, statement: statementFor(context, order) }
  const signer = { ...own, time: header.madeAt, counter: header.known[device] ?? 0, certificate: pass.certificate, sign: (bytes: Buffer) => keys.sign(bytes) }
  return { header, members: records.members, signers: [signer], others, devices: listStatements(db, inspection), path, recipients }
}

/** Whoever takes over what others judged says no more than that. */
function statementFor(context: Context, { inspection, purpose, as = capacityOf(context, inspection) }: Order): string {
  if (purpose !== 'handover') return STATEMENTS[purpose]
  return statementOf(as, getInspection(context.db, inspection).takenFrom.value === 'report' ? 'paper' : 'made')
}

function assertOpen(context: Context, inspection: string): void {
  const closed = gatesOf(context, inspection).filter(({ blocks }) => blocks)
  if (closed.length > 0) throw appError('hand-over-blocked', { gates: closed.map(({ code, count }) => `${code} (${count})`).join(', ') })
}

function namesOf(context: Context, kids: readonly KeyId[]): string[] {
  return [...colleaguesOf(context).values()].filter(({ kid }) => kids.includes(kid)).map(({ name }) => name)
}

/** The files under data/, and what they add up to. */
function recordsOf(context: Context, inspection: string, { since, pass, asked }: Pick<Order, 'since'> & { pass: HeldPass; asked: readonly string[] | undefined }) {
  const { db } = context
  const entries = listEntries(db, inspection).filter(({ device, counter }) => counter > (since[device] ?? 0))
  const contents = entries.filter(({ content }) => content !== null).sort((a, b) => (a.id < b.id ? -1 : 1))
  const signed = new Map(listStatements(db, inspection).map(({ device, log }) => [device, log]))
  const log = listAudit(db, inspection)
    .filter(({ device, n }) => n <= (signed.get(device) ?? 0))
    .map(({ body, hash }) => LogEntry.parse({ ...JSON.parse(body), hash }))
  const erasures = signedErasures(context, inspection, entries, pass)
  const authors = new Set(listEntries(db, inspection).map(({ author }) => author))
  const persons = listPersons(db).filter(({ id }) => authors.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const earlier = snapshotsOf(db, inspection)
  const evidence = evidenceOf(context, inspection, entries)
  const members: Member[] = [
    lines('changes.jsonl', entries.map((entry) => ({ id: entry.id, ...unnamed(entry) }))),
    lines('content.jsonl', contents.map(({ id, content }) => ({ change: id, ...content }))),
    lines('log.jsonl', log),
    ...(erasures.length > 0 ? [lines('erasures.jsonl', erasures)] : []),
    json('framework.json', getFrameworkOf(db, inspection).framework),
    json('organisation.json', getOrganisation(db, getInspection(db, inspection).organisation.value!)),
    json('persons.json', persons),
    ...earlier.map((round) => json(`earlier/${round.inspection}.json`, round)),
    { name: 'data/report.html', content: Buffer.from(reportHtml({ ...reportOf(db, inspection), ...(asked && { asked }) })) },
    ...evidence,
  ]
  const logHead: BundleHeader['logHead'] = Object.fromEntries(log.map(({ device, n, hash }) => [device, { n, hash }]))
  const counts = {
    changes: entries.length, contents: contents.length, log: log.length, erasures: erasures.length, persons: persons.length,
    earlier: earlier.length, evidence: evidence.length,
  }
  return { members, logHead, counts }
}

/** The files that these changes name, as far as they are here; read and unsealed while they are written. */
function evidenceOf(context: Context, inspection: string, entries: readonly Entry[]): Member[] {
  return [...namedIn(entries).keys()].flatMap((sha256) => {
    const stored = findHere(context, inspection, sha256)
    return stored ? [{ name: `data/evidence/${sha256}`, content: { ...stored, open: () => openEvidence(context, stored) } }] : []
  })
}

/** What was erased here is signed by whoever erased it; what others erased travels on as they signed it. */
function signedErasures({ db, keys, author }: Context, inspection: string, entries: readonly Entry[], { certificate }: HeldPass): Erasure[] {
  const within = new Set(entries.map(({ id }) => id))
  const first = Map.groupBy(listErasures(db, inspection).filter(({ change }) => within.has(change)), ({ change }) => change).values()
  return [...first].flatMap(([one]) => {
    const { signed, binds: _binds, ...erasure } = one!
    if (signed !== null) return [Erasure.parse(JSON.parse(signed))]
    if (erasure.author !== author) return []
    const record = { _type: 'veldtoets/erasure/1' as const, inspection, ...erasure }
    return [{ record, certificate, signature: keys.sign(Buffer.from(canonical(record))).toString('hex') }]
  })
}

const json = (name: string, value: unknown): Member => ({ name: `data/${name}`, content: bytesOf(value) })
const lines = (name: string, values: readonly unknown[]): Member =>
  ({ name: `data/${name}`, content: Buffer.concat(values.map(bytesOf)) })

