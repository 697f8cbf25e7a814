import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BackupName } from '../../../shared/domain/doctor.ts'
import { AppError, appError } from '../../../shared/errors.ts'
import { unlockKeyring } from '../../crypto/keyring.ts'
import { flushFolder } from '../../whole-file.ts'
import { appendAudit } from '../../db/audit.ts'
import { copyDb, makeOwn } from '../../db/backup.ts'
import { listLogIds } from '../../db/change-log.ts'
import { type ErasureRow, listErasures } from '../../db/erase.ts'
import { openDb } from '../../db/open.ts'
import type { Context, Host } from '../../context.ts'
import { unlockWorkspace } from '../../workspace.ts'

/** How many backups are kept. */
const KEPT = 7

type Backup = { name: string; size: number }
const folderOf = (path: string) => join(path, 'backups')
const stampOf = (moment: string) => moment.replaceAll(/[:.]/g, '-')

/** The backups of a workspace, newest first. */
export function listBackups(path: string): Backup[] {
  if (!existsSync(folderOf(path))) return []
  const names = readdirSync(folderOf(path)).filter((name) => BackupName.safeParse(name).success)
  return names.sort().toReversed().map((name) => ({ name, size: statSync(join(folderOf(path), name)).size }))
}

/** Writes a backup that was tried, and takes away the oldest of the others: never itself, also when a clock was years ahead before. */
export function makeBackup({ db, keys, path, now }: Context): Backup {
  mkdirSync(folderOf(path), { recursive: true, mode: 0o700 })
  const made = `${stampOf(now())}.db`
  copyDb(db, join(folderOf(path), made), keys.databaseKey)
  const others = listBackups(path).filter(({ name }) => name !== made)
  for (const { name } of others.slice(KEPT - 1)) rmSync(join(folderOf(path), name))
  return listBackups(path).find(({ name }) => name === made)!
}

type Order = { folder: string; passphrase: string; name: string }

/** Puts a backup in place. Errors: `not-found`, `workspace-in-use`, `backup-not-good`, and those of the passphrase. */
export async function restoreBackup(host: Host, { folder, passphrase, name }: Order): Promise<{ name: string; kept: string }> {
  const path = join(host.home, folder)
  const keys = await unlockKeyring(path, passphrase)
  try {
    if (!listBackups(path).some((backup) => backup.name === name)) throw appError('not-found', { what: 'backup', id: name })
    const erased = erasedIn(path, keys.databaseKey)
    const kept = swap(path, prepare(path, name, keys.databaseKey, erased), stampOf(host.now()))
    await noteRestore(host, { folder, passphrase, name })
    return { name, kept }
  } finally {
    keys.lock()
  }
}

/** What was erased here. A database that is damaged is no reason to leave it in place; one that is open elsewhere is. */
function erasedIn(path: string, key: Buffer): ErasureRow[] {
  if (!existsSync(join(path, 'workspace.db'))) return []
  try {
    const db = openDb(join(path, 'workspace.db'), key)
    try {
      return listLogIds(db).flatMap((id) => listErasures(db, id))
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'database-damaged') return []
    throw error
  }
}

/** A copy of the backup beside the workspace, tried and made fit to go on with. */
function prepare(path: string, name: string, key: Buffer, erased: readonly ErasureRow[]): string {
  const part = join(path, 'workspace.db.part')
  try {
    copyFileSync(join(folderOf(path), name), part, constants.COPYFILE_FICLONE)
    makeOwn(part, key, erased)
    return part
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** Keeps what was there together with its write-ahead log, which would otherwise be played into the backup. */
function swap(path: string, part: string, stamp: string): string {
  const kept = `workspace-${stamp}.db`
  for (const tail of ['-shm', '-wal', '']) {
    if (existsSync(join(path, `workspace.db${tail}`))) renameSync(join(path, `workspace.db${tail}`), join(path, `${kept}${tail}`))
  }
  renameSync(part, join(path, 'workspace.db'))
  flushFolder(path)
  return kept
}

/** Opens what was put back, which proves that it can be, and writes down that it was. */
async function noteRestore(host: Host, { folder, passphrase, name }: Order): Promise<void> {
  const { db, keys, person, device } = await unlockWorkspace(host, folder, passphrase)
  try {
    db.transaction(() => appendAudit({ db, device, author: person.id, now: host.now }, keys.workspace, 'restore', name)).immediate()
  } finally {
    db.close()
    keys.lock()
  }
}
