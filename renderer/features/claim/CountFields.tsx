import { useTranslation } from 'react-i18next'
import { CaseloadKind } from '../../../shared/domain/caseload.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { ChoiceAnswer } from '../../field/ChoiceAnswer.tsx'
import { DayAnswer, LineAnswer } from '../../field/LineAnswer.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { NumbersField, numbersOf } from '../../source/NumbersField.tsx'
import { fields as beneath, row } from '../../ui/Labelled.tsx'
import styles from './claim.module.css'
import type { ListedCount } from './listed.ts'
import { NumberAnswer } from './NumberAnswer.tsx'

/** One count: what and when, then as reported at the left and as counted on site at the right. */
export function CountFields({ inspection, framework, count: { id, fields } }: { inspection: string; framework: Framework; count: ListedCount }) {
  const { t } = useTranslation()
  const remove = useFieldOrder(api.field.record)
  const named = (field: keyof typeof fields) => t(field === 'found' ? 'claim.foundCount' : `claim.${field}`)
  const at = <F extends keyof typeof fields>(field: F) => ({
    place: { inspection, entity: 'caseload' as const, entityId: id, field }, label: named(field), field: fields[field],
  })
  return (
    <>
      <div className={row}>
        <ChoiceAnswer {...at('counted')} options={CaseloadKind.options} named={(one) => t(`claim.count-${one}`)} none={t('claim.unsaid')} />
        {fields.counted.value === 'other' && <LineAnswer {...at('ownCounted')} />}
        <LineAnswer {...at('system')} />
        <DayAnswer {...at('day')} />
      </div>
      <div className={styles.sides}>
        <div className={beneath}>
          <h3>{t('claim.reported')}</h3>
          <NumberAnswer {...at('reported')} />
          <LineAnswer {...at('reportedBy')} hint={t('claim.functionHint')} />
          <LineAnswer {...at('document')} hint={t('claim.documentHint')} />
        </div>
        <div className={beneath}>
          <h3>{t('claim.foundCount')}</h3>
          <NumberAnswer {...at('found')} />
          <LineAnswer {...at('foundHow')} />
          <Answered<string[]> {...at('about')} show={(ids) => numbersOf(framework, ids)}>
            {(value, record) => (
              <NumbersField label={t('claim.about')} framework={framework} value={value ?? []} onChange={(ids) => record(ids.length > 0 ? ids : null)} />
            )}
          </Answered>
        </div>
      </div>
      <button type="button" data-quiet onClick={() => remove.mutate({ ...at('counted').place, value: null, reason: null, seen: seenOf(fields.counted) })}>
        {t('claim.removeCount')}
      </button>
    </>
  )
}
