import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { answerOf, questionOf } from '../../../shared/domain/rule-words.ts'
import { api, useAnswer } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { TextField } from '../../field/TextField.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { LineField } from '../../ui/LineField.tsx'
import { Part } from '../../ui/Screen.tsx'
import { tongue } from './told.ts'
import styles from './verdict.module.css'

const YES_NO = [{ value: 'yes', is: true }, { value: 'no', is: false }] as const

/** What the rule wants to know of the organisation itself; each answer with what proves it. */
export function Facts({ inspection, framework }: { inspection: string; framework: Framework }) {
  const { t } = useTranslation()
  const facts = useAnswer(api.verdict.facts, { inspection })
  if (facts.length === 0) return null
  return (
    <Part title={t('verdict.facts')}>
      <p className={styles.soft}>{t('verdict.factsExplain')}</p>
      {facts.map(({ fact, value, source, draft }) => {
        const place = (field: 'value' | 'source') => ({ inspection, entity: 'fact' as const, entityId: fact.id, field })
        const question = questionOf(fact, tongue())
        return (
          <section key={fact.id} className={styles.fact} aria-label={question}>
            <Answered place={place('value')} label={question} field={value} show={(answer) => answerOf(fact, answer, tongue())}>
              {(answer, record) => (fact.kind === 'yes-no' ? (
                <Choices
                  legend={question}
                  value={YES_NO.find(({ is }) => is === answer)?.value ?? null}
                  options={YES_NO.map((one) => ({ value: one.value, label: answerOf(fact, one.is, tongue()) }))}
                  onChoose={(chosen) => record(chosen === 'yes')}
                />
              ) : (
                <LineField
                  label={`${question} (${tongue() === 'en' ? fact.englishUnit : fact.unit})`}
                  value={answer === null ? null : String(answer)}
                  read={(typed) => (/^\d{1,9}$/.test(typed.trim()) ? String(Number(typed)) : null)}
                  wrong={t('verdict.factWrong')}
                  onChange={(given) => record(given === null ? null : Number(given))}
                />
              ))}
            </Answered>
            {fact.guidance !== null && <p className={styles.soft} lang={framework.language}>{fact.guidance}</p>}
            <TextField label={t('verdict.factSource')} hint={t('verdict.factSourceHint')} place={place('source')} field={source} draft={draft} />
          </section>
        )
      })}
    </Part>
  )
}
