import { appError } from '../../../shared/errors.ts'
import { pemsIn } from '../../crypto/der.ts'
import { readReceipt } from '../../crypto/enrolment.ts'
import { countersOf } from '../../db/change-log.ts'
import { sixWords } from '../../crypto/words.ts'
import type { Context, Handlers } from '../../context.ts'
import { failureOf } from '../../failure.ts'
import { readText } from '../../json-file.ts'
import { writeWhole } from '../../whole-file.ts'
import { colleaguesOf } from '../enrolment/colleague.ts'
import { trustOf } from '../enrolment/repository.ts'
import { getInspection } from '../inspection/repository.ts'
import { verifyBundle } from './arrive.ts'
import { gapsOf } from './gaps.ts'
import { gatesOf } from './gates.ts'
import { forgetKept } from './kept.ts'
import { importBundles, previewBundles, tryAgain } from './import.ts'
import { lookApart } from './look.ts'
import { makeBundle, propose } from './make.ts'
import { capacityOf, cosign, writeKept } from './proposal.ts'
import { officeRecipients } from './recipients.ts'
import { changedSince, reviewOf, signedBy, signersOf } from './review.ts'
import { putAway, quarantineOf, removeApart, saveApart } from './quarantine.ts'
import { assertOwnHistory } from './receipt.ts'
import { signShare, unsignedIn } from './share.ts'
import { findBundle, findLastMade, findReceipt, listBundles, saveReceipt } from './repository.ts'

const LARGEST = 1_000_000
type Receipt = Awaited<ReturnType<Handlers<'bundle'>['readReceipts']>>[number]

export const bundle: Handlers<'bundle'> = {
  gates: (context, { inspection }) => gatesOf(context, inspection),

  unsigned: ({ db }, { inspection }) => unsignedIn(db, inspection),

  signOwnLog: async (context, { inspection }) => signShare(context, inspection),

  list: (context, { inspection }) => {
    const bundles = listBundles(context.db, inspection)
    const replacedBy = new Map(bundles.filter(({ state }) => state === 'accepted').map(({ manifest, header }) => [header.replaces, manifest]))
    return bundles.map(({ manifest, header, direction, state, at, receivedByOffice, file }) => ({
      words: sixWords(manifest), manifest, inspection: header.inspectionId, purpose: header.purpose, direction, state, sequence: header.sequence, at, receivedByOffice,
      replaces: header.replaces, replacedBy: replacedBy.get(manifest) ?? null, kept: file !== null, signers: signedBy(context, { manifest, header }),
    }))
  },

  signers: (context, { inspection }) => signersOf(context, inspection),

  capacity: (context, { inspection }) => ({ capacity: capacityOf(context, inspection) }),

  changed: ({ db }, { inspection }) => changedSince(db, inspection),

  review: (context, { manifest }, { signal }) => reviewOf(context, manifest, signal),

  propose: (context, { inspection, others, as }, run) => propose(context, { inspection, others, as }, run),

  cosign: (context, given, run) => cosign(context, given, run),

  write: (context, { manifest, file, plain = false }, run) => writeKept(context, { manifest, path: context.files.toWrite(file).path, plain }, run),

  gaps: ({ db }, { inspection }) => gapsOf(db, inspection),

  quarantine: (context) => quarantineOf(context),

  tryAgain: (context, { manifests }, run) => tryAgain(context, manifests, run),

  putAway: (context, { manifest, reason }) => putAway(context, manifest, reason),

  lookApart: (context, order, { signal }) => lookApart(context, order, signal),

  saveApart: async (context, order) => saveApart(context, order),

  removeApart: async (context, { manifest, reason }) => removeApart(context, manifest, reason),

  // the end of the id, for its beginning is the clock and would be alike for all that were made within a minute
  suggestName: ({ db, device }, { inspection }) => {
    getInspection(db, inspection)
    const plain = `${inspection.slice(-8)}-${(findLastMade(db, inspection, device)?.header.sequence ?? 0) + 1}.veldtoets`
    return { name: `${plain}.age`, plain }
  },

  handOver: (context, { inspection, file, plain = false, as }, run) => {
    const recipients = plain ? [] : officeRecipients(context)
    return makeBundle(context, { inspection, purpose: 'handover', since: {}, path: context.files.toWrite(file).path, recipients, as }, run)
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
    const roots = root === null ? [] : pemsIn(await readText(host.files.toRead(root).path, LARGEST))
    try {
      const { rootChecked, contents } = await verifyBundle(host.files.toRead(file).path, { roots, crls: [], at: host.now() }, signal)
      return { verified: true, rootChecked, contents, failure: null }
    } catch (error) {
      return { verified: false, rootChecked: roots.length > 0, contents: null, failure: failureOf(error, 'bundle.verify', host) }
    }
  },
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
    const text = await readText(path, LARGEST)
    const receipt = readReceipt(text, trustOf(context.db, context.now()))
    const { manifestSha256, receivedAt } = receipt
    assertOwnHistory(context, receipt)
    context.db.transaction(() => saveReceipt(context.db, manifestSha256, text, receivedAt)).immediate()
    forgetKept(context, receipt.inspection)
    return { file: name, manifest: manifestSha256, receivedAt, failure: null }
  } catch (error) {
    return { file: name, manifest: null, receivedAt: null, failure: failureOf(error, 'bundle.readReceipts', context) }
  }
}
