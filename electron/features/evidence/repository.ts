import type { ChangeId } from '../../../shared/domain/change.ts'
import { EvidenceFile, type MediaType } from '../../../shared/domain/evidence.ts'
import type { SourceKind } from '../../../shared/domain/source.ts'
import { listAnswers } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** Where bytes lie and what is known of them. The type is what was seen here, whatever the log says. */
export type StoredFile = { inspection: string; sha256: string; file: string; size: number; crc32: number; type: MediaType }

/** Evidence that the log names, by the change that does, as far as it can still be read. */
export interface NamedFile {
  readonly change: ChangeId
  readonly evidence: string
  readonly about: EvidenceFile
}

export function findFile(db: Db, inspection: string, sha256: string): StoredFile | undefined {
  return sql<[string, string], StoredFile>(db, 'SELECT * FROM evidence_file WHERE inspection = ? AND sha256 = ?').get(inspection, sha256)
}

/** Of one inspection, or all. */
export function listFiles(db: Db, inspection: string | null = null): StoredFile[] {
  return sql<{ inspection: string | null }, StoredFile>(db, `SELECT * FROM evidence_file ${inspection === null ? '' : 'WHERE inspection = :inspection'}`)
    .all({ inspection })
}

/** Keeps where bytes lie; a row whose bytes are gone is given the place of those that came instead. */
export function saveFile(db: Db, file: StoredFile): void {
  sql<StoredFile>(db, 'REPLACE INTO evidence_file VALUES (:inspection, :sha256, :file, :size, :crc32, :type)').run(file)
}

export function dropFile(db: Db, { inspection, sha256 }: StoredFile): void {
  sql<[string, string]>(db, 'DELETE FROM evidence_file WHERE inspection = ? AND sha256 = ?').run(inspection, sha256)
}

/** All that the log of an inspection ever named and that was not erased. */
export function listNamed(db: Db, inspection: string): NamedFile[] {
  const named = `SELECT id, body ->> 'entityId' AS evidence, value FROM change JOIN content ON content.change = change.id
    WHERE inspection = ? AND body ->> 'entity' = 'evidence' AND body ->> 'field' = 'file' AND value <> 'null'`
  return sql<[string], { id: ChangeId; evidence: string; value: string }>(db, named)
    .all(inspection)
    .map(({ id, evidence, value }) => ({ change: id, evidence, about: EvidenceFile.parse(JSON.parse(value)) }))
}

/** Evidence that is the paper of another source, in the order in which it came in. */
export function scansOf(db: Db, inspection: string): { id: string; label: string | null; scanOf: string }[] {
  const said = listAnswers(db, inspection, 'evidence')
  const labelOf = (id: string) => said.find(({ entityId, field }) => entityId === id && field === 'label')?.value
  return said.flatMap(({ entityId: id, field, value }) => {
    if (field !== 'scanOf' || typeof value !== 'string') return []
    const label = labelOf(id)
    return [{ id, label: typeof label === 'string' ? label : null, scanOf: value }]
  })
}

/**
 * Evidence as the overview of sources asks for it: it is what an inspector saw, and speaks by where it is linked. The scan of a talk or document is no source
 * beside it.
 */
export function evidenceOf(db: Db, inspection: string) {
  const said = Map.groupBy(listAnswers(db, inspection, 'evidence'), ({ entityId }) => entityId)
  const textOf = (id: string, field: string) => {
    const values = said.get(id)!.filter((answer) => answer.field === field).map(({ value }) => value)
    return values.length === 1 && typeof values[0] === 'string' ? values[0] : null
  }
  const own = [...new Set(listNamed(db, inspection).map(({ evidence }) => evidence))].filter((id) => textOf(id, 'scanOf') === null)
  return own.map((id) => ({
    id, kind: 'observation' as SourceKind, label: textOf(id, 'label'), title: textOf(id, 'caption') ?? '', day: textOf(id, 'takenAt')?.slice(0, 10) ?? null,
    quotes: new Map<string, never[]>(),
  }))
}
