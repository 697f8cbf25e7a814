import type { Quarantined } from '../../../shared/api/bundle.ts'
import type { BundleHeader, DeviceStatement, KeyId } from '../../../shared/domain/bundle.ts'
import type { Status } from '../../../shared/domain/summary.ts'
import { canonical, sha256 } from '../../crypto/hash.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import type { SignedDevice } from './seal.ts'

export type StoredBundle = { manifest: string; direction: 'made' | 'received'; state: 'accepted' | 'proposed' | 'waiting'; header: BundleHeader; file: string | null; at: string; receivedByOffice: string | null }
type Row = Omit<StoredBundle, 'header'> & { header: string }

const ALL = 'SELECT bundle.manifest, direction, state, header, file, bundle.at, receipt.at AS receivedByOffice FROM bundle LEFT JOIN receipt USING (manifest)'
const fromRow = (row: Row): StoredBundle => ({ ...row, header: JSON.parse(row.header) })

/** Bundles made and received, newest first; of one inspection, or all. */
export function listBundles(db: Db, inspection: string | null): StoredBundle[] {
  return sql<{ inspection: string | null }, Row>(db, `${ALL} ${inspection === null ? '' : 'WHERE inspection = :inspection'} ORDER BY bundle.at DESC, sequence DESC`)
    .all({ inspection })
    .map(fromRow)
}

export function findBundle(db: Db, manifest: string): StoredBundle | undefined {
  const row = sql<[string], Row>(db, `${ALL} WHERE manifest = ?`).get(manifest)
  return row && fromRow(row)
}

/** The hand-over of an inspection, made or accepted here, that no other replaces: clocks may be wrong, and order of arrival says nothing. */
export function findHandedOver(db: Db, inspection: string): StoredBundle | undefined {
  const handedOver = listBundles(db, inspection).filter(({ state, header }) => state === 'accepted' && header.purpose === 'handover')
  const replaced = new Set(handedOver.map(({ header }) => header.replaces))
  return handedOver.find(({ manifest }) => !replaced.has(manifest))
}

/** How far an inspection is as it stands now: what was changed after a hand-over is a draft again. */
export function statusOf(db: Db, inspection: string, stateHash: string): Status {
  const handedOver = listBundles(db, inspection).find(({ state, header }) =>
    state === 'accepted' && header.purpose === 'handover' && header.stateHash === stateHash)
  if (!handedOver) return 'draft'
  return handedOver.receivedByOffice !== null ? 'received' : handedOver.direction === 'made' ? 'exported' : 'signed'
}

export function addBundle(db: Db, bundle: Omit<StoredBundle, 'receivedByOffice'>): void {
  sql<Row>(db, `
    INSERT INTO bundle (manifest, direction, state, header, file, at) VALUES (:manifest, :direction, :state, :header, :file, :at)
    ON CONFLICT (manifest) DO UPDATE SET state = excluded.state, file = excluded.file`)
    .run({ ...bundle, header: canonical(bundle.header), receivedByOffice: null })
}

/** Another bundle that bears the same id. */
export function findTwin(db: Db, bundleId: string, manifest: string): string | undefined {
  return sql<[string, string], { manifest: string }>(db, 'SELECT manifest FROM bundle WHERE bundle_id = ? AND manifest <> ?').get(bundleId, manifest)?.manifest
}

/** The numbers and ids of the bundles that came in, by inspection and device, ascending. */
export function listArrived(db: Db, inspection: string | null): { inspection: string; device: string; arrived: { sequence: number; bundle: string }[] }[] {
  return sql<{ inspection: string | null }, { inspection: string; device: string; arrived: string }>(db, `
    SELECT inspection, device, json_group_array(json_object('sequence', sequence, 'bundle', bundle_id)) AS arrived FROM bundle
    WHERE direction = 'received' ${inspection === null ? '' : 'AND inspection = :inspection'} GROUP BY inspection, device ORDER BY inspection, device`)
    .all({ inspection })
    .map(({ arrived, ...rest }) => ({ ...rest, arrived: (JSON.parse(arrived) as { sequence: number; bundle: string }[]).sort((a, b) => a.sequence - b.sequence) }))
}

/** Whose device it is, as far as that is known here. */
export function findWriter(db: Db, device: string): string | null {
  const name = `SELECT person.name FROM device_statement JOIN person ON person.id = statement ->> 'person' WHERE device = ? LIMIT 1`
  return sql<[string], { name: string }>(db, name).get(device)?.name ?? null
}

/** One that waited and turned out not to be relied on. */
export function forgetWaiting(db: Db, manifest: string): void {
  sql<[string]>(db, `DELETE FROM bundle WHERE manifest = ? AND state = 'waiting'`).run(manifest)
}

export type StoredQuarantine = Omit<Quarantined, 'words' | 'removableFrom'>
type ApartRow = { manifest: string; contents: string; failure: string; writer: string | null; at: string; putAway: string | null; opened: string; removed: string | null }
const APART = 'SELECT manifest, contents, failure, writer, at, put_away AS putAway, opened, removed FROM quarantine'
const orNull = (json: string | null) => (json === null ? null : JSON.parse(json))
const fromApart = ({ contents, failure, putAway, opened, removed, ...row }: ApartRow): StoredQuarantine =>
  ({ ...row, contents: JSON.parse(contents), failure: JSON.parse(failure), putAway: orNull(putAway), opened: JSON.parse(opened), removed: orNull(removed) })

/** What was set apart, newest first. */
export const listQuarantined = (db: Db) => sql<[], ApartRow>(db, `${APART} ORDER BY at DESC, manifest`).all().map(fromApart)

export function findQuarantined(db: Db, manifest: string): StoredQuarantine | undefined {
  const row = sql<[string], ApartRow>(db, `${APART} WHERE manifest = ?`).get(manifest)
  return row && fromApart(row)
}

/** Keeps why a bundle is apart, and what persons did with it; the moment at which it first came stays. */
export function saveQuarantined(db: Db, { contents, failure, putAway, opened, removed, ...one }: StoredQuarantine): void {
  sql<ApartRow>(db, `
    INSERT INTO quarantine VALUES (:manifest, :contents, :failure, :writer, :at, :putAway, :opened, :removed)
    ON CONFLICT (manifest) DO UPDATE SET contents = excluded.contents, failure = excluded.failure, writer = excluded.writer, put_away = excluded.put_away,
      opened = excluded.opened, removed = excluded.removed`)
    .run({ ...one, contents: canonical(contents), failure: canonical(failure), putAway: putAway && canonical(putAway), opened: canonical(opened), removed: removed && canonical(removed) })
}

export function deleteQuarantined(db: Db, manifest: string): void {
  sql<[string]>(db, 'DELETE FROM quarantine WHERE manifest = ?').run(manifest)
}

/** The bundle that a device wrote last about an inspection. */
export function findLastMade(db: Db, inspection: string, device: string): StoredBundle | undefined {
  return listBundles(db, inspection)
    .filter(({ direction, header }) => direction === 'made' && header.deviceId === device)
    .sort((a, b) => b.header.sequence - a.header.sequence)[0]
}

/** Keeps what a person signed about a bundle; what is known stays, with its moment. */
export function saveSignature(db: Db, manifest: string, kid: KeyId, { json, sig, pem }: SignedDevice, at: string): void {
  sql<(string | Buffer)[]>(db, 'INSERT INTO signature VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING').run(manifest, kid, json.toString(), sig, pem, at)
}

/** What persons signed about a bundle, by key id. */
export function listSignatures(db: Db, manifest: string): Map<KeyId, SignedDevice> {
  type SignatureRow = { kid: KeyId; statement: string; signature: Buffer; certificate: string }
  const rows = sql<[string], SignatureRow>(db, 'SELECT kid, statement, signature, certificate FROM signature WHERE manifest = ? ORDER BY kid').all(manifest)
  return new Map(rows.map(({ kid, statement, signature, certificate }) => [kid, { json: Buffer.from(statement), sig: signature, pem: certificate }]))
}

/** Whether all have signed who must. */
export function isComplete(db: Db, manifest: string, { signers }: Pick<BundleHeader, 'signers'>): boolean {
  const signed = listSignatures(db, manifest)
  return signers.every((kid) => signed.has(kid))
}

/** The bytes of a bundle are no longer kept. */
export function dropFile(db: Db, manifest: string): void {
  sql<[string]>(db, 'UPDATE bundle SET file = NULL WHERE manifest = ?').run(manifest)
}

/** When exactly this came in here; none that was not seen. */
export function findSignature(db: Db, manifest: string, kid: KeyId, { json, pem }: SignedDevice): string | undefined {
  return sql<string[], { at: string }>(db, 'SELECT at FROM signature WHERE manifest = ? AND kid = ? AND statement = ? AND certificate = ?')
    .get(manifest, kid, json.toString(), pem)?.at
}

/** What others signed of bundles that came in since a moment, with their certificates (PEM). */
export function listSignedSince(db: Db, moment: string): { manifest: string; pem: string; at: string }[] {
  return sql<[string], { manifest: string; pem: string; at: string }>(db, `
    SELECT manifest, certificate AS pem, signature.at FROM signature JOIN bundle USING (manifest) WHERE direction = 'received' AND signature.at >= ? ORDER BY signature.at`).all(moment)
}

export function saveReceipt(db: Db, manifest: string, receipt: string, at: string): void {
  sql<[string, string, string]>(db, 'INSERT INTO receipt VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(manifest, receipt, at)
}

export function findReceipt(db: Db, manifest: string): { body: string; at: string } | undefined {
  return sql<[string], { body: string; at: string }>(db, 'SELECT body, at FROM receipt WHERE manifest = ?').get(manifest)
}

type StatementRow = { device: string; log: number; statement: string; signature: Buffer; certificate: string }

/** The newest that persons signed of each device's log, as it is passed on, and how far that goes in its audit chain. */
export function listStatements(db: Db, inspection: string): (SignedDevice & { device: string; log: number })[] {
  return sql<[string], StatementRow>(db, `
    SELECT device, max(log) AS log, statement, signature, certificate FROM device_statement WHERE inspection = ? GROUP BY device ORDER BY device`)
    .all(inspection)
    .map(({ device, log, statement, signature, certificate }) => ({ device, log, json: Buffer.from(statement), sig: signature, pem: certificate }))
}

/** Keeps a statement; the moment of one that is known stays. */
export function saveStatement(db: Db, { inspection, device, counter, log }: DeviceStatement, { json, sig, pem }: SignedDevice, at: string): void {
  sql<(string | number | Buffer)[]>(db, 'INSERT INTO device_statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .run(sha256(json.toString()), inspection, device, counter, log.n, json.toString(), sig, pem, at)
}

/** When the first statement came in here that was signed with the same key and goes at least as far; none that was not seen. */
export function findCovering(db: Db, { inspection, device, kid, counter, log }: DeviceStatement): string | undefined {
  const covers = `inspection = ? AND device = ? AND counter >= ? AND log >= ? AND statement ->> 'kid' = ?`
  return sql<[string, string, number, number, string], { at: string | null }>(db, `SELECT min(at) AS at FROM device_statement WHERE ${covers}`)
    .get(inspection, device, counter, log.n, kid)?.at ?? undefined
}

/** Bundles that wait for others of the same inspection, the earliest first. */
export function findWaiting(db: Db, inspection: string): StoredBundle[] {
  return listBundles(db, inspection).filter(({ state }) => state === 'waiting').toReversed()
}

/** By author, how many changes no statement of a device covers. */
export function listUnsigned(db: Db, inspection: string): { person: string; changes: number }[] {
  return sql<[string], { person: string; changes: number }>(db, `
    SELECT body ->> 'author' AS person, count(*) AS changes FROM change
    LEFT JOIN (SELECT inspection, device, max(counter) AS counter FROM device_statement GROUP BY inspection, device) AS signed USING (inspection, device)
    WHERE inspection = ? AND change.counter > coalesce(signed.counter, 0)
    GROUP BY person ORDER BY person`).all(inspection)
}
