import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { InspectionKind } from '../../../shared/domain/inspection.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { buttons, fields, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { FrameworkChoice } from './FrameworkChoice.tsx'
import { OrganisationChoice } from './OrganisationChoice.tsx'

const KINDS = InspectionKind.options

/** What is to be known of a printed report before its table is taken over. */
export function NewPaperRoundScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const frameworks = useAnswer(api.framework.list, {})
  const create = useOrder(api.paperRound.create, 'screen')
  const [organisation, setOrganisation] = useState<string | null>(null)
  const [framework, setFramework] = useState(frameworks.length === 1 ? frameworks[0]!.hash : null)
  const [kind, setKind] = useState<InspectionKind>('first')
  const [firstDay, setFirstDay] = useState<string | null>(null)
  const [source, setSource] = useState('')
  const [tried, setTried] = useState(false)

  const missing = (isMissing: boolean) => (tried && isMissing ? t('inspection.missing') : undefined)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (organisation === null || framework === null || firstDay === null || source.trim() === '') {
      const form = event.currentTarget
      setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus()) // once what is missing is marked
      return
    }
    create.mutate({ organisation, framework, kind, firstDay, source: source.trim() }, { onSuccess: ({ id }) => navigate(`/inspectie/${id}/overnemen`) })
  }
  return (
    <Screen title={t('paperRound.new')} lead={t('paperRound.newLead')}>
      <form className={fields} onSubmit={submit}>
        <OrganisationChoice value={organisation} refusal={missing(organisation === null)} onChoose={setOrganisation} />
        <FrameworkChoice unfinished value={framework} refusal={missing(framework === null)} onChoose={setFramework} />
        <Labelled label={t('inspection.kind')}>
          <select value={kind} onChange={({ target }) => setKind(InspectionKind.parse(target.value))}>
            {KINDS.map((one) => <option key={one} value={one}>{t(`kind.${one}`)}</option>)}
          </select>
        </Labelled>
        <DayField label={t('paperRound.firstDay')} value={firstDay} refusal={missing(firstDay === null)} onChange={setFirstDay} />
        <Labelled label={t('paperRound.source')} hint={t('paperRound.sourceHint')} refusal={missing(source.trim() === '')}>
          <input value={source} maxLength={400} autoComplete="off" onChange={({ target }) => setSource(target.value)} />
        </Labelled>
        {create.isError && <Notice tone="refused">{sentenceOf(create.error)}</Notice>}
        <div className={buttons}>
          <button type="submit" disabled={create.isPending}>{t('paperRound.begin')}</button>
          <button type="button" onClick={() => navigate('/')}>{t('reason.cancel')}</button>
        </div>
      </form>
    </Screen>
  )
}
