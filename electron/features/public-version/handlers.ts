import { isTelling, type Passage, piecesAt } from '../../../shared/domain/redaction.ts'
import { spelledIn } from '../../../shared/domain/redaction-search.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { appError } from '../../../shared/errors.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Handlers } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { failureOf } from '../../failure.ts'
import { readText } from '../../json-file.ts'
import { getInspection } from '../inspection/repository.ts'
import { standingOf } from '../publication/standing.ts'
import { carryToSibling, leaveOut, newestAdoptions } from './carry-over.ts'
import { shownAdoption } from './holding.ts'
import { verifyPublic } from './open.ts'
import { aroundIn, groundsIn, markedPage, textOfPassage } from './page.ts'
import { answerAsked, deleteRedaction, getAdoption, listAsked, listRedactions, pageOfAdoption, type StoredAdoption } from './repository.ts'
import { suggestionsIn } from './suggest.ts'
import { publicOf, writePublic } from './write.ts'

/** The largest certificate or revocation list that is read, in bytes. */
const LARGEST = 1_000_000

export const publicVersion: Handlers<'publicVersion'> = {
  adoptions: (context, { inspection }) => {
    getInspection(context.db, inspection)
    return newestAdoptions(context, inspection).map((adoption) => shownAdoption(context, adoption))
  },

  draft: (context, { inspection, language }) => {
    const { db } = context
    const adoption = getAdoption(db, inspection, language)
    const redactions = listRedactions(db, adoption.sha256)
    return {
      before: markedPage(adoption.page, groundsIn(adoption.page, redactions)),
      after: publicOf(context, adoption).page,
      redactions: redactions.map(({ author: _author, at: _at, ...one }) => ({ ...one, text: textOfPassage(adoption.page, one) })),
      asked: openAsked(db, adoption).map(({ id, ground, reason, earlier, ...passage }) => ({ id, ground, reason, ...aroundIn(pageOfAdoption(db, earlier), passage) })),
    }
  },

  find: ({ db }, { inspection, language, text }) => {
    const adoption = getAdoption(db, inspection, language)
    return spelledIn(adoption.page.fragments, text).filter(isThereIn(db, adoption))
  },

  suggest: (context, { inspection, language }) => {
    const adoption = getAdoption(context.db, inspection, language)
    return suggestionsIn(context, adoption.page).filter(isThereIn(context.db, adoption))
  },

  leaveOut: (context, { inspection, language, passages, ground, reason, whole = false }) => {
    if (ground === 'other' && reason === null) throw appError('reason-required', {})
    const adoption = getAdoption(context.db, inspection, language)
    const chosen = passages.map((one) => passageOf(adoption, one))
    const wide = whole ? [...new Set(chosen.map(({ fragment }) => fragment))].map((fragment) => wholeOf(adoption, fragment)) : chosen
    carryToSibling(context, adoption, wide.map((passage) => leaveOut(context, adoption, { ...passage, ground, reason })))
    return { count: wide.length }
  },

  putBack: (context, { inspection, language, ids }) => {
    const { sha256 } = getAdoption(context.db, inspection, language)
    for (const id of ids) {
      deleteRedaction(context.db, sha256, id)
      appendAudit(context, context.keys.workspace, 'put-back', id)
    }
    return { count: ids.length }
  },

  answerAsked: (context, { inspection, language, id, answer }) => {
    const { db, author, now, keys } = context
    const adoption = getAdoption(db, inspection, language)
    answerAsked(db, adoption.sha256, { id, answer, author, at: now() })
    appendAudit(context, keys.workspace, 'left-out-answered', id)
    return { open: openAsked(db, adoption).length }
  },

  suggestName: ({ db }, { inspection, language = 'nl' }) => {
    getAdoption(db, inspection, language)
    return { name: `${inspection.slice(-8)}-${language === 'nl' ? 'openbaar' : 'public'}.zip` }
  },

  write: async (context, { inspection, language = 'nl', file, formats }, run) => {
    assertReady(context.db, inspection, language)
    return writePublic(context, { inspection, language, path: context.files.toWrite(file).path, formats }, run)
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

/** Refuses what was taken back, withdrawn, amended or is held up by a judge since it was adopted, and what was once left out and nobody said what becomes of it. */
function assertReady(db: Db, inspection: string, language: ReportLanguage): void {
  const adoption = getAdoption(db, inspection, language)
  const { adopted, suspended } = standingOf(db, inspection)
  if (suspended || adopted?.bundle !== adoption.statement.manifest) throw appError('adoption-not-standing', {})
  const count = openAsked(db, adoption).length
  if (count > 0) throw appError('left-out-before', { count })
}

const openAsked = (db: Db, { sha256 }: StoredAdoption) => listAsked(db, sha256).filter(({ answer }) => answer === null)

/** Tells of a passage whether any of it is not left out yet. */
function isThereIn(db: Db, { sha256, page }: StoredAdoption): (passage: Passage) => boolean {
  const grounds = groundsIn(page, listRedactions(db, sha256))
  return ({ fragment, from, to }) => page.fragments[fragment]!.some((piece, at) => at >= from && at < to && isTelling(piece) && grounds[fragment]![at] === null)
}

/** The pieces that someone chose. Errors: `not-found` where there is no such text. */
function passageOf({ page: { fragments } }: StoredAdoption, chosen: Passage | { fragment: number; start: number; end: number }): Passage {
  const pieces = fragments[chosen.fragment] ?? []
  const passage = 'start' in chosen ? piecesAt(pieces, chosen.start, chosen.end) : chosen
  if (!passage || passage.from >= passage.to || passage.to > pieces.length) throw appError('not-found', { what: 'passage', id: String(chosen.fragment) })
  return { fragment: chosen.fragment, from: passage.from, to: passage.to }
}

const wholeOf = ({ page: { fragments } }: StoredAdoption, fragment: number): Passage => ({ fragment, from: 0, to: fragments[fragment]!.length })
