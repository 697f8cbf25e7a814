import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../../shared/domain/change.ts'
import { unnamed } from '../../../shared/domain/change.ts'
import { type Complaint, type Diagnosis, isDamage } from '../../../shared/domain/doctor.ts'
import { placeOf } from '../../../shared/domain/field.ts'
import program from '../../../package.json' with { type: 'json' }
import { commitOf, hash, sha256 } from '../../crypto/hash.ts'
import { firstBrokenAudit, listChains } from '../../db/audit.ts'
import { listEntries, listHeads, listLogIds } from '../../db/change-log.ts'
import { listErasures } from '../../db/erase.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import type { Context } from '../../context.ts'
import { wrongCertificates } from './certificates.ts'
import { listFiles } from '../evidence/repository.ts'
import { pathOf } from '../evidence/store.ts'
import { isHolding } from '../public-version/holding.ts'
import { eachAdoption } from '../public-version/repository.ts'

const DAY = 24 * 60 * 60 * 1000

/** Looks through a whole workspace. */
export function diagnose({ db, path, keys, now }: Pick<Context, 'db' | 'path' | 'keys' | 'now'>): Diagnosis {
  const findings = [
    ...damaged(db), ...brokenReferences(db), ...listLogIds(db).flatMap((id) => wrongIn(db, id)), ...brokenChains(db), ...unlogged(db),
    ...alteredFrameworks(db), ...goneBundles(db, path), ...goneEvidence(db, path), ...unknownEvidence(db, path, now()),
    ...wrongCertificates({ db, keys }, now()), ...alteredAdoptions({ db, now }),
  ]
  return { good: !findings.some(isDamage), findings, counts: countsOf(db), versions: versionsOf(db) }
}

function damaged(db: Db): Complaint[] {
  const rows = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  return rows.filter((row) => row.integrity_check !== 'ok').map((row) => ({ code: 'database-damaged', what: row.integrity_check }))
}

function brokenReferences(db: Db): Complaint[] {
  const tables = (db.pragma('foreign_key_check') as { table: string }[]).map(({ table }) => table)
  return [...new Set(tables)].map((table) => ({ code: 'reference-broken', table }))
}

/** Holds one inspection's log against what each change says of itself, and its heads against the log. */
function wrongIn(db: Db, inspection: string): Complaint[] {
  const entries = listEntries(db, inspection)
  const erased = new Set(listErasures(db, inspection).map(({ change }) => change))
  return [
    ...entries.filter((entry) => hash(unnamed(entry)) !== entry.id).map(({ id }) => ({ code: 'change-altered' as const, inspection, change: id })),
    ...entries.filter(({ content, commit }) => content !== null && commitOf(content) !== commit)
      .map(({ id }) => ({ code: 'content-altered' as const, inspection, change: id })),
    ...entries.filter(({ id, content }) => content === null && !erased.has(id))
      .map(({ id }) => ({ code: 'content-missing' as const, inspection, change: id })),
    ...missingNumbers(inspection, entries),
    ...wrongHeads(inspection, entries, listHeads(db, inspection)),
    ...headsApart(db, inspection),
  ]
}

/** Each device numbers what it wrote from one on, and leaves none out: the first that is missing. */
function missingNumbers(inspection: string, entries: readonly Entry[]): Complaint[] {
  return [...Map.groupBy(entries, ({ device }) => device)].flatMap(([device, written]): Complaint[] => {
    const at = written.findIndex(({ counter }, index) => counter !== index + 1)
    return at < 0 ? [] : [{ code: 'number-missing', inspection, device, counter: at + 1 }]
  })
}

/** The heads are what no change of the log replaces. */
function wrongHeads(inspection: string, entries: readonly Entry[], heads: readonly Entry[]): Complaint[] {
  const replaced = new Set(entries.flatMap(({ parents }) => parents))
  const expected = new Set(entries.filter(({ id }) => !replaced.has(id)).map(({ id }) => id))
  const kept = new Set(heads.map(({ id }) => id))
  const wrong = entries.filter(({ id }) => expected.has(id) !== kept.has(id))
  return [...Map.groupBy(wrong, placeOf).values()].map(([first]) => {
    const { entity, entityId, field } = first!
    return { code: 'heads-differ', inspection, entity, entityId, field }
  })
}

/** What stands beside a head is what its change says. */
function headsApart(db: Db, inspection: string): Complaint[] {
  return sql<[string], { entity: string; entityId: string; field: string }>(db, `
    SELECT DISTINCT entity, entity_id AS entityId, field FROM head LEFT JOIN content ON content.change = head.change
    WHERE inspection = ? AND head.value IS NOT content.value`)
    .all(inspection)
    .map((place) => ({ code: 'heads-differ', inspection, ...place }))
}

function brokenChains(db: Db): Complaint[] {
  return listChains(db).flatMap((chain): Complaint[] => {
    const n = firstBrokenAudit(db, chain)
    return n === null ? [] : [{ code: 'log-chain-broken', ...chain, n }]
  })
}

/** What was written here has its line in the audit chain: a chain that was cut off at its end shows by this. */
function unlogged(db: Db): Complaint[] {
  return sql<[], { inspection: string; id: string }>(db, `
    SELECT inspection, id FROM change WHERE device IN (SELECT id FROM device)
    AND id NOT IN (SELECT body ->> 'reference' FROM audit WHERE body ->> 'reference' IS NOT NULL)`)
    .all()
    .map(({ inspection, id }) => ({ code: 'change-unlogged', inspection, change: id }))
}

function alteredFrameworks(db: Db): Complaint[] {
  return sql<[], { hash: string; body: string }>(db, 'SELECT hash, body FROM framework')
    .all()
    .filter(({ hash, body }) => sha256(body) !== hash)
    .map(({ hash }) => ({ code: 'framework-altered', hash }))
}

/** Adopted reports of which page, signature or certificate no longer holds. */
function alteredAdoptions(context: Pick<Context, 'db' | 'now'>): Complaint[] {
  return [...eachAdoption(context.db)].filter((adoption) => !isHolding(context, adoption)).map(({ statement: { inspection } }) => ({ code: 'adoption-altered', inspection }))
}

function goneBundles(db: Db, path: string): Complaint[] {
  return sql<[], { manifest: string; file: string }>(db, `
    SELECT manifest, file FROM bundle WHERE file IS NOT NULL UNION ALL SELECT manifest, manifest || '.quarantined' FROM quarantine WHERE removed IS NULL`)
    .all()
    .filter(({ file }) => !existsSync(join(path, 'bundles', file)))
    .map(({ manifest }) => ({ code: 'bundle-gone', manifest }))
}

function goneEvidence(db: Db, path: string): Complaint[] {
  return listFiles(db).filter(({ file }) => !existsSync(pathOf({ path }, file))).map(({ inspection, file }) => ({ code: 'evidence-gone', inspection, file }))
}

/** Bytes that nothing speaks of, those put aside included; what came in within a day may still be entered. */
function unknownEvidence(db: Db, path: string, moment: string): Complaint[] {
  const known = new Set(listFiles(db).map(({ file }) => file))
  return ['', 'orphans'].flatMap((folder) => {
    const place = join(path, 'evidence', folder)
    if (!existsSync(place)) return []
    const files = readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)
    const isOld = (file: string) => folder !== '' || Date.parse(moment) - statSync(join(place, file)).mtimeMs > DAY
    return files.filter((file) => !known.has(file) && isOld(file)).map((file): Complaint => ({ code: 'evidence-unknown', file }))
  })
}

function countsOf(db: Db): Diagnosis['counts'] {
  return sql<[], Diagnosis['counts']>(db, `
    SELECT (SELECT count(DISTINCT inspection) FROM head WHERE entity = 'inspection') AS inspections, (SELECT count(*) FROM change) AS changes,
      (SELECT count(*) FROM content) AS contents, (SELECT count(*) FROM erasure) AS erasures, (SELECT count(*) FROM draft) AS drafts,
      (SELECT count(*) FROM audit) AS log, (SELECT count(*) FROM framework) AS frameworks, (SELECT count(*) FROM bundle) AS bundles`).get()!
}

function versionsOf(db: Db): Diagnosis['versions'] {
  return {
    app: program.version,
    schema: Number(db.pragma('user_version', { simple: true })),
    database: sql<[], { version: string }>(db, 'SELECT sqlite_version() AS version').get()!.version,
    runtime: process.versions.node,
  }
}
