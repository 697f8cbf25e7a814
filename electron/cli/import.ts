import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Arrival } from '../../shared/api/bundle.ts'
import { appError } from '../../shared/errors.ts'
import { BUNDLE, filesIn } from './bundle-files.ts'
import { type Answer, type Call, optionIn } from './command.ts'
import { linesOfGaps } from './gap-lines.ts'
import { refusedAs } from './sentence.ts'

/** Imports bundles, or tells what that would do; writes the receipt of each that is here now. A line each as they come: whoever stops it keeps what was told. */
export async function importBundles(call: Call): Promise<Answer> {
  const { api, args, options, run, line } = call
  const files = await filesIn(args, BUNDLE)
  if (files.length === 0) throw appError('file-gone', {})
  const isTrial = options['dry-run'] === true
  const folder = isTrial ? null : optionIn(call, 'receipts')
  if (folder !== null) await mkdir(folder, { recursive: true })
  const [arrivals, receipts]: [Arrival[], string[]] = [[], []]
  for (const file of files) {
    if (run.signal?.aborted) break
    const [arrival] = await (isTrial ? api.bundle.preview : api.bundle.import)({ files: [file] }, { ...run, onProgress: () => {} })
    if (folder !== null) receipts.push(...await writeReceipt(call, arrival!, folder))
    line(lineOf(call, arrival!))
    arrivals.push(arrival!)
    if (options.json === true) run.onProgress?.({ done: arrivals.length, total: files.length })
  }
  const gaps = await api.bundle.gaps({ inspection: null })
  const left = files.length - arrivals.length
  return { good: left === 0 && arrivals.every(({ state }) => state !== 'refused' && state !== 'quarantined'), json: { arrivals, receipts, gaps, left }, lines: linesOfGaps(gaps) }
}

async function writeReceipt({ api }: Call, { state, contents }: Arrival, folder: string): Promise<string[]> {
  if (!contents || (state !== 'new' && state !== 'known')) return []
  const { inspection, sequence, manifest } = contents
  const file = join(folder, `${inspection.slice(-8)}-${sequence}-${manifest.slice(0, 8)}.veldreceipt`)
  await api.bundle.writeReceipt({ manifest, file })
  return [file]
}

function lineOf({ language }: Call, { file, state, added, contents, failure, warnings }: Arrival): string {
  const who = contents && `${contents.organisation}  ${contents.signers.map(({ name }) => name).join(', ')}`
  const told = warnings.filter(({ code }) => code !== 'gap').map(({ code, count }) => `${code} (${count})`).join(' ')
  return [file, state, added, who, refusedAs(failure, language), told].filter((part) => part !== null && part !== '').join('  ')
}
