import { useTranslation } from 'react-i18next'
import { addDays } from '../../../shared/domain/calendar.ts'
import { Regime } from '../../../shared/domain/publication-term.ts'
import { api, useOrder } from '../../api.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import styles from './publication.module.css'
import { type Deadline, type Publication, reckonedOf } from './told.ts'

/** Every term that runs or ran: its day, how that was reckoned, and by which source. */
export function Terms({ inspection, publication: { deadlines, regime, today, mayRecord } }: { inspection: string; publication: Publication }) {
  const { t } = useTranslation()
  const setRegime = useOrder(api.publication.setRegime)
  return (
    <Part title={t('publication.terms')}>
      <div className={styles.narrow}>
        <Labelled label={t('publication.regime')} hint={t('publication.regimeHint')}>
          <select disabled={!mayRecord} value={regime.value ?? ''} onChange={({ target }) => setRegime.mutate({ inspection, regime: Regime.safeParse(target.value).data ?? null })}>
            <option value="">{t('publication.regimeUsual')}</option>
            {Regime.options.map((one) => <option key={one} value={one}>{t(`publication.regimeOf.${one}`)}</option>)}
          </select>
        </Labelled>
      </div>
      {deadlines.length === 0 ? <Empty sentence={t('publication.noTerms')} /> : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead><tr><th scope="col">{t('publication.what')}</th><th scope="col">{t('publication.when')}</th><th scope="col">{t('publication.how')}</th></tr></thead>
            <tbody>{deadlines.map((deadline) => <Row key={deadline.rule.kind} deadline={deadline} today={today} />)}</tbody>
          </table>
        </div>
      )}
    </Part>
  )
}

function Row({ deadline, today }: { deadline: Deadline; today: string }) {
  const { t } = useTranslation()
  const { rule: { kind, act, source }, own, last } = deadline
  const day = last !== null && kind === 'earliest' ? addDays(last, 1) : last
  return (
    <tr>
      <td>{t(`publicationTerm.${kind}`)}{own && <small>{t('publication.own')}</small>}</td>
      <td className={styles.when}>
        {day === null ? t('publication.unknown') : <strong>{shortDayOf(day)}</strong>}
        {day !== null && day < today && kind !== 'earliest' && <small>{t('publication.over')}</small>}
      </td>
      <td>{reckonedOf(deadline)}, {t(act ? 'supervision.withAct' : 'supervision.withoutAct')}.<small>{source}</small></td>
    </tr>
  )
}
