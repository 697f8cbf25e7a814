import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { roleTitleOf } from '../../../shared/domain/interview.ts'
import { api, useAnswer } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import { Blank } from './Blank.tsx'
import { useBlanking } from './blanking.ts'
import { Closing } from './Closing.tsx'
import { Guide } from './Guide.tsx'
import styles from './interview.module.css'
import { NoteField } from './NoteField.tsx'
import { Notes } from './Notes.tsx'
import { Participants } from './Participants.tsx'
import { Turns } from './Turns.tsx'

/** One talk while it is held: the guide at the left, a single fast field in the middle, and nothing about ratings or other talks. */
export function TalkScreen({ inspection, talk }: { inspection: string; talk: string }) {
  const { t } = useTranslation()
  const told = useAnswer(api.interview.get, { inspection, talk })
  const framework = useFramework(told.framework)
  const at = { inspection, talk, framework }
  const { activity, questions, notes } = told
  const [chosen, setChosen] = useState<string | null>(told.typed?.question ?? questions[0]?.id ?? null)
  const [blank, setBlank] = useState(false)
  useBlanking(() => setBlank(true))
  const cursor = questions.find(({ id }) => id === chosen) ?? null

  const move = (by: number) => {
    const order = [null, ...questions.map(({ id }) => id)]
    setChosen(order[(order.indexOf(chosen) + by + order.length) % order.length] ?? null)
  }
  return (
    <div className={styles.talk} data-talk>
      <header className={styles.head}>
        <Link href={`/inspectie/${inspection}/interviews`}>{t('interview.back')}</Link>
        <h1>{activity.label.value && `[${activity.label.value}] `}{roleTitleOf(framework, activity.role.value ?? t('interview.noRole'))}</h1>
        <Turns at={at} activity={activity} />
        <button type="button" data-quiet onClick={() => setBlank(true)}>{t('interview.blank')} <kbd>F9</kbd></button>
      </header>
      <nav className={styles.guide} aria-label={t('interview.guide')}>
        <Guide at={at} questions={questions} chosen={chosen} onChoose={setChosen} />
      </nav>
      <div className={styles.middle}>
        <NoteField at={at} told={told} question={cursor} onMove={move} />
        <Notes at={at} notes={notes} questions={questions} />
        <Participants at={at} field={activity.participants} />
        <Closing at={at} told={told} />
      </div>
      {blank && <Blank onDone={() => setBlank(false)} />}
    </div>
  )
}
