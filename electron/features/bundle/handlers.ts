import { appError } from '../../../shared/errors.ts'
import { readReceipt } from '../../crypto/enrolment.ts'
import { countersOf } from '../../db/change-log.ts'
import { sixWords } from '../../crypto/words.ts'
import type { Context, Handlers } from '../../context.ts'
import { failureOf } from '../../failure.ts'
import { readText } from '../../json-file.ts'
import { writeWhole } from '../../whole-file.ts'
import { colleaguesOf } from '../enrolment/colleague.ts'
import { findPass, getRoot, trustOf } from '../enrolment/repository.ts'
import { getInspection } from '../inspection/repository.ts'
import { verifyBundle } from './arrive.ts'
import { gatesOf } from './gates.ts'
import { importBundles, previewBundles } from './import.ts'
import { makeBundle } from './make.ts'
import { signShare, unsignedIn } from './share.ts'
import { findBundle, findLastMade, findReceipt, listBundles, saveReceipt } from './repository.ts'

const LARGEST = 1_000_000
type Receipt = Awaited<ReturnType<Handlers<'bundle'>['readReceipts']>>[number]

export const bundle: Handlers<'bundle'> = {
  gates: (context, { inspection }) => gatesOf(context, inspection),

  unsigned: ({ db }, { inspection }) => unsignedIn(db, inspection),

  signOwnLog: async (context, { inspection }) => signShare(context, inspection),

  list: ({ db }, { inspection }) => listBundles(db, inspection).map(({ manifest, header, direction, state, at, receivedByOffice }) => ({
    words: sixWords(manifest), manifest, inspection: header.inspectionId, purpose: header.purpose, direction, state, sequence: header.sequence, at, receivedByOffice,
  })),

  // the end of the id, for its beginning is the clock and would be alike for all that were made within a minute
  suggestName: ({ db, device }, { inspection }) => {
    getInspection(db, inspection)
    const plain = `${inspection.slice(-8)}-${(findLastMade(db, inspection, device)?.header.sequence ?? 0) + 1}.veldtoets`
    return { name: `${plain}.age`, plain }
  },

  handOver: (context, { inspection, file, plain = false }, run) => {
    const recipients = plain ? [] : recipientsOf(context)
    return makeBundle(context, { inspection, purpose: 'handover', since: {}, path: context.files.toWrite(file).path, recipients }, run)
  },

  exchange: (context, { inspection, file, buildsOn, to = null }, run) => {
    const since = buildsOn === null ? {} : knownIn(context, inspection, buildsOn)
    const colleague = to === null ? undefined : colleaguesOf(context).get(to)
    if (to !== null && !colleague) throw appError('recipient-unknown', {})
    const recipients = colleague ? [colleague.recipient, context.keys.recipient] : []
    return makeBundle(context, { inspection, purpose: 'exchange', since, path: context.files.toWrite(file).path, recipients }, run)
  },

  preview: (context, { files }, run) => previewBundles(context, files, run),

  import: (context, { files }, run) => importBundles(context, files, run),

  writeReceipt: async ({ db, files }, { manifest, file }) => {
    const receipt = findReceipt(db, manifest)
    if (!receipt) throw appError('not-found', { what: 'receipt', id: manifest })
    writeWhole(files.toWrite(file).path, receipt.body)
    return { receivedAt: receipt.at }
  },

  readReceipts: async (context, { files }) => Promise.all(files.map((handle) => readReceiptFile(context, handle))),

  verify: async ({ host }, { file, root }, { signal }) => {
    const roots = root === null ? [] : [await readText(host.files.toRead(root).path, LARGEST)]
    try {
      const { rootChecked, contents } = await verifyBundle(host.files.toRead(file).path, { roots, crls: [], at: host.now() }, signal)
      return { verified: true, rootChecked, contents, failure: null }
    } catch (error) {
      return { verified: false, rootChecked: roots.length > 0, contents: null, failure: failureOf(error, 'bundle.verify', host) }
    }
  },
}

/** The keys of the office that enrolled this person, and one's own, so that what was handed over can be read again. */
function recipientsOf({ db, keys }: Context): string[] {
  const pass = findPass(db, keys.signing()?.kid)
  const office = pass ? getRoot(db, pass.root)!.recipients : []
  return office.length > 0 ? [...new Set([...office, keys.recipient])] : []
}

/** What a colleague was known to have when they sent a bundle, as far as it is here too: of one that waits that may be less. */
function knownIn({ db }: Context, inspection: string, manifest: string): Record<string, number> {
  const bundle = findBundle(db, manifest)
  if (bundle?.header.inspectionId !== inspection) throw appError('not-found', { what: 'bundle', id: manifest })
  const here = countersOf(db, inspection)
  const both = Object.entries(bundle.header.known).map(([device, counter]): [string, number] => [device, Math.min(counter, here[device] ?? 0)])
  return Object.fromEntries(both.filter(([, counter]) => counter > 0))
}

async function readReceiptFile(context: Context, handle: string): Promise<Receipt> {
  const { path, name } = context.files.toRead(handle)
  try {
    const { manifestSha256, receivedAt } = readReceipt(await readText(path, LARGEST), trustOf(context.db, context.now()))
    if (!findBundle(context.db, manifestSha256)) throw appError('receipt-unknown', {})
    const text = await readText(path, LARGEST)
    context.db.transaction(() => saveReceipt(context.db, manifestSha256, text, receivedAt)).immediate()
    return { file: name, manifest: manifestSha256, receivedAt, failure: null }
  } catch (error) {
    return { file: name, manifest: null, receivedAt: null, failure: failureOf(error, 'bundle.readReceipts', context) }
  }
}
