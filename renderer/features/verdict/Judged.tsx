import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import type { Weighed } from '../../../shared/domain/rule.ts'
import { Part } from '../../ui/Screen.tsx'
import { figuresOf, outcomeNameOf, type Told, wordsOf } from './told.ts'
import styles from './verdict.module.css'

/** The rule as a tree in which every limb says whether it holds, and what would give another verdict. */
export function Judged({ framework, told: { verdict, explanation, sensitivity } }: { framework: Framework; told: Told }) {
  const { t } = useTranslation()
  const { best, worst, fewestChanges } = sensitivity
  const nameOf = (code: string) => outcomeNameOf(framework, code)
  return (
    <>
      <Part title={t('verdict.rule')}>
        <blockquote className={styles.statement} lang={framework.language}>
          {framework.rule.statement}
        </blockquote>
        {framework.rule.wording === 'ownWording' && <p className={styles.soft}>{t('verdict.ownWording')}</p>}
        <ol className={styles.rule}>
          {explanation.map(({ outcome, condition }) => (
            <li key={outcome} data-current={outcome === verdict.outcome}>
              <strong>{condition ? t('verdict.outcomeIf', { outcome: nameOf(outcome) }) : t('verdict.otherwise', { outcome: nameOf(outcome) })}</strong>
              {condition && <ul><Limb framework={framework} weighed={condition} /></ul>}
            </li>
          ))}
        </ol>
      </Part>
      <Part title={t('verdict.sensitivity')}>
        {verdict.outcome === 'open' ? (
          <p>{best === worst
            ? t('verdict.whatever', { outcome: nameOf(best) })
            : t('verdict.between', { best: nameOf(best), worst: nameOf(worst) })}
          </p>
        ) : <p>{fewestChanges === null ? t('verdict.noChange') : t('verdict.fewest', { count: fewestChanges })}</p>}
      </Part>
    </>
  )
}

function Limb({ framework, weighed }: { framework: Framework; weighed: Weighed }) {
  const { t } = useTranslation()
  const state = weighed.holds === null ? 'unknown' : weighed.holds ? 'holds' : 'fails'
  return (
    <li>
      <span className={styles.holds} data-state={state}>
        <span aria-hidden>{{ unknown: '?', holds: '✓', fails: '✕' }[state]}</span> {t(state === 'unknown' ? 'verdict.limb-unknown' : `verdict.${state}`)}
      </span>
      {'of' in weighed ? (
        <>
          {t(weighed.kind === 'all' ? 'verdict.allOf' : 'verdict.anyOf')}
          <ul>{weighed.of.map((part, index) => <Limb key={index} framework={framework} weighed={part} />)}</ul>
        </>
      ) : <>{wordsOf(framework, weighed)} <span className={styles.soft}>({figuresOf(weighed)})</span></>}
    </li>
  )
}
