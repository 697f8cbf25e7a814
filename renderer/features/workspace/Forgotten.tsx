import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { buttons, fields } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Passphrase } from '../../ui/Passphrase.tsx'
import { SixWords } from '../../ui/SixWords.tsx'
import styles from './workspace.module.css'

/** For who forgot a passphrase: a new one, a request to the office, and its answer. */
export function Forgotten({ folder }: { folder: string }) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const ask = useOrder(written(api.workspace.askRecovery), 'screen')
  const recover = useOrder(api.workspace.recover, 'screen')
  const save = async () => {
    const file = await window.bridge.save('herstel.veldrecovery')
    if (file && passphrase !== null) ask.mutate({ folder, passphrase, file })
  }
  const read = async () => {
    const [chosen] = await window.bridge.open({ kinds: ['veldrecovered'], many: false, folder: false })
    if (chosen && passphrase !== null) recover.mutate({ folder, passphrase, file: chosen.handle })
  }
  const refusal = ask.error ?? recover.error
  return (
    <details className={styles.forgotten}>
      <summary>{t('recovery.forgotten')}</summary>
      <div className={fields}>
        <p>{t('recovery.lead')}</p>
        <Passphrase label={t('recovery.next')} onChange={setPassphrase} />
        {refusal && <Notice tone="refused">{sentenceOf(refusal)}</Notice>}
        <div className={buttons}>
          <button type="button" disabled={passphrase === null || ask.isPending} onClick={() => void save()}>{t('recovery.ask')}</button>
          <button type="button" disabled={passphrase === null || recover.isPending} onClick={() => void read()}>{t('recovery.readAnswer')}</button>
        </div>
        {ask.data && (
          <>
            <p role="status">{t('recovery.asked')}</p>
            <SixWords words={ask.data.words} label={t('access.words')} />
          </>
        )}
        <p><small>{t('recovery.after')}</small></p>
      </div>
    </details>
  )
}
