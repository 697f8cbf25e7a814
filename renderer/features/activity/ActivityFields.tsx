import { useTranslation } from 'react-i18next'
import { ActivityState } from '../../../shared/domain/activity.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { roleTitleOf } from '../../../shared/domain/interview.ts'
import { SourceLabel } from '../../../shared/domain/source.ts'
import { Answered } from '../../field/Answered.tsx'
import { dayOf } from '../../i18n/i18n.ts'
import { NumbersField, numbersOf } from '../../source/NumbersField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { fields as beneath, Labelled, row } from '../../ui/Labelled.tsx'
import { LineField } from '../../ui/LineField.tsx'
import { timeFrom } from '../../ui/typed-time.ts'
import type { Listed, Named } from './listed.ts'

interface Props {
  inspection: string
  framework: Framework
  activity: Listed
  members: readonly Named[]
}

type Planned = 'role' | 'label' | 'day' | 'time' | 'place' | 'leadBy' | 'notedBy' | 'announced' | 'state' | 'about'

/** All about one activity; every answer is kept when its field is left. */
export function ActivityFields({ inspection, framework, activity: { id, fields }, members }: Props) {
  const { t } = useTranslation()
  const labelOf = (field: Planned) => t(`activity.${field}`)
  const at = <F extends Planned>(field: F) => ({
    place: { inspection, entity: 'activity' as const, entityId: id, field }, label: labelOf(field), field: fields[field],
  })
  const nameOf = (member: string) => members.find((one) => one.id === member)?.name ?? member
  const isTalk = fields.kind.value === 'interview'
  const who = (field: 'leadBy' | 'notedBy') => (
    <Answered<string> {...at(field)} show={nameOf}>
      {(value, record) => (
        <Labelled label={t(`activity.${field}`)}>
          <select value={value ?? ''} onChange={({ target }) => record(target.value || null)}>
            <option value="">{t('activity.nobody')}</option>
            {members.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </Labelled>
      )}
    </Answered>
  )
  return (
    <div className={beneath}>
      {isTalk && (
        <div className={row}>
          <Answered<string> {...at('role')} show={(role) => roleTitleOf(framework, role)}>
            {(value, record) => <LineField label={t('activity.role')} value={value && roleTitleOf(framework, value)} onChange={(title) => record(roleNamed(framework, title))} />}
          </Answered>
          <Answered<string> {...at('label')} show={(label) => label}>
            {(value, record) => (
              <LineField label={t('activity.label')} value={value} read={labelFrom} wrong={t('activity.labelWrong')} onChange={record} />
            )}
          </Answered>
        </div>
      )}
      <div className={row}>
        <Answered<string> {...at('day')} show={dayOf}>
          {(value, record) => <DayField label={t('activity.day')} value={value} onChange={record} />}
        </Answered>
        <Answered<string> {...at('time')} show={(time) => time}>
          {(value, record) => <LineField label={t('activity.time')} hint={t('activity.timeHint')} value={value} read={timeFrom} wrong={t('activity.timeWrong')} onChange={record} />}
        </Answered>
        <Answered<string> {...at('place')} show={(place) => place}>
          {(value, record) => <LineField label={t('activity.place')} hint={t('activity.placeHint')} value={value} onChange={record} />}
        </Answered>
      </div>
      <div className={row}>{who('leadBy')}{who('notedBy')}</div>
      <div className={row}>
        <Answered<boolean> {...at('announced')} show={(announced) => t(`activity.announced-${announced ? 'yes' : 'no'}`)}>
          {(value, record) => (
            <Labelled label={t('activity.announced')}>
              <select value={value === null ? '' : value ? 'yes' : 'no'} onChange={({ target }) => record(target.value === '' ? null : target.value === 'yes')}>
                <option value="">{t('activity.unsaid')}</option>
                {(['yes', 'no'] as const).map((answer) => <option key={answer} value={answer}>{t(`activity.announced-${answer}`)}</option>)}
              </select>
            </Labelled>
          )}
        </Answered>
        <Answered<string> {...at('state')} show={(state) => t(`activity.state-${ActivityState.parse(state)}`)}>
          {(value, record) => (
            <Labelled label={t('activity.state')}>
              <select value={value ?? ''} onChange={({ target }) => record(ActivityState.parse(target.value))}>
                {ActivityState.options.map((state) => <option key={state} value={state}>{t(`activity.state-${state}`)}</option>)}
              </select>
            </Labelled>
          )}
        </Answered>
      </div>
      <Answered<string[]> {...at('about')} show={(ids) => numbersOf(framework, ids)}>
        {(value, record) => (
          <NumbersField label={t('activity.about')} hint={t('activity.aboutHint')} framework={framework} value={value ?? []} onChange={(ids) => record(ids.length > 0 ? ids : null)} />
        )}
      </Answered>
    </div>
  )
}

/** A role is kept by its id in the framework, so that its questions come along; by its title where the framework does not have it. */
function roleNamed(framework: Framework, title: string | null): string | null {
  return framework.fieldwork?.roles.find((role) => role.title.toLowerCase() === title?.toLowerCase())?.id ?? title
}

function labelFrom(typed: string): string | null {
  const label = typed.trim().toUpperCase().replace(/^\[|\]$/g, '')
  return SourceLabel.safeParse(label).success ? label : null
}
