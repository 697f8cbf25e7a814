import { useTranslation } from 'react-i18next'
import { Claim, ClaimKind, ClaimOutcome } from '../../../shared/domain/claim.ts'
import { expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import { api } from '../../api.ts'
import { ChoiceAnswer } from '../../field/ChoiceAnswer.tsx'
import { DayAnswer, LineAnswer } from '../../field/LineAnswer.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { TextField } from '../../field/TextField.tsx'
import { fields as beneath, row } from '../../ui/Labelled.tsx'
import styles from './claim.module.css'
import type { ListedClaim } from './listed.ts'

/** At the left what is claimed and where, at the right what was found of it. */
export function ClaimFields({ inspection, framework, claim: { id, fields, drafts } }: { inspection: string; framework: Framework; claim: ListedClaim }) {
  const { t } = useTranslation()
  const remove = useFieldOrder(api.field.record)
  const named = (field: keyof typeof fields) => t(`claim.${field}`)
  const at = <F extends keyof typeof fields>(field: F) => ({
    place: { inspection, entity: 'claim' as const, entityId: id, field }, label: named(field), field: fields[field],
  })
  const listed = fields.expectation.value === null ? undefined : expectationOf(framework, fields.expectation.value)
  return (
    <>
      {listed && <p lang={framework.language}><strong>{listed.number}</strong> {listed.statement}</p>}
      <div className={styles.sides}>
        <div className={beneath}>
          <h3>{t('claim.claimed')}</h3>
          <ChoiceAnswer {...at('says')} options={Claim.shape.says.options} named={(one) => t(`claim.says-${one}`)} none={t('claim.unsaid')} />
          <TextField {...at('statement')} draft={drafts.statement} />
          <div className={row}>
            <ChoiceAnswer {...at('kind')} options={ClaimKind.options} named={(one) => t(`claim.kind-${one}`)} none={t('claim.unsaid')} />
            {fields.kind.value === 'other' && <LineAnswer {...at('ownKind')} />}
          </div>
          <LineAnswer {...at('document')} hint={t('claim.documentHint')} />
          <div className={row}><DayAnswer {...at('dated')} /><DayAnswer {...at('readyBy')} /></div>
        </div>
        <div className={beneath}>
          <h3>{t('claim.found')}</h3>
          <TextField {...at('found')} draft={drafts.found} />
          <ChoiceAnswer {...at('outcome')} options={ClaimOutcome.options} named={(one) => t(`claim.outcome-${one}`)} none={t('claim.unsaid')} />
        </div>
      </div>
      <button
        type="button"
        data-quiet
        onClick={() => remove.mutate({ ...at('expectation').place, value: null, reason: null, seen: seenOf(fields.expectation) })}
      >
        {t('claim.remove')}
      </button>
    </>
  )
}
