import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { gradeOf, judgementOf } from '../../../shared/domain/framework.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { useNames } from '../../field/orders.ts'
import { labelOf } from '../../i18n/i18n.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './paper-round.module.css'
import type { Named, Part } from './part.ts'

interface Props {
  inspection: string
  framework: Framework
  names: ReadonlyMap<string, Named>
  parts: readonly Part[]
  onCorrect: () => void
}

/** What another entered, one part at a time beside the page it stands on: it is agreed with, or corrected, and then the first checks that. */
export function Checking({ inspection, framework, names, parts, onCorrect }: Props) {
  const { t } = useTranslation()
  const nameOf = useNames()
  const own = useAnswer(api.workspace.status, {})?.person.id
  const agree = useOrder(api.paperRound.agree)
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const left = parts.filter(({ state }) => state === 'entered')
  const mine = left.filter(({ enteredBy }) => !enteredBy.some((person) => person !== own))
  const theirs = left.filter((part) => !mine.includes(part))
  const part = theirs.find((one) => !skipped.includes(one.part)) ?? theirs[0]
  if (!part) return <Notice tone="note">{t(mine.length > 0 ? 'paperRound.byOther' : 'paperRound.allChecked', { count: mine.length })}</Notice>
  const { number, text } = names.get(part.part)!
  return (
    <article className={styles.check} aria-label={t('paperRound.check')}>
      <p className={styles.soft} role="status">{t('paperRound.toCheck', { count: theirs.length })}</p>
      <h2 lang={framework.language}>{number} {text}</h2>
      <Said framework={framework} part={part} />
      <p className={styles.soft}>{t('paperRound.enteredBy', { names: part.enteredBy.map(nameOf).join(', ') })}</p>
      <div className={buttons}>
        <button key={part.part} type="button" data-main autoFocus onClick={() => agree.mutate({ inspection, part: part.part, seen: part.seen })}>{t('paperRound.agree')}</button>
        <button type="button" onClick={onCorrect}>{t('paperRound.correct')}</button>
        <button type="button" data-quiet onClick={() => setSkipped([...skipped.filter((id) => id !== part.part), part.part])}>{t('paperRound.skip')}</button>
      </div>
    </article>
  )
}

/** Each answer of a part in words, with its page. */
function Said({ framework, part: { fields } }: { framework: Framework; part: Part }) {
  const { t } = useTranslation()
  const { rating, judgement, met, assessed, outcome, page, rationale, now, source } = fields
  const [grade, judged] = [gradeOf(framework, rating.value), judgementOf(framework, judgement.value)]
  const came = framework.rule.outcomes.find(({ code }) => code === outcome.value)
  const said = [
    [t('paperRound.rating'), grade && labelOf(grade)], [t('paperRound.judgement'), judged && labelOf(judged)],
    [t('paperRound.printed'), met.value !== null && assessed.value !== null && t('comparison.metOf', { met: met.value, assessed: assessed.value })],
    [t('paperRound.outcome'), came && labelOf(came)], [t('paperRound.text'), rationale.value ?? now.value],
    [t('paperRound.source'), source.value], [t('paperRound.page'), page.value ?? t('paperRound.noPage')],
  ] as const
  return (
    <dl className={styles.said}>
      {said.map(([label, value]) => value && <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
    </dl>
  )
}
