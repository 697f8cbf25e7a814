import { link, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Quarantined } from '../../../shared/api/bundle.ts'
import { removableFrom } from '../../../shared/domain/quarantine.ts'
import { appError } from '../../../shared/errors.ts'
import { openSealed } from '../../crypto/sealed-file.ts'
import { sixWords } from '../../crypto/words.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context } from '../../context.ts'
import { flushFile, flushFolder, writePieces } from '../../whole-file.ts'
import type { Suspect } from './arrive.ts'
import { deleteQuarantined, findBundle, findQuarantined, forgetWaiting, listQuarantined, saveQuarantined, type StoredQuarantine } from './repository.ts'

/** Where the sealed bytes of a bundle lie that was set apart: never under the name of one that was taken over. */
export const apartOf = ({ path }: Pick<Context, 'path'>, manifest: string) => join(path, 'bundles', `${manifest}.quarantined`)

/** Keeps a bundle apart, sealed as it was staged, for a person to look at; the audit chain of the workspace tells of it. One whose content is here already is not kept twice. */
export async function keepApart(context: Context, { contents, failure, writer }: Suspect, staged: string): Promise<void> {
  const { db, keys, now } = context
  const { manifest } = contents
  if (findBundle(db, manifest)?.state === 'accepted') return
  const place = apartOf(context, manifest)
  if (staged !== place) {
    await mkdir(join(context.path, 'bundles'), { recursive: true, mode: 0o700 })
    await rm(place, { force: true })
    flushFile(staged)
    await link(staged, place)
    flushFolder(join(context.path, 'bundles'))
  }
  db.transaction(() => {
    forgetWaiting(db, manifest)
    const known = findQuarantined(db, manifest)
    const isHere = known !== undefined && known.removed === null // one that was removed and is brought again is to be looked at again
    if (!isHere) appendAudit(context, keys.workspace, `quarantine-${failure.code}`, manifest)
    saveQuarantined(db, { at: now(), opened: [], ...known, manifest, contents, failure, writer, putAway: isHere ? known.putAway : null, removed: null })
  }).immediate()
}

/** A bundle that is good after all is apart no longer. */
export async function dropApart(context: Context, manifest: string): Promise<void> {
  if (!findQuarantined(context.db, manifest)) return
  context.db.transaction(() => {
    deleteQuarantined(context.db, manifest)
    appendAudit(context, context.keys.workspace, 'quarantine-over', manifest)
  }).immediate()
  await rm(apartOf(context, manifest), { force: true })
}

export function getQuarantined({ db }: Pick<Context, 'db'>, manifest: string): StoredQuarantine {
  const one = findQuarantined(db, manifest)
  if (!one) throw appError('not-found', { what: 'bundle', id: manifest })
  return one
}

/** Says that a person is done with a bundle that is apart. Its bytes stay: they may be proof of a copied workspace. */
export function putAway(context: Context, manifest: string, reason: string): { savedAt: string } {
  const { db, keys, now, person } = context
  const at = now()
  saveQuarantined(db, { ...getQuarantined(context, manifest), putAway: { at, by: person.name, reason } })
  appendAudit(context, keys.workspace, 'quarantine-put-away', manifest)
  return { savedAt: at }
}

/** Keeps who looks into a bundle that is apart, when and why, and whether it was saved in the clear. Errors: `not-found`, also where its bytes were removed. */
export function noteLook(context: Context, manifest: string, reason: string, saved: boolean): { savedAt: string } {
  const { db, keys, now, person } = context
  const one = getQuarantined(context, manifest)
  if (one.removed) throw appError('not-found', { what: 'bundle', id: manifest })
  const at = now()
  db.transaction(() => {
    saveQuarantined(db, { ...one, opened: [...one.opened, { at, by: person.name, reason, saved }] })
    appendAudit(context, keys.workspace, saved ? 'quarantine-saved-unencrypted' : 'quarantine-opened', manifest)
  }).immediate()
  return { savedAt: at }
}

/** Writes a bundle that is apart to a file, as it came and so in the clear, for who must look into it with other means. */
export async function saveApart(context: Context, { manifest, reason, file }: { manifest: string; reason: string; file: string }): Promise<{ savedAt: string }> {
  const noted = noteLook(context, manifest, reason, true)
  await writePieces(context.files.toWrite(file).path, openSealed(apartOf(context, manifest), context.keys.evidenceKey))
  return noted
}

/** Removes the bytes of a bundle that a person was done with long enough ago; which it was, and who removed it and why, stays. Errors: `too-early`. */
export async function removeApart(context: Context, manifest: string, reason: string): Promise<{ savedAt: string }> {
  const { db, keys, now, person } = context
  const one = getQuarantined(context, manifest)
  const [at, from] = [now(), one.putAway && removableFrom(one.putAway.at)]
  if (from === null || at < from) throw appError('too-early', { from: from?.slice(0, 10) ?? '-' })
  db.transaction(() => {
    saveQuarantined(db, { ...one, contents: { ...one.contents, signers: [] }, writer: null, removed: { at, by: person.name, reason } })
    appendAudit(context, keys.workspace, 'quarantine-removed', manifest)
  }).immediate()
  await rm(apartOf(context, manifest), { force: true })
  return { savedAt: at }
}

export const quarantineOf = ({ db }: Context): Quarantined[] =>
  listQuarantined(db).map((one) => ({ ...one, words: sixWords(one.manifest), removableFrom: one.putAway && !one.removed ? removableFrom(one.putAway.at) : null }))
