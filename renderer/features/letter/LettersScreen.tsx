import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LetterKind, tellsVerdict } from '../../../shared/domain/letter.ts'
import { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { sentenceOf, shortDayOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Labelled, row } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { today } from '../../ui/today.ts'
import styles from './letter.module.css'
import { LetterText } from './LetterText.tsx'
import type { ListedLetter } from './listed.ts'

/** What the inspectorate writes around an inspection: announcement, letters, news item, facts sheet, explanation. */
export function LettersScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { file, ready, letters } = useAnswer(api.letter.list, { inspection })
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Screen title={t('letter.title')} lead={t('letter.lead')}>
      <Part title={t('letter.new')}>
        <AddLetter inspection={inspection} ready={ready} onAdded={setOpened} />
      </Part>
      <Part title={t('letter.list')}>
        {letters.length === 0 ? <Empty sentence={t('letter.empty')} /> : (
          <ul className={styles.letters}>
            {letters.map((letter) => (
              <li key={letter.id}>
                <LetterLine letter={letter} corrected={letters.some(({ corrects }) => corrects === letter.id)} isOpen={opened === letter.id} onOpen={(open) => setOpened(open ? letter.id : null)} />
                {opened === letter.id && <LetterText inspection={inspection} file={file} letter={letter} onMade={setOpened} />}
              </li>
            ))}
          </ul>
        )}
      </Part>
    </Screen>
  )
}

function LetterLine({ letter: { kind, fields, corrects }, corrected, isOpen, onOpen }: { letter: ListedLetter; corrected: boolean; isOpen: boolean; onOpen: (open: boolean) => void }) {
  const { t } = useTranslation()
  const { subject, dated, sentOn } = fields
  return (
    <button type="button" data-quiet className={styles.line} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
      <strong>{t(`letter.kinds.${kind}`)}</strong>
      {(corrects !== null || corrected) && <em>{t(corrected ? 'letter.corrected' : 'letter.corrects')}</em>}
      <span>{subject.value ?? '≠'}</span>
      <small>{sentOn.value ? t('letter.sentOn', { day: shortDayOf(sentOn.value) }) : dated.value && shortDayOf(dated.value)}</small>
    </button>
  )
}

function AddLetter({ inspection, ready, onAdded }: { inspection: string; ready: boolean; onAdded: (id: string) => void }) {
  const { t } = useTranslation()
  const add = useOrder(api.letter.add, 'screen')
  const [kind, setKind] = useState<LetterKind>(ready ? 'board' : 'announcement')
  const [language, setLanguage] = useState<ReportLanguage>('nl')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ inspection, kind, language, day: today() }, { onSuccess: ({ id }) => onAdded(id) })
  }
  return (
    <form onSubmit={submit}>
      <div className={row}>
        <Labelled label={t('letter.kind')} hint={ready ? undefined : t('letter.onlyAnnouncement')}>
          <select value={kind} onChange={({ target }) => setKind(LetterKind.parse(target.value))}>
            {LetterKind.options.map((one) => <option key={one} value={one} disabled={!ready && tellsVerdict(one)}>{t(`letter.kinds.${one}`)}</option>)}
          </select>
        </Labelled>
        <Labelled label={t('letter.language')}>
          <select value={language} onChange={({ target }) => setLanguage(ReportLanguage.parse(target.value))}>
            {ReportLanguage.options.map((one) => <option key={one} value={one}>{t(`letter.languages.${one}`)}</option>)}
          </select>
        </Labelled>
      </div>
      <button type="submit">{t('letter.add')}</button>
      {add.error && <Notice tone="refused">{sentenceOf(add.error)}</Notice>}
    </form>
  )
}
