import { useTranslation } from 'react-i18next'
import type { Adoption } from '../../../shared/domain/adoption.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'
import { SixWords } from '../../ui/SixWords.tsx'

/** Who adopted the report and when, and whether it is still that report. */
export function Adopted({ adoption: { day, by, language, statement, words, changed, holds } }: { adoption: Adoption }) {
  const { t } = useTranslation()
  return (
    <Part title={t('publicVersion.adopted')}>
      <p>{t('publicVersion.adoptedBy', { day: dayOf(day), by, language: t(`letter.languages.${language}`), statement })}</p>
      <SixWords words={words} label={t('publicVersion.words')} />
      {!holds && <Notice tone="refused">{t('publicVersion.broken')}</Notice>}
      {changed && <Notice tone="warning">{t('publicVersion.changed')}</Notice>}
    </Part>
  )
}
