import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../shared/domain/publication.ts'
import { api, useOrder } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { dayOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './publication.module.css'
import type { Publication } from './told.ts'

/** What was done, oldest first; the last step can be taken back, with a reason. */
export function Steps({ inspection, publication: { steps, organisation, standing: { misplaced }, mayRecord } }: { inspection: string; publication: Publication }) {
  const { t } = useTranslation()
  const takeBack = useOrder(api.publication.takeBack)
  const [asking, setAsking] = useState(false)
  const last = steps.at(-1)
  return (
    <Part title={t('publication.steps')}>
      {steps.length === 0 ? <Empty sentence={t('publication.noSteps')} /> : (
        <ol className={styles.steps}>
          {steps.map(({ id, step }) => (
            <li key={id} data-misplaced={misplaced.includes(id)}>
              <Answered<Step>
                place={{ inspection: organisation.id, entity: 'publicationStep', entityId: id, field: 'step' }}
                label={t('publication.step')}
                field={step}
                show={(value) => <Told step={value} />}
              >
                {(value) => value && <Told step={value} />}
              </Answered>
            </li>
          ))}
        </ol>
      )}
      {last && mayRecord && (asking
        ? <ReasonForm question={t('publication.whyBack')} onCancel={() => setAsking(false)} onGive={(reason) => takeBack.mutate({ inspection, id: last.id, reason }, { onSuccess: () => setAsking(false) })} />
        : <button type="button" onClick={() => setAsking(true)}>{t('publication.takeBack')}</button>)}
    </Part>
  )
}

function Told({ step: { kind, day, by, reason, ground } }: { step: Step }) {
  const { t } = useTranslation()
  return (
    <span className={styles.told}>
      <time dateTime={day}>{dayOf(day)}</time>
      <span><strong>{t(`publicationStep.${kind}`)}</strong> · {by}{ground && ` · ${t(`publication.ground.${ground}`)}`}{reason && <small>{reason}</small>}</span>
    </span>
  )
}
