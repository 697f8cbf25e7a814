import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { Part, Screen } from '../../ui/Screen.tsx'
import { SixWords } from '../../ui/SixWords.tsx'
import { CertificateTable } from './CertificateTable.tsx'
import { Offices } from './Offices.tsx'
import { RecoveryKey } from './RecoveryKey.tsx'
import { RenewList } from './RenewList.tsx'
import { RequestReader } from './RequestReader.tsx'
import { RootForm } from './RootForm.tsx'

/** Where the office vouches for its inspectors: its own root first, then a pass for each request. */
export function InspectorsScreen() {
  const { t } = useTranslation()
  const { root } = useAnswer(api.enrolment.status, {})
  const exportRoot = useOrder(written(api.enrolment.exportRoot))
  const save = async () => {
    const file = await window.bridge.save('root.pem')
    if (file) exportRoot.mutate({ file })
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
      </Part>
      <Part title={t('inspectors.certificates')}>
        <CertificateTable />
        <RenewList words={root.words} />
      </Part>
      <Part title={root.name}>
        <p>{t('inspectors.wordsLead')}</p>
        <SixWords words={root.words} label={t('inspectors.words')} />
        <p>{t('inspectors.exportLead')}</p>
        <button type="button" disabled={exportRoot.isPending} onClick={() => void save()}>{t('inspectors.export')}</button>
        <RecoveryKey />
      </Part>
      <Part title={t('offices.title')}>
        <Offices />
      </Part>
    </Screen>
  )
}
