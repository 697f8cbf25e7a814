import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'
import { dayOf, sentenceOf } from '../../i18n/i18n.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Confirmed } from './Confirmed.tsx'
import { useOffered } from './use-offered.ts'
import styles from './enrolment.module.css'

/** Answers a request with a pass, once its six words were read to each other. */
export function RequestReader() {
  const { t } = useTranslation()
  const [rootPassphrase, setRootPassphrase] = useState('')
  const grant = useOrder(written(api.enrolment.grant), 'screen')
  const { choose, isReading, shown, refusal } = useOffered(['veldrequest'], api.enrolment.readRequest, grant)
  const give = async (event: FormEvent) => {
    event.preventDefault()
    if (!shown) return
    const file = await window.bridge.save('toegang.veldpass')
    if (file) grant.mutate({ request: shown.file, words: shown.words, rootPassphrase, file }, { onSuccess: () => setRootPassphrase('') })
  }
  return (
    <>
      <p>{t('inspectors.requestLead')}</p>
      <button type="button" data-main={!shown || undefined} disabled={isReading} onClick={choose}>
        {t('inspectors.readRequest')}
      </button>
      {refusal && <Notice tone="refused">{sentenceOf(refusal)}</Notice>}
      {shown && (
        <Confirmed
          key={shown.file}
          lead={t('inspectors.requestFrom', { who: [shown.person.name, shown.person.inspectorate].filter(Boolean).join(', ') })}
          words={shown.words}
          known={shown.known ? t('access.known') : null}
          confirm={t('inspectors.confirm')}
        >
          {(confirmed) => (
            <>
              {shown.namesake && <Notice tone="warning">{t('inspectors.namesake', { name: shown.namesake })}</Notice>}
              <form className={styles.grant} onSubmit={(event) => void give(event)}>
                <Labelled label={t('inspectors.rootPassphrase')} refusal={grant.error && sentenceOf(grant.error)}>
                  <input type="password" autoComplete="off" value={rootPassphrase} onChange={({ target }) => setRootPassphrase(target.value)} />
                </Labelled>
                <button type="submit" disabled={!confirmed || rootPassphrase === '' || grant.isPending}>{t('inspectors.grant')}</button>
              </form>
            </>
          )}
        </Confirmed>
      )}
      {grant.isSuccess && <p role="status">{t('inspectors.granted', { name: grant.data.person.name, day: dayOf(grant.data.validTo) })}</p>}
    </>
  )
}
