import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { followsUp, InspectionKind, isOfPart, type Member } from '../../../shared/domain/inspection.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Choices } from '../../ui/Choices.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { buttons, fields, Labelled, row } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { EarlierChoice } from './EarlierChoice.tsx'
import { FrameworkChoice } from './FrameworkChoice.tsx'
import { OrganisationChoice } from './OrganisationChoice.tsx'
import { type Chosen, Part } from './Part.tsx'
import { TeamForm } from './TeamForm.tsx'

const KINDS = InspectionKind.options
const ANNOUNCED = ['yes', 'no'] as const

/** Everything that an inspection starts with; all but organisation, framework and first day can wait. */
export function NewInspectionScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const frameworks = useAnswer(api.framework.list, {}).filter(({ origin, unfinished }) => origin !== 'received' && unfinished === null)
  const person = useAnswer(api.workspace.status, {})?.person
  const create = useOrder(api.inspection.create, 'screen')
  const [organisation, setOrganisation] = useState<string | null>(null)
  const [framework, setFramework] = useState(frameworks.length === 1 ? frameworks[0]!.hash : null)
  const [kind, setKind] = useState<InspectionKind>('first')
  const [earlier, setEarlier] = useState<string | null>(null)
  const [firstDay, setFirstDay] = useState<string | null>(null)
  const [lastDay, setLastDay] = useState<string | null>(null)
  const [announced, setAnnounced] = useState(true)
  const [team, setTeam] = useState<Member[]>(person ? [{ name: person.name, role: 'lead', inspectorate: person.inspectorate }] : [])
  const [part, setPart] = useState<Chosen>({ expectations: [], reason: '' })
  const [tried, setTried] = useState(false)

  const missing = (value: unknown) => (tried && value === null ? t('inspection.missing') : undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const unreasoned = isOfPart(kind) && part.expectations.length > 0 && part.reason.trim() === ''
    if (organisation === null || framework === null || firstDay === null || unreasoned) {
      const form = event.currentTarget
      setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus()) // once what is missing is marked
      return
    }
    const round = followsUp(kind) ? earlier : null
    const limited = isOfPart(kind) && part.expectations.length > 0 ? part : null
    const named = team.filter(({ name }) => name.trim() !== '')
    create.mutate(
      { organisation, framework, kind, earlier: round, firstDay, lastDay, announced, team: named, part: limited },
      { onSuccess: ({ id }) => navigate(`/inspectie/${id}/voorbereiding`) },
    )
  }
  return (
    <Screen title={t('inspection.new')}>
      <form className={fields} onSubmit={submit}>
        <OrganisationChoice
          value={organisation}
          refusal={missing(organisation)}
          onChoose={(id) => {
            setOrganisation(id)
            setEarlier(null)
          }}
        />
        <FrameworkChoice value={framework} refusal={missing(framework)} onChoose={setFramework} />
        <Labelled label={t('inspection.kind')}>
          <select value={kind} onChange={({ target }) => setKind(InspectionKind.parse(target.value))}>
            {KINDS.map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}
          </select>
        </Labelled>
        {followsUp(kind) && <EarlierChoice organisation={organisation} value={earlier} onChoose={setEarlier} />}
        {isOfPart(kind) && framework !== null && (
          <Part hash={framework} chosen={part} refusal={tried && part.reason.trim() === '' ? t('inspection.missing') : undefined} onChange={setPart} />
        )}
        <div className={row}>
          <DayField label={t('inspection.firstDay')} value={firstDay} refusal={missing(firstDay)} onChange={setFirstDay} />
          <DayField label={t('inspection.lastDay')} value={lastDay} onChange={setLastDay} />
        </div>
        <Choices
          legend={t('inspection.announced')}
          value={announced ? 'yes' : 'no'}
          options={ANNOUNCED.map((value) => ({ value, label: t(`inspection.announced-${value}`) }))}
          onChoose={(value) => setAnnounced(value === 'yes')}
        />
        <TeamForm team={team} onChange={setTeam} />
        {create.isError && <Notice tone="refused">{sentenceOf(create.error)}</Notice>}
        <div className={buttons}>
          <button type="submit" disabled={create.isPending}>{t('inspection.create')}</button>
          <button type="button" onClick={() => navigate('/')}>{t('reason.cancel')}</button>
        </div>
      </form>
    </Screen>
  )
}
