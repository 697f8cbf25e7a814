import { type State, statesOf } from '../../../shared/domain/entity.ts'
import type { LetterKind, OutgoingLetter } from '../../../shared/domain/letter.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeadsOfEntity, type Place } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { getInspection } from '../inspection/repository.ts'
import { listAll } from '../visit/repository.ts'

export interface ListedLetter {
  id: string
  kind: LetterKind
  language: ReportLanguage
  /** The letter that was sent and that this one takes the place of. */
  corrects: string | null
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
    .flatMap(({ id, fields }) => (isAbout(fields.of.value, inspection) ? [{ id, ...toldOf(fields.of.value), fields }] : []))
    .sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.id.localeCompare(a.id))
}

const toldOf = ({ kind, language, corrects }: OutgoingLetter['of']) => ({ kind, language, corrects })
const isAbout = (of: OutgoingLetter['of'] | null, inspection: string): of is OutgoingLetter['of'] => of?.inspection === inspection

export function getLetter(db: Db, inspection: string, id: string): ListedLetter {
  const letter = listLetters(db, inspection).find((one) => one.id === id)
  if (!letter) throw appError('not-found', { what: 'letter', id })
  return letter
}

/** Refuses to alter what went out. Errors: `letter-sent`. */
export function assertUnsent({ fields: { sentOn } }: Pick<ListedLetter, 'fields'>): void {
  const day = sentOn.heads.find(({ value }) => value !== null)?.value
  if (day) throw appError('letter-sent', { day })
}

/** The same for a field that someone writes in a supervision file. */
export function assertUnsentIn(db: Db, { inspection, entity, entityId }: Pick<Place, 'inspection' | 'entity' | 'entityId'>): void {
  if (entity === 'outgoingLetter') assertUnsent({ fields: statesOf('outgoingLetter', listHeadsOfEntity(db, inspection, entity, entityId))(entityId) })
}
