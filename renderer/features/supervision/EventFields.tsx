import { useTranslation } from 'react-i18next'
import type { Fields } from '../../../shared/domain/entity.ts'
import type { Field } from '../../../shared/domain/field.ts'
import {
  Direction, Every, type EventEntity, MeetingKind, MeasureKind, type Period, PledgeOutcome, PROPOSED, type SetTerm, SignalKind, TrustCode,
} from '../../../shared/domain/supervision.ts'
import { ChoiceAnswer } from '../../field/ChoiceAnswer.tsx'
import { DayAnswer, LineAnswer } from '../../field/LineAnswer.tsx'
import { TextField } from '../../field/TextField.tsx'
import { PeriodAnswer } from './PeriodAnswer.tsx'
import styles from './supervision.module.css'
import { TermAnswer } from './TermAnswer.tsx'
import type { RecordedEvent } from './told.ts'

/** By what control a field is answered; a list is a choice. */
type Control = 'day' | 'line' | 'role' | 'text' | 'term' | 'period' | readonly string[]

const CONTROLS = {
  meeting: { day: 'day', kind: MeetingKind.options, with: 'role', agenda: 'text', agreed: 'text' },
  intensified: { day: 'day', period: 'period', every: Every.options, views: 'term', conditions: 'text', published: 'day', lifted: 'day', liftedBecause: 'text' },
  extension: { day: 'day', period: 'period', because: 'text' },
  measure: { day: 'day', kind: MeasureKind.options, content: 'text', term: 'term', until: 'day', penalty: 'line', published: 'day', complied: 'day', withdrawn: 'day' },
  letter: { day: 'day', direction: Direction.options, party: 'role', reference: 'line', subject: 'line', within: 'term', answered: 'day' },
  pledge: { day: 'day', by: 'role', what: 'text', due: 'day', outcome: PledgeOutcome.options, settledOn: 'day' },
  signal: { day: 'day', kind: SignalKind.options, from: 'role', content: 'text', done: 'text' },
  trust: { day: 'day', trust: TrustCode.options, because: 'text' },
  established: { day: 'day', point: 'line', how: 'text' },
  event: { day: 'day', title: 'line', text: 'text' },
} as const satisfies { [E in EventEntity]: { [F in keyof Fields<E>]?: Control } }

type FieldName = { [E in EventEntity]: keyof (typeof CONTROLS)[E] }[EventEntity]

/** All that is recorded of one event, field by field; short ones beside each other, texts below them. */
export function EventFields({ dossier, event, drafts }: { dossier: string; event: RecordedEvent; drafts: Readonly<Record<string, string>> }) {
  const controls = Object.entries(CONTROLS[event.entity]) as [FieldName, Control][]
  const isWide = ([, control]: [FieldName, Control]) => control === 'text' || control === 'term' || control === 'period'
  const show = ([name, control]: [FieldName, Control]) => <Answer key={name} dossier={dossier} event={event} name={name} control={control} draft={drafts[`${event.id}/${name}`] ?? null} />
  return (
    <div className={styles.fields}>
      <div className={styles.short}>{controls.filter((one) => !isWide(one)).map(show)}</div>
      {controls.filter(isWide).map(show)}
    </div>
  )
}

/** One field; its values fit the schema of their entity, so each control gets what it can show. */
function Answer({ dossier, event: { id, entity, fields }, name, control, draft }: { dossier: string; event: RecordedEvent; name: FieldName; control: Control; draft: string | null }) {
  const { t } = useTranslation()
  const at = {
    place: { inspection: dossier, entity, entityId: id, field: name },
    label: name === 'day' ? t(`supervision.day.${entity}`) : t(`supervision.field.${name}`),
    field: fields[name] as unknown as Field<string>,
  }
  if (typeof control !== 'string') {
    return <ChoiceAnswer {...at} options={control} named={(code) => t(`supervision.choice.${code as 'order'}`)} none={t('supervision.unsaid')} />
  }
  const kind = MeasureKind.safeParse(fields.kind?.value).data
  switch (control) {
    case 'day': return <DayAnswer {...at} />
    case 'line': return <LineAnswer {...at} />
    case 'role': return <LineAnswer {...at} hint={t('supervision.roleHint')} />
    case 'text': return <TextField {...at} draft={draft} />
    case 'term': return <TermAnswer {...at} field={at.field as unknown as Field<SetTerm>} proposed={name === 'term' && kind ? PROPOSED[kind] : null} />
    case 'period': return <PeriodAnswer {...at} field={at.field as unknown as Field<Period>} />
  }
}
