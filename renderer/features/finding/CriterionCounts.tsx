import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import type { Counts } from '../../../shared/domain/verdict.ts'
import { RatingMark, shownOfMeaning } from '../../ui/RatingMark.tsx'
import styles from './finding.module.css'

/** How the expectations of one criterion stand, in figures. */
export function CriterionCounts({ counts, framework }: { counts: Counts; framework: Framework }) {
  const { t } = useTranslation()
  const parts = [
    { shown: shownOfMeaning(framework, 'met'), word: t('count.met'), count: counts.met },
    { shown: shownOfMeaning(framework, 'not-met'), word: t('count.notMet'), count: counts.notMet },
    { shown: shownOfMeaning(framework, 'not-counted'), word: t('count.notApplicable'), count: counts.notApplicable },
    { shown: 'none', word: t('count.open'), count: counts.open },
    { shown: 'not-assessed', word: t('count.notAssessed'), count: counts.notAssessed },
    { shown: 'not-assessed', word: t('rating.not-examined'), count: counts.notExamined },
  ] as const
  return (
    <ul className={styles.counts} aria-label={t('count.title')}>
      {parts.filter(({ count }) => count > 0).map(({ shown, word, count }) => (
        <li key={word}><RatingMark shown={shown} /> <b>{count}</b> {word}</li>
      ))}
    </ul>
  )
}
