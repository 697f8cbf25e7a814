import type { DeviceStatement } from '../../../shared/domain/bundle.ts'
import type { Person } from '../../../shared/domain/person.ts'
import { canonical } from '../../crypto/hash.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import { findBundle, findCovering } from '../bundle/repository.ts'
import type { Trust } from '../bundle/statements.ts'

/** An office that is trusted here: its root certificate and the newest revocation list of it, both PEM. */
export type Root = { id: string; name: string; certificate: string; crl: string; acceptedAt: string }
/** The certificate that a person was given for a key. */
export type HeldPass = { kid: string; person: string; root: string; certificate: string; acceptedAt: string }
export type Issued = { kid: string; person: Person; certificate: string; issuedAt: string }

const ROOT = 'SELECT id, name, certificate, crl, accepted_at AS acceptedAt FROM root'

/** Whom to believe in this workspace, at a moment. */
export function trustOf(db: Db, at: string): Trust {
  const roots = listRoots(db)
  const arrived = {
    bundle: (manifest: string) => findBundle(db, manifest)?.at,
    statement: (statement: DeviceStatement) => findCovering(db, statement),
  }
  return { roots: roots.map(({ certificate }) => certificate), crls: roots.map(({ crl }) => crl), at, arrived }
}

export const listRoots = (db: Db) => sql<[], Root>(db, `${ROOT} ORDER BY id`).all()

export const getRoot = (db: Db, id: string) => sql<[string], Root>(db, `${ROOT} WHERE id = ?`).get(id)

/** Pins an office, or takes over a newer revocation list of one that is pinned. */
export function saveRoot(db: Db, root: Root): void {
  sql<Root>(db, 'INSERT INTO root VALUES (:id, :name, :certificate, :crl, :acceptedAt) ON CONFLICT (id) DO UPDATE SET crl = excluded.crl').run(root)
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
