import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ground } from '../../../shared/domain/redaction.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useOrder } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './public-version.module.css'

interface Props {
  inspection: string
  language: ReportLanguage
  asked: readonly { id: string; ground: Ground; reason: string | null; before: string; text: string; after: string }[]
}

/** What was left out before, at a place that reads otherwise now: someone says of each what becomes of it. */
export function AskedAgain({ inspection, language, asked }: Props) {
  const { t } = useTranslation()
  const [answering, setAnswering] = useState<string | null>(null)
  const answer = useOrder(api.publicVersion.answerAsked)
  return (
    <Part title={t('publicVersion.asked', { count: asked.length })}>
      <Notice tone="warning">{t('publicVersion.askedExplain')}</Notice>
      <ul className={styles.asked}>
        {asked.map(({ id, ground, reason, before, text, after }) => (
          <li key={id}>
            <p>{before}<strong>{text}</strong>{after} <small>{t(`publicVersion.ground.${ground}`)}{reason && `: ${reason}`}</small></p>
            {answering === id
              ? <ReasonForm question={t('publicVersion.askedQuestion')} onCancel={() => setAnswering(null)} onGive={(said) => answer.mutate({ inspection, language, id, answer: said }, { onSuccess: () => setAnswering(null) })} />
              : <button type="button" aria-label={t('publicVersion.answerOf', { text })} onClick={() => setAnswering(id)}>{t('publicVersion.answer')}</button>}
          </li>
        ))}
      </ul>
    </Part>
  )
}
