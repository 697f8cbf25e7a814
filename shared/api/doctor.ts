import { z } from 'zod'
import { BackupName, Diagnosis } from '../domain/doctor.ts'
import { FolderName, Passphrase } from '../domain/workspace.ts'
import { action, anytime, query } from './define.ts'

const Nothing = z.strictObject({})
const Backup = z.strictObject({ name: BackupName, size: z.int() })

/** Whether a workspace is whole, and copies for when it no longer is. */
export const doctor = {
  /** Looks through everything; changes nothing. */
  check: query(Nothing, Diagnosis),
  /** Writes a copy, tries it, and keeps the newest seven. `size` is in bytes. */
  backup: action(Nothing, Backup),
  /** The backups of a workspace, newest first. */
  backups: anytime.query(z.strictObject({ folder: FolderName }), z.array(Backup)),
  /**
   * Puts a backup in the place of a workspace that is not open. What was there is kept beside it under the name `kept`; whoever writes on
   * does so under a new device id, for the numbers of the old one may have been used since.
   */
  restore: anytime.action(
    z.strictObject({ folder: FolderName, passphrase: Passphrase, name: BackupName }),
    z.strictObject({ name: BackupName, kept: z.string() }),
  ),
}
