import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { briefOf } from '../../../shared/domain/rule-words.ts'
import { outcomeNameOf, type Told, tongue } from './told.ts'
import styles from './verdict.module.css'

/** The verdict in one line: how many, what the rule asks, and what that comes to. */
export function Outcome({ framework, told: { verdict, explanation } }: { framework: Framework; told: Told }) {
  const { t } = useTranslation()
  const [best] = explanation
  const isBest = verdict.outcome === best?.outcome
  const followUp = framework.rule.outcomes.find(({ code }) => code === verdict.outcome)?.followUp
  const shown = verdict.outcome === 'open' ? 'open' : isBest ? 'best' : 'other'
  return (
    <section className={styles.outcome} data-shown={shown} aria-label={t('verdict.outcome')}>
      <span className={styles.sign} aria-hidden>{{ open: '?', best: '✓', other: '!' }[shown]}</span>
      <div>
        <p className={styles.name}>{outcomeNameOf(framework, verdict.outcome)}</p>
        <p>
          {t('verdict.metOf', { met: verdict.met, assessed: verdict.assessed })}
          {best?.condition && ` · ${t('verdict.when', { outcome: outcomeNameOf(framework, best.outcome), condition: briefOf(framework, best.condition, tongue()) })}`}
          {` · ${outcomeNameOf(framework, verdict.outcome)}`}
        </p>
        {followUp && <p lang={framework.language}>{followUp}</p>}
        {verdict.reasons.map((reason) => <p key={reason} className={styles.soft}>{t(`verdict.${reason}`)}</p>)}
      </div>
    </section>
  )
}
