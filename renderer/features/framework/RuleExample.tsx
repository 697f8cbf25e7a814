import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactAnswer } from '../../../shared/domain/fact.ts'
import { expectationsBelow, type FaultAt, type Framework } from '../../../shared/domain/framework.ts'
import { briefOf } from '../../../shared/domain/rule-words.ts'
import { explanationOf, verdictOf } from '../../../shared/domain/verdict.ts'
import { labelOf } from '../../i18n/i18n.ts'
import { Amount } from './ConditionForm.tsx'
import styles from './draft.module.css'

type Met = Readonly<Record<string, number>>

/** What would come out: someone says how many are met in each theme, and what the facts are. */
export function RuleExample({ body, faults }: { body: Framework; faults: readonly FaultAt[] }) {
  const { t } = useTranslation()
  const [met, setMet] = useState<Met>({})
  const [facts, setFacts] = useState<Readonly<Record<string, FactAnswer>>>({})
  const broken = faults.some(({ where }) => /^(rule|scales)\b/.test(where)) || body.themes.length === 0
  const assessed = (theme: Framework['themes'][number]) => expectationsBelow(theme).filter((one) => one.assessed)
  return (
    <section className={styles.example} aria-label={t('rule.example')}>
      <h3>{t('rule.example')}</h3>
      {broken ? <p>{t('rule.mendFirst')}</p> : (
        <>
          <p>{t('rule.exampleHint')}</p>
          <ul>
            {body.themes.map((theme) => {
              const of = assessed(theme).length
              return (
                <li key={theme.id}>
                  <Amount label={t('rule.metIn', { theme: theme.title })} value={Math.min(met[theme.id] ?? of, of)} most={of} onGive={(count) => setMet({ ...met, [theme.id]: count })} />
                  {' '}{t('rule.ofTheme', { count: of, theme: theme.title })}
                </li>
              )
            })}
            {body.rule.facts.map(({ id, question, kind }) => (
              <li key={id}>
                {kind === 'number'
                  ? <Amount label={question} value={Number(facts[id] ?? 0)} most={1_000_000} onGive={(value) => setFacts({ ...facts, [id]: value })} />
                  : <input type="checkbox" aria-label={question} checked={facts[id] === true} onChange={({ target }) => setFacts({ ...facts, [id]: target.checked })} />}
                {' '}{question}
              </li>
            ))}
          </ul>
          <Outcome body={body} met={met} facts={facts} />
        </>
      )}
    </section>
  )
}

/** The outcome of the example, and each outcome with what it demands. */
function Outcome({ body, met, facts }: { body: Framework; met: Met; facts: Readonly<Record<string, FactAnswer>> }) {
  const { t } = useTranslation()
  const language = i18next.language === 'en' ? 'en' : 'nl'
  const codeOf = (wanted: boolean) => body.scales.rating.find((grade) => grade.counts && grade.met === wanted)?.code ?? null
  const rated = new Map(body.themes.flatMap((theme) => {
    const list = expectationsBelow(theme).filter(({ assessed }) => assessed)
    return list.map(({ id }, place) => [id, codeOf(place < (met[theme.id] ?? list.length))] as const)
  }))
  const answers = {
    ratingOf: (id: string) => rated.get(id) ?? null,
    factOf: (id: string) => facts[id] ?? (body.rule.facts.find((fact) => fact.id === id)?.kind === 'number' ? 0 : false),
  }
  const { outcome } = verdictOf(body, answers)
  const reached = body.rule.outcomes.find(({ code }) => code === outcome)
  return (
    <>
      <p role="status"><strong>{t('rule.result')}: {reached ? labelOf(reached) : t('verdict.open')}</strong></p>
      <ol>
        {explanationOf(body, answers).map(({ outcome: code, condition }, place) => (
          <li key={code} aria-current={code === outcome || undefined}>
            {labelOf(body.rule.outcomes[place]!)}: {condition ? briefOf(body, condition, language) : t('rule.otherwise')}
          </li>
        ))}
      </ol>
    </>
  )
}
