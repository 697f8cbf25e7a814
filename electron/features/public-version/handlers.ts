import { saidBy } from '../../../shared/domain/commitment.ts'
import { isTelling, piecesAt, type Passage, type Redaction } from '../../../shared/domain/redaction.ts'
import { pictureIn, spelledIn } from '../../../shared/domain/redaction-search.ts'
import { appError } from '../../../shared/errors.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context, Handlers } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { failureOf } from '../../failure.ts'
import { readText } from '../../json-file.ts'
import { getInspection } from '../inspection/repository.ts'
import { searchText } from '../privacy/search.ts'
import { standingOf } from '../publication/standing.ts'
import { shownAdoption } from './adopt.ts'
import { verifyPublic } from './open.ts'
import { groundsIn, markedPage, textOfPassage } from './page.ts'
import { addRedaction, deleteRedaction, findAdoption, getAdoption, listRedactions, type StoredAdoption } from './repository.ts'
import { publicOf, writePublic } from './write.ts'

/** The largest certificate or revocation list that is read, in bytes. */
const LARGEST = 1_000_000
const AROUND = 40
const PHOTO = /^<img [^>]*src="data:image\/(?:jpeg|png);/
/** What stands before a substantiation, of which the first word is also a given name. */
const LABEL = /^Ad \d/

export const publicVersion: Handlers<'publicVersion'> = {
  adoption: (context, { inspection }) => {
    getInspection(context.db, inspection)
    const adoption = findAdoption(context.db, inspection)
    return adoption ? shownAdoption(context, adoption) : null
  },

  draft: (context, { inspection }) => {
    const adoption = getAdoption(context.db, inspection)
    const redactions = listRedactions(context.db, adoption.sha256)
    return {
      before: markedPage(adoption.page, groundsIn(adoption.page, redactions)),
      after: publicOf(context, adoption).page,
      redactions: redactions.map(({ author: _author, at: _at, ...one }) => ({ ...one, text: textOfPassage(adoption.page, one) })),
    }
  },

  find: ({ db }, { inspection, text }) => {
    const adoption = getAdoption(db, inspection)
    return spelledIn(adoption.page.fragments, text).filter(isThereIn(db, adoption))
  },

  suggest: (context, { inspection }) => suggestionsIn(context, getAdoption(context.db, inspection)),

  leaveOut: (context, { inspection, passages, ground, reason }) => {
    const { db, author, now, newId } = context
    if (ground === 'other' && reason === null) throw appError('reason-required', {})
    const adoption = getAdoption(db, inspection)
    const chosen = passages.map((one) => passageOf(adoption, one))
    for (const passage of chosen) addAudited(context, adoption, { ...passage, id: newId(), ground, reason, author, at: now() })
    return { count: chosen.length }
  },

  putBack: (context, { inspection, ids }) => {
    const { sha256 } = getAdoption(context.db, inspection)
    for (const id of ids) {
      deleteRedaction(context.db, sha256, id)
      appendAudit(context, context.keys.workspace, 'put-back', id)
    }
    return { count: ids.length }
  },

  suggestName: ({ db }, { inspection }) => {
    getAdoption(db, inspection)
    return { name: `${inspection.slice(-8)}-openbaar.zip` }
  },

  write: async (context, { inspection, file, formats }, run) => {
    assertStands(context.db, inspection)
    return writePublic(context, { inspection, path: context.files.toWrite(file).path, formats }, run)
  },

  verify: async ({ host }, { file, root, crl }, { signal }) => {
    const read = async (handle: string | null) => (handle === null ? [] : [await readText(host.files.toRead(handle).path, LARGEST)])
    const [roots, crls] = [await read(root), await read(crl)]
    const rootChecked = roots.length > 0
    try {
      return { verified: true, rootChecked, failure: null, contents: await verifyPublic(host.files.toRead(file).path, { roots, crls, at: host.now() }, signal) }
    } catch (error) {
      return { verified: false, rootChecked, failure: failureOf(error, 'publicVersion.verify', host), contents: null }
    }
  },
}

/** Refuses what was taken back, withdrawn, amended or is held up by a judge since it was adopted. */
function assertStands(db: Db, inspection: string): void {
  const { statement } = getAdoption(db, inspection)
  const { adopted, suspended } = standingOf(db, inspection)
  if (suspended || adopted?.bundle !== statement.manifest) throw appError('adoption-not-standing', {})
}

/** Tells of a passage whether any of it is not left out yet. */
function isThereIn(db: Db, { sha256, page }: StoredAdoption): (passage: Passage) => boolean {
  const grounds = groundsIn(page, listRedactions(db, sha256))
  return ({ fragment, from, to }) => page.fragments[fragment]!.some((piece, at) => at >= from && at < to && isTelling(piece) && grounds[fragment]![at] === null)
}

function addAudited(context: Context, { sha256 }: StoredAdoption, redaction: Redaction): void {
  addRedaction(context.db, sha256, redaction)
  appendAudit(context, context.keys.workspace, 'left-out', redaction.id)
}

/** The pieces that someone chose. Errors: `not-found` where there is no such text. */
function passageOf({ page: { fragments } }: StoredAdoption, chosen: Passage | { fragment: number; start: number; end: number }): Passage {
  const pieces = fragments[chosen.fragment] ?? []
  const passage = 'start' in chosen ? piecesAt(pieces, chosen.start, chosen.end) : chosen
  if (!passage || passage.from >= passage.to || passage.to > pieces.length) throw appError('not-found', { what: 'passage', id: String(chosen.fragment) })
  return { fragment: chosen.fragment, from: passage.from, to: passage.to }
}

/** What looks like personal data, whatever was answered about it for the inspection: what had to be recorded need not be public. */
function suggestionsIn(context: Context, adoption: StoredAdoption) {
  const { page } = adoption
  return page.fragments.flatMap((pieces, fragment) => {
    const text = pieces.map(saidBy).join('')
    const pictures = pieces.flatMap((piece, from) => (PHOTO.test(piece)
      ? [{ fragment, from, to: from + 1, kind: 'picture' as const, before: '', text: pictureIn(piece), after: '', whole: true }] : []))
    return [...pictures, ...searchText(context, text).flatMap(({ kind, start, end }) => {
      const found = piecesAt(pieces, start, end)
      const isLabel = start === 0 && LABEL.test(text)
      if (!found || isLabel) return []
      return [{ fragment, ...found, kind, before: text.slice(Math.max(0, start - AROUND), start), text: text.slice(start, end), after: text.slice(end, end + AROUND), whole: true }]
    })]
  }).filter(isThereIn(context.db, adoption))
}
