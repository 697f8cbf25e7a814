import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Passage } from '../../../shared/domain/redaction.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useHint } from '../../api.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import { FoundList } from './FoundList.tsx'
import styles from './public-version.module.css'

interface Props {
  inspection: string
  language: ReportLanguage
  disabled: boolean
  onLeaveOut: (passages: readonly Passage[]) => void
}

/** Finds a name, number or address in every spelling. */
export function FindForm({ inspection, language, disabled, onLeaveOut }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [sought, setSought] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSought(typed.trim())
  }
  return (
    <>
      <form className={styles.find} onSubmit={submit} role="search" aria-label={t('publicVersion.find')}>
        <Labelled label={t('publicVersion.sought')} hint={t('publicVersion.soughtHint')}>
          <input autoComplete="off" maxLength={200} value={typed} onChange={({ target }) => setTyped(target.value)} />
        </Labelled>
        <button type="submit" disabled={typed.trim() === ''}>{t('publicVersion.find')}</button>
      </form>
      {sought !== '' && <Found key={sought} inspection={inspection} language={language} sought={sought} disabled={disabled} onLeaveOut={onLeaveOut} />}
    </>
  )
}

function Found({ inspection, language, sought, ...rest }: Props & { sought: string }) {
  const { t } = useTranslation()
  const found = useHint(api.publicVersion.find, { inspection, language, text: sought })
  if (!found) return null
  return found.length === 0 ? <p role="status">{t('publicVersion.nothingFound')}</p> : <FoundList key={found.length} found={found} {...rest} />
}
