import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { TextField } from '../../field/TextField.tsx'
import { dayOf } from '../../i18n/i18n.ts'
import { Choices } from '../../ui/Choices.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './verdict.module.css'

const TRUST = ['yes', 'partly', 'no'] as const

/** What inspectors add to what the rule gives: their conclusion, their trust in the board, the measure and its day. */
export function Conclusion({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { fields, drafts } = useAnswer(api.verdict.conclusion, { inspection })
  const place = (field: keyof typeof fields) => ({ inspection, entity: 'conclusion' as const, entityId: inspection, field })
  const text = (field: 'text' | 'trustRationale' | 'measure') => (
    <TextField label={t(`conclusion.${field}`)} hint={t(`conclusion.${field}Hint`)} place={place(field)} field={fields[field]} draft={drafts[field] ?? null} />
  )
  return (
    <Part title={t('conclusion.title')}>
      <div className={styles.conclusion}>
        {text('text')}
        <Answered place={place('trust')} label={t('conclusion.trust')} field={fields.trust} show={(value) => t(`conclusion.trust-${value}`)}>
          {(value, record) => (
            <Choices
              legend={t('conclusion.trust')}
              value={value}
              options={TRUST.map((one) => ({ value: one, label: t(`conclusion.trust-${one}`) }))}
              onChoose={record}
            />
          )}
        </Answered>
        {text('trustRationale')}
        {text('measure')}
        <Answered place={place('deadline')} label={t('conclusion.deadline')} field={fields.deadline} show={dayOf}>
          {(value, record) => <DayField label={t('conclusion.deadline')} value={value} onChange={record} />}
        </Answered>
      </div>
    </Part>
  )
}
