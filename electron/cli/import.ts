import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Arrival } from '../../shared/api/bundle.ts'
import { appError } from '../../shared/errors.ts'
import { type Answer, type Call, optionIn } from './command.ts'
import { refusedAs } from './sentence.ts'
import { tableOf } from './table.ts'

/** How many files go to the backend at once: small enough to hear how far it is. */
const BATCH = 100

/** Imports bundles, or tells what that would do; writes the receipt of each that is here now. */
export async function importBundles(call: Call): Promise<Answer> {
  const { api, args, options, run } = call
  const files = (await Promise.all(args.map(bundlesIn))).flat()
  if (files.length === 0) throw appError('file-gone', {})
  const take = options['dry-run'] === true ? api.bundle.preview : api.bundle.import
  const arrivals: Arrival[] = []
  for (let from = 0; from < files.length; from += BATCH) {
    arrivals.push(...await take({ files: files.slice(from, from + BATCH) }, { ...run, onProgress: () => {} }))
    run.onProgress?.({ done: arrivals.length, total: files.length })
  }
  const folder = options['dry-run'] === true ? null : optionIn(call, 'receipts')
  const receipts = folder === null ? [] : await writeReceipts(call, arrivals, folder)
  return { good: arrivals.every(({ state }) => state !== 'refused'), json: { arrivals, receipts }, lines: linesOf(call, arrivals) }
}

/** A file, or all bundles under a folder in the order of their names. */
async function bundlesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.veldtoets'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
}

async function writeReceipts({ api }: Call, arrivals: readonly Arrival[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const accepted = arrivals.flatMap(({ state, contents }) => (contents && (state === 'new' || state === 'known') ? [contents] : []))
  const written = accepted.map(({ inspection, sequence, manifest }) => ({
    manifest, file: join(folder, `${inspection.slice(-8)}-${sequence}-${manifest.slice(0, 8)}.veldreceipt`),
  }))
  for (const receipt of written) await api.bundle.writeReceipt(receipt)
  return written.map(({ file }) => file)
}

const linesOf = ({ language }: Call, arrivals: readonly Arrival[]) => tableOf(arrivals.map(({ file, state, contents, added, failure }) => [
  file, state, added, contents ? `${contents.organisation}  ${contents.signers.map(({ name }) => name).join(', ')}` : refusedAs(failure, language),
]))
