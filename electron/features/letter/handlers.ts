import { type Edit, statesOf } from '../../../shared/domain/entity.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { inspectoratesOf } from '../../../shared/domain/inspection.ts'
import { explainedOf } from '../../../shared/domain/letter-explanation.ts'
import { composedLetter, isOutdated } from '../../../shared/domain/letter-text.ts'
import { namesIn, type OutgoingLetter, servedIn, tellsVerdict } from '../../../shared/domain/letter.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { countsOf } from '../../../shared/domain/verdict.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeads, record } from '../../db/change-log.ts'
import { isTyped, listDrafts, recordDraft } from '../../db/draft.ts'
import type { Db } from '../../db/open.ts'
import type { Context, Handlers } from '../../context.ts'
import { writeWhole } from '../../whole-file.ts'
import { assertNotCited } from '../privacy/privilege.ts'
import { bytesOfPage } from '../report/formats.ts'
import { reportOf } from '../report/repository.ts'
import { treeOf } from '../report/tree.ts'
import { beginningOf } from '../supervision/beginning.ts'
import { explanationsOf } from './explanation.ts'
import { letterHtml, type Printed, themesTable } from './page.ts'
import { assertUnsentIn, fileOf, getLetter, type ListedLetter, listLetters } from './repository.ts'
import { letterTemplateIn, ownLetters } from './template.ts'

export const letter: Handlers<'letter'> = {
  ...ownLetters,

  list: (context, { inspection }) => {
    const { db } = context
    const [file, report] = [fileOf(db, inspection), reportOf(db, inspection)]
    const drafts = listDrafts(context, file)
    return {
      file, ready: isJudged(report),
      letters: listLetters(db, inspection).map((one) => {
        const { of: _of, ...fields } = one.fields
        const typed = drafts.filter(({ entityId, value }) => entityId === one.id && typeof value === 'string')
        return { ...one, fields, drafts: Object.fromEntries(typed.map(({ field, value }) => [field, String(value)])), ...stillOpenIn(db, report, one) }
      }),
    }
  },

  add: (context, { inspection, kind, language, day }) => {
    const report = reportOf(context.db, inspection)
    if (tellsVerdict(kind) && !isJudged(report)) throw appError('letter-needs-verdict', {})
    const { subject, text } = composedLetter(report, letterTemplateIn(context.db, language), kind, language)
    const [id, served] = [context.newId(), servedIn(kind, language, report.organisation?.serves ?? [])]
    const addressed = served === null || served.names.length === 0 ? {} : { [served.field]: served.names.join('\n') }
    return { id, ...write(context, inspection, id, { of: { inspection, kind, language, corrects: null }, subject, dated: day, text, basis: text, ...addressed }) }
  },

  correct: (context, { inspection, letter, day }) => {
    const { kind, language, fields } = getLetter(context.db, inspection, letter)
    if (fields.sentOn.value === null) throw appError('letter-unsent', {})
    const told = (['subject', 'addressees', 'copies', 'text', 'basis'] as const).flatMap((field) => (fields[field].value === null ? [] : [[field, fields[field].value]]))
    const id = context.newId()
    return { id, ...write(context, inspection, id, { of: { inspection, kind, language, corrects: letter }, dated: day, ...Object.fromEntries(told) }) }
  },

  address: (context, { inspection, letter }) => {
    const one = getLetter(context.db, inspection, letter)
    const { field, names } = unaddressedIn(reportOf(context.db, inspection), one)
    return { added: names.length, ...write(context, inspection, letter, names.length === 0 ? {} : { [field]: [...namesIn(one.fields[field].value), ...names].join('\n') }) }
  },

  compose: (context, { inspection, letter }) => {
    const { text } = composedIn(context.db, reportOf(context.db, inspection), getLetter(context.db, inspection, letter))
    return write(context, inspection, letter, { text, basis: text })
  },

  keep: (context, { inspection, letter }) => {
    const { text } = composedIn(context.db, reportOf(context.db, inspection), getLetter(context.db, inspection, letter))
    return write(context, inspection, letter, { basis: text })
  },

  sent: (context, { inspection, letter, day }) => {
    const file = fileOf(context.db, inspection)
    for (const draft of listDrafts(context, file)) recordDraft(context, draft) // what is being typed goes out, and nothing comes after
    if (isTyped(context.db, { inspection: file, entity: 'outgoingLetter', entityId: letter })) throw appError('letter-typed', {})
    const { subject, reference, addressees } = getLetter(context.db, inspection, letter).fields
    const parties = namesIn(addressees.value)
    if (parties.length === 0) throw appError('letter-no-addressee', {})
    const registered = parties.flatMap((party) => {
      const said = { day, direction: 'sent', party, subject: subject.value, reference: reference.value }
      return editsOf('letter', context.newId(), said)
    })
    return { registered: parties.length, ...write(context, inspection, letter, { sentOn: day }, registered) }
  },

  read: ({ db }, { inspection, letter }) => treeOf(letterHtml(printed(db, reportOf(db, inspection), getLetter(db, inspection, letter)))),

  write: async (context, { inspection, letter, format, file }, { signal }) => {
    const { db, files } = context
    const { path } = files.toWrite(file)
    const all = db.transaction(() => {
      for (const draft of listDrafts(context, fileOf(db, inspection))) recordDraft(context, draft)
      const one = getLetter(db, inspection, letter)
      const { subject, text } = one.fields
      assertNotCited(db, inspection, [subject.value ?? '', text.value ?? ''])
      return printed(db, reportOf(db, inspection), one)
    }).immediate()
    const { fields, language } = all.letter
    const about = { language, title: fields.subject.value ?? '', inspectorate: all.sender, marks: fields.reference.value === null ? [] : [fields.reference.value] }
    const bytes = await bytesOfPage(context, format, letterHtml(all), about, signal)
    signal.throwIfAborted()
    writeWhole(path, bytes)
    return { size: bytes.length }
  },
}

/** Whether every expectation that counts has a rating, so that there is a verdict to tell. */
const isJudged = ({ round: { framework, ratingOf } }: Report) => countsOf(framework, ratingOf).open === 0

const composedIn = (db: Db, report: Report, { kind, language }: ListedLetter) => composedLetter(report, letterTemplateIn(db, language), kind, language)

/** Of a letter that did not go out yet: what would be composed now where that is something else, and how many who are served are not addressed. */
function stillOpenIn(db: Db, report: Report, one: ListedLetter): { composed: string | null; unaddressed: number } {
  if (one.fields.sentOn.value !== null) return { composed: null, unaddressed: 0 }
  const { text } = composedIn(db, report, one)
  return { composed: isOutdated(one.fields.basis.value, text) ? text : null, unaddressed: unaddressedIn(report, one).names.length }
}

/** Who in the municipalities that are served should get it and is not named yet. */
function unaddressedIn({ organisation }: Report, { kind, language, fields }: ListedLetter): { field: 'addressees' | 'copies'; names: string[] } {
  const { field, names } = servedIn(kind, language, organisation?.serves ?? []) ?? { field: 'copies', names: [] }
  const named = namesIn(fields[field].value)
  return { field, names: names.filter((name) => !named.includes(name)) }
}

function printed(db: Db, report: Report, one: ListedLetter): Printed {
  const { kind, language, fields, corrects } = one
  const limbOf = statesOf('limb', listHeads(db, report.inspection, 'limb'))
  return {
    letter: one, corrects: corrects === null ? null : getLetter(db, report.inspection, corrects).fields,
    sender: inspectoratesOf(report.team).join(', '),
    addressees: namesIn(fields.addressees.value), copies: namesIn(fields.copies.value),
    below: kind === 'facts' ? themesTable(report) : kind === 'explanation' ? explanationsOf(explainedOf(report, limbOf, language)) : null,
  }
}

/** Records fields of a letter over what stands there, with what else belongs to it. */
function write(context: Context, inspection: string, id: string, values: Partial<OutgoingLetter>, more: readonly Edit[] = []): { savedAt: string } {
  const organisation = fileOf(context.db, inspection)
  assertUnsentIn(context.db, { inspection: organisation, entity: 'outgoingLetter', entityId: id })
  const state = statesOf('outgoingLetter', listHeads(context.db, organisation, 'outgoingLetter'))(id)
  const edits = Object.entries(values).map(([field, value]) => {
    const seen = state[field as keyof OutgoingLetter].heads.map((head) => head.id)
    return { entity: 'outgoingLetter', entityId: id, field, value, kind: 'set', reason: null, seen } as Edit
  })
  const all = [...beginningOf(context, organisation), ...edits, ...more]
  for (const edit of all) assertAllowed(null, { inspection: organisation, ...edit })
  return record(context, organisation, all)
}

const editsOf = (entity: 'letter', entityId: string, values: Record<string, string | null>): Edit[] => Object.entries(values)
  .filter(([, value]) => value !== null)
  .map(([field, value]) => ({ entity, entityId, field, value, kind: 'set', reason: null, seen: [] }) as Edit)
