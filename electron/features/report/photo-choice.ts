import { statesOf } from '../../../shared/domain/entity.ts'
import type { Report, ReportedPhoto } from '../../../shared/domain/report.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { compareLabels } from '../document/repository.ts'

/** A larger photo is first made smaller by whoever chooses it, in bytes: fifty of these still make a file that can be sent. */
export const LARGEST_IN_REPORT = 1024 ** 2

/** The photos that were chosen for the report, and how many of them cannot stand in it: too large, of another kind, or with people in it as far as anyone said. */
export function listReportPhotos(db: Db, inspection: string): Pick<Report, 'photos' | 'photosLeftOut'> {
  const heads = listHeads(db, inspection, 'evidence')
  const fieldsOf = statesOf('evidence', heads)
  const ids = new Set(heads.filter(({ field, content }) => field === 'inReport' && content?.value === true).map(({ entityId }) => entityId))
  const chosen = [...ids].map((id): ReportedPhoto => ({ id, fields: fieldsOf(id) })).filter(({ fields }) => fields.inReport.value === true)
  const photos = chosen.filter(isPrintable).sort((a, b) => compareLabels(a.fields.label.value, b.fields.label.value) || (a.id < b.id ? -1 : 1))
  return { photos, photosLeftOut: chosen.length - photos.length }
}

const isPrintable = ({ fields: { file, shows } }: ReportedPhoto) =>
  file.value !== null && ['image/jpeg', 'image/png'].includes(file.value.type) && file.value.size <= LARGEST_IN_REPORT && shows.value === 'nobody'
