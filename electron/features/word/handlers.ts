import { dutchDayOf } from '../../../shared/domain/dutch-day.ts'
import type { Edit } from '../../../shared/domain/entity.ts'
import { nextLabel } from '../../../shared/domain/source.ts'
import { standOf, type WordOutcome, type WordProposal, type WordReading } from '../../../shared/domain/word.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context, Handlers } from '../../context.ts'
import { digestOf } from '../../crypto/digest.ts'
import { appendAudit } from '../../db/audit.ts'
import { record } from '../../db/change-log.ts'
import { forgetPages } from '../../db/erase.ts'
import type { Db } from '../../db/open.ts'
import { readBytes } from '../../office-zip.ts'
import { labelsOf } from '../document/repository.ts'
import { readingOf } from './compare.ts'
import { currentOf, isPlaceholder, placesOf, saidAt, writeText } from './current.ts'
import { addReading, answersOf, findReading, forgetReading, getReading, listReadings, saveAnswer, type StoredReading } from './repository.ts'
import type { WordFile } from './word-file.ts'

export const word: Handlers<'word'> = {
  read: async (context, { inspection, handle }) => {
    const { db, files, author, now } = context
    const { LARGEST_WORD, readWord } = await import('./word-file.ts')
    const bytes = await readBytes(files.toRead(handle).path, LARGEST_WORD)
    const file = digestOf(bytes).sha256
    const known = findReading(db, inspection, file)
    if (known) return { ...listed(db, inspection, known), isNew: false }
    const read = readWord(bytes)
    if (read.source && read.source.inspection !== inspection) throw appError('word-of-another', {})
    return db.transaction(() => {
      const reading = held(db, inspection, read)
      const stored: StoredReading = { file, at: now(), author, document: register(context, inspection, file), reading }
      addReading(db, inspection, stored)
      appendAudit(context, inspection, 'word-read', file)
      return { ...listed(db, inspection, stored), isNew: true }
    }).immediate()
  },

  list: ({ db }, { inspection }) => listReadings(db, inspection).map((one) => listed(db, inspection, one)),

  get: ({ db }, { inspection, file }) => {
    const { reading: { proposals, notes, ...reading } } = getReading(db, inspection, file)
    const [answers, places] = [answersOf(db, inspection, file), placesOf(db, inspection)]
    const placeOf = (of: string | null) => (of === null ? '' : (places.get(of)?.place ?? of))
    return {
      ...reading,
      proposals: proposals.map((proposal, number) => {
        const current = currentOf(db, inspection, proposal.of, places)
        return { ...proposal, number, place: placeOf(proposal.of), current, stand: standOf(proposal, current), answer: answers.proposals.get(number) ?? null }
      }),
      notes: notes.map((note, number) => ({ ...note, number, place: placeOf(note.of), done: answers.notes.has(number) })),
    }
  },

  accept: (context, { inspection, file, number, text, reason, seen }) => {
    const proposal = proposalAt(context.db, inspection, file, number)
    const places = placesOf(context.db, inspection)
    const current = currentOf(context.db, inspection, proposal.of, places)
    if (!current) throw appError('not-found', { what: 'word', id: proposal.of })
    if (current.different) throw appError('difference-open', {})
    if (current.seen.length !== seen.length || !current.seen.every((id) => seen.includes(id))) throw appError('word-moved', {})
    if (text !== current.text) writeText(context, inspection, proposal.of, text, { reason, seen, composed: places.get(proposal.of)!.composed })
    return answer(context, { inspection, file, number }, text === proposal.proposed ? 'accepted' : 'edited', reason)
  },

  reject: (context, { inspection, file, number, reason }) => {
    proposalAt(context.db, inspection, file, number)
    return answer(context, { inspection, file, number }, 'rejected', reason)
  },

  reopen: ({ db, now }, { inspection, file, number }) => {
    proposalAt(db, inspection, file, number)
    saveAnswer(db, { inspection, file, kind: 'proposal', number }, null)
    return { savedAt: now() }
  },

  note: ({ db, now }, { inspection, file, number, done }) => {
    if (!getReading(db, inspection, file).reading.notes[number]) throw appError('not-found', { what: 'word', id: String(number) })
    saveAnswer(db, { inspection, file, kind: 'note', number }, done ? { done } : null)
    return { savedAt: now() }
  },

  forget: async (context, { inspection, file }) => {
    getReading(context.db, inspection, file)
    context.db.transaction(() => {
      forgetReading(context.db, inspection, file)
      appendAudit(context, inspection, 'word-forget', file)
    }).immediate()
    forgetPages(context.db)
    return {}
  },
}

/** Holds what was read against what is recorded here. */
function held(db: Db, inspection: string, read: WordFile): WordReading {
  const places = placesOf(db, inspection)
  const reading = readingOf(read, { inspection, places: [...places.keys()], saidAt: (of) => saidAt(db, inspection, of, places) })
  if (!reading) throw appError('word-not-ours', {})
  const proposals = reading.proposals.map((one) => (isPlaceholder(db, inspection, one.of, places, one.base) ? { ...one, base: '' } : one))
  return { ...reading, proposals }
}

/** Enters the file as a document that came in, under its SHA-256 and not under its name, which may be that of a person. */
function register(context: Context, inspection: string, file: string): string {
  const [entityId, label] = [context.newId(), nextLabel('DOC', labelsOf(context.db, inspection, 'document'))]
  const as = { entity: 'document', entityId, kind: 'set', reason: null, seen: [] } as const
  const edits: Edit[] = [
    { ...as, field: 'label', value: label }, { ...as, field: 'title', value: 'Bewerkte Word-versie van het rapport' }, { ...as, field: 'kind', value: 'word-version' },
    { ...as, field: 'reference', value: `sha256 ${file}` }, { ...as, field: 'receivedOn', value: dutchDayOf(context.now()) },
  ]
  record(context, inspection, edits)
  return label
}

function listed(db: Db, inspection: string, { reading: { proposals, notes }, file, at, author, document }: StoredReading) {
  const answers = answersOf(db, inspection, file)
  return { file, at, author, document, proposals: proposals.length, open: proposals.length - answers.proposals.size, notes: notes.length, openNotes: notes.length - answers.notes.size }
}

function proposalAt(db: Db, inspection: string, file: string, number: number): WordProposal {
  const proposal = getReading(db, inspection, file).reading.proposals[number]
  if (!proposal) throw appError('not-found', { what: 'word', id: String(number) })
  return proposal
}

function answer({ db, author, now }: Context, item: { inspection: string; file: string; number: number }, outcome: WordOutcome, reason: string | null): { savedAt: string } {
  const at = now()
  saveAnswer(db, { ...item, kind: 'proposal' }, { outcome, reason, at, author })
  return { savedAt: at }
}
