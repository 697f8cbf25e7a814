import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Arrival } from '../../shared/api/bundle.ts'
import type { Progress } from '../../shared/api/client.ts'
import { appError } from '../../shared/errors.ts'
import { BUNDLE, filesIn } from './bundle-files.ts'
import { type Answer, type Call, optionIn } from './command.ts'
import { linesOfGaps } from './gap-lines.ts'
import { refusedAs } from './sentence.ts'

/** As many files as are imported and told of together. */
const TOGETHER = 50

/** Imports bundles, or tells what that would do; writes the receipt of each that is here now. A line each as they are on disk: whoever stops it keeps what was told. */
export async function importBundles(call: Call): Promise<Answer> {
  const { api, args, options, run, line } = call
  const files = await filesIn(args, BUNDLE)
  if (files.length === 0) throw appError('file-gone', {})
  const isTrial = options['dry-run'] === true
  const folder = isTrial ? null : optionIn(call, 'receipts')
  if (folder !== null) await mkdir(folder, { recursive: true })
  const [arrivals, receipts]: [Arrival[], string[]] = [[], []]
  for (let at = 0; at < files.length && !run.signal?.aborted; at += TOGETHER) {
    const some = files.slice(at, at + TOGETHER)
    const onProgress = options.json === true ? ({ done }: Progress) => run.onProgress?.({ done: at + (done ?? 0), total: files.length }) : () => {}
    for (const arrival of await (isTrial ? api.bundle.preview : api.bundle.import)({ files: some }, { ...run, onProgress })) {
      if (arrival.failure?.code === 'cancelled') continue
      if (folder !== null) receipts.push(...await writeReceipt(call, arrival, folder))
      line(lineOf(call, arrival))
      arrivals.push(arrival)
    }
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
