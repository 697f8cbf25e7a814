import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api, useAnswer } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { dayOf } from '../../i18n/i18n.ts'
import { Choices } from '../../ui/Choices.tsx'
import { DayField } from '../../ui/DayField.tsx'
import styles from './file-review.module.css'
import { HolidaysUsed } from './HolidaysUsed.tsx'

/** With what the files are reckoned: the reference date, and what a day is in each term of days. */
export function ReckoningForm({ inspection, framework }: { inspection: string; framework: Framework }) {
  const { t } = useTranslation()
  const { referenceDate, terms } = useAnswer(api.fileReview.overview, { inspection })
  const asked = framework.fieldwork?.terms ?? []
  return (
    <div className={styles.reckoning}>
      <Answered place={{ inspection, entity: 'fileReckoning', entityId: inspection, field: 'referenceDate' }} label={t('fileReview.referenceDate')} field={referenceDate.field} show={dayOf}>
        {(value, record) => <DayField label={t('fileReview.referenceDate')} value={value ?? referenceDate.used} onChange={record} />}
      </Answered>
      {asked.filter(({ unit }) => unit === 'days').map(({ id, label, value: length, source }) => {
        const { basis } = terms.find((term) => term.id === id)!
        return (
          <Answered key={id} place={{ inspection, entity: 'termReckoning', entityId: id, field: 'basis' }} label={label} field={basis.field} show={(value) => t(`fileReview.basis.${value}`)}>
            {(value, record) => (
              <Choices
                legend={t('fileReview.basis.of', { label, length })}
                value={value ?? basis.used}
                options={[{ value: 'calendar', label: t('fileReview.basis.calendar'), hint: source }, { value: 'working', label: t('fileReview.basis.working') }]}
                onChoose={record}
              />
            )}
          </Answered>
        )
      })}
      <HolidaysUsed inspection={inspection} />
    </div>
  )
}
