import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../../shared/domain/change.ts'
import { EvidenceFile } from '../../../shared/domain/evidence.ts'
import type { Digest } from '../../crypto/digest.ts'
import { inspectionKey } from '../../crypto/inspection-key.ts'
import { openSealed, openSealedPart, sealFile } from '../../crypto/sealed-file.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context, Workspace } from '../../context.ts'
import { dropFile, findFile, listFiles, listNamed, type StoredFile } from './repository.ts'

type Place = Pick<Workspace, 'path' | 'keys'>
type Keeper = Pick<Context, 'db' | 'path' | 'author' | 'device' | 'now' | 'log'>

const DAY = 24 * 60 * 60 * 1000

export const pathOf = ({ path }: Pick<Workspace, 'path'>, file: string) => join(path, 'evidence', file)

/** Seals bytes under the key of their inspection and a random name; whole on disk, or not at all. */
export async function sealEvidence(place: Place, inspection: string, file: string, bytes: AsyncIterable<Buffer>): Promise<Digest> {
  mkdirSync(join(place.path, 'evidence'), { recursive: true, mode: 0o700 })
  return sealFile(bytes, pathOf(place, file), inspectionKey(place.path, place.keys, inspection))
}

/** The bytes again, all or from one place up to another. */
export function openEvidence(place: Place, { inspection, file, size }: StoredFile, part?: { from: number; to: number }): AsyncGenerator<Buffer> {
  const key = inspectionKey(place.path, place.keys, inspection)
  return part ? openSealedPart(pathOf(place, file), key, { ...part, size }) : openSealed(pathOf(place, file), key)
}

/** What is here of a file that the log names: a row whose file is gone is a loss, and counts as missing. */
export function findHere({ db, path }: Pick<Context, 'db' | 'path'>, inspection: string, sha256: string): StoredFile | undefined {
  const stored = findFile(db, inspection, sha256)
  return stored && existsSync(pathOf({ path }, stored.file)) ? stored : undefined
}

/** The hashes that changes name, each once, by the id of the change that can still be read. */
export function namedIn(entries: readonly Entry[]): Map<string, string> {
  const files = entries.filter(({ entity, field, content }) => entity === 'evidence' && field === 'file' && content !== null && content.value !== null)
  return new Map(files.map(({ id, content }) => [EvidenceFile.parse(content!.value).sha256, id]))
}

/** Evidence that the log names and whose bytes are not here, by its id. */
export function listMissing(context: Pick<Context, 'db' | 'path'>, inspection: string): string[] {
  return listNamed(context.db, inspection).filter(({ about }) => !findHere(context, inspection, about.sha256)).map(({ evidence }) => evidence)
}

/** Deletes bytes that nothing in the log names any more, and writes down that they are gone. Does again what a failure cut off. */
export function deleteUnnamed(context: Keeper, inspection: string): void {
  const { db, path, log } = context
  const named = new Set(listNamed(db, inspection).map(({ about }) => about.sha256))
  for (const stored of listFiles(db, inspection).filter(({ sha256 }) => !named.has(sha256))) {
    try {
      rmSync(pathOf({ path }, stored.file), { force: true })
    } catch (error) {
      log(`evidence kept: ${error instanceof Error ? error.name : typeof error}`) // open elsewhere: goes at the next unlock
      continue
    }
    db.transaction(() => {
      dropFile(db, stored)
      appendAudit(context, inspection, 'evidence-deleted', stored.file)
    }).immediate()
  }
}

/** At unlock: finishes what was being erased, throws away what was never whole, and puts aside what nothing has named for a day. */
export function sweepEvidence(context: Keeper): void {
  const { db, path, now } = context
  const stored = listFiles(db)
  for (const inspection of new Set(stored.map((file) => file.inspection))) deleteUnnamed(context, inspection)
  const folder = join(path, 'evidence')
  if (!existsSync(folder)) return
  const known = new Set(listFiles(db).map(({ file }) => file))
  const isOld = (file: string) => Date.parse(now()) - statSync(join(folder, file)).mtimeMs > DAY
  for (const file of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)) {
    if (known.has(file) || !isOld(file)) continue
    mkdirSync(join(folder, 'orphans'), { recursive: true, mode: 0o700 })
    if (file.endsWith('.part')) rmSync(join(folder, file))
    else renameSync(join(folder, file), join(folder, 'orphans', file))
  }
}
