import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Adopted } from './Adopted.tsx'
import { Redacting } from './Redacting.tsx'

/** The report adopted under a signature, and what of it everyone may read. */
export function PublicVersionScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const adoption = useAnswer(api.publicVersion.adoption, { inspection })
  return (
    <Screen title={t('publicVersion.title')} lead={t('publicVersion.lead')}>
      {adoption && <Adopted adoption={adoption} />}
      {(adoption === null || adoption.changed) && (
        <Notice tone="note">
          <p>{t('publicVersion.adoptExplain')}</p>
          <p><Link href={`/inspectie/${inspection}/openbaarmaking`}>{t(adoption ? 'publicVersion.adoptAgain' : 'publicVersion.adopt')}</Link></p>
        </Notice>
      )}
      {adoption && <Redacting key={adoption.sha256} inspection={inspection} />}
    </Screen>
  )
}
