import { useTranslation } from 'react-i18next'
import { criteriaBelow, type Framework } from '../../../shared/domain/framework.ts'
import styles from './framework.module.css'

export const placeId = (kind: 'theme' | 'criterion', id: string) => `${kind}-${id}`

/** What stands in a framework, each with the way to it. */
export function Contents({ framework: { themes, language } }: { framework: Framework }) {
  const { t } = useTranslation()
  const go = (id: string) => {
    const heading = document.getElementById(id)
    heading?.scrollIntoView()
    heading?.focus({ preventScroll: true })
  }
  return (
    <details data-screen-only>
      <summary>{t('draft.contents')}</summary>
      <ul className={styles.contents} lang={language}>
        {themes.map((theme) => (
          <li key={theme.id}>
            <button type="button" data-quiet onClick={() => go(placeId('theme', theme.id))}><strong>{theme.number} {theme.title}</strong></button>
            <ul>
              {criteriaBelow(theme).map(({ id, number, title }) => (
                <li key={id}><button type="button" data-quiet onClick={() => go(placeId('criterion', id))}>{number} {title}</button></li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
