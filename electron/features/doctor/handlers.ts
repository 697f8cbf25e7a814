import { join } from 'node:path'
import { appError } from '../../../shared/errors.ts'
import type { Handlers } from '../../context.ts'
import { listBackups, makeBackup, restoreBackup } from './backup.ts'
import { diagnose } from './repository.ts'

export const doctor: Handlers<'doctor'> = {
  check: (context) => diagnose(context),

  backup: async (context) => makeBackup(context),

  backups: ({ host }, { folder }) => listBackups(join(host.home, folder)),

  restore: async ({ host, workspace }, order) => {
    if (workspace?.folder === order.folder) throw appError('workspace-in-use', {})
    return restoreBackup(host, order)
  },
}
