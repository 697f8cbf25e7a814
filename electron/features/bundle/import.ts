import { randomUUID } from 'node:crypto'
import { link, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Arrival } from '../../../shared/api/bundle.ts'
import { missingIn } from '../../../shared/domain/sequence.ts'
import { AppError, appError } from '../../../shared/errors.ts'
import { decrypted, isEncrypted } from '../../crypto/age.ts'
import { sealFile } from '../../crypto/sealed-file.ts'
import { flushFile, flushFolder } from '../../whole-file.ts'
import { forgetPages } from '../../db/erase.ts'
import type { Context, Running } from '../../context.ts'
import { failureOf } from '../../failure.ts'
import { arrivalOf, type Read, readArrival, type Suspect } from './arrive.ts'
import { openBytes } from './file.ts'
import { forgetKept } from './kept.ts'
import { eachTogether, type Group } from './group.ts'
import { deleteUnnamed, pathOf } from '../evidence/store.ts'
import { saveFile } from '../evidence/repository.ts'
import { takeEvidence } from './evidence.ts'
import { apartOf, dropApart, getQuarantined, keepApart } from './quarantine.ts'
import { findBundle, findWaiting, listArrived } from './repository.ts'
import { takeOver } from './take-over.ts'

const refusal = (file: string, failure: Arrival['failure']): Arrival =>
  ({ file, state: 'refused', contents: null, added: 0, differences: 0, warnings: [], failure })
const setApart = (file: string, { contents, failure }: Suspect): Arrival =>
  ({ file, state: 'quarantined', contents, added: 0, differences: 0, warnings: [], failure })

/** Tells of each file what importing it would do; nothing is written but copies that are thrown away. */
export async function previewBundles(context: Context, handles: readonly string[], run: Running): Promise<Arrival[]> {
  const arrivals: Arrival[] = []
  for (const source of handles.map(context.files.toRead)) {
    arrivals.push(await onCopy(context, source, run, (name, path) => readArrival(context, path, run.signal, {
      good: async (read) => arrivalOf(name, read, rehearse(context, read)),
      suspect: async (one) => setApart(name, one),
    })))
    run.progress({ done: arrivals.length, total: handles.length })
  }
  return withGaps(context, arrivals)
}

/** Takes over each bundle that is good, whole or not at all. What waited for one of them follows it. What a person has to look at is set apart. */
export async function importBundles(context: Context, handles: readonly string[], run: Running): Promise<Arrival[]> {
  const arrivals = await eachTogether(context.db, handles.map(context.files.toRead), run, (source, group) =>
    onCopy(context, source, run, (name, path) => importOne(context, { name, path }, { ...run, group })))
  return withGaps(context, arrivals)
}

/** Reads bundles that were set apart once more, as if they came in now. */
export function tryAgain(context: Context, manifests: readonly string[], run: Running): Promise<Arrival[]> {
  return eachTogether(context.db, manifests.map((manifest) => getQuarantined(context, manifest)), run, async ({ manifest, contents }, group) => {
    const name = `${contents.inspection.slice(-8)}-${contents.sequence}.veldtoets`
    try {
      return await importOne(context, { name, path: apartOf(context, manifest) }, { ...run, group })
    } catch (error) {
      return refusal(name, failureOf(error, 'bundle.tryAgain', context))
    }
  })
}

type Importing = Running & { readonly group: Group }

function importOne(context: Context, { name, path }: { name: string; path: string }, run: Importing): Promise<Arrival> {
  return readArrival(context, path, run.signal, {
    opened: run.group.enter,
    good: async (read) => {
      const warnings = await accept(context, read, path, run.group)
      if (read.state === 'new') await acceptWaiting(context, read.header.inspectionId, run)
      return arrivalOf(name, read, warnings)
    },
    suspect: async (one) => {
      await keepApart(context, one, path)
      return setApart(name, one)
    },
  })
}

/** Takes over and forgets again: what that would be stopped by, or warned of, is told before anyone decides. */
function rehearse(context: Context, read: Read): Arrival['warnings'] {
  const { db } = context
  const told: Arrival['warnings'][] = []
  const over = new Error('rehearsed')
  try {
    db.transaction(() => {
      told.push(takeOver(context, read, null))
      throw over
    }).immediate()
  } catch (error) {
    if (error !== over) throw error
  }
  return told.flat()
}

/** Tells with each bundle which numbers of its device lack, once all that came with it are counted. */
function withGaps({ db }: Context, arrivals: Arrival[]): Arrival[] {
  const placeOf = ({ inspection, device }: { inspection: string; device: string }) => `${inspection} ${device}`
  const taken = arrivals.flatMap(({ contents, state }) => (contents && state !== 'quarantined' ? [contents] : []))
  const inspections = new Set(taken.map(({ inspection }) => inspection))
  const counted = new Map([...inspections].flatMap((one) => listArrived(db, one)).map((one) => [placeOf(one), one.arrived.map(({ sequence }) => sequence)]))
  for (const one of taken) counted.set(placeOf(one), [...(counted.get(placeOf(one)) ?? []), one.sequence])
  return arrivals.map((arrival) => {
    const missing = arrival.contents && arrival.state !== 'known' ? missingIn(counted.get(placeOf(arrival.contents)) ?? []) : []
    const items = missing.filter((number) => number < arrival.contents!.sequence).map(String)
    return items.length === 0 ? arrival : { ...arrival, warnings: [...arrival.warnings, { code: 'gap' as const, count: items.length, items }] }
  })
}

/** Seals the bytes and the evidence that are kept, then writes all that it brings in one transaction. Tells what to know of it. */
async function accept(context: Context, read: Read, path: string, group: Group): Promise<Arrival['warnings']> {
  const { db, keys } = context
  const isKept = read.state === 'waiting' || (read.state === 'new' && (keys.role === 'office' || read.header.signers.length > 1))
  const file = isKept ? await keep(context, read.manifest, path) : null
  const { inspectionId: inspection } = read.header
  const evidence = await takeEvidence(context, inspection, read)
  let warnings: Arrival['warnings']
  try {
    warnings = await group.commit(() => {
      for (const one of evidence) saveFile(db, one)
      return takeOver(context, read, file)
    })
  } catch (error) {
    for (const one of evidence) await rm(pathOf(context, one.file), { force: true })
    if (file !== null) await dropUnnamed(context, read.manifest, join(context.path, 'bundles', file))
    throw error
  }
  if (read.records.erasures.length > 0) {
    forgetPages(db)
    forgetKept(context, inspection, read.manifest)
  }
  deleteUnnamed(context, inspection)
  await dropApart(context, read.manifest)
  return warnings
}

/** What was staged is sealed already: it only gets its place. */
export async function keep({ path: folder }: Context, manifest: string, staged: string): Promise<string> {
  const file = `${manifest}.sealed`
  if (staged === join(folder, 'bundles', file)) return file
  await mkdir(join(folder, 'bundles'), { recursive: true, mode: 0o700 })
  await rm(join(folder, 'bundles', file), { force: true })
  flushFile(staged)
  await link(staged, join(folder, 'bundles', file))
  flushFolder(join(folder, 'bundles'))
  return file
}

/** Removes the bytes of a bundle that no row names: of one that was refused or is set apart nothing may lie where nothing is ever erased. */
async function dropUnnamed({ db }: Pick<Context, 'db'>, manifest: string, path: string): Promise<void> {
  if ((findBundle(db, manifest)?.file ?? null) === null) await rm(path, { force: true })
}

/** Bundles that waited for what is here now; one that still lacks something, or is refused, waits on. */
async function acceptWaiting(context: Context, inspection: string, run: Importing): Promise<void> {
  for (const { file, manifest } of findWaiting(context.db, inspection)) {
    const path = join(context.path, 'bundles', file!)
    try {
      await readArrival(context, path, run.signal, {
        good: async (read) => {
          if (read.state === 'waiting') return
          await accept(context, read, path, run.group)
          await acceptWaiting(context, inspection, run)
        },
        suspect: (one) => keepApart(context, one, path),
      })
      await dropUnnamed(context, manifest, path)
    } catch (error) {
      context.log(`waiting ${manifest.slice(0, 8)}: ${error instanceof AppError ? error.failure.code : 'failed'}`)
    }
  }
}

/** Where a copy lies until it is known what becomes of it. */
export const stagingOf = ({ path }: Context) => join(path, 'staging', randomUUID())

/** Copies a file sealed, and decrypted where it was encrypted for this workspace: nothing of it lies in the clear, and what is read is what was checked. */
export async function stage({ keys }: Context, source: string, path: string, signal: AbortSignal): Promise<void> {
  const file = await openBytes(source) // refuses what is no ordinary file before anything is read
  try {
    const pieces = (await isEncrypted(file)) ? decrypted(file, keys.identity) : file.stream(0, file.size)
    await sealFile(until(signal, pieces), path, keys.evidenceKey, { passing: true })
  } finally {
    await file.close()
  }
}

/** The same pieces until it is cancelled; each is copied, for `openBytes` writes over the one before. */
async function* until(signal: AbortSignal, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    if (signal.aborted) throw appError('cancelled', {})
    yield Buffer.from(piece)
  }
}

type Source = ReturnType<Context['files']['toRead']>

/** Works on a copy of a file, whatever becomes of the stick meanwhile. */
async function onCopy(context: Context, { path: source, name }: Source, { signal }: Running, work: (name: string, path: string) => Promise<Arrival>): Promise<Arrival> {
  const path = stagingOf(context)
  try {
    if (signal.aborted) throw appError('cancelled', {})
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await stage(context, source, path, signal)
    return await work(name, path)
  } catch (error) {
    return refusal(name, failureOf(error, 'bundle', context))
  } finally {
    await rm(path, { force: true })
  }
}
