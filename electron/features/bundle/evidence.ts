import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { listErasures } from '../../db/erase.ts'
import type { Context } from '../../context.ts'
import { HEAD, mediaTypeOf } from '../evidence/media.ts'
import type { StoredFile } from '../evidence/repository.ts'
import { findHere, namedIn, pathOf, sealEvidence } from '../evidence/store.ts'
import type { Read } from './arrive.ts'

/**
 * Seals the files of a bundle that are not here yet, each held against its hash; what was erased here does not come back. Their rows are for the transaction that
 * takes the bundle over. All of them, or none.
 */
export async function takeEvidence(context: Context, inspection: string, { state, bundle, records }: Read): Promise<StoredFile[]> {
  const erased = new Set(listErasures(context.db, inspection).filter(({ binds }) => binds).map(({ change }) => change))
  const wanted = [...namedIn(records.entries)].filter(([sha256, change]) =>
    state !== 'waiting' && !erased.has(change) && bundle.names.includes(`data/evidence/${sha256}`) && !findHere(context, inspection, sha256))
  const taken: StoredFile[] = []
  try {
    for (const [sha256] of wanted) taken.push(await takeOne(context, inspection, bundle.stream(`data/evidence/${sha256}`)))
    return taken
  } catch (error) {
    for (const { file } of taken) await rm(pathOf(context, file), { force: true })
    throw error
  }
}

async function takeOne(context: Context, inspection: string, stream: AsyncIterable<Buffer>): Promise<StoredFile> {
  const file = randomUUID()
  const head: Buffer[] = []
  const digest = await sealEvidence(context, inspection, file, copying(stream, head))
  return { inspection, file, ...digest, type: mediaTypeOf(Buffer.concat(head).subarray(0, HEAD)) }
}

/** Lets bytes through as copies, for the reader overwrites them, and keeps the first. */
async function* copying(stream: AsyncIterable<Buffer>, head: Buffer[]): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of stream) {
    const copy = Buffer.from(piece)
    if (size < HEAD) head.push(copy)
    size += copy.length
    yield copy
  }
}
