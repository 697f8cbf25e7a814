import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { appError } from '../../shared/errors.ts'
import type { Keys } from './keyring.ts'
import { deriveKey, unwrap, wrap, Wrapped } from './passphrase.ts'
import { hasTwofold, readTwofold, writeTwofold } from './twofold-file.ts'

const KeyFile = z.strictObject({ format: z.literal('veldtoets/inspection-key/1'), inspection: z.uuid(), ...Wrapped.shape })

/**
 * The key of 32 bytes under which the evidence of one inspection is sealed here, made at the first look. It lies in `keys/` under the workspace's key, outside
 * database and backups: who destroys that file has destroyed the evidence everywhere. Errors: `keyring-damaged`.
 */
export function inspectionKey(path: string, keys: Pick<Keys, 'evidenceKey'>, inspection: string): Buffer {
  const folder = join(path, 'keys')
  const header = { format: 'veldtoets/inspection-key/1' as const, inspection }
  const wrapping = deriveKey(keys.evidenceKey, 'veldtoets/inspection-key/v1')
  if (!hasTwofold(folder, inspection)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeTwofold(folder, inspection, { ...header, ...wrap(wrapping, randomBytes(32), header) })
  }
  const key = unwrap(wrapping, readTwofold(folder, inspection, KeyFile), header)
  if (key === null) throw appError('keyring-damaged', {})
  return key
}
