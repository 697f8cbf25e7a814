import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'
import { today } from '../../ui/today.ts'
import styles from './public-version.module.css'

/** Adopts the report as it now stands: what that means is told before it is signed. */
export function AdoptForm({ inspection, again }: { inspection: string; again: boolean }) {
  const { t } = useTranslation()
  const [day, setDay] = useState<string | null>(today())
  const adopt = useOrder(api.publicVersion.adopt, 'screen')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (day !== null) adopt.mutate({ inspection, day })
  }
  return (
    <Part title={t(again ? 'publicVersion.adoptAgain' : 'publicVersion.adopt')}>
      <p>{t('publicVersion.adoptExplain')}</p>
      <form className={styles.adopt} onSubmit={submit} aria-label={t('publicVersion.adopt')}>
        <DayField label={t('publicVersion.day')} value={day} onChange={setDay} />
        <button type="submit" disabled={day === null || adopt.isPending}>{t('publicVersion.sign')}</button>
      </form>
      {adopt.error && <Notice tone="refused">{sentenceOf(adopt.error)}</Notice>}
    </Part>
  )
}
