import { useQuery } from '@tanstack/react-query'
import { t as translate } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { State } from '../../shared/domain/entity.ts'
import { api, asking } from '../api.ts'
import { shortDayOf } from '../i18n/i18n.ts'
import { Notice } from '../ui/Notice.tsx'
import { Performed } from './Performed.tsx'
import styles from './source.module.css'

/** What a count is of, in a few words. */
export function countTitleOf({ counted, ownCounted, system }: State<'caseload'>): string {
  const what = ownCounted.value ?? (counted.value === null ? '≠' : translate(`claim.count-${counted.value}`))
  return system.value === null ? what : `${what} (${system.value})`
}

/** What the organisation says of one expectation, and who performs it; nothing as long as that is on its way. */
export function Claimed({ inspection, expectation }: { inspection: string; expectation: string }) {
  const { t } = useTranslation()
  const beside = useQuery(asking(api.claim.beside, { inspection, expectation })).data
  if (!beside) return null
  const { claims, caseloads, performer, draft } = beside
  return (
    <section className={styles.claims} aria-label={t('claim.title')}>
      <h3><Link href={`/inspectie/${inspection}/beweerd`}>{t('claim.title')}</Link></h3>
      {claims.length + caseloads.length === 0 && <p className={styles.kinds}>{t('claim.nothing')}</p>}
      <ul>
        {claims.map(({ id, fields: { says, statement, document, readyBy, found, outcome }, because }) => (
          <li key={id}>
            <p>
              {says.value && <b>{t(`claim.says-${says.value}`)}</b>} <small>
                {[document.value, readyBy.value && t('claim.readyOn', { day: shortDayOf(readyBy.value) })].filter(Boolean).join(', ')}
              </small>
            </p>
            {statement.value && <blockquote>{statement.value}</blockquote>}
            {(found.value ?? outcome.value) && <p><b>{t('claim.found')}:</b> {outcome.value && t(`claim.outcome-${outcome.value}`)}</p>}
            {found.value && <blockquote>{found.value}</blockquote>}
            {because.map((why) => <Notice key={why} tone="warning">{t(`claim.because-${why}`)}</Notice>)}
          </li>
        ))}
        {caseloads.map(({ id, fields, more }) => (
          <li key={id}>
            <p><b>{countTitleOf(fields)}</b> <small>{fields.day.value && shortDayOf(fields.day.value)}</small></p>
            <p>{t('claim.counted-otherwise', { reported: fields.reported.value ?? '–', found: fields.found.value ?? '–' })}</p>
            {more !== null && more !== 0 && <Notice tone="warning">{t(more > 0 ? 'claim.more' : 'claim.fewer', { count: Math.abs(more) })}</Notice>}
          </li>
        ))}
      </ul>
      <Performed inspection={inspection} expectation={expectation} performer={performer} draft={draft} />
    </section>
  )
}
