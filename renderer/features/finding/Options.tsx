import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import styles from './finding.module.css'

/** One answer of a scale. `why` is the question without whose answer it is not recorded. */
export interface Option {
  code: string
  label: string
  key: string
  mark: ReactNode
  why: string | null
}

/** Gives an answer at once, or first asks why. */
export function useChoosing(options: readonly Option[], onGive: (code: string, reason: string | null) => void) {
  const [asked, setAsked] = useState<Option | null>(null)
  const choose = (option: Option) => {
    setAsked(option.why === null ? null : option)
    if (option.why === null) onGive(option.code, null)
  }
  const answer = (reason: string) => {
    if (asked) onGive(asked.code, reason)
    setAsked(null)
  }
  return { asked, choose, answer, cancel: () => setAsked(null), keys: Object.fromEntries(options.map((option) => [option.key, () => choose(option)])) }
}

interface Props {
  options: readonly Option[]
  value: string | null
  choosing: ReturnType<typeof useChoosing>
  /** Back to where keys act. */
  onDone: () => void
}

/** A button for each answer, with its key. */
export function Options({ options, value, choosing: { asked, choose, answer, cancel }, onDone }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <div className={styles.options}>
        {options.map((option) => (
          <button key={option.code} type="button" aria-pressed={value === option.code} aria-keyshortcuts={option.key} onClick={() => choose(option)}>
            {option.mark} {option.label} <kbd aria-hidden>{option.key}</kbd>
          </button>
        ))}
      </div>
      {asked?.why && (
        <ReasonForm
          key={asked.code}
          question={asked.why}
          onGive={(reason) => {
            answer(reason)
            onDone()
          }}
          onCancel={() => {
            cancel()
            onDone()
          }}
        />
      )}
      {asked && <p className={styles.soft}>{t('finding.notYet')}</p>}
    </>
  )
}
