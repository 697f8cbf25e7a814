import { useTranslation } from 'react-i18next'
import { expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import { countTitleOf } from '../../source/Claimed.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './claim.module.css'
import type { Told } from './listed.ts'

/** Everything in which the organisation and the inspectors do not say the same, in one list: each is a finding. */
export function AtOdds({ framework, told: { claims, caseloads } }: { framework: Framework; told: Told }) {
  const { t } = useTranslation()
  const otherwise = claims.filter(({ because }) => because.length > 0)
  const miscounted = caseloads.filter(({ more }) => more !== null && more !== 0)
  const count = otherwise.length + miscounted.length
  const numberOf = (id: string | null) => (id === null ? '≠' : expectationOf(framework, id)?.number ?? id)
  return (
    <div role="status" className={styles.odds}>
      {count === 0 ? <p>{t(claims.length + caseloads.length === 0 ? 'claim.nothingClaimed' : 'claim.noOdds')}</p> : (
        <Notice tone="warning">
          <p><strong>{t('claim.odds', { count })}</strong></p>
          <ul>
            {otherwise.map(({ id, fields, because }) => (
              <li key={id}><b>{numberOf(fields.expectation.value)}</b> {because.map((why) => t(`claim.because-${why}`)).join(' ')}</li>
            ))}
            {miscounted.map(({ id, fields, more }) => (
              <li key={id}>
                <b>{countTitleOf(fields)}</b> {t('claim.counted-otherwise', { reported: fields.reported.value, found: fields.found.value })} {
                  t(more! > 0 ? 'claim.more' : 'claim.fewer', { count: Math.abs(more!) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
