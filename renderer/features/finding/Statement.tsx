import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import styles from './finding.module.css'
import type { Item } from './item.ts'

/** What is asked, as the framework has it: whose words they are, its parts, its guidance and its footnotes. */
export function Statement({ framework, item }: { framework: Framework; item: Item }) {
  const { t } = useTranslation()
  const { theme, criterion } = item
  const expectation = item.kind === 'expectation' ? item.expectation : null
  const ownWording = (expectation ?? criterion).wording === 'ownWording'
  const footnotes = framework.footnotes.filter(({ id }) => expectation?.footnotes.includes(id))
  return (
    <div className={styles.statement} lang={framework.language}>
      <p className={styles.where}>{[theme.title, ...item.above.map(({ number, title }) => `${number} ${title}`)].join(' › ')}</p>
      <h2>
        <span>{item.number}</span> {item.text}
        {footnotes.map(({ id, number }) => <sup key={id}>{number}</sup>)}
      </h2>
      {(ownWording || expectation?.legal) && (
        <p className={styles.tags} lang={undefined}>
          {expectation?.legal && <span className={styles.tag}>{t('finding.legal')}</span>}
          {ownWording && <span className={styles.tag} title={t('finding.ownWordingExplain')}>{t('finding.ownWording')}</span>}
        </p>
      )}
      {expectation && !expectation.assessed && expectation.limbs.length > 0 && (
        <ul className={styles.limbs} aria-label={t('finding.limbs')}>{expectation.limbs.map((limb) => <li key={limb}>{limb}</li>)}</ul>
      )}
      {expectation?.guidance && <p className={styles.guidance}>{expectation.guidance}</p>}
      {footnotes.map(({ id, number, text }) => <p key={id} className={styles.footnote}><sup>{number}</sup> {text}</p>)}
      {!expectation && theme.aim && <p className={styles.guidance}>{theme.aim}</p>}
    </div>
  )
}
