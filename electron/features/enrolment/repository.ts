import type { DeviceStatement } from '../../../shared/domain/bundle.ts'
import type { Person } from '../../../shared/domain/person.ts'
import { canonical } from '../../crypto/hash.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import { findBundle, findCovering } from '../bundle/repository.ts'
import type { Trust } from '../bundle/statements.ts'

/** An office that is trusted here: its root certificate and the newest revocation list of it, both PEM, and for whom to encrypt what is meant for it. */
export type Root = { id: string; name: string; certificate: string; crl: string; recipients: string[]; acceptedAt: string }
type RootRow = Omit<Root, 'recipients'> & { recipients: string }
/** The certificate that a person was given for a key. */
export type HeldPass = { kid: string; person: string; root: string; certificate: string; acceptedAt: string }
export type Issued = { kid: string; person: Person; certificate: string; issuedAt: string }

const ROOT = 'SELECT id, name, certificate, crl, recipients, accepted_at AS acceptedAt FROM root'
const fromRow = (row: RootRow): Root => ({ ...row, recipients: JSON.parse(row.recipients) })

/** Whom to believe in this workspace, at a moment. */
export function trustOf(db: Db, at: string): Trust {
  const roots = listRoots(db)
  const arrived = {
    bundle: (manifest: string) => findBundle(db, manifest)?.at,
    statement: (statement: DeviceStatement) => findCovering(db, statement),
  }
  return { roots: roots.map(({ certificate }) => certificate), crls: roots.map(({ crl }) => crl), at, arrived }
}

export const listRoots = (db: Db) => sql<[], RootRow>(db, `${ROOT} ORDER BY id`).all().map(fromRow)

export function getRoot(db: Db, id: string): Root | undefined {
  const row = sql<[string], RootRow>(db, `${ROOT} WHERE id = ?`).get(id)
  return row && fromRow(row)
}

/** Pins an office, or takes over a newer revocation list and newer recipients of one that is pinned. */
export function saveRoot(db: Db, root: Root): void {
  sql<RootRow>(db, `
    INSERT INTO root VALUES (:id, :name, :certificate, :crl, :recipients, :acceptedAt)
    ON CONFLICT (id) DO UPDATE SET crl = excluded.crl, recipients = excluded.recipients`).run({ ...root, recipients: JSON.stringify(root.recipients) })
}

/** Keeps certificates that were checked, so that one can encrypt for whom they name. */
export function addColleagues(db: Db, certificates: readonly { kid: string; pem: string }[]): void {
  for (const { kid, pem } of certificates) sql<[string, string]>(db, 'REPLACE INTO colleague VALUES (?, ?)').run(kid, pem)
}

/** All certificates of others that came in here: by pass, by card, and with what they signed. */
export function listKnownCertificates(db: Db): string[] {
  return sql<[], { certificate: string }>(db, 'SELECT certificate FROM colleague UNION SELECT certificate FROM device_statement')
    .all()
    .map(({ certificate }) => certificate)
}

export function savePass(db: Db, pass: HeldPass): void {
  sql<HeldPass>(db, 'REPLACE INTO pass VALUES (:kid, :person, :root, :certificate, :acceptedAt)').run(pass)
}

/** What a person holds for a key; none before the office answered. */
export function findPass(db: Db, kid: string | undefined): HeldPass | undefined {
  if (kid === undefined) return undefined
  return sql<[string], HeldPass>(db, 'SELECT kid, person, root, certificate, accepted_at AS acceptedAt FROM pass WHERE kid = ?').get(kid)
}

export function addIssued(db: Db, { kid, person, certificate, issuedAt }: Issued): void {
  sql<[string, string, string, string]>(db, 'REPLACE INTO certificate VALUES (?, ?, ?, ?)')
    .run(kid, person.id, canonical({ person, certificate }), issuedAt)
}

export function listIssued(db: Db): Issued[] {
  return sql<[], { kid: string; body: string; issuedAt: string }>(db, 'SELECT kid, body, issued_at AS issuedAt FROM certificate ORDER BY issued_at DESC')
    .all()
    .map(({ body, ...rest }) => ({ ...JSON.parse(body), ...rest }))
}
