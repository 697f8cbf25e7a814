import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { criteriaOf, type Framework } from '../../../shared/domain/framework.ts'
import { type Condition, MAX_DEPTH, type Within } from '../../../shared/domain/rule.ts'
import styles from './draft.module.css'

interface Props {
  body: Framework
  condition: Condition
  /** What the controls are called in whole, for who cannot see where they stand. */
  name: string
  deep?: number
  onChange: (condition: Condition) => void
}

const KINDS = ['count', 'every', 'share', 'fact', 'all', 'any', 'not'] as const satisfies readonly Condition['kind'][]
const COMPARES = { count: ['at-least', 'at-most'], share: ['at-least', 'more-than', 'at-most', 'less-than'] } as const
const FIRST: Condition = { kind: 'count', what: 'met', compare: 'at-least', count: 1, within: null }

/** A condition of another kind; of what was there stays what fits. */
function turned(kind: Condition['kind'], { rule }: Framework, old: Condition): Condition {
  const within = 'within' in old ? old.within : null
  const what = 'what' in old ? old.what : 'met'
  const fact = rule.facts[0]
  switch (kind) {
    case 'count': return { kind, what, compare: 'at-least', count: 1, within }
    case 'share': return { kind, what, compare: 'at-least', percent: 75, within }
    case 'every': return { kind, within }
    case 'fact': return { kind, fact: fact?.id ?? '', compare: fact?.kind === 'number' ? 'at-most' : 'equals', value: fact?.kind === 'number' ? 0 : false }
    case 'not': return { kind, of: [old] }
    default: return { kind, of: 'of' in old && old.kind !== 'not' ? old.of : [old] }
  }
}

/** One condition of a rule, with those inside it. */
export function ConditionForm({ body, condition, name, deep = 1, onChange }: Props) {
  const { t } = useTranslation()
  const kinds = KINDS.filter((kind) => (deep < MAX_DEPTH || !['all', 'any', 'not'].includes(kind)) && (kind !== 'fact' || body.rule.facts.length > 0))
  return (
    <div className={styles.condition} role="group" aria-label={name}>
      <Pick label={t('rule.kind')} value={condition.kind} options={kinds.map((kind) => [kind, t(`rule.${kind}`)])} onPick={(kind) => onChange(turned(kind as Condition['kind'], body, condition))} />
      {'of' in condition
        ? <Parts body={body} condition={condition} name={name} deep={deep} onChange={onChange} />
        : condition.kind === 'fact' ? <FactAsked body={body} condition={condition} onChange={onChange} />
          : <Measured body={body} condition={condition} onChange={onChange} />}
    </div>
  )
}

function Parts({ body, condition, name, deep = 1, onChange }: Props & { condition: Extract<Condition, { of: Condition[] }> }) {
  const { t } = useTranslation()
  const { kind, of } = condition
  return (
    <ul>
      {of.map((part, index) => (
        <li key={index}>
          <ConditionForm body={body} condition={part} name={`${name}.${index + 1}`} deep={deep + 1} onChange={(next) => onChange({ kind, of: of.with(index, next) })} />
          {of.length > 1 && (
            <button type="button" data-quiet aria-label={t('rule.remove', { name: `${name}.${index + 1}` })} onClick={() => onChange({ kind, of: of.toSpliced(index, 1) })}>✕</button>
          )}
        </li>
      ))}
      {kind !== 'not' && <li><button type="button" data-quiet onClick={() => onChange({ kind, of: [...of, FIRST] })}>+ {t('rule.add')}</button></li>}
    </ul>
  )
}

type Measure = Extract<Condition, { within: Within }>

function Measured({ body, condition, onChange }: { body: Framework; condition: Measure; onChange: (condition: Condition) => void }) {
  const { t } = useTranslation()
  const places: [string, string][] = [
    ['', t('rule.whole')],
    ...body.themes.map(({ id, number, title }): [string, string] => [`theme ${id}`, `${number} ${title}`]),
    ...criteriaOf(body).map(({ id, number, title }): [string, string] => [`criterion ${id}`, `${number} ${title}`]),
  ]
  const within = (text: string): Within => {
    const [kind, id = ''] = text.split(' ')
    return kind === '' ? null : kind === 'theme' ? { theme: id } : { criterion: id }
  }
  const now = condition.within === null ? '' : 'theme' in condition.within ? `theme ${condition.within.theme}` : `criterion ${condition.within.criterion}`
  return (
    <>
      {condition.kind !== 'every' && (
        <>
          <Pick
            label={t('rule.compare')}
            value={condition.compare}
            options={COMPARES[condition.kind].map((compare) => [compare, t(`rule.${compare}`)])}
            onPick={(compare) => onChange({ ...condition, compare } as Condition)}
          />
          <Amount
            label={t(condition.kind === 'count' ? 'rule.number' : 'rule.percent')}
            value={condition.kind === 'count' ? condition.count : condition.percent}
            most={condition.kind === 'count' ? 5_000 : 100}
            onGive={(value) => onChange(condition.kind === 'count' ? { ...condition, count: value } : { ...condition, percent: value })}
          />
          {condition.kind === 'share' && <span>%</span>}
          <Pick label={t('rule.what')} value={condition.what} options={[['met', t('rule.met')], ['not-met', t('rule.not-met')]]} onPick={(what) => onChange({ ...condition, what } as Condition)} />
        </>
      )}
      <Pick label={t('rule.within')} value={now} options={places} onPick={(text) => onChange({ ...condition, within: within(text) })} />
    </>
  )
}

function FactAsked({ body, condition, onChange }: { body: Framework; condition: Extract<Condition, { kind: 'fact' }>; onChange: (condition: Condition) => void }) {
  const { t } = useTranslation()
  const fact = body.rule.facts.find(({ id }) => id === condition.fact)
  const choose = (id: string) => {
    const chosen = body.rule.facts.find((one) => one.id === id)
    onChange(chosen?.kind === 'number' ? { kind: 'fact', fact: id, compare: 'at-most', value: 0 } : { kind: 'fact', fact: id, compare: 'equals', value: false })
  }
  return (
    <>
      <Pick label={t('rule.fact')} value={condition.fact} options={body.rule.facts.map(({ id, question }) => [id, question || id])} onPick={choose} />
      {fact?.kind === 'number' ? (
        <>
          <Pick
            label={t('rule.compare')}
            value={condition.compare}
            options={[...COMPARES.share, 'equals' as const].map((compare) => [compare, t(`rule.${compare}`)])}
            onPick={(compare) => onChange({ ...condition, compare } as Condition)}
          />
          <Amount label={t('rule.number')} value={Number(condition.value)} most={1_000_000} onGive={(value) => onChange({ ...condition, value })} /> {fact.unit}
        </>
      ) : <Pick label={t('rule.answer')} value={String(condition.value)} options={[['true', t('rule.yes')], ['false', t('rule.no')]]} onPick={(value) => onChange({ ...condition, value: value === 'true' })} />}
    </>
  )
}

function Pick({ label, value, options, onPick }: { label: string; value: string; options: readonly (readonly [string, ReactNode])[]; onPick: (value: string) => void }) {
  return (
    <select aria-label={label} value={value} onChange={({ target }) => onPick(target.value)}>
      {!options.some(([known]) => known === value) && <option value={value}>–</option>}
      {options.map(([key, text]) => <option key={key} value={key}>{text}</option>)}
    </select>
  )
}

export function Amount({ label, value, most, onGive }: { label: string; value: number; most: number; onGive: (value: number) => void }) {
  return (
    <input
      type="number"
      aria-label={label}
      min={0}
      max={most}
      value={value}
      onChange={({ target }) => onGive(Math.min(most, Math.max(0, Math.trunc(Number(target.value)))))}
    />
  )
}
