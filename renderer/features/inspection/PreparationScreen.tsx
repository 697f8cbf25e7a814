import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { followsUp, InspectionKind, isOfPart } from '../../../shared/domain/inspection.ts'
import { api, useAnswer } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { Choices } from '../../ui/Choices.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { fields as beneath, Labelled, row } from '../../ui/Labelled.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Answered } from '../../field/Answered.tsx'
import { EarlierChoice } from './EarlierChoice.tsx'
import { OrganisationChoice } from './OrganisationChoice.tsx'
import { Scope } from './Scope.tsx'
import { Team } from './Team.tsx'

const KINDS = InspectionKind.options
const ANNOUNCED = ['yes', 'no'] as const

/** What the inspection is about and who does it, and below it what they plan; every answer is kept when its field is left. */
export function PreparationScreen({ inspection, children }: { inspection: string; children: ReactNode }) {
  const { t } = useTranslation()
  const { summary, fields, team } = useAnswer(api.inspection.get, { inspection })
  const organisations = useAnswer(api.organisation.list, {})
  const rounds = useAnswer(api.inspection.list, {})
  const nameOf = (organisation: string) => organisations.find(({ id }) => id === organisation)?.name ?? organisation
  const roundOf = (id: string) => {
    const round = rounds.find((round) => round.id === id)
    return round ? `${t(`kind.${round.kind}`)}${round.firstDay ? `, ${dayOf(round.firstDay)}` : ''}` : id
  }
  const at = (field: Exclude<keyof typeof fields, 'scope' | 'takenFrom'>) => ({
    place: { inspection, entity: 'inspection' as const, entityId: inspection, field }, label: t(`inspection.${field}`),
  })
  const kind = fields.kind.value ?? summary.kind
  return (
    <Screen title={t('stage.voorbereiding')} lead={t('inspection.preparationLead')}>
      <div className={beneath}>
        <Answered {...at('organisation')} field={fields.organisation} show={nameOf}>
          {(value, record) => <OrganisationChoice value={value} onChoose={record} />}
        </Answered>
        <div>
          <strong>{t('inspection.framework')}</strong>
          <p>{summary.framework.title} ({summary.framework.version})</p>
        </div>
        <Answered {...at('kind')} field={fields.kind} show={(value) => t(`kind.${value}`)}>
          {(value, record) => (
            <Labelled label={t('inspection.kind')}>
              <select value={value ?? ''} onChange={({ target }) => record(InspectionKind.parse(target.value))}>
                {KINDS.map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}
              </select>
            </Labelled>
          )}
        </Answered>
        {(followsUp(kind) || fields.earlier.heads.length > 0) && (
          <Answered {...at('earlier')} field={fields.earlier} show={roundOf}>
            {(value, record) => <EarlierChoice organisation={summary.organisation.id} value={value} except={inspection} onChoose={record} />}
          </Answered>
        )}
        {(isOfPart(kind) || fields.scope.heads.length > 0) && <Scope inspection={inspection} hash={summary.framework.hash} field={fields.scope} />}
        <div className={row}>
          <Answered {...at('firstDay')} field={fields.firstDay} show={dayOf}>
            {(value, record) => <DayField label={t('inspection.firstDay')} value={value} onChange={record} />}
          </Answered>
          <Answered {...at('lastDay')} field={fields.lastDay} show={dayOf}>
            {(value, record) => <DayField label={t('inspection.lastDay')} value={value} onChange={record} />}
          </Answered>
        </div>
        <Answered {...at('announced')} field={fields.announced} show={(value) => t(`inspection.announced-${value ? 'yes' : 'no'}`)}>
          {(value, record) => (
            <Choices
              legend={t('inspection.announced')}
              value={value === null ? null : value ? 'yes' : 'no'}
              options={ANNOUNCED.map((value) => ({ value, label: t(`inspection.announced-${value}`) }))}
              onChoose={(choice) => record(choice === 'yes')}
            />
          )}
        </Answered>
        <Team inspection={inspection} team={team} />
      </div>
      {children}
    </Screen>
  )
}
