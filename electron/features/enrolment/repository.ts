import type { DeviceStatement } from '../../../shared/domain/bundle.ts'
import type { Person } from '../../../shared/domain/person.ts'
import type { OfficeRoot, Policy, Vouched } from '../../../shared/domain/enrolment.ts'
import { appError } from '../../../shared/errors.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { canonical } from '../../crypto/hash.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import { findBundle, findCovering, findSignature } from '../bundle/repository.ts'
import type { SignedDevice } from '../bundle/seal.ts'
import type { Trust } from '../bundle/statements.ts'

/** An office that is trusted here: its root certificate and the newest revocation list of it, both PEM, and for whom to encrypt what is meant for it. */
export type Root = {
  id: string; name: string; certificate: string; crl: string | null; recipients: string[]; recovery: string | null; vouched: Vouched | null; policy: Policy; acceptedAt: string
}
type RootRow = Omit<Root, 'recipients' | 'vouched' | 'policy'> & { recipients: string; vouched: string | null; policy: string }
/** The certificate that a person was given for a key. */
export type HeldPass = { kid: string; person: string; root: string; certificate: string; acceptedAt: string }
export type Issued = { serial: string; kid: string; root: string; person: Person; certificate: string; issuedAt: string }

const ROOT = 'SELECT id, name, certificate, crl, recipients, recovery, vouched, policy, accepted_at AS acceptedAt FROM root'
const fromRow = (row: RootRow): Root =>
  ({ ...row, recipients: JSON.parse(row.recipients), vouched: row.vouched === null ? null : JSON.parse(row.vouched), policy: JSON.parse(row.policy) })

/** Whom to believe in this workspace, at a moment. */
export function trustOf(db: Db, at: string): Trust {
  const roots = listRoots(db)
  const arrived = {
    bundle: (manifest: string) => findBundle(db, manifest)?.at,
    signature: (manifest: string, kid: string, signed: SignedDevice) => findSignature(db, manifest, kid, signed),
    statement: (statement: DeviceStatement) => findCovering(db, statement),
  }
  return { roots: roots.map(({ certificate }) => certificate), crls: roots.flatMap(({ crl }) => crl ?? []), at, arrived }
}

export const listRoots = (db: Db) => sql<[], RootRow>(db, `${ROOT} ORDER BY id`).all().map(fromRow)

export function getRoot(db: Db, id: string): Root | undefined {
  const row = sql<[string], RootRow>(db, `${ROOT} WHERE id = ?`).get(id)
  return row && fromRow(row)
}

/** Office: the roots that it has and had, the newest first: those from which it gave certificates. */
export const listOwnRoots = (db: Db) => sql<[], RootRow>(db, `${ROOT} WHERE id IN (SELECT root FROM certificate) ORDER BY accepted_at DESC`).all().map(fromRow)

/** A root that is trusted here and those before it that are too, each as it is vouched for by the next; the newest first. */
export function lineOf(db: Db, id: string, after: readonly string[] = []): Root[] {
  const root = after.includes(id) ? undefined : getRoot(db, id) // roots that vouch for each other in a circle lead nowhere
  return root ? [root, ...(root.vouched ? lineOf(db, root.vouched.by, [...after, id]) : [])] : []
}

/** Roots as they travel; one whose list is not known does not. */
export const travelling = (roots: readonly Root[]): OfficeRoot[] =>
  roots.flatMap(({ certificate, crl, vouched }) => (crl === null ? [] : [{ root: certificate, crl, vouched }]))

/** Pins an office, or takes over a newer revocation list, recipients and policy of one that is pinned. */
export function saveRoot(db: Db, root: Root): void {
  sql<RootRow>(db, `
    INSERT INTO root VALUES (:id, :name, :certificate, :crl, :recipients, :recovery, :vouched, :policy, :acceptedAt)
    ON CONFLICT (id) DO UPDATE SET crl = excluded.crl, recipients = excluded.recipients, recovery = excluded.recovery, policy = excluded.policy`)
    .run({ ...root, recipients: JSON.stringify(root.recipients), vouched: root.vouched && canonical(root.vouched), policy: canonical(root.policy) })
}

/** Keeps certificates that were checked (PEM), so that one can encrypt for whom they name. Errors: `duplicate-key-id`. */
export function addColleagues(db: Db, certificates: readonly string[]): void {
  for (const pem of certificates) {
    const { kid, person } = readCertificate(pem)
    const known = sql<[string], { certificate: string }>(db, 'SELECT certificate FROM colleague WHERE kid = ?').get(kid)
    if (known && readCertificate(known.certificate).person !== person) throw appError('duplicate-key-id', { kid })
    sql<[string, string]>(db, 'REPLACE INTO colleague VALUES (?, ?)').run(kid, pem)
  }
}

/** The certificates of those for whom one can encrypt, as they came in by pass or card. */
export const listColleagues = (db: Db) =>
  sql<[], { certificate: string }>(db, 'SELECT certificate FROM colleague ORDER BY kid').all().map(({ certificate }) => certificate)

/** All certificates of others that came in here: by pass, by card, and with what they signed. */
export function listKnownCertificates(db: Db): string[] {
  return sql<[], { certificate: string }>(db, 'SELECT certificate FROM colleague UNION SELECT certificate FROM device_statement')
    .all()
    .map(({ certificate }) => certificate)
}

export function savePass(db: Db, pass: HeldPass): void {
  sql<HeldPass>(db, 'REPLACE INTO pass VALUES (:kid, :person, :root, :certificate, :acceptedAt)').run(pass)
}

/** Which of these things happened last in the workspace itself, by its audit chain; none where none did. */
export function findLastOf(db: Db, workspace: string, what: readonly string[]): string | undefined {
  return sql<[string, string], { what: string }>(db, `
    SELECT body ->> 'what' AS what FROM audit WHERE inspection = ? AND body ->> 'what' IN (SELECT value FROM json_each(?)) ORDER BY rowid DESC LIMIT 1`)
    .get(workspace, JSON.stringify(what))?.what
}

/** What a person holds for a key; none before the office answered. */
export function findPass(db: Db, kid: string | undefined): HeldPass | undefined {
  if (kid === undefined) return undefined
  return sql<[string], HeldPass>(db, 'SELECT kid, person, root, certificate, accepted_at AS acceptedAt FROM pass WHERE kid = ?').get(kid)
}

export function addIssued(db: Db, { serial, kid, root, person, certificate, issuedAt }: Issued): void {
  sql<string[]>(db, 'INSERT INTO certificate VALUES (?, ?, ?, ?, ?)').run(serial, kid, root, canonical({ person, certificate }), issuedAt)
}

/** Every certificate that was given here, the newest first. */
export function listIssued(db: Db): Issued[] {
  return sql<[], Omit<Issued, 'person' | 'certificate'> & { body: string }>(db, 'SELECT serial, kid, root, body, issued_at AS issuedAt FROM certificate ORDER BY issued_at DESC')
    .all()
    .map(({ body, ...rest }) => ({ ...JSON.parse(body), ...rest }))
}

/** Of each key the certificate that was given last. */
export function newestIssued(db: Db): Issued[] {
  return [...Map.groupBy(listIssued(db), ({ kid }) => kid).values()].map(([newest]) => newest!)
}
