import { useTranslation } from 'react-i18next'
import { labelOf } from '../../i18n/i18n.ts'
import styles from './paper-round.module.css'

interface Props {
  label: string
  scale: readonly { code: string; key: string; label: string; english: string }[]
  value: string | null
  onGive: (code: string | null) => void
  onNext: (from: Element) => void
}

/** One answer of a scale by its key, after which the next row has the focus; Backspace takes it away. */
export function CodeCell({ label, scale, value, onGive, onNext }: Props) {
  const { t } = useTranslation()
  const answer = scale.find(({ code }) => code === value)
  return (
    <span className={styles.code}>
      <input
        className={styles.cell}
        aria-label={label}
        aria-describedby="paper-keys"
        data-column="code"
        autoComplete="off"
        value={answer?.key ?? ''}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => {
          const typed = target.value.toLowerCase()
          if (typed === '') onGive(null)
          const given = scale.find(({ key }) => typed.endsWith(key.toLowerCase()))
          if (!given) return
          onGive(given.code)
          onNext(target)
        }}
      />
      <span>{answer ? labelOf(answer) : <span className={styles.soft}>{t('rating.none')}</span>}</span>
    </span>
  )
}
