import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../shared/domain/field.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { Page } from '../../../shared/domain/paper-round.ts'
import { api } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { TextField } from '../../field/TextField.tsx'
import { labelOf } from '../../i18n/i18n.ts'
import { Cell } from './Cell.tsx'
import { CodeCell } from './CodeCell.tsx'
import styles from './paper-round.module.css'
import { type Named, type Part, type PartField, placeOf } from './part.ts'

interface Props {
  inspection: string
  framework: Framework
  named: Named
  part: Part
  /** The page that was typed last. */
  page: string | null
  onPage: (page: string) => void
  onNext: (from: Element) => void
}

const numberFrom = (typed: string) => (/^\d{1,4}$/.test(typed) ? Number(typed) : null)

/** What stands in print of one part; an answer takes the page of the row before along. */
export function EntryRow({ inspection, framework, named, part, page, onPage, onNext }: Props) {
  const { t } = useTranslation()
  const record = useFieldOrder(api.field.record)
  const [writing, setWriting] = useState(false)
  const { kind, number, text } = named
  const { fields } = part
  const write = (field: PartField, value: string | number | null) =>
    record.mutate({ ...placeOf(inspection, named, part.part, field), value, reason: field === 'rating' ? t('paperRound.reason') : null, seen: seenOf(fields[field]) })
  const answer = (field: PartField, value: string | number | null) => {
    write(field, value)
    if (value !== null && page !== null && fields.page.value === null) write('page', page)
  }
  const nameOf = (what: string) => `${what} ${number || text}`
  const differing = (['rating', 'judgement', 'met', 'assessed', 'page', 'outcome'] as const).filter((field) => fields[field].different)
  const [texts, field] = kind === 'expectation' ? [fields.rationale, 'rationale'] as const : [fields.now, 'now'] as const
  return (
    <tr data-kind={kind}>
      {number === '' ? <td /> : <th scope="row">{number}</th>}
      <td>
        <span lang={framework.language}>{text}</span>
        {(kind === 'expectation' || kind === 'criterion') && (writing || texts.heads.length > 0
          ? <TextField label={nameOf(t('paperRound.text'))} place={placeOf(inspection, named, part.part, field)} field={texts} draft={null} />
          : <button type="button" data-quiet aria-label={nameOf(t('paperRound.addText'))} onClick={() => setWriting(true)}>{t('paperRound.addText')}</button>)}
      </td>
      <td>
        {kind === 'expectation' && <CodeCell label={nameOf(t('finding.rating'))} scale={framework.scales.rating} value={fields.rating.value} onGive={(code) => answer('rating', code)} onNext={onNext} />}
        {kind === 'criterion' && <CodeCell label={nameOf(t('finding.judgement'))} scale={framework.scales.judgement} value={fields.judgement.value} onGive={(code) => answer('judgement', code)} onNext={onNext} />}
        {kind === 'whole' && (
          <select aria-label={t('inspection.outcome')} value={fields.outcome.value ?? ''} onChange={({ target }) => answer('outcome', target.value || null)}>
            <option value="">–</option>
            {framework.rule.outcomes.map((outcome) => <option key={outcome.code} value={outcome.code}>{labelOf(outcome)}</option>)}
          </select>
        )}
      </td>
      <td>
        {kind !== 'expectation' && (
          <span className={styles.counts}>
            <Cell label={nameOf(t('paperRound.met'))} column="met" value={fields.met.value} read={numberFrom} onGive={(value) => answer('met', value)} />
            {t('paperRound.of')}
            <Cell label={nameOf(t('paperRound.assessed'))} column="assessed" value={fields.assessed.value} read={numberFrom} onGive={(value) => answer('assessed', value)} />
          </span>
        )}
      </td>
      <td>
        <Cell
          label={nameOf(t('paperRound.page'))}
          column="page"
          value={fields.page.value}
          read={(typed) => Page.safeParse(typed).data ?? null}
          onGive={(value) => {
            write('page', value)
            if (value !== null) onPage(value)
          }}
        />
      </td>
      <td>
        <span className={styles.state} data-state={part.state}>{t(`paperRound.state-${part.state}`)}</span>
        {differing.map((one) => (
          <Answered key={one} place={placeOf(inspection, named, part.part, one)} label={nameOf(t(`paperRound.${one}`))} field={fields[one] as Field<string | number>} show={String}>{() => null}</Answered>
        ))}
      </td>
    </tr>
  )
}
