import { link, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Quarantined } from '../../../shared/api/bundle.ts'
import { appError } from '../../../shared/errors.ts'
import { sixWords } from '../../crypto/words.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context } from '../../context.ts'
import { flushFolder } from '../../whole-file.ts'
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
    await link(staged, place)
    flushFolder(join(context.path, 'bundles'))
  }
  db.transaction(() => {
    forgetWaiting(db, manifest)
    if (!findQuarantined(db, manifest)) appendAudit(context, keys.workspace, `quarantine-${failure.code}`, manifest)
    saveQuarantined(db, { manifest, contents, failure, writer, at: now(), putAway: null })
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

export const quarantineOf = ({ db }: Context): Quarantined[] => listQuarantined(db).map((one) => ({ ...one, words: sixWords(one.manifest) }))
