import { useTranslation } from 'react-i18next'
import { ProfileTopic } from '../../../shared/domain/profile.ts'
import { api } from '../../api.ts'
import { ChoiceAnswer } from '../../field/ChoiceAnswer.tsx'
import { DayAnswer, LineAnswer } from '../../field/LineAnswer.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { row } from '../../ui/Labelled.tsx'
import type { ListedFact } from './listed.ts'

/** One fact about the organisation. */
export function FactFields({ inspection, fact: { id, fields } }: { inspection: string; fact: ListedFact }) {
  const { t } = useTranslation()
  const remove = useFieldOrder(api.field.record)
  const named = (field: keyof typeof fields) => t(field === 'label' ? 'claim.fact' : `claim.${field}`)
  const at = <F extends keyof typeof fields>(field: F) => ({
    place: { inspection, entity: 'profile' as const, entityId: id, field }, label: named(field), field: fields[field],
  })
  return (
    <>
      <div className={row}>
        <ChoiceAnswer {...at('topic')} options={ProfileTopic.options} named={(one) => t(`claim.topic-${one}`)} none={t('claim.unsaid')} />
        <LineAnswer {...at('label')} />
      </div>
      <div className={row}><LineAnswer {...at('value')} /><LineAnswer {...at('unit')} /></div>
      <div className={row}><DayAnswer {...at('day')} /><LineAnswer {...at('source')} hint={t('claim.documentHint')} /></div>
      <button type="button" data-quiet onClick={() => remove.mutate({ ...at('label').place, value: null, reason: null, seen: seenOf(fields.label) })}>
        {t('claim.removeFact')}
      </button>
    </>
  )
}
