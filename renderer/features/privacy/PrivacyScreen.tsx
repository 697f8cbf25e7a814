import { useTranslation } from 'react-i18next'
import { PrivacyList } from '../../privacy/PrivacyList.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { KeyList } from './KeyList.tsx'

/** Everything that looks like personal data, to answer one by one; and what the pseudonyms of this laptop stand for. */
export function PrivacyScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  return (
    <Screen title={t('privacy.title')} lead={t('privacy.lead')}>
      <PrivacyList inspection={inspection} />
      <KeyList inspection={inspection} />
    </Screen>
  )
}
