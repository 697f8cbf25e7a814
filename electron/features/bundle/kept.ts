import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../context.ts'
import { dropFile, listBundles } from './repository.ts'

/** In the field: forgets bytes that were kept to be signed, once something in them was erased or the office has them. What was signed stays known. */
export function forgetKept({ db, keys, path }: Context, inspection: string, but?: string): void {
  if (keys.role === 'office') return
  for (const { manifest, file, state } of listBundles(db, inspection)) {
    if (file === null || state === 'waiting' || manifest === but) continue
    rmSync(join(path, 'bundles', file), { force: true })
    dropFile(db, manifest)
  }
}
