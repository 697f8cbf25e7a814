import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { RemarkOutcome, type SaidRemark } from '../../../shared/domain/factual-check.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api, useOrder } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { ChoiceAnswer } from '../../field/ChoiceAnswer.tsx'
import { seenOf, useFieldOrder, useNames } from '../../field/orders.ts'
import { TextField } from '../../field/TextField.tsx'
import { momentOf } from '../../i18n/i18n.ts'
import { NumbersField } from '../../source/NumbersField.tsx'
import { LineField } from '../../ui/LineField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Rewritten } from './Changed.tsx'
import styles from './factual-check.module.css'
import type { ListedRemark } from './told.ts'

interface Props {
  inspection: string
  framework: Framework
  remark: ListedRemark
}

/** At the left what the organisation said and of which line; at the right what is decided, why, and what becomes of the text. */
export function RemarkDetail({ inspection, framework, remark }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const remove = useFieldOrder(api.field.record)
  const { id, fields, draft, text, number } = remark
  const at = <F extends keyof typeof fields>(field: F, label: string) => ({ place: { inspection, entity: 'remark' as const, entityId: id, field }, label, field: fields[field] })
  const decided = fields.outcome.heads[0]
  return (
    <div className={styles.opened}>
      <div className={styles.sides}>
        <div>
          <h3>{t('factualCheck.organisation')}</h3>
          {fields.said.value === null ? <p>≠</p> : <Said said={fields.said.value} />}
          <Answered<number> {...at('line', t('factualCheck.column-line'))} show={String}>
            {(value, record) => (
              <LineField
                label={t('factualCheck.column-line')} value={value === null ? null : String(value)} wrong={t('factualCheck.lineHint')}
                read={(typed) => (/^[1-9]\d{0,4}$/.test(typed.trim()) ? typed.trim() : null)} onChange={(typed) => record(typed === null ? null : Number(typed))}
              />
            )}
          </Answered>
          {fields.line.value === null && (
            <Answered<string> {...at('expectation', t('factualCheck.expectation'))} show={String}>
              {(value, record) => <NumbersField label={t('factualCheck.expectation')} framework={framework} value={value === null ? [] : [value]} onChange={(ids) => record(ids[0] ?? null)} />}
            </Answered>
          )}
          {fields.line.value !== null && <blockquote className={styles.quote}><small>{number} · {t('factualCheck.wasSubmitted')}</small>{text ?? `× ${t('factualCheck.unreadable')}`}</blockquote>}
        </div>
        <div>
          <h3>{t('factualCheck.inspectorate')}</h3>
          <ChoiceAnswer {...at('outcome', t('factualCheck.outcome'))} options={RemarkOutcome.options} named={(one) => t(`factualCheck.outcome-${one}`)} none={t('factualCheck.undecided')} />
          {decided && fields.outcome.value !== null && <p className={styles.small}>{t('factualCheck.decidedBy', { name: names(decided.author), time: momentOf(decided.at) })}</p>}
          <TextField {...at('answer', t('factualCheck.answer'))} draft={draft} hint={t('factualCheck.answerHint')} />
          {fields.outcome.value !== null && fields.outcome.value !== 'not' && <TextOf inspection={inspection} remark={remark} />}
        </div>
      </div>
      <button type="button" data-quiet onClick={() => remove.mutate({ ...at('said', '').place, value: null, reason: null, seen: seenOf(fields.said) })}>{t('factualCheck.remove')}</button>
    </div>
  )
}

function Said({ said: { where, what, should, proof } }: { said: SaidRemark }) {
  const { t } = useTranslation()
  return (
    <dl className={styles.said}>
      {where && <><dt>{t('factualCheck.where')}</dt><dd>{where}</dd></>}
      <dt>{t('factualCheck.column-what')}</dt><dd>{what}</dd>
      {should && <><dt>{t('factualCheck.column-should')}</dt><dd>{should}</dd></>}
      {proof && <><dt>{t('factualCheck.column-proof')}</dt><dd>{proof}</dd></>}
    </dl>
  )
}

/** The text that the remark is about, to be rewritten here, and what became of it once that is kept with the remark. */
function TextOf({ inspection, remark: { id, target, fields, before, after, moved, standing } }: { inspection: string; remark: ListedRemark }) {
  const { t } = useTranslation()
  const process = useOrder(api.factualCheck.process)
  if (fields.line.value === null) return <p className={styles.small}>{t('factualCheck.noText')}</p>
  return (
    <>
      {target
        ? <TextField place={{ inspection, entity: target.entity, entityId: target.entityId, field: target.field }} label={t('factualCheck.text')} field={target.text} draft={target.draft} />
        : <p>{t('factualCheck.elsewhere')} <Link href={`/inspectie/${inspection}/oordelen`}>{t('stage.oordelen')}</Link>, <Link href={`/inspectie/${inspection}/beweerd`}>{t('stage.beweerd')}</Link></p>}
      {standing === 'unprocessed' || moved || after === null
        ? <button type="button" data-main disabled={process.isPending} onClick={() => process.mutate({ inspection, remark: id })}>{t('factualCheck.process')}</button>
        : null}
      {after !== null && <Rewritten before={before} after={after} />}
      {moved && <Notice tone="note">{t('factualCheck.moved')}</Notice>}
    </>
  )
}
