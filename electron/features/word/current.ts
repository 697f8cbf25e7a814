import { type Edit, schemaOf } from '../../../shared/domain/entity.ts'
import { type Field, fieldOf } from '../../../shared/domain/field.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { composedTextsOf } from '../../../shared/domain/report-values.ts'
import type { WordCurrent } from '../../../shared/domain/word.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { listHeadsOf, listHistory, record } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { reportHtml } from '../report/html.ts'
import { reportOf } from '../report/repository.ts'
import { treeOf } from '../report/tree.ts'
import { type OnPage, placesIn } from './places.ts'

/** A text of the report, with what is composed for it of the data where that is so. */
interface PlaceNow extends OnPage {
  readonly composed: string | null
}
export type PlacesNow = ReadonlyMap<string, PlaceNow>

/** All texts of the report as it is now, in each language, by their fields (`entity:id:field`). */
export function placesOf(db: Db, inspection: string): PlacesNow {
  const gathered = reportOf(db, inspection)
  return new Map(ReportLanguage.options.flatMap((language) => {
    const composed = new Map([...composedTextsOf(gathered, gathered.templates[language], language)].map(([block, text]) => [`reportText:${language}/${block}:text`, text]))
    return [...placesIn(treeOf(reportHtml(gathered, language)))].map(([of, one]) => [of, { ...one, composed: composed.get(of) ?? null }] as const)
  }))
}

function placeOf(inspection: string, of: string) {
  const [, entity = '', entityId = '', field = ''] = of.match(/^([^:]*):(.*):([^:]*)$/s) ?? []
  return { inspection, entity, entityId, field }
}

const fieldAt = (db: Db, inspection: string, of: string): Field<unknown> => fieldOf(listHeadsOf(db, placeOf(inspection, of)))

/** What a field says now; nothing where the report has no such text. */
export function currentOf(db: Db, inspection: string, of: string, places: PlacesNow): WordCurrent | null {
  const now = places.get(of)
  if (!now) return null
  const { value, different, heads } = fieldAt(db, inspection, of)
  return { text: typeof value === 'string' ? value : (now.composed ?? ''), seen: heads.map(({ id }) => id), different }
}

/** What a field ever said, what is composed for it now, and what stands in the report while it says nothing. */
export function saidAt(db: Db, inspection: string, of: string, places: PlacesNow): string[] {
  const said = listHistory(db, placeOf(inspection, of)).flatMap(({ content }) => (typeof content?.value === 'string' ? [content.value] : []))
  const now = places.get(of)
  return [...said, ...(now?.composed == null ? [] : [now.composed]), ...(now ? [now.text] : [])]
}

/** Whether a text is only what stands there while nothing is recorded, such as "niet ingevuld". */
export const isPlaceholder = (db: Db, inspection: string, of: string, places: PlacesNow, text: string | null) =>
  text !== null && places.get(of)?.text === text && currentOf(db, inspection, of, places)?.text === ''

/** Records a text where it belongs, with what it was written on where the program composes one. Runs inside a transaction. */
export function writeText(context: Context, inspection: string, of: string, text: string, { reason, seen, composed }: { reason: string | null; seen: readonly string[]; composed: string | null }): void {
  const { db } = context
  const place = placeOf(inspection, of)
  const value = text === '' ? null : text
  const edit = { ...place, kind: 'set' as const, value, reason, seen }
  assertAllowed(getFrameworkOf(db, inspection).framework, edit)
  if (value !== null && !schemaOf(place.entity, place.field)!.safeParse(value).success) throw appError('value-invalid', { field: `${place.entity}.${place.field}` })
  const basis = { ...edit, field: 'basis', value: composed, seen: listHeadsOf(db, { ...place, field: 'basis' }).map(({ id }) => id) }
  const edits = composed === null ? [edit] : [edit, basis]
  record(context, inspection, edits.map(({ inspection: _, ...one }) => one as Edit))
}
