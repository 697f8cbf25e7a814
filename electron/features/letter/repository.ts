import letterNl from '../../../resources/templates/nl/letter.json' with { type: 'json' }
import letterEn from '../../../resources/templates/en/letter.json' with { type: 'json' }
import type { State } from '../../../shared/domain/entity.ts'
import { LETTER_PARTS, type LetterKind, type LetterTemplate, type OutgoingLetter } from '../../../shared/domain/letter.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { parseTemplate } from '../../../shared/domain/template.ts'
import { appError } from '../../../shared/errors.ts'
import type { Db } from '../../db/open.ts'
import { getInspection } from '../inspection/repository.ts'
import { listAll } from '../visit/repository.ts'

export const TEMPLATES: Readonly<Record<ReportLanguage, LetterTemplate>> = {
  nl: parseTemplate(letterNl.join('\n'), LETTER_PARTS) as LetterTemplate,
  en: parseTemplate(letterEn.join('\n'), LETTER_PARTS) as LetterTemplate,
}

export interface ListedLetter {
  id: string
  kind: LetterKind
  language: ReportLanguage
  fields: State<'outgoingLetter'>
}

/** The supervision file in which the letters around an inspection stand: that of its organisation. */
export function fileOf(db: Db, inspection: string): string {
  const organisation = getInspection(db, inspection).organisation.value
  if (organisation === null) throw appError('not-found', { what: 'organisation', id: inspection })
  return organisation
}

/** The letters around an inspection, the newest first; one that was taken away has no `of` any more. */
export function listLetters(db: Db, inspection: string): ListedLetter[] {
  const dayOf = ({ fields }: ListedLetter) => fields.dated.value ?? ''
  return listAll(db, fileOf(db, inspection), 'outgoingLetter')
    .flatMap(({ id, fields }) => (isAbout(fields.of.value, inspection) ? [{ id, kind: fields.of.value.kind, language: fields.of.value.language, fields }] : []))
    .sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.id.localeCompare(a.id))
}

const isAbout = (of: OutgoingLetter['of'] | null, inspection: string): of is OutgoingLetter['of'] => of?.inspection === inspection

export function getLetter(db: Db, inspection: string, id: string): ListedLetter {
  const letter = listLetters(db, inspection).find((one) => one.id === id)
  if (!letter) throw appError('not-found', { what: 'letter', id })
  return letter
}
