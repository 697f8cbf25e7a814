import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import styles from '../../privacy/privacy.module.css'
import { buttons, Labelled } from '../../ui/Labelled.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Part } from '../../ui/Screen.tsx'

type Lines = Awaited<ReturnType<typeof api.privacy.keyList>>

/** What the pseudonyms stand for: shown after the passphrase, and destroyed once the decision is irrevocable. */
export function KeyList({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { kept } = useAnswer(api.privacy.pseudonyms, { inspection })
  const [task, setTask] = useState<'show' | 'destroy' | null>(null)
  const [lines, setLines] = useState<Lines | null>(null)
  const destroy = useOrder(api.privacy.destroyKeyList)
  const show = (given: Lines) => {
    setLines(given)
    setTask(null)
  }
  if (kept === 0) return <Part title={t('privacy.keyList')}><p>{t('privacy.keyListEmpty')}</p></Part>
  return (
    <Part title={t('privacy.keyList')}>
      <p className={styles.said}>{t('privacy.keyListLead', { count: kept })}</p>
      {lines && <Shown lines={lines} onHide={() => setLines(null)} />}
      {task === null && (
        <div className={buttons}>
          {!lines && <button type="button" onClick={() => setTask('show')}>{t('privacy.keyListShow')}</button>}
          <button type="button" onClick={() => setTask('destroy')}>{t('privacy.keyListDestroy')}</button>
        </div>
      )}
      {task === 'show' && <AskPassphrase inspection={inspection} onShown={show} onCancel={() => setTask(null)} />}
      {task === 'destroy' && (
        <>
          <p className={styles.said}>{t('privacy.destroyExplain')}</p>
          <ReasonForm
            question={t('privacy.destroyWhy')}
            onGive={(reason) => destroy.mutate({ inspection, reason }, { onSuccess: () => setLines(null), onSettled: () => setTask(null) })}
            onCancel={() => setTask(null)}
          />
        </>
      )}
    </Part>
  )
}

function AskPassphrase({ inspection, onShown, onCancel }: { inspection: string; onShown: (lines: Lines) => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const show = useOrder(api.privacy.keyList, 'screen')
  const give = (event: FormEvent) => {
    event.preventDefault()
    show.mutate({ inspection, passphrase }, { onSuccess: onShown })
  }
  return (
    <form className={styles.replace} onSubmit={give} onKeyDown={({ key }) => key === 'Escape' && onCancel()}>
      <Labelled label={t('privacy.passphrase')} refusal={show.error && sentenceOf(show.error)}>
        <input type="password" autoComplete="current-password" value={passphrase} onChange={({ target }) => setPassphrase(target.value)} autoFocus />
      </Labelled>
      <div className={buttons}>
        <button type="submit" data-main disabled={passphrase === '' || show.isPending}>{t('privacy.keyListShow')}</button>
        <button type="button" onClick={onCancel}>{t('reason.cancel')}</button>
      </div>
    </form>
  )
}

function Shown({ lines, onHide }: { lines: Lines; onHide: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <table className={styles.lines}>
        <thead><tr><th scope="col">{t('privacy.pseudonym')}</th><th scope="col">{t('privacy.stoodFor')}</th></tr></thead>
        <tbody>{lines.map(({ pseudonym, stoodFor }) => <tr key={stoodFor}><td>{pseudonym}</td><td>{stoodFor}</td></tr>)}</tbody>
      </table>
      <div><button type="button" onClick={onHide}>{t('privacy.keyListHide')}</button></div>
    </>
  )
}
