import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
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
  /** What can be heard, and covered by nothing. */
  sound: boolean
  shows: Field<Shows>
  /** Opens what covers a part of the picture. */
  onCover: () => void
}

/** Asks of a picture or a recording whether people or client data are in it: no; yes and needed, with the reason; yes, and covered in a new version of the picture. */
export function PictureQuestion({ inspection, evidence, sound, shows, onCover }: Props) {
  const { t } = useTranslation()
  const record = useFieldOrder(api.field.record)
  const [asked, setAsked] = useState(false)
  const question = t(sound ? 'privacy.soundQuestion' : 'privacy.pictureQuestion')
  const place = { inspection, entity: 'evidence' as const, entityId: evidence, field: 'shows' }
  const say = (value: Shows, reason: string | null) => record.mutate({ ...place, value, reason, seen: seenOf(shows) })
  return (
    <Answered<Shows> place={place} label={question} field={shows} show={(value) => t(`privacy.shows-${value}`)}>
      {(value) => (
        <div className={styles.question} role="group" aria-label={question}>
          <p>{question}</p>
          <div className={styles.choices}>
            <button type="button" aria-pressed={value === 'nobody'} onClick={() => say('nobody', null)}>{t('privacy.shows-nobody')}</button>
            <button type="button" aria-pressed={value === 'people'} onClick={() => setAsked(true)}>{t('privacy.pictureNeeded')}</button>
            {!sound && <button type="button" onClick={onCover}>{t('privacy.pictureCover')}</button>}
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

/** The same in the list, beside the label. A picture is covered where it can be seen. */
export function PictureItem({ inspection, picture: { id, label, sound } }: { inspection: string; picture: Picture }) {
  const { t } = useTranslation()
  const { fields } = useAnswer(api.evidence.get, { inspection, evidence: id })
  const [, navigate] = useLocation()
  const to = `/inspectie/${inspection}/documenten/${id}`
  return (
    <li>
      <Link href={to}>{t(sound ? 'evidence.recording' : 'privacy.picture', { label: label ?? '≠' })}</Link>
      <PictureQuestion inspection={inspection} evidence={id} sound={sound} shows={fields.shows} onCover={() => navigate(to)} />
    </li>
  )
}
