import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Confirmed } from './Confirmed.tsx'
import { useOffered } from './use-offered.ts'
import styles from './enrolment.module.css'

/** Lets in again who forgot a passphrase, once its six words were read to each other. */
export function RecoveryReader() {
  const { t } = useTranslation()
  const [rootPassphrase, setRootPassphrase] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const answer = useOrder(written(api.enrolment.answerRecovery), 'screen')
  const { choose, isReading, shown, refusal } = useOffered(['veldrecovery'], api.enrolment.readRecovery, answer)
  const person = shown?.persons.find(({ id }) => id === chosen) ?? (shown?.persons.length === 1 ? shown.persons[0]! : null)
  const give = async (event: FormEvent) => {
    event.preventDefault()
    if (!shown || !person) return
    const file = await window.bridge.save('herstel.veldrecovered')
    if (file) answer.mutate({ request: shown.file, person: person.id, words: shown.words, rootPassphrase, file }, { onSuccess: () => setRootPassphrase('') })
  }
  return (
    <details className={styles.more}>
      <summary>{t('recovery.title')}</summary>
      <p>{t('recovery.officeLead')}</p>
      <button type="button" disabled={isReading} onClick={choose}>{t('recovery.read')}</button>
      {refusal && <Notice tone="refused">{sentenceOf(refusal)}</Notice>}
      {shown && (
        <Confirmed
          key={shown.file}
          lead={t('recovery.from', { names: shown.persons.map(({ name }) => name).join(', ') })}
          words={shown.words}
          known={null}
          confirm={t('recovery.confirm')}
        >
          {(confirmed) => (
            <form className={styles.grant} onSubmit={(event) => void give(event)}>
              {shown.persons.length > 1 && (
                <Choices legend={t('recovery.who')} value={person?.id ?? null} options={shown.persons.map(({ id, name }) => ({ value: id, label: name }))} onChoose={setChosen} />
              )}
              <Labelled label={t('inspectors.rootPassphrase')} refusal={answer.error && sentenceOf(answer.error)}>
                <input type="password" autoComplete="off" value={rootPassphrase} onChange={({ target }) => setRootPassphrase(target.value)} />
              </Labelled>
              <button type="submit" disabled={!confirmed || !person || rootPassphrase === '' || answer.isPending}>{t('recovery.answer')}</button>
            </form>
          )}
        </Confirmed>
      )}
      {answer.isSuccess && <p role="status">{t('recovery.answered', { name: answer.data.name })}</p>}
    </details>
  )
}
