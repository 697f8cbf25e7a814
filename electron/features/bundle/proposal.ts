import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BundleHeader, compareMembers, isInManifest, type KeyId } from '../../../shared/domain/bundle.ts'
import { textKeyOf } from '../../../shared/domain/privacy-fold.ts'
import { type Capacity, statementOf } from '../../../shared/domain/statement.ts'
import { appError } from '../../../shared/errors.ts'
import { openSealedFile } from '../../crypto/sealed-file.ts'
import { checkCertificate } from '../../crypto/trust.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context, Running } from '../../context.ts'
import { colleaguesOf } from '../enrolment/colleague.ts'
import { findPass, trustOf } from '../enrolment/repository.ts'
import { getInspection, listTeam } from '../inspection/repository.ts'
import { keep, stage, stagingOf } from './import.ts'
import { openBundleIn, type OpenBundle } from './open.ts'
import { officeRecipients } from './recipients.ts'
import { addBundle, findBundle, isComplete, listSignatures, saveSignature, type StoredBundle } from './repository.ts'
import { membersOfSigner, signAs } from './seal.ts'
import { type Member, writeZip } from './zip-writer.ts'

/** As what this person signs, by what the team says of them. */
export function capacityOf({ db, person }: Context, inspection: string): Capacity {
  const isLead = listTeam(db, inspection).some(({ member }) => member.value?.role === 'lead' && textKeyOf(member.value.name) === textKeyOf(person.name))
  return isLead ? 'lead' : 'inspector'
}

/** Keeps the bytes of a bundle that was just written, sealed, for those who still sign it. Gives the name of the file. */
export async function keepMade(context: Context, manifest: string, path: string, signal: AbortSignal): Promise<string> {
  const staged = stagingOf(context)
  try {
    await stage(context, path, staged, signal)
    return await keep(context, manifest, staged)
  } finally {
    await rm(staged, { force: true })
  }
}

/** Lends out a bundle of which the bytes are kept, with all its signatures and everything in it checked again. */
export async function withKept<T>(context: Context, manifest: string, signal: AbortSignal, use: (bundle: OpenBundle, stored: StoredBundle) => Promise<T>): Promise<T> {
  const { db, keys, now, path } = context
  const stored = findBundle(db, manifest)
  if (!stored?.file) throw appError('proposal-gone', {})
  const bundle = await openBundleIn(await openSealedFile(join(path, 'bundles', stored.file), keys.evidenceKey), trustOf(db, now()), { signal, proposal: true })
  try {
    return await use(bundle, stored)
  } finally {
    await bundle.close()
  }
}

/** Adds this person's signature to a hand-over that asks for it: the same content, the same name. Signing twice changes nothing. */
export async function cosign(context: Context, { manifest, as }: { manifest: string; as?: Capacity | undefined }, { signal }: Running): Promise<{ complete: boolean; savedAt: string }> {
  const { db, keys, now, device } = context
  const pass = findPass(db, keys.signing()?.kid)
  if (!pass) throw appError('not-enrolled', {})
  return withKept(context, manifest, signal, async ({ header }, stored) => {
    if (!header.signers.includes(pass.kid)) throw appError('not-asked-to-sign', {})
    const time = now()
    const { roots, crls } = trustOf(db, time)
    checkCertificate(pass.certificate, { roots, crls, at: time })
    const { kid, certificate } = pass
    const statement = sentenceFor(context, header, as)
    const signed = signAs({ kid, certificate, role: 'inspector', statement, time, counter: header.known[device] ?? 0, sign: (bytes) => keys.sign(bytes) }, header, manifest)
    return db.transaction(() => {
      if (!listSignatures(db, manifest).has(kid)) appendAudit(context, header.inspectionId, 'cosign', header.bundleId)
      saveSignature(db, manifest, kid, signed, time)
      const complete = isComplete(db, manifest, header)
      if (complete) addBundle(db, { ...stored, state: 'accepted' })
      return { complete, savedAt: time }
    }).immediate()
  })
}

function sentenceFor(context: Context, { inspectionId }: BundleHeader, as = capacityOf(context, inspectionId)): string {
  return statementOf(as, getInspection(context.db, inspectionId).takenFrom.value === 'report' ? 'paper' : 'seen')
}

interface Written {
  manifest: string
  path: string
  plain: boolean
}

/** Writes a bundle of which the bytes are kept, with every signature that is here: for the office once all have signed, until then for those who have not. */
export async function writeKept(context: Context, { manifest, path, plain }: Written, { progress, signal }: Running): Promise<{ complete: boolean; savedAt: string }> {
  const { db, now } = context
  return withKept(context, manifest, signal, async (bundle, { header }) => {
    const complete = isComplete(db, manifest, header)
    const recipients = plain ? [] : complete ? recipientsOfWhole(context, header) : recipientsOfProposal(context, manifest, header)
    const members = await membersOf(bundle, listSignatures(db, manifest))
    await writeZip(path, members, { recipients, signal, onProgress: (done, total) => progress({ done, total }) })
    const what = `${complete ? header.purpose : 'proposal'}${recipients.length > 0 ? '' : '-unencrypted'}`
    db.transaction(() => appendAudit(context, header.inspectionId, what, header.bundleId)).immediate()
    return { complete, savedAt: now() }
  })
}

/** The same members, with the signatures that are known here instead of those that were inside. */
async function membersOf({ names, read, member }: OpenBundle, signatures: ReturnType<typeof listSignatures>): Promise<Member[]> {
  const members: Member[] = [...signatures].flatMap(membersOfSigner)
  for (const name of names) {
    if (isInManifest(name)) members.push(member(name))
    else if (!/^signatures\/[0-9a-f]{32}\./.test(name)) members.push({ name, content: await read(name) })
  }
  return members.sort((a, b) => compareMembers(a.name, b.name))
}

/** The office, oneself, and whoever signed it too. */
function recipientsOfWhole(context: Context, { signers }: BundleHeader): string[] {
  const office = officeRecipients(context)
  if (office.length === 0) return []
  const others = [...colleaguesOf(context).values()].filter(({ kid }) => signers.includes(kid)).map(({ recipient }) => recipient)
  return [...new Set([...office, ...others])]
}

function recipientsOfProposal(context: Context, manifest: string, { signers }: BundleHeader): string[] {
  const signed = listSignatures(context.db, manifest)
  const byKid = new Map([...colleaguesOf(context).values()].map(({ kid, recipient }): [KeyId, string] => [kid, recipient]))
  const theirs = signers.filter((kid) => !signed.has(kid) && kid !== context.keys.signing()?.kid).map((kid) => byKid.get(kid))
  if (theirs.includes(undefined)) throw appError('recipient-unknown', {})
  return [...new Set([...theirs.flatMap((one) => one ?? []), context.keys.recipient])]
}
