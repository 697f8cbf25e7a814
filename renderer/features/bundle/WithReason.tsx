import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fields, Labelled } from '../../ui/Labelled.tsx'

interface Props {
  what: 'put' | 'look' | 'save' | 'remove'
  onReason: (reason: string) => void
  busy: boolean
}

/** What is done with a bundle that was set apart, and why: who, when and why are kept. */
export function WithReason({ what, onReason, busy }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <details>
      <summary>{t(`quarantine.${what}`)}</summary>
      <form
        className={fields}
        onSubmit={(event) => {
          event.preventDefault()
          onReason(reason)
        }}
      >
        <Labelled label={t(`quarantine.${what}Reason`)} hint={t(`quarantine.${what}Hint`)}>
          <input value={reason} maxLength={400} onChange={({ target }) => setReason(target.value)} />
        </Labelled>
        <div><button type="submit" disabled={busy || reason.trim() === ''}>{t(`quarantine.${what}`)}</button></div>
      </form>
    </details>
  )
}
