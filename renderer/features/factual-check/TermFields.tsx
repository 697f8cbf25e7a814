import { useTranslation } from 'react-i18next'
import { AnswerTerm } from '../../../shared/domain/factual-check.ts'
import { Labelled, row } from '../../ui/Labelled.tsx'

const UNITS = AnswerTerm.shape.unit.options

/** How long someone gets, and by what. */
export function TermFields({ term, onChange }: { term: AnswerTerm; onChange: (term: AnswerTerm) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={row}>
        <Labelled label={t('factualCheck.termValue')}>
          <input type="number" min={1} max={366} value={term.value} onChange={({ target }) => onChange({ ...term, value: Math.min(366, Math.max(1, Math.trunc(Number(target.value)) || 1)) })} />
        </Labelled>
        <Labelled label={t('factualCheck.termUnit')}>
          <select value={term.unit} onChange={({ target }) => onChange({ ...term, unit: AnswerTerm.shape.unit.parse(target.value) })}>
            {UNITS.map((unit) => <option key={unit} value={unit}>{t(`factualCheck.unit-${unit}`)}</option>)}
          </select>
        </Labelled>
      </div>
      <Labelled label={t('factualCheck.termSource')} hint={t('factualCheck.termHint')}>
        <input autoComplete="off" maxLength={400} value={term.source} onChange={({ target }) => onChange({ ...term, source: target.value })} />
      </Labelled>
    </>
  )
}
