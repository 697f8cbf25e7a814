import { useTranslation } from 'react-i18next'
import { expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import styles from './interview.module.css'
import type { Guided } from './talk.ts'

/** What this talk could speak to and no source does yet, each with what could still be asked. */
export function StillOpen({ framework, open, questions }: { framework: Framework; open: readonly string[]; questions: readonly Guided[] }) {
  const { t } = useTranslation()
  return (
    <>
      <h3>{t('interview.stillOpen')}</h3>
      {open.length === 0 ? <p role="status">{t('interview.nothingOpen')}</p> : (
        <ul className={styles.open}>
          {open.map((id) => (
            <li key={id}>
              <b>{expectationOf(framework, id)?.number}</b>{' '}
              {questions.filter(({ expectations, notes }) => notes === 0 && expectations.includes(id)).map(({ text }) => text).join(' ') || t('interview.nothingToAsk')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
