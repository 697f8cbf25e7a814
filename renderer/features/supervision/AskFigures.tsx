import { useTranslation } from 'react-i18next'
import { monthFrom } from '../../../shared/domain/month.ts'
import { api, useOrder } from '../../api.ts'
import { LineField } from '../../ui/LineField.tsx'
import styles from './supervision.module.css'
import type { File } from './told.ts'

/** From which month on, and up to which, figures are asked of the organisation; what does not come is told of. */
export function AskFigures({ file: { organisation: { id }, dossier } }: { file: File }) {
  const { t } = useTranslation()
  const ask = useOrder(api.supervision.askFigures)
  const asked = { organisation: id, from: dossier.figuresFrom.value, until: dossier.figuresUntil.value }
  const field = { read: monthFrom, wrong: t('supervision.monthWrong') }
  return (
    <section className={styles.ask} aria-label={t('supervision.askFigures')}>
      <h3>{t('supervision.askFigures')}</h3>
      <div className={styles.short}>
        <LineField label={t('supervision.askFrom')} value={asked.from} {...field} onChange={(from) => ask.mutate({ ...asked, from })} />
        <LineField label={t('supervision.askUntil')} value={asked.until} {...field} onChange={(until) => ask.mutate({ ...asked, until })} />
      </div>
      <p className={styles.soft}>{t('supervision.askHint')}</p>
    </section>
  )
}
