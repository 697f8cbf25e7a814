import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../shared/domain/field.ts'
import { momentOf } from '../i18n/i18n.ts'
import styles from './Difference.module.css'
import { ReasonForm } from './ReasonForm.tsx'

interface Props<T> {
  field: Field<T>
  /** Tells differences apart where a screen can have several. */
  label?: string
  show: (value: T) => ReactNode
  /** The name of the person with this id. */
  nameOf: (author: string) => string
  onSettle: (value: T | null, reason: string) => void
  /** Begins an answer of one's own with this one, where answers can be combined. */
  onCombine?: ((value: T) => void) | undefined
  /** The answer that is made of these, while nobody chooses one. */
  children?: ReactNode
}

/** Every head side by side; a person chooses one, or combines them, and says why. */
export function Difference<T>({ field, label, show, nameOf, onSettle, onCombine, children }: Props<T>) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const byAuthor = field.heads.toSorted((one, other) => nameOf(one.author).localeCompare(nameOf(other.author))) // the same side in every difference
  const combine = (value: T) => {
    setChosen(null)
    onCombine?.(value)
  }
  const choice = field.heads.find(({ id }) => id === chosen)
  return (
    <section className={styles.difference} aria-label={label ? `${t('rating.different')}: ${label}` : t('rating.different')}>
      <p><strong>{t('difference.title')}.</strong> {t(onCombine ? 'difference.explainText' : 'difference.explain')}</p>
      <div className={styles.cards}>
        {byAuthor.map(({ id, author, at, value, reason, erased }) => (
          <article key={id} data-chosen={id === chosen}>
            <small>{t('difference.by', { author: nameOf(author), time: momentOf(at) })}</small>
            <div className={styles.answer}>{erased ? t('rating.erased') : value === null ? t('difference.empty') : show(value)}</div>
            {reason && <p className={styles.reason}>{reason}</p>}
            <div className={styles.buttons}>
              <button type="button" disabled={erased} aria-pressed={id === chosen} onClick={() => setChosen(id)}>{t('difference.choose')}</button>
              {onCombine && value !== null && !erased && (
                <button type="button" aria-label={`${t('difference.combine')}: ${nameOf(author)}`} onClick={() => combine(value)}>
                  {t('difference.combine')}
                </button>
              )}
            </div>
          </article>
        ))}
      </div>
      {choice ? (
        <ReasonForm
          key={choice.id}
          question={t('reason.settle')}
          onGive={(reason) => onSettle(choice.value, reason)}
          onCancel={() => setChosen(null)}
        />
      ) : children}
    </section>
  )
}
