import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { appError } from '../../shared/errors.ts'
import { flushFile, flushFolder } from '../whole-file.ts'
import { isKnown } from './change-log.ts'
import { addErasure, type ErasureRow, forgetPages } from './erase.ts'
import { type Db, giveKey } from './open.ts'

/** Writes a copy under its name once it was opened with the key and read to its last page. Errors: `backup-not-good`. */
export function copyDb(db: Db, path: string, key: Buffer): void {
  const part = `${path}.part`
  rmSync(part, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(part)
    flushFile(part)
    onCopy(part, key, () => {})
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  flushFolder(dirname(path))
}

/**
 * Makes a copy fit to go on with: new device ids are made at its next opening, and what was erased since it was made is erased in it too.
 * Leaves it whole on disk. Errors: `backup-not-good`.
 */
export function makeOwn(path: string, key: Buffer, erased: readonly ErasureRow[]): void {
  onCopy(path, key, (db) => {
    db.pragma('secure_delete = ON')
    db.transaction(() => {
      db.exec('UPDATE device SET current = 0')
      for (const row of erased.filter(({ change }) => isKnown(db, change))) addErasure(db, row)
    })()
    forgetPages(db)
  })
  flushFile(path)
}

function onCopy(path: string, key: Buffer, work: (db: Db) => void): void {
  const db = new Database(path, { fileMustExist: true })
  try {
    giveKey(db, key)
    db.pragma('locking_mode = EXCLUSIVE')
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw appError('backup-not-good', {})
    work(db)
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) throw appError('backup-not-good', {})
    throw error
  } finally {
    db.close()
  }
}
