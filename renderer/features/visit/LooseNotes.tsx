import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { useFramework } from '../../framework.ts'
import { momentOf } from '../../i18n/i18n.ts'
import { Privileged } from '../../privacy/Privileged.tsx'
import { NumbersField, numbersOf } from '../../source/NumbersField.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './visit.module.css'

/** Notes that speak to nothing yet, each with the one field that gives it a place. */
export function LooseNotes({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const notes = useAnswer(api.visit.loose, { inspection })
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const framework = useFramework(summary.framework.hash)
  return (
    <Part title={t('visit.loose')}>
      <p>{t('visit.looseLead')}</p>
      <ul className={styles.notes}>
        {notes.map(({ id, at, unit, text, expectations }) => (
          <li key={id}>
            <small>{momentOf(at)}{unit && ` · ${unit}`}</small>
            <p>{text.value}</p>
            <Answered<string[]>
              place={{ inspection, entity: 'note', entityId: id, field: 'expectations' }}
              label={t('visit.assign')}
              field={expectations}
              show={(ids) => numbersOf(framework, ids)}
            >
              {(value, record) => <NumbersField label={t('visit.assign')} framework={framework} value={value ?? []} onChange={(ids) => record(ids.length > 0 ? ids : null)} />}
            </Answered>
            <Privileged inspection={inspection} entity="note" entityId={id} />
          </li>
        ))}
      </ul>
      {notes.length === 0 && <p className={styles.done}>{t('visit.looseNone')}</p>}
    </Part>
  )
}
