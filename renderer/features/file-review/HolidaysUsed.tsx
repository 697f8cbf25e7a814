import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer, useOrder } from '../../api.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'

/** With which holidays the terms of this inspection are counted, and what to do where this workspace has other ones. */
export function HolidaysUsed({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { holidays: { recorded, different, first, last, apart } } = useAnswer(api.fileReview.overview, { inspection })
  const use = useOrder(api.fileReview.useHolidays)
  const [asked, setAsked] = useState(false)
  const other = [...apart.days.map(shortDayOf), ...apart.years].join(', ')
  const take = (reason: string | null) => {
    use.mutate({ inspection, reason })
    setAsked(false)
  }
  const button = <button type="button" onClick={() => (different ? setAsked(true) : take(null))}>{t('fileReview.holidaysUse')}</button>
  return (
    <section aria-label={t('holiday.title')}>
      <p>{t(recorded ? 'fileReview.holidaysRecorded' : 'fileReview.holidaysShipped', { first, last })} <Link href="/instellingen">{t('holiday.title')}</Link></p>
      {different && <Notice tone="warning"><p>{t('fileReview.holidaysDifferent')}</p>{button}</Notice>}
      {!different && other !== '' && <Notice tone="note"><p>{t('fileReview.holidaysApart', { other })}</p>{button}</Notice>}
      {asked && <ReasonForm question={t('fileReview.holidaysWhy')} onGive={take} onCancel={() => setAsked(false)} />}
    </section>
  )
}
