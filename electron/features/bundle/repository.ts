import type { BundleHeader, DeviceStatement } from '../../../shared/domain/bundle.ts'
import type { Status } from '../../../shared/domain/summary.ts'
import { canonical } from '../../crypto/hash.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import type { SignedDevice } from './seal.ts'

export type StoredBundle = { manifest: string; direction: 'made' | 'received'; state: 'accepted' | 'waiting'; header: BundleHeader; file: string | null; at: string; receivedByOffice: string | null }
type Row = Omit<StoredBundle, 'header'> & { header: string }

const ALL = 'SELECT bundle.manifest, direction, state, header, file, bundle.at, receipt.at AS receivedByOffice FROM bundle LEFT JOIN receipt USING (manifest)'
const fromRow = (row: Row): StoredBundle => ({ ...row, header: JSON.parse(row.header) })

/** Bundles made and received, newest first; of one inspection, or all. */
export function listBundles(db: Db, inspection: string | null): StoredBundle[] {
  return sql<{ inspection: string | null }, Row>(db, `${ALL} WHERE :inspection IS NULL OR inspection = :inspection ORDER BY bundle.at DESC, sequence DESC`)
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

/** The bundle that a device wrote last about an inspection. */
export function findLastMade(db: Db, inspection: string, device: string): StoredBundle | undefined {
  return listBundles(db, inspection)
    .filter(({ direction, header }) => direction === 'made' && header.deviceId === device)
    .sort((a, b) => b.header.sequence - a.header.sequence)[0]
}

export function saveReceipt(db: Db, manifest: string, receipt: string, at: string): void {
  sql<[string, string, string]>(db, 'INSERT INTO receipt VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(manifest, receipt, at)
}

export function findReceipt(db: Db, manifest: string): { body: string; at: string } | undefined {
  return sql<[string], { body: string; at: string }>(db, 'SELECT body, at FROM receipt WHERE manifest = ?').get(manifest)
}

type StatementRow = { statement: string; signature: Buffer; certificate: string }

/** What persons signed of the devices' logs, as it is passed on. */
export function listStatements(db: Db, inspection: string): SignedDevice[] {
  return sql<[string], StatementRow>(db, 'SELECT statement, signature, certificate FROM device_statement WHERE inspection = ? ORDER BY device')
    .all(inspection)
    .map(({ statement, signature, certificate }) => ({ json: Buffer.from(statement), sig: signature, pem: certificate }))
}

/** Keeps a statement unless one is known that covers more. */
export function saveStatement(db: Db, { inspection, device, counter }: DeviceStatement, { json, sig, pem }: SignedDevice): void {
  sql<(string | number | Buffer)[]>(db, `
    INSERT INTO device_statement VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (inspection, device) DO UPDATE
    SET counter = excluded.counter, statement = excluded.statement, signature = excluded.signature, certificate = excluded.certificate
    WHERE excluded.counter >= device_statement.counter`).run(inspection, device, counter, json.toString(), sig, pem)
}

/** Bundles that wait for others of the same inspection, the earliest first. */
export function findWaiting(db: Db, inspection: string): StoredBundle[] {
  return listBundles(db, inspection).filter(({ state }) => state === 'waiting').toReversed()
}

/** By author, how many changes no statement of a device covers. */
export function listUnsigned(db: Db, inspection: string): { person: string; changes: number }[] {
  return sql<[string], { person: string; changes: number }>(db, `
    SELECT body ->> 'author' AS person, count(*) AS changes FROM change
    LEFT JOIN device_statement USING (inspection, device)
    WHERE inspection = ? AND change.counter > coalesce(device_statement.counter, 0)
    GROUP BY person ORDER BY person`).all(inspection)
}
