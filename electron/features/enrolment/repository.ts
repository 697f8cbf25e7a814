import type { DeviceStatement } from '../../../shared/domain/bundle.ts'
import type { Person } from '../../../shared/domain/person.ts'
import type { Distrust, OfficeRoot, Policy, Vouched } from '../../../shared/domain/enrolment.ts'
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
  id: string; name: string; certificate: string; crl: string | null; recipients: string[]; recovery: string | null; vouched: Vouched | null; policy: Policy
  /** Of the newest pass from which recipients and policy are. */
  passNumber: number
  acceptedAt: string
}
/** A root with since when it is trusted no longer, who said so, when and why. */
export type KnownRoot = Root & { distrusted: Distrust | null }
type RootRow = Omit<Root, 'recipients' | 'vouched' | 'policy'> & { recipients: string; vouched: string | null; policy: string }
type KnownRow = RootRow & { distrusted: string | null }
/** The certificate that a person was given for a key. */
export type HeldPass = { kid: string; person: string; root: string; certificate: string; acceptedAt: string }
export type Issued = { serial: string; kid: string; root: string; person: Person; certificate: string; issuedAt: string }

const ROOT = 'SELECT id, name, certificate, crl, recipients, recovery, vouched, policy, pass_number AS passNumber, accepted_at AS acceptedAt, distrusted FROM root'
const orNull = (json: string | null) => (json === null ? null : JSON.parse(json))
const fromRow = (row: KnownRow): KnownRoot =>
  ({ ...row, recipients: JSON.parse(row.recipients), vouched: orNull(row.vouched), policy: JSON.parse(row.policy), distrusted: orNull(row.distrusted) })

/** Whom to believe in this workspace, at a moment. */
export function trustOf(db: Db, at: string): Trust {
  const known = listKnownRoots(db)
  const roots = known.filter(isTrusted)
  const ended = known.flatMap(({ certificate: root, crl, distrusted }) => (distrusted ? [{ root, crl, since: distrusted.since }] : []))
  const arrived = {
    bundle: (manifest: string) => findBundle(db, manifest)?.at,
    signature: (manifest: string, kid: string, signed: SignedDevice) => findSignature(db, manifest, kid, signed),
    statement: (statement: DeviceStatement) => findCovering(db, statement),
  }
  return { roots: roots.map(({ certificate }) => certificate), ended, crls: roots.flatMap(({ crl }) => crl ?? []), at, arrived }
}

/** Every root that was ever trusted here, also one that is no longer. */
export const listKnownRoots = (db: Db) => sql<[], KnownRow>(db, `${ROOT} ORDER BY id`).all().map(fromRow)

const isTrusted = ({ distrusted }: KnownRoot) => distrusted === null
export const listRoots = (db: Db) => listKnownRoots(db).filter(isTrusted)

export function getRoot(db: Db, id: string): KnownRoot | undefined {
  const row = sql<[string], KnownRow>(db, `${ROOT} WHERE id = ?`).get(id)
  return row && fromRow(row)
}

/** Office: the roots that it has and had, the newest first: those from which it gave certificates. */
export const listOwnRoots = (db: Db) => sql<[], KnownRow>(db, `${ROOT} WHERE id IN (SELECT root FROM certificate) ORDER BY accepted_at DESC`).all().map(fromRow)

/** A root that is trusted here and those before it that are too, each as it is vouched for by the next; the newest first. */
export function lineOf(db: Db, id: string, after: readonly string[] = []): KnownRoot[] {
  const root = after.includes(id) ? undefined : getRoot(db, id) // roots that vouch for each other in a circle lead nowhere
  return root?.distrusted === null ? [root, ...(root.vouched ? lineOf(db, root.vouched.by, [...after, id]) : [])] : []
}

/** Roots as they travel; one whose list is not known, or that is trusted no longer, does not. */
export const travelling = (roots: readonly KnownRoot[]): OfficeRoot[] =>
  roots.filter(isTrusted).flatMap(({ certificate, crl, vouched }) => (crl === null ? [] : [{ root: certificate, crl, vouched }]))

/** Pins an office, or takes over a newer revocation list, recipients and policy of one that is pinned. */
export function saveRoot(db: Db, root: Root): void {
  sql<RootRow>(db, `
    INSERT INTO root VALUES (:id, :name, :certificate, :crl, :recipients, :recovery, :vouched, :policy, :passNumber, :acceptedAt, NULL)
    ON CONFLICT (id) DO UPDATE SET crl = excluded.crl, recipients = excluded.recipients, recovery = excluded.recovery, policy = excluded.policy, pass_number = excluded.pass_number`)
    .run({ ...root, recipients: JSON.stringify(root.recipients), vouched: root.vouched && canonical(root.vouched), policy: canonical(root.policy) })
}

/** Ends the trust in a root for good. */
export function saveDistrust(db: Db, id: string, distrust: Distrust): void {
  sql<[string, string]>(db, 'UPDATE root SET distrusted = ? WHERE id = ?').run(canonical(distrust), id)
}

/** Keeps certificates that were checked (PEM), of each key the newest, so that one can encrypt for whom they name. Errors: `duplicate-key-id`. */
export function addColleagues(db: Db, certificates: readonly string[]): void {
  for (const pem of certificates) {
    const { kid, person, validFrom } = readCertificate(pem)
    const row = sql<[string], { certificate: string }>(db, 'SELECT certificate FROM colleague WHERE kid = ?').get(kid)
    const known = row && readCertificate(row.certificate)
    if (known && known.person !== person) throw appError('duplicate-key-id', { kid })
    if (known && known.validFrom > validFrom) continue
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

/** What a person holds for a key; none before the office answered, and none from a root that is trusted no longer. */
export function findPass(db: Db, kid: string | undefined): HeldPass | undefined {
  if (kid === undefined) return undefined
  return sql<[string], HeldPass>(db, `
    SELECT kid, person, root, pass.certificate, pass.accepted_at AS acceptedAt FROM pass JOIN root ON root.id = pass.root WHERE kid = ? AND distrusted IS NULL`).get(kid)
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
