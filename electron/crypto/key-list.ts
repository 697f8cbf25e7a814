import { join } from 'node:path'
import { z } from 'zod'
import { KeyListEntry } from '../../shared/domain/key-list.ts'
import { appError } from '../../shared/errors.ts'
import { inspectionKey } from './inspection-key.ts'
import type { Keys } from './keyring.ts'
import { deriveKey, unwrap, wrap, Wrapped } from './passphrase.ts'
import { hasTwofold, readTwofold, removeTwofold, writeTwofold } from './twofold-file.ts'

/** Where an inspection's key list lies, and what opens it. */
interface Place {
  readonly path: string
  readonly keys: Pick<Keys, 'evidenceKey'>
}

const KeyListFile = z.strictObject({
  format: z.literal('veldtoets/key-list/1'), inspection: z.uuid(), nonce: Wrapped.shape.nonce, wrapped: z.base64().max(50_000_000),
})
const folderOf = ({ path }: Pick<Place, 'path'>) => join(path, 'keys')
const nameOf = (inspection: string) => `${inspection}.key-list`
const headerOf = (inspection: string) => ({ format: 'veldtoets/key-list/1' as const, inspection })
const keyOf = ({ path, keys }: Place, inspection: string) => deriveKey(inspectionKey(path, keys, inspection), 'veldtoets/key-list/v1')

/** What the pseudonyms of an inspection stand for. Errors: `keyring-damaged`. */
export function readKeyList(place: Place, inspection: string): KeyListEntry[] {
  if (!hasTwofold(folderOf(place), nameOf(inspection))) return []
  const bytes = unwrap(keyOf(place, inspection), readTwofold(folderOf(place), nameOf(inspection), KeyListFile), headerOf(inspection))
  if (bytes === null) throw appError('keyring-damaged', {})
  return z.array(KeyListEntry).parse(JSON.parse(bytes.toString('utf8')))
}

/** Keeps the list, sealed under the key of its inspection: `keys/<inspection>.key-list.json` and a copy, outside database, backups and bundles. */
export function writeKeyList(place: Place, inspection: string, entries: readonly KeyListEntry[]): void {
  const header = headerOf(inspection)
  const sealed = wrap(keyOf(place, inspection), Buffer.from(JSON.stringify(entries)), header)
  writeTwofold(folderOf(place), nameOf(inspection), { ...header, ...sealed })
}

/** Deletes the list and its copy. What a medium keeps of deleted files, and copies of the folder made elsewhere, this does not reach. */
export const deleteKeyList = (place: Pick<Place, 'path'>, inspection: string): void => removeTwofold(folderOf(place), nameOf(inspection))
