import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { SixWords } from '../../ui/SixWords.tsx'
import { CertificateTable } from './CertificateTable.tsx'
import { Offices } from './Offices.tsx'
import { RecoveryKey } from './RecoveryKey.tsx'
import { RecoveryReader } from './RecoveryReader.tsx'
import { RenewList } from './RenewList.tsx'
import { RequestReader } from './RequestReader.tsx'
import { RollOver } from './RollOver.tsx'
import { RootForm } from './RootForm.tsx'
import { SignersPolicy } from './SignersPolicy.tsx'
import styles from './enrolment.module.css'

/** Where the office vouches for its inspectors: its own root first, then a pass for each request. */
export function InspectorsScreen() {
  const { t } = useTranslation()
  const { root, pass } = useAnswer(api.enrolment.status, {})
  const exportRoot = useOrder(written(api.enrolment.exportRoot))
  const exportRoots = useOrder(written(api.enrolment.exportRoots))
  const save = async (name: string, order: Pick<typeof exportRoot, 'mutate'>) => {
    const file = await window.bridge.save(name)
    if (file) order.mutate({ file })
  }
  if (!root) {
    return (
      <Screen title={t('inspectors.title')} lead={t('inspectors.rootLead')}>
        <RootForm />
      </Screen>
    )
  }
  return (
    <Screen title={t('inspectors.title')} lead={t('inspectors.lead')}>
      <Part title={t('inspectors.request')}>
        <RequestReader />
        <RecoveryReader />
      </Part>
      <Part title={t('inspectors.certificates')}>
        <CertificateTable />
        <RenewList words={root.words} />
      </Part>
      <Part title={t('policy.title')}>
        <SignersPolicy signers={pass?.signers ?? 1} />
      </Part>
      <Part title={root.name}>
        <p>{t('inspectors.wordsLead')}</p>
        <SixWords words={root.words} label={t('inspectors.words')} />
        <p>{t('inspectors.exportLead')}</p>
        <p className={styles.fingerprint}>{t('inspectors.fingerprint')} <code>{root.fingerprint}</code></p>
        <div className={buttons}>
          <button type="button" disabled={exportRoot.isPending} onClick={() => void save('root.pem', exportRoot)}>{t('inspectors.export')}</button>
          <button type="button" disabled={exportRoots.isPending} onClick={() => void save('bureau.veldroot', exportRoots)}>{t('roll.hand')}</button>
        </div>
        <RollOver name={root.name} />
        <RecoveryKey />
      </Part>
      <Part title={t('offices.title')}>
        <Offices />
      </Part>
    </Screen>
  )
}
