import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { numbersOf } from '../../source/NumbersField.tsx'
import { AskForm } from './AskForm.tsx'
import { useAsking } from './asking.ts'
import styles from './interview.module.css'
import type { Guided, Talk } from './talk.ts'

interface Props {
  at: Talk
  questions: readonly Guided[]
  chosen: string | null
  onChoose: (question: string | null) => void
}

/** The questions for this role, and those of the team's own; the one under the cursor tags what is noted. */
export function Guide({ at, questions, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const mark = useAsking(at)
  const current = useRef<HTMLLIElement>(null)
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const asked = questions.filter(isAsked).length
  return (
    <>
      <p role="status">{t('interview.asked', { asked, open: questions.length - asked })}</p>
      <ol className={styles.questions}>
        <li data-chosen={chosen === null} ref={chosen === null ? current : undefined}>
          <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>{t('interview.noQuestion')}</button>
        </li>
        {questions.map((question) => (
          <li key={question.id} data-chosen={question.id === chosen} ref={question.id === chosen ? current : undefined}>
            <input
              type="checkbox"
              aria-label={t('interview.askedMark', { question: question.text })}
              checked={isAsked(question)}
              disabled={question.notes > 0}
              onChange={() => mark(question)}
            />
            <button type="button" aria-pressed={question.id === chosen} onClick={() => onChoose(question.id)}>
              <span lang={question.own ? undefined : at.framework.language}>{question.text}</span>
              <small>
                {numbersOf(at.framework, question.expectations)}
                {question.own && ` · ${t('interview.own')}`}
                {question.notes > 0 && ` · ${t('interview.notesCount', { count: question.notes })}`}
              </small>
            </button>
          </li>
        ))}
      </ol>
      <AskForm at={at} onAsked={onChoose} />
    </>
  )
}

/** What was noted under a question was asked. */
const isAsked = ({ asked, notes }: Guided) => asked.value === true || notes > 0
