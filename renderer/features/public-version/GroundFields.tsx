import { useTranslation } from 'react-i18next'
import { Ground, GROUNDS } from '../../../shared/domain/redaction.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Labelled } from '../../ui/Labelled.tsx'

interface Props {
  ground: Ground
  onGround: (ground: Ground) => void
  reason: string
  onReason: (reason: string) => void
}

/** Why something does not become public; the ground of one's own wants a reason. */
export function GroundFields({ ground, onGround, reason, onReason }: Props) {
  const { t } = useTranslation()
  const options = Ground.options.map((value) => ({ value, label: t(`publicVersion.ground.${value}`), hint: GROUNDS.nl[value].source }))
  return (
    <>
      <Choices legend={t('publicVersion.groundLabel')} value={ground} options={options} onChoose={onGround} />
      {ground === 'other' && (
        <Labelled label={t('publicVersion.reason')} hint={t('publicVersion.reasonHint')}>
          <input autoComplete="off" maxLength={400} value={reason} onChange={({ target }) => onReason(target.value)} />
        </Labelled>
      )}
    </>
  )
}
