import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'
import { dayOf, sentenceOf } from '../../i18n/i18n.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Confirmed } from './Confirmed.tsx'
import styles from './enrolment.module.css'

/** Answers a request with a pass, once its six words were read to each other. */
export function RequestReader() {
  const { t } = useTranslation()
  const [request, setRequest] = useState<OfferedFile | null>(null)
  const [rootPassphrase, setRootPassphrase] = useState('')
  const read = useOrder(api.enrolment.readRequest, 'screen')
  const grant = useOrder(written(api.enrolment.grant), 'screen')
  const choose = async () => {
    const [chosen] = await window.bridge.open({ kinds: ['veldrequest'], many: false, folder: false })
    if (!chosen) return
    grant.reset()
    setRequest(chosen)
    read.mutate({ file: chosen.handle })
  }
  const give = async (event: FormEvent) => {
    event.preventDefault()
    if (!request || !read.data) return
    const file = await window.bridge.save('toegang.veldpass')
    if (file) grant.mutate({ request: request.handle, words: read.data.words, rootPassphrase, file }, { onSuccess: () => setRootPassphrase('') })
  }
  return (
    <>
      <p>{t('inspectors.requestLead')}</p>
      <button type="button" data-main={!read.data || grant.isSuccess || undefined} disabled={read.isPending} onClick={() => void choose()}>
        {t('inspectors.readRequest')}
      </button>
      {read.error && <Notice tone="refused">{sentenceOf(read.error)}</Notice>}
      {request && read.data && !grant.isSuccess && (
        <Confirmed
          key={request.handle}
          lead={t('inspectors.requestFrom', { who: [read.data.person.name, read.data.person.inspectorate].filter(Boolean).join(', ') })}
          words={read.data.words}
          known={read.data.known}
          confirm={t('inspectors.confirm')}
        >
          {(confirmed) => (
            <form className={styles.grant} onSubmit={(event) => void give(event)}>
              <Labelled label={t('inspectors.rootPassphrase')} refusal={grant.error && sentenceOf(grant.error)}>
                <input type="password" autoComplete="off" value={rootPassphrase} onChange={({ target }) => setRootPassphrase(target.value)} />
              </Labelled>
              <button type="submit" disabled={!confirmed || rootPassphrase === '' || grant.isPending}>{t('inspectors.grant')}</button>
            </form>
          )}
        </Confirmed>
      )}
      {grant.isSuccess && <p role="status">{t('inspectors.granted', { name: grant.data.person.name, day: dayOf(grant.data.validTo) })}</p>}
    </>
  )
}
