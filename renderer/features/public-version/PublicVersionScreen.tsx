import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer } from '../../api.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Adopted } from './Adopted.tsx'
import { Redacting } from './Redacting.tsx'

/** The report adopted under a signature, in each language in which it was, and what of it everyone may read. */
export function PublicVersionScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const adoptions = useAnswer(api.publicVersion.adoptions, { inspection })
  const [chosen, choose] = useState(adoptions[0]?.language ?? 'nl')
  const adoption = adoptions.find(({ language }) => language === chosen) ?? adoptions[0]
  return (
    <Screen title={t('publicVersion.title')} lead={t('publicVersion.lead')}>
      {adoption && adoptions.length > 1 && (
        <Choices
          legend={t('publicVersion.language')}
          value={adoption.language}
          options={adoptions.map(({ language }) => ({ value: language, label: t(`letter.languages.${language}`) }))}
          onChoose={choose}
        />
      )}
      {adoption && <Adopted adoption={adoption} />}
      {(!adoption || adoption.changed) && (
        <Notice tone="note">
          {!adoption && <p>{t('publicVersion.notAdopted')}</p>}
          <p><Link href={`/inspectie/${inspection}/openbaarmaking`}>{t(adoption ? 'publicVersion.adoptAgain' : 'publicVersion.adopt')}</Link></p>
        </Notice>
      )}
      {adoption && <Redacting key={adoption.sha256} inspection={inspection} language={adoption.language} />}
    </Screen>
  )
}
