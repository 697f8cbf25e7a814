import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Field } from '../../shared/domain/field.ts'
import { api, useAnswer } from '../api.ts'
import { Answered } from '../field/Answered.tsx'
import { seenOf, useFieldOrder } from '../field/orders.ts'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import styles from './privacy.module.css'

type Shows = 'nobody' | 'people'

interface Props {
  inspection: string
  evidence: string
  shows: Field<Shows>
  /** Opens what covers a part of the picture. */
  onCover: () => void
}

/** Asks of a picture whether people or client data can be seen: no; yes and needed, with the reason; yes, and covered in a new version. */
export function PictureQuestion({ inspection, evidence, shows, onCover }: Props) {
  const { t } = useTranslation()
  const record = useFieldOrder(api.field.record)
  const [asked, setAsked] = useState(false)
  const place = { inspection, entity: 'evidence' as const, entityId: evidence, field: 'shows' }
  const say = (value: Shows, reason: string | null) => record.mutate({ ...place, value, reason, seen: seenOf(shows) })
  return (
    <Answered<Shows> place={place} label={t('privacy.pictureQuestion')} field={shows} show={(value) => t(`privacy.shows-${value}`)}>
      {(value) => (
        <div className={styles.question} role="group" aria-label={t('privacy.pictureQuestion')}>
          <p>{t('privacy.pictureQuestion')}</p>
          <div className={styles.choices}>
            <button type="button" aria-pressed={value === 'nobody'} onClick={() => say('nobody', null)}>{t('privacy.shows-nobody')}</button>
            <button type="button" aria-pressed={value === 'people'} onClick={() => setAsked(true)}>{t('privacy.pictureNeeded')}</button>
            <button type="button" onClick={onCover}>{t('privacy.pictureCover')}</button>
          </div>
          {asked && (
            <ReasonForm
              question={t('privacy.whyNeeded')}
              onGive={(reason) => {
                say('people', reason)
                setAsked(false)
              }}
              onCancel={() => setAsked(false)}
            />
          )}
        </div>
      )}
    </Answered>
  )
}

type Picture = Awaited<ReturnType<typeof api.privacy.pictures>>[number]

/** The same in the list, beside the label of the picture. It is covered where it can be seen. */
export function PictureItem({ inspection, picture: { id, label } }: { inspection: string; picture: Picture }) {
  const { t } = useTranslation()
  const { fields } = useAnswer(api.evidence.get, { inspection, evidence: id })
  const [cover, setCover] = useState(false)
  return (
    <li>
      <strong>{t('privacy.picture', { label: label ?? '≠' })}</strong>
      <PictureQuestion inspection={inspection} evidence={id} shows={fields.shows} onCover={() => setCover(true)} />
      {cover && <p>{t('privacy.coverExplain')} <Link href={`/inspectie/${inspection}/documenten`}>{t('stage.documenten')}</Link></p>}
    </li>
  )
}
