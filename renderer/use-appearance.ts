import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer } from './api.ts'

/** Gives the whole page the language and the theme of the settings. */
export function useAppearance(): void {
  const { i18n } = useTranslation()
  const { language, theme } = useAnswer(api.settings.get, {})
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset.theme = theme
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [i18n, language, theme])
}
