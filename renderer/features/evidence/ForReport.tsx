import { useTranslation } from 'react-i18next'
import type { State } from '../../../shared/domain/entity.ts'
import { api, useOrder } from '../../api.ts'
import { LineAnswer } from '../../field/LineAnswer.tsx'
import { seenOf } from '../../field/orders.ts'
import { bringOne } from '../../source/bring-one.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { sentenceOf } from '../../i18n/i18n.ts'
import { upright } from './area.ts'

/** As large as a photo stands in a report, in bytes and in pixels along its longest side. */
const [MOST_BYTES, LONGEST] = [1024 ** 2, 1600]

interface Props {
  inspection: string
  evidence: string
  fields: State<'evidence'>
  /** Shows the version that was made for the report. */
  onMade: (evidence: string) => void
}

/** Puts a photo into the report or leaves it out; of a large or turned one a smaller, upright version is made. */
export function ForReport({ inspection, evidence, fields, onMade }: Props) {
  const { t } = useTranslation()
  const at = (entityId: string, field: 'inReport' | 'caption') => ({ inspection, entity: 'evidence', entityId, field })
  const isFit = (fields.rotation.value ?? 0) === 0 && (fields.file.value?.size ?? 0) <= MOST_BYTES && fields.file.value?.type !== 'image/webp' && fields.file.value?.type !== 'image/gif'
  const put = useOrder(async (value: true | null) => {
    if (value === null || isFit) return api.field.record({ ...at(evidence, 'inReport'), value, reason: null, seen: seenOf(fields.inReport) })
    const { id } = await bringOne(inspection, await smallerOf(inspection, evidence, fields.rotation.value ?? 0), { derivedFrom: evidence })
    await api.field.record({ ...at(id, 'caption'), value: fields.caption.value, reason: null, seen: [] })
    const saved = await api.field.record({ ...at(id, 'inReport'), value: true, reason: null, seen: [] })
    onMade(id)
    return saved
  })
  const isIn = fields.inReport.value === true
  return (
    <>
      <div className={buttons}>
        <button type="button" disabled={put.isPending} onClick={() => put.mutate(isIn ? null : true)}>{t(isIn ? 'evidence.outOfReport' : 'evidence.inReport')}</button>
      </div>
      {!isIn && <p>{t('evidence.inReportHint')}</p>}
      {put.error && <Notice tone="refused">{sentenceOf(put.error)}</Notice>}
      {isIn && <LineAnswer place={{ inspection, entity: 'evidence', entityId: evidence, field: 'alternative' }} field={fields.alternative} label={t('evidence.alternative')} />}
    </>
  )
}

async function smallerOf(inspection: string, evidence: string, rotation: number): Promise<File> {
  const { handle } = await api.evidence.view({ inspection, evidence })
  const photo = await createImageBitmap(await (await fetch(`/evidence/${handle}`)).blob(), { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST / Math.max(photo.width, photo.height))
  const [width, height] = [Math.round(photo.width * scale), Math.round(photo.height * scale)]
  const small = await createImageBitmap(photo, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' })
  const canvas = upright(small, rotation)
  return new Promise((done) => canvas.toBlob((blob) => done(new File([blob!], 'rapport.jpg')), 'image/jpeg', 0.8))
}
