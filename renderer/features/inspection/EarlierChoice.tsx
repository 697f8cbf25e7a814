import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { Labelled } from '../../ui/Labelled.tsx'

interface Props {
  organisation: string | null
  value: string | null
  /** The inspection itself, which cannot be its own earlier round. */
  except?: string
  onChoose: (inspection: string | null) => void
}

/** The round with which this one is compared: an inspection of the same organisation that is known here. */
export function EarlierChoice({ organisation, value, except, onChoose }: Props) {
  const { t } = useTranslation()
  const rounds = useAnswer(api.inspection.list, {}).filter((round) => round.organisation.id === organisation && round.id !== except)
  return (
    <div>
      <Labelled label={t('inspection.earlier')} hint={t(rounds.length === 0 ? 'inspection.noEarlier' : 'inspection.earlierHint')}>
        <select value={value ?? ''} disabled={rounds.length === 0} onChange={({ target }) => onChoose(target.value || null)}>
          <option value="">{t('inspection.choose')}</option>
          {rounds.map(({ id, kind, firstDay, takenFrom }) => (
            <option key={id} value={id}>{t(`kind.${kind}`)}{firstDay && `, ${dayOf(firstDay)}`}{takenFrom === 'report' && ` · ${t('paperRound.short')}`}</option>
          ))}
        </select>
      </Labelled>
      <Link href="/inspectie/overnemen">{t('paperRound.new')}</Link>
    </div>
  )
}
