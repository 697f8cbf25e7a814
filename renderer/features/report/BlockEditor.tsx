import { useTranslation } from 'react-i18next'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useAnswer } from '../../api.ts'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { TextField } from '../../field/TextField.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './report.module.css'

interface Props {
  inspection: string
  language: ReportLanguage
  id: string
  onDone: () => void
}

/** A text of the report while it is written: it begins as what is composed of the data, and can go back to that. */
export function BlockEditor({ inspection, language, id, onDone }: Props) {
  const { t } = useTranslation()
  const block = useAnswer(api.report.blocks, { inspection, language }).find((one) => one.id === id)
  const place = { inspection, entity: 'reportText', entityId: id, field: 'text' } as const
  const { draft } = useAnswer(api.field.get, place)
  const record = useFieldOrder(api.field.record)
  if (!block) return null
  const { fields: { text, basis }, composed, state } = block
  const recordBasis = () => record.mutate({ ...place, field: 'basis', value: composed, reason: null, seen: seenOf(basis) })
  const back = () => record.mutate({ ...place, value: null, reason: null, seen: seenOf(text) }, { onSuccess: onDone })
  return (
    <>
      <div className={styles.field} onFocus={() => state === 'composed' && basis.value !== composed && !record.isPending && recordBasis()}>
        <TextField
          label={t('report.ownText')}
          hint={t(`report.state.${state}`)}
          place={place}
          field={text.value === null && !text.different ? { ...text, value: composed } : text}
          draft={typeof draft === 'string' ? draft : null}
          onEscape={onDone}
        />
      </div>
      {state === 'outdated' && <Notice tone="warning">{t('report.nowComposed')} <p className={styles.composed}>{composed || t('report.composedNothing')}</p></Notice>}
      <div className={buttons}>
        <button type="button" data-main onClick={onDone}>{t('report.ready')}</button>
        {state === 'outdated' && <button type="button" onClick={recordBasis}>{t('report.stillTrue')}</button>}
        {state !== 'composed' && <button type="button" disabled={text.different} onClick={back}>{t('report.backToComposed')}</button>}
      </div>
    </>
  )
}
