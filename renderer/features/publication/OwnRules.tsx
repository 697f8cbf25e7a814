import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Regime, ruleFor, TERM_RULES, TermKind, TermRule } from '../../../shared/domain/publication-term.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { Part } from '../../ui/Screen.tsx'
import { today } from '../../ui/today.ts'
import styles from './publication.module.css'
import { lengthOf } from './told.ts'

const UNITS = ['days', 'working', 'weeks', 'months'] as const
/** A view has the term of the letter that asked for it. */
const KINDS = TermKind.options.filter((kind) => kind !== 'views')

/** The terms that this inspectorate sets itself, from a day on and with a source; those of the program stay for what began before. */
export function OwnRules() {
  const { t } = useTranslation()
  const { own } = useAnswer(api.publication.rules, {})
  const set = useOrder(api.publication.setRules)
  return (
    <Part title={t('publication.rules')}>
      <p>{own.length === 0 ? t('publication.noRules') : t('publication.rulesTold')}</p>
      <ul>
        {own.map((rule) => (
          <li key={`${rule.kind} ${rule.regime} ${rule.validFrom}`}>
            {t('publication.ruleTold', { what: t(`publicationTerm.${rule.kind}`), length: lengthOf(rule), day: dayOf(rule.validFrom), source: rule.source })}{' '}
            <button type="button" data-quiet onClick={() => set.mutate({ own: own.filter((one) => one !== rule) })}>{t('publication.remove')}</button>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('publication.addRule')}</summary>
        <RuleForm key={own.length} onGive={(rule) => set.mutate({ own: [...own, rule] })} />
      </details>
    </Part>
  )
}

/** Begins with what holds now; what starts a term stays as it is. */
function RuleForm({ onGive }: { onGive: (rule: TermRule) => void }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<TermKind>('earliest')
  const [regime, setRegime] = useState<Regime>('health-youth')
  const [count, setCount] = useState('')
  const [unit, setUnit] = useState<(typeof UNITS)[number]>('weeks')
  const [act, setAct] = useState(false)
  const [source, setSource] = useState('')
  const [validFrom, setValidFrom] = useState<string | null>(today())
  const base = ruleFor(kind, regime, '9999-12-31', []) ?? TERM_RULES.find((rule) => rule.kind === kind)!
  const made = TermRule.safeParse({
    ...base, regime: base.regime && regime, value: Number(count), unit: unit === 'working' ? 'days' : unit, basis: unit === 'working' ? 'working' : 'calendar', act, source: source.trim(), validFrom,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (made.success) onGive(made.data)
  }
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t('publication.addRule')}>
      <Labelled label={t('publication.what')} hint={`${t('publication.now')} ${lengthOf(base)}`}>
        <select value={kind} onChange={({ target }) => setKind(TermKind.parse(target.value))}>{KINDS.map((one) => <option key={one} value={one}>{t(`publicationTerm.${one}`)}</option>)}</select>
      </Labelled>
      <Labelled label={t('publication.regime')}>
        <select value={regime} onChange={({ target }) => setRegime(Regime.parse(target.value))}>{Regime.options.map((one) => <option key={one} value={one}>{t(`publication.regimeOf.${one}`)}</option>)}</select>
      </Labelled>
      <Labelled label={t('supervision.value')}><input inputMode="numeric" autoComplete="off" value={count} onChange={({ target }) => setCount(target.value)} /></Labelled>
      <Labelled label={t('supervision.unit')}>
        <select value={unit} onChange={({ target }) => setUnit(UNITS.find((one) => one === target.value)!)}>{UNITS.map((one) => <option key={one} value={one}>{t(`supervision.units.${one}`)}</option>)}</select>
      </Labelled>
      <DayField label={t('publication.validFrom')} value={validFrom} onChange={setValidFrom} />
      <Labelled label={t('supervision.source')}><input autoComplete="off" maxLength={400} value={source} onChange={({ target }) => setSource(target.value)} /></Labelled>
      <label className={styles.check}><input type="checkbox" checked={act} onChange={({ target }) => setAct(target.checked)} /> {t('supervision.act')}</label>
      <button type="submit" disabled={!made.success}>{t('publication.addThis')}</button>
    </form>
  )
}
