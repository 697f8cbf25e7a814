import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { dayInWords } from '../../../shared/domain/day-in-words.ts'
import { type AnswerTerm, lastDayOf, type SentCheck } from '../../../shared/domain/factual-check.ts'
import { inspectoratesOf } from '../../../shared/domain/inspection.ts'
import { composedLetter } from '../../../shared/domain/letter-text.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { digestOf } from '../../crypto/digest.ts'
import { listDrafts, recordDraft } from '../../db/draft.ts'
import type { ChosenFile } from '../../files.ts'
import { writeWhole } from '../../whole-file.ts'
import { getStateHash, getSummary, listTeam } from '../inspection/repository.ts'
import { letterTemplateIn } from '../letter/template.ts'
import { assertNotCited } from '../privacy/privilege.ts'
import { both } from '../report/markup.ts'
import { reportOf } from '../report/repository.ts'
import { treeOf } from '../report/tree.ts'
import { bytesOfForm, type OfCheck } from './form.ts'
import { gather, revealedIn, type Section } from './gather.ts'
import { checkPage, FORM_NAME, letterPage, type Told } from './page.ts'

interface Asked {
  readonly inspection: string
  readonly on: string
  readonly term: AnswerTerm
  readonly language: ReportLanguage
}
interface Gathered {
  readonly told: Told
  readonly sections: readonly Section[]
  readonly state: string
  readonly inspectorate: string
  /** The letter that comes with it. */
  readonly letter: { readonly subject: string; readonly text: string }
}
type PackageFile = { name: string; bytes: Buffer }

/**
 * What would go out, what is being typed included. Errors: `check-differences`, `check-empty`, `check-reveals` where a line would tell who said what, and
 * `privileged-cited`.
 */
export function gatherPackage(context: Context, { inspection, on, term, language }: Asked): Gathered {
  const { db } = context
  for (const draft of listDrafts(context, inspection)) recordDraft(context, draft)
  const { organisation, framework, firstDay, lastDay } = getSummary(db, inspection)
  assertNotCited(db, inspection)
  const { sections, different } = gather(db, inspection, language)
  if (different > 0) throw appError('check-differences', { count: different })
  if (sections.length === 0) throw appError('check-empty', {})
  const reveals = revealedIn(context, inspection, sections).filter(({ what }) => what !== 'single-role')
  if (reveals[0]) throw appError('check-reveals', { count: reveals.length, line: reveals[0].line })
  const visit = [firstDay, lastDay === firstDay ? null : lastDay].flatMap((day) => (day === null ? [] : [dayInWords(day, language)])).join(both(' tot en met ', ' to ')(language))
  const due = lastDayOf(term, on)
  const report = reportOf(db, inspection)
  return {
    told: {
      language, organisation: organisation.name, framework: `${framework.title}, ${both('versie', 'version')(language)} ${framework.version}`,
      visit: visit || both('dag niet ingevuld', 'day not filled in')(language), on, due, term,
    },
    sections, state: getStateHash(db, inspection),
    inspectorate: inspectoratesOf(listTeam(db, inspection).map(({ member }) => member)).join(', '),
    letter: composedLetter({ ...report, check: { ...report.check, checks: [{ on, due }] } }, letterTemplateIn(db, language), 'check', language),
  }
}

/** The letter that tells what is asked, the findings with numbered lines, and the form for remarks on them. */
export async function filesOfPackage(of: OfCheck, { told, sections, state, inspectorate, letter }: Gathered): Promise<PackageFile[]> {
  const { docxOf } = await import('../report/docx.ts')
  const { language } = told
  const about = {
    language, inspectorate, title: `${both('Bevindingen ter controle', 'Findings to be checked')(language)} ${told.organisation}`,
    marks: [both('Concept, vertrouwelijk', 'Draft, confidential')(language), `${both('Stand', 'State')(language)} ${state}`],
  }
  return [
    { name: both('brief.docx', 'letter.docx')(language), bytes: await docxOf(treeOf(letterPage(told, inspectorate, letter)), { language, inspectorate, title: letter.subject, marks: [] }) },
    { name: both('bevindingen.docx', 'findings.docx')(language), bytes: await docxOf(treeOf(checkPage(told, sections)), about) },
    { name: FORM_NAME[language], bytes: await bytesOfForm(of, told, sections) },
  ]
}

/** What is recorded of it: the lines are told by the changes that say them, so that what is erased is erased here too. */
export const sentOf = ({ told: { on, due, term }, sections, state }: Gathered, files: readonly PackageFile[]): SentCheck => ({
  on, due, term, state,
  files: files.map(({ name, bytes }) => ({ name, sha256: digestOf(bytes).sha256 })),
  places: sections.flatMap(({ places }) => places).map(({ entity, entityId, field, change, starts }) => ({ entity, entityId, field, change, starts })),
})

/** The files as a zip, or as what to write into a folder where the name does not end in `.zip`; the moment is that of no clock. */
export async function bytesOfPackage({ path, name }: ChosenFile, files: readonly PackageFile[]): Promise<PackageFile[]> {
  if (!isZip(name)) return files.map((file) => ({ name: join(path, file.name), bytes: file.bytes }))
  const zip = new JSZip()
  const date = new Date(Date.UTC(1980, 0, 1))
  for (const file of files) zip.file(file.name, file.bytes, { date, createFolders: false })
  return [{ name: path, bytes: await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' }) }]
}

const isZip = (name: string) => /\.zip$/i.test(name)

/** Writes what `bytesOfPackage` made, each file whole. */
export function writePackage({ path, name }: ChosenFile, files: readonly PackageFile[]): number {
  if (!isZip(name)) mkdirSync(path, { recursive: true })
  for (const file of files) writeWhole(file.name, file.bytes)
  return files.reduce((sum, { bytes }) => sum + bytes.length, 0)
}
