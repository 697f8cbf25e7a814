import type { Keys } from './keyring.ts'
import { deriveKey } from './passphrase.ts'

/**
 * The seed of a draw, 32 bytes in hex, that only this workspace can know before it is told: it follows from the workspace's random key and
 * the id of the draw (HKDF-SHA-256), so it lies nowhere to be read or exchanged, and nobody could choose it.
 */
export const seedOf = (keys: Pick<Keys, 'evidenceKey'>, sample: string): string =>
  deriveKey(keys.evidenceKey, `veldtoets/sample-seed/v1 ${sample}`).toString('hex')
