import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { type Said, sayOf } from '../../../shared/domain/rule-words.ts'
import { Part } from '../../ui/Screen.tsx'
import { outcomeNameOf, type Told, tongue } from './told.ts'
import styles from './verdict.module.css'

/** The rule as a tree in which every limb says whether it holds. */
export function Judged({ framework, told: { verdict, explanation } }: { framework: Framework; told: Told }) {
  const { t } = useTranslation()
  const nameOf = (code: string) => outcomeNameOf(framework, code)
  return (
    <Part title={t('verdict.rule')}>
      <blockquote className={styles.statement} lang={framework.language}>
        {framework.rule.statement}
      </blockquote>
      {framework.rule.wording === 'ownWording' && <p className={styles.soft}>{t('verdict.ownWording')}</p>}
      <ol className={styles.rule}>
        {explanation.map(({ outcome, condition }) => (
          <li key={outcome} data-current={outcome === verdict.outcome}>
            <strong>{condition ? t('verdict.outcomeIf', { outcome: nameOf(outcome) }) : t('verdict.otherwise', { outcome: nameOf(outcome) })}</strong>
            {condition && <ul><Limb said={sayOf(framework, condition, tongue())} /></ul>}
          </li>
        ))}
      </ol>
    </Part>
  )
}

function Limb({ said: { asks, figures, holds, of } }: { said: Said }) {
  const { t } = useTranslation()
  const state = holds === null ? 'unknown' : holds ? 'holds' : 'fails'
  return (
    <li>
      <span className={styles.limb}>
        <span className={styles.holds} data-state={state}>
          <span aria-hidden>{{ unknown: '?', holds: '✓', fails: '✕' }[state]}</span> {t(state === 'unknown' ? 'verdict.limb-unknown' : `verdict.${state}`)}
        </span>
        <span>{asks}{of.length > 0 && ':'}{figures !== null && <span className={styles.soft}> ({figures})</span>}</span>
      </span>
      {of.length > 0 && <ul>{of.map((part, index) => <Limb key={index} said={part} />)}</ul>}
    </li>
  )
}
