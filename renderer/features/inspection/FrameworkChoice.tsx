import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { Labelled } from '../../ui/Labelled.tsx'

interface Props {
  /** Whether a framework will do that is not for use yet. */
  unfinished?: boolean
  value: string | null
  refusal?: string | undefined
  onChoose: (hash: string) => void
}

export function FrameworkChoice({ value, refusal, onChoose, unfinished: anyWillDo = false }: Props) {
  const { t } = useTranslation()
  const frameworks = useAnswer(api.framework.list, {}).filter(({ origin }) => origin !== 'received')
  const chosen = frameworks.find(({ hash }) => hash === value)
  return (
    <Labelled
      label={t('inspection.framework')}
      hint={chosen && t('framework.counts', { listed: chosen.listed, assessed: chosen.assessed })}
      refusal={refusal}
    >
      <select value={value ?? ''} onChange={({ target }) => onChoose(target.value)}>
        {!chosen && <option value="">{t('inspection.choose')}</option>}
        {frameworks.map(({ hash, title, version, unfinished }) => (
          <option key={hash} value={hash} disabled={unfinished !== null && !anyWillDo}>{title} ({version})</option>
        ))}
      </select>
    </Labelled>
  )
}
