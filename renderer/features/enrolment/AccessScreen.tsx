import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { SixWords } from '../../ui/SixWords.tsx'
import { SOON } from './AccessWarning.tsx'
import { Cards } from './Cards.tsx'
import { Offices } from './Offices.tsx'
import { PassReader } from './PassReader.tsx'
import styles from './enrolment.module.css'

/** How an inspector gets the certificate with which to sign: a request goes to the office, a pass comes back. */
export function AccessScreen() {
  const { t } = useTranslation()
  const { words, pass } = useAnswer(api.enrolment.status, {})
  const roots = useAnswer(api.enrolment.roots, {})
  const [wasHeld] = useState(pass !== null && pass.revoked === null && pass.daysLeft > SOON) // what is just being accepted stays open
  return (
    <Screen title={t('access.title')} lead={t('access.lead')}>
      {pass && (
        <Notice tone={pass.daysLeft > SOON ? 'note' : 'warning'}>
          {pass.revoked ? t('access.revoked', { day: dayOf(pass.revoked) }) : pass.daysLeft > 0
            ? t('access.valid', { office: pass.office, day: dayOf(pass.validTo), count: pass.daysLeft })
            : t('access.over', { day: dayOf(pass.validTo) })}
        </Notice>
      )}
      {pass && pass.signers > 1 && <p>{t('policy.told', { count: pass.signers })}</p>}
      {wasHeld ? <details className={styles.renewing}><summary>{t('access.renew')}</summary><Steps words={words} renewing /></details> : <Steps words={words} renewing={pass !== null} />}
      {pass && (
        <Part title={t('access.cards')}>
          <Cards />
        </Part>
      )}
      {(pass || roots.length > 0) && (
        <Part title={t('offices.title')}>
          {roots.some(({ outOfDate }) => outOfDate) && <Notice tone="warning">{t('offices.askNew')}</Notice>}
          <Offices />
        </Part>
      )}
    </Screen>
  )
}

/** Asking, confirming and reading: the way to access, the first time and again. */
function Steps({ words, renewing }: { words: readonly string[] | null; renewing: boolean }) {
  const { t } = useTranslation()
  const request = useOrder(written(api.enrolment.request))
  const save = async () => {
    const file = await window.bridge.save('aanvraag.veldrequest')
    if (file) request.mutate({ file })
  }
  return (
    <>
      <Part title={t('access.stepRequest')}>
        <p>{t('access.requestLead')}</p>
        <button type="button" data-main={!words || undefined} disabled={request.isPending} onClick={() => void save()}>
          {t(words ? 'access.requestAgain' : 'access.request')}
        </button>
      </Part>
      {words && (
        <Part title={t('access.stepWords')}>
          <p>{t('access.wordsLead')}</p>
          <SixWords words={words} label={t('access.words')} />
        </Part>
      )}
      {words && (
        <Part title={t('access.stepPass')}>
          <PassReader renewing={renewing} />
          <p>{t('recovery.kept')}</p>
        </Part>
      )}
    </>
  )
}
