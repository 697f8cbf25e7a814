import { useTranslation } from 'react-i18next'
import { Accord } from '../../../shared/domain/activity.ts'
import { api, useOrder, written } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { dayOf } from '../../i18n/i18n.ts'
import { Scans } from '../../source/Scans.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { Labelled, row } from '../../ui/Labelled.tsx'
import { LineField } from '../../ui/LineField.tsx'
import { FollowUps } from './FollowUps.tsx'
import styles from './interview.module.css'
import { StillOpen } from './StillOpen.tsx'
import type { Talk, Told } from './talk.ts'

type Asked = 'accord' | 'accordOn' | 'accordOnPaper' | 'remarks'

/** What is left when a talk ends: what has no source yet, what is to be asked after elsewhere, the accord, and the sheet on paper. */
export function Closing({ at, told: { activity, open, questions, notes } }: { at: Talk; told: Told }) {
  const { t } = useTranslation()
  const { inspection, talk } = at
  const print = useOrder(written(api.interview.print))
  const save = async () => {
    const file = await window.bridge.save(`gespreksblad-${activity.label.value ?? 'I'}.html`)
    if (file) print.mutate({ inspection, talk, file })
  }
  const labelOf = (name: Asked) => t(`interview.${name}`)
  const field = <F extends Asked>(name: F) => ({
    place: { inspection, entity: 'activity' as const, entityId: talk, field: name }, label: labelOf(name), field: activity[name],
  })
  return (
    <section className={styles.closing} aria-label={t('interview.closing')}>
      <h2>{t('interview.closing')}</h2>
      <StillOpen framework={at.framework} open={open} questions={questions} />
      <FollowUps notes={notes} />
      <div className={row}>
        <Answered<Accord> {...field('accord')} show={(value) => t(`interview.accord-${value}`)}>
          {(value, record) => (
            <Labelled label={t('interview.accord')}>
              <select value={value ?? ''} onChange={({ target }) => record(target.value === '' ? null : Accord.parse(target.value))}>
                <option value="">{t('interview.accordNot')}</option>
                {Accord.options.map((accord) => <option key={accord} value={accord}>{t(`interview.accord-${accord}`)}</option>)}
              </select>
            </Labelled>
          )}
        </Answered>
        <Answered<string> {...field('accordOn')} show={dayOf}>
          {(value, record) => <DayField label={t('interview.accordOn')} value={value} onChange={record} />}
        </Answered>
      </div>
      <Answered<string> {...field('remarks')} show={(text) => text}>
        {(value, record) => <LineField label={t('interview.remarks')} value={value} onChange={record} />}
      </Answered>
      <Answered<true> {...field('accordOnPaper')} show={(value) => (value ? '✓' : '–')}>
        {(value, record) => (
          <label className={styles.check}><input type="checkbox" checked={value === true} onChange={({ target }) => record(target.checked || null)} /> {t('interview.accordOnPaper')}</label>
        )}
      </Answered>
      <Scans inspection={inspection} source={talk} label={t('interview.addScan')} />
      <p><button type="button" onClick={() => void save()}>{t('interview.print')}</button></p>
      {print.isSuccess && <p role="status">{t('interview.printed')}</p>}
    </section>
  )
}
