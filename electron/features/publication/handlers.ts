import { dutchDayOf, dutchMomentOf } from '../../../shared/domain/dutch-day.ts'
import type { Edit } from '../../../shared/domain/entity.ts'
import { usualNotices } from '../../../shared/domain/publication-day.ts'
import { firstDayOf, TERM_RULES } from '../../../shared/domain/publication-term.ts'
import { assertPublishable, assertStep, isAdopted, type Notice, type Step } from '../../../shared/domain/publication.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context, Handlers } from '../../context.ts'
import { writeWhole } from '../../whole-file.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { adopt } from '../public-version/adopt.ts'
import { newestAdoptions } from '../public-version/carry-over.ts'
import { findAdoption } from '../public-version/repository.ts'
import { barsOf, newestSigned } from './bars.ts'
import { plannedIn } from './planned.ts'
import { add, assertMayRecord, edit, mayRecord, write } from './recording.ts'
import {
  calendarIn, dossierOf, getOwnRules, getPublication, type ListedNotice, listNotices, listSteps, saveOwnRules,
} from './repository.ts'
import { knownFor, nextOf, standingOf, wayOf } from './standing.ts'

export const publication: Handlers<'publication'> = {
  get: (context, { inspection }) => {
    const { db, now } = context
    const { id, name } = getOrganisation(db, dossierOf(db, inspection))
    const [way, bars, signed] = [wayOf(db, inspection), barsOf(context, inspection), newestSigned(context, inspection)]
    const { standing, deadlines } = way
    return {
      today: dutchDayOf(now()), organisation: { id, name }, mayRecord: mayRecord(context, inspection), standing,
      changed: standing.adopted !== null && !isAdopted(standing, signed), ...getPublication(db, inspection), steps: listSteps(db, inspection),
      deadlines, first: firstDayOf(deadlines), bars, next: nextOf(standing, knownFor(context, inspection, way, bars)), notices: listNotices(db, inspection),
    }
  },

  // what is adopted is signed before the step is recorded, for its pictures are read meanwhile
  record: async (context, { inspection, step, languages = ['nl'] }) => {
    const assertAllowedNow = () => {
      const way = wayOf(context.db, inspection)
      assertStep(way.standing, step, knownFor(context, inspection, way, barsOf(context, inspection)))
    }
    assertAllowedNow()
    assertMayRecord(context, inspection) // before anything is signed
    const bundle = step.kind === 'adopted' ? await signAdoption(context, inspection, step.day, languages) : null
    return context.db.transaction(() => {
      assertAllowedNow()
      const id = context.newId()
      const recorded = edit(context, inspection, { entity: 'publicationStep', entityId: id, field: 'step', value: { ...step, inspection, bundle } satisfies Step })
      return { id, ...write(context, inspection, [recorded, ...(step.kind === 'published' ? siteEdits(context, inspection, step.day) : [])]) }
    }).immediate()
  },

  takeBack: (context, { inspection, id, reason }) => {
    const steps = listSteps(context.db, inspection)
    if (!steps.some((step) => step.id === id)) throw appError('not-found', { what: 'step', id })
    const last = steps.at(-1)!
    if (last.id !== id) throw appError('publication-later', {})
    const undone = edit(context, inspection, { entity: 'publicationStep', entityId: id, field: 'step', value: null, reason })
    return write(context, inspection, [undone, ...(last.step.value?.kind === 'published' ? siteEdits(context, inspection, null) : [])])
  },

  setRegime: (context, { inspection, regime }) =>
    write(context, inspection, [edit(context, inspection, { entity: 'publication', entityId: inspection, field: 'regime', value: regime })]),

  setEmbargo: (context, { inspection, embargo }) => {
    const first = firstDayOf(wayOf(context.db, inspection).deadlines)
    if (embargo !== null && first !== null && embargo.slice(0, 10) < first) throw appError('publication-early', { day: embargo.slice(0, 10), first })
    return write(context, inspection, [edit(context, inspection, { entity: 'publication', entityId: inspection, field: 'embargo', value: embargo })])
  },

  planDay: (context, { inspection }) => {
    const { embargo } = getPublication(context.db, inspection)
    if (embargo.value === null) throw appError('not-found', { what: 'embargo', id: inspection })
    const listed = new Set(listNotices(context.db, inspection).map(({ notice }) => notice.value?.audience))
    const missing = usualNotices(embargo.value, calendarIn(context.db)).filter(({ audience }) => !listed.has(audience))
    const edits = missing.map((notice): Edit => ({
      entity: 'publicationNotice', entityId: context.newId(), field: 'notice', value: { ...notice, inspection, what: null }, kind: 'set', reason: null, seen: [],
    }))
    return { added: missing.length, ...write(context, inspection, edits) }
  },

  addNotice: (context, { inspection, notice }) =>
    add(context, inspection, { entity: 'publicationNotice', field: 'notice', value: { ...notice, inspection } satisfies Notice }),

  changeNotice: (context, { inspection, id, notice }) => {
    getNotice(context, inspection, id)
    return write(context, inspection, [edit(context, inspection, {
      entity: 'publicationNotice', entityId: id, field: 'notice', value: notice && { ...notice, inspection },
    })])
  },

  markNotice: (context, { inspection, id, done, by = null }) => {
    const { notice } = getNotice(context, inspection, id)
    const marked = edit(context, inspection, { entity: 'publicationNotice', entityId: id, field: 'done', value: done })
    const isPublished = notice.value?.audience === 'site' && standingOf(context.db, inspection).state === 'published'
    if (done === null && isPublished) throw appError('publication-later', {})
    if (done === null) return write(context, inspection, [marked])
    assertTellable(context, inspection, notice.value, done)
    return write(context, inspection, [marked, ...(notice.value?.audience === 'site' && !isPublished ? [publishedOn(context, inspection, done, by)] : [])])
  },

  rules: ({ db }) => ({ rules: [...TERM_RULES], own: getOwnRules(db) }),

  setRules: ({ db }, { own }) => {
    saveOwnRules(db, own)
    return { rules: [...TERM_RULES], own: getOwnRules(db) }
  },

  calendar: async ({ db, files }, { inspection, file }) => {
    const events = plannedIn(db, inspection)
    const { icsOf } = await import('./ics.ts') // only then loaded
    const bytes = icsOf(events)
    writeWhole(files.toWrite(file).path, bytes)
    return { events: events.length, size: bytes.length }
  },
}

/** Adopts under a signature what was handed over, in each language in which that was not done on this day already; the hash of the manifest of what was. */
async function signAdoption(context: Context, inspection: string, day: string, languages: readonly ReportLanguage[]): Promise<string> {
  const bundle = newestSigned(context, inspection)
  const signed = newestAdoptions(context, inspection).filter(({ statement }) => statement.manifest === bundle && statement.day === day).map(({ statement }) => statement.language)
  await adopt(context, inspection, day, languages.filter((language) => !signed.includes(language)))
  return findAdoption(context.db, inspection, languages[0]!)!.statement.manifest
}

/** Refuses to say that someone was told of what is not adopted or not yet then; that it is on the site, before it may be published. */
function assertTellable(context: Context, inspection: string, notice: Notice | null, done: string): void {
  const way = wayOf(context.db, inspection)
  const { standing } = way
  const day = done.slice(0, 10)
  if (done > dutchMomentOf(context.now())) throw appError('publication-future', { day })
  if (standing.adopted === null) throw appError('publication-order', { step: 'published', state: standing.state })
  if (notice?.audience !== 'site') return
  const known = { ...knownFor(context, inspection, way, barsOf(context, inspection)), now: done }
  if (standing.state === 'published') assertPublishable(standing, day, known)
  else assertStep(standing, { kind: 'published', day }, known)
}

/** The step of publication that goes with being on the site. Errors: `publication-by` where nobody said by whom. */
function publishedOn(context: Context, inspection: string, done: string, by: string | null): Edit {
  if (by === null) throw appError('publication-by', {})
  const value: Step = { inspection, kind: 'published', day: done.slice(0, 10), by, reason: null, ground: null, bundle: null }
  return edit(context, inspection, { entity: 'publicationStep', entityId: context.newId(), field: 'step', value })
}

/** Marks the site as done on the day of publication, at the moment that was planned or else now where that is the same day; with no day, as not done. */
function siteEdits(context: Context, inspection: string, day: string | null): Edit[] {
  const now = dutchMomentOf(context.now())
  return listNotices(context.db, inspection).flatMap(({ id, notice, done }) => {
    if (notice.value?.audience !== 'site' || (day === null) === (done.value === null)) return []
    const moment = day === null ? null : [notice.value.at, now].find((one) => one <= now && one.startsWith(day))
    return moment === undefined ? [] : [edit(context, inspection, { entity: 'publicationNotice', entityId: id, field: 'done', value: moment })]
  })
}

function getNotice({ db }: Context, inspection: string, id: string): ListedNotice {
  const found = listNotices(db, inspection).find((notice) => notice.id === id)
  if (!found) throw appError('not-found', { what: 'notice', id })
  return found
}
