import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FaultAt } from '../../../shared/domain/framework.ts'
import { valueAt } from '../../../shared/domain/framework-edit.ts'
import type { PlacePart } from '../../../shared/domain/framework-place.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './draft.module.css'
import type { Editing } from './use-draft.ts'

/** What every field of a draft needs: the draft, what is wrong in it, and the path of what the field is about. */
export interface At {
  draft: Editing
  faults: readonly FaultAt[]
  where: string
}

/** The framework itself is at the path of nothing. */
const partAt = (where: string, part: string) => (where === '' ? part : `${where}.${part}`)

interface Named extends At {
  part: PlacePart
  /** Where the name of the part does not say enough. */
  label?: string
  hint?: string
}

/** What is wrong at a place or in it, in words. */
function useFault({ faults, where }: Pick<At, 'faults' | 'where'>): string | undefined {
  const { t } = useTranslation()
  const fault = faults.find((one) => one.where === where || one.where.startsWith(`${where}[`) || one.where.startsWith(`${where}.`))
  return fault && t(`frameworkFault.${fault.what}`)
}

const usePart = ({ part, label }: Named) => {
  const { t } = useTranslation()
  return <span className={styles.label}>{label ?? t(`frameworkPart.${part}`)}</span>
}

/** One line or more of text; `empty` says what nothing is kept as. */
export function TextPart(props: Named & { lines?: number; empty?: null | 'left-out' }) {
  const { draft, where, part, lines = 1, empty, hint } = props
  const at = partAt(where, part)
  const nothing = empty === 'left-out' ? undefined : empty === null ? null : ''
  const typed = { value: String(valueAt(draft.body, at) ?? ''), onChange: ({ target }: { target: { value: string } }) => draft.set(at, target.value || nothing) }
  return (
    <Labelled label={usePart(props)} hint={hint} refusal={useFault({ ...props, where: at })}>
      {lines === 1 ? <input autoComplete="off" {...typed} /> : <textarea rows={lines} {...typed} />}
    </Labelled>
  )
}

/** A list of short texts, one on each line. */
export function LinesPart(props: Named) {
  const { draft, where, part, hint } = props
  const at = partAt(where, part)
  const lines = valueAt(draft.body, at) as string[]
  return (
    <Labelled label={usePart(props)} hint={hint} refusal={useFault({ ...props, where: at })}>
      <textarea
        rows={Math.max(2, lines.length)}
        value={lines.join('\n')}
        onChange={({ target }) => draft.set(at, target.value === '' ? [] : target.value.split('\n'))}
      />
    </Labelled>
  )
}

export function CheckPart(props: Named) {
  const { draft, where, part } = props
  const at = partAt(where, part)
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={valueAt(draft.body, at) === true} onChange={({ target }) => draft.set(at, target.checked)} />
      {usePart(props)}
    </label>
  )
}

/** One of a few. */
export function ChoicePart(props: Named & { options: readonly { value: string; label: string }[] }) {
  const { draft, where, part, options, hint } = props
  const at = partAt(where, part)
  return (
    <Labelled label={usePart(props)} hint={hint} refusal={useFault({ ...props, where: at })}>
      <select value={String(valueAt(draft.body, at))} onChange={({ target }) => draft.set(at, target.value)}>
        {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
    </Labelled>
  )
}

/** A list of which each member has a form of its own, can be put higher or lower, and taken away. */
export function ListPart({ draft, where, title, blank, children }: {
  draft: Editing
  where: string
  title: string
  /** What is added. */
  blank: () => unknown
  children: (where: string, index: number) => ReactNode
}) {
  const { t } = useTranslation()
  const id = useId()
  const list = (valueAt(draft.body, where) ?? []) as unknown[]
  const swap = (from: number, to: number) => draft.set(where, list.with(from, list[to]).with(to, list[from]))
  return (
    <div className={styles.list} role="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ol>
        {list.map((_, index) => (
          <li key={index}>
            <div className={styles.member}>{children(`${where}[${index}]`, index)}</div>
            <div className={styles.tools}>
              <button type="button" data-quiet disabled={index === 0} aria-label={t('draft.upNth', { number: index + 1 })} onClick={() => swap(index, index - 1)}>↑</button>
              <button type="button" data-quiet disabled={index === list.length - 1} aria-label={t('draft.downNth', { number: index + 1 })} onClick={() => swap(index, index + 1)}>↓</button>
              <button type="button" data-quiet aria-label={t('draft.removeNth', { number: index + 1 })} onClick={() => draft.set(where, list.toSpliced(index, 1))}>✕</button>
            </div>
          </li>
        ))}
      </ol>
      <button type="button" data-quiet onClick={() => draft.set(where, [...list, blank()])}>+ {t('draft.add')}</button>
    </div>
  )
}
