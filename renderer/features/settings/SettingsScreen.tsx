import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../shared/domain/settings.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { Holidays } from './Holidays.tsx'
import { ReportLook } from './ReportLook.tsx'

const LANGUAGES = [{ value: 'nl', label: 'Nederlands' }, { value: 'en', label: 'English' }] as const
const THEMES = ['system', 'light', 'dark'] as const
const KEYS = ['on', 'off'] as const

/** How the program looks and listens on this machine; every choice is kept at once. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const kept = useAnswer(api.settings.get, {})
  const set = useOrder(api.settings.set)
  const settings = set.isPending ? set.variables : kept
  const keep = (change: Partial<Settings>) => set.mutate({ ...settings, ...change })
  return (
    <Screen title={t('settings.title')} lead={t('settings.lead')}>
      <Choices legend={t('settings.language')} value={settings.language} options={LANGUAGES} onChoose={(language) => keep({ language })} />
      <Choices
        legend={t('settings.theme')}
        value={settings.theme}
        options={THEMES.map((value) => ({ value, label: t(`settings.${value}`) }))}
        onChoose={(theme) => keep({ theme })}
      />
      <Choices
        legend={t('settings.keys')}
        value={settings.keys ? 'on' : 'off'}
        options={KEYS.map((value) => ({ value, label: t(`settings.keys-${value}`), hint: t(`settings.keys-${value}Hint`) }))}
        onChoose={(value) => keep({ keys: value === 'on' })}
      />
      <Holidays />
      <ReportLook />
      <Part title={t('settings.about')}>
        <p>{t('settings.version', { version: import.meta.env.VERSION })}</p>
        <p>{t('settings.local')}</p>
      </Part>
    </Screen>
  )
}
