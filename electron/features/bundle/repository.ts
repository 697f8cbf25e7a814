import type { BundleHeader } from '../../../shared/domain/bundle.ts'
import type { Status } from '../../../shared/domain/summary.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

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

/** The newest hand-over of an inspection that was made or accepted here. */
export function findHandedOver(db: Db, inspection: string): StoredBundle | undefined {
  return listBundles(db, inspection).find(({ state, header }) => state === 'accepted' && header.purpose === 'handover')
}

/** How far an inspection is as it stands now: what was changed after a hand-over is a draft again. */
export function statusOf(db: Db, inspection: string, stateHash: string): Status {
  const handedOver = listBundles(db, inspection).find(({ state, header }) =>
    state === 'accepted' && header.purpose === 'handover' && header.stateHash === stateHash)
  if (!handedOver) return 'draft'
  return handedOver.receivedByOffice !== null ? 'received' : handedOver.direction === 'made' ? 'exported' : 'signed'
}
