import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { Urgency } from '../../../shared/domain/improvement.ts'
import { api } from '../../api.ts'
import { ChoiceAnswer } from '../../field/ChoiceAnswer.tsx'
import { LineAnswer } from '../../field/LineAnswer.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { TextField } from '../../field/TextField.tsx'
import { LabelAnswer } from '../../source/LabelAnswer.tsx'
import { NumbersField } from '../../source/NumbersField.tsx'
import { row } from '../../ui/Labelled.tsx'
import { useElements } from './elements.ts'
import styles from './improvement.module.css'
import type { ListedPoint, Told } from './listed.ts'
import { Measures } from './Measures.tsx'
import { StateForm } from './StateForm.tsx'
import { Timeline } from './Timeline.tsx'

interface Props {
  inspection: string
  framework: Framework
  point: ListedPoint
  told: Told
}

/** What is asked of a point here; its state has a form of its own. */
type Asked = 'title' | 'text' | 'urgency' | 'label'

/** One point: what it is about, how it stands, what is done, and what became of it. */
export function PointDetail({ inspection, framework, point, told }: Props) {
  const { t } = useTranslation()
  const { id, fields, draft, expectations } = point
  const elements = useElements(inspection)
  const remove = useFieldOrder(api.field.record)
  const named = (field: Asked) => t(field === 'title' ? 'improvement.newTitle' : `improvement.${field}`)
  const at = <F extends Asked>(field: F) => ({
    place: { inspection, entity: 'improvement' as const, entityId: id, field }, label: named(field), field: fields[field],
  })
  const change = (wanted: readonly string[]) => elements({ entity: 'pointExpectation', field: 'concerns', of: id, now: expectations, wanted })
  return (
    <div className={styles.opened}>
      <LineAnswer {...at('title')} />
      <div className={styles.sides}>
        <div>
          <TextField {...at('text')} draft={draft} />
          <NumbersField label={t('improvement.about')} framework={framework} value={expectations} onChange={(wanted) => void change(wanted)} />
          <div className={row}>
            <ChoiceAnswer {...at('urgency')} options={Urgency.options} named={(one) => t(`improvement.urgency-${one}`)} none={t('improvement.urgency-normal')} />
            <LabelAnswer {...at('label')} />
          </div>
        </div>
        <div>
          <StateForm inspection={inspection} point={point} />
          <h3>{t('improvement.timeline')}</h3>
          <Timeline inspection={inspection} point={id} />
        </div>
      </div>
      <Measures inspection={inspection} point={point} told={told} />
      <button type="button" data-quiet onClick={() => remove.mutate({ ...at('label').place, value: null, reason: null, seen: seenOf(fields.label) })}>
        {t('improvement.remove')}
      </button>
    </div>
  )
}
