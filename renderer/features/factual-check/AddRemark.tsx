import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api, useOrder } from '../../api.ts'
import { NumbersField } from '../../source/NumbersField.tsx'
import { fields, Labelled } from '../../ui/Labelled.tsx'
import type { ListedCheck } from './told.ts'

interface Props {
  inspection: string
  framework: Framework
  check: ListedCheck
  /** The day on which it came. */
  on: string | null
}

const NOTHING = { line: '', what: '', should: '', proof: '' }

/** A remark that came without the form, in the words of the organisation. */
export function AddRemark({ inspection, framework, check, on }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(NOTHING)
  const [expectations, setExpectations] = useState<string[]>([])
  const add = useOrder(api.factualCheck.add)
  const line = /^\d{1,5}$/.test(typed.line.trim()) ? Number(typed.line) : null
  const isWrong = typed.line.trim() !== '' && (line === null || line < 1 || line > check.lines)
  const set = (field: keyof typeof NOTHING) => ({ target }: { target: { value: string } }) => setTyped({ ...typed, [field]: target.value })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (on === null || isWrong || typed.what.trim() === '') return
    const said = { what: typed.what.trim(), should: typed.should.trim() || null, proof: typed.proof.trim() || null }
    add.mutate({ inspection, check: check.id, on, line, expectation: line === null ? expectations[0] ?? null : null, ...said }, {
      onSuccess: () => {
        setTyped(NOTHING)
        setExpectations([])
      },
    })
  }
  return (
    <form className={fields} onSubmit={submit}>
      <Labelled label={t('factualCheck.column-line')} refusal={isWrong ? t('factualCheck.wrongLine', { last: check.lines }) : undefined}>
        <input inputMode="numeric" autoComplete="off" value={typed.line} onChange={set('line')} />
      </Labelled>
      {typed.line.trim() === '' && <NumbersField label={t('factualCheck.expectation')} framework={framework} value={expectations} onChange={(ids) => setExpectations(ids.slice(0, 1))} />}
      <Labelled label={t('factualCheck.column-what')}><textarea rows={2} maxLength={4_000} value={typed.what} onChange={set('what')} /></Labelled>
      <Labelled label={t('factualCheck.column-should')}><textarea rows={2} maxLength={4_000} value={typed.should} onChange={set('should')} /></Labelled>
      <Labelled label={t('factualCheck.column-proof')}><input autoComplete="off" maxLength={4_000} value={typed.proof} onChange={set('proof')} /></Labelled>
      <div><button type="submit" disabled={on === null || isWrong || typed.what.trim() === ''}>{t('factualCheck.add')}</button></div>
    </form>
  )
}
