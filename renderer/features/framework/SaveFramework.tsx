import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'

const FORMATS = ['xlsx', 'yaml', 'json'] as const

/** Saves a version as a file that reads back as the same version. */
export function SaveFramework({ hash, name }: { hash: string; name: string }) {
  const { t } = useTranslation()
  const save = useOrder(written(api.framework.export))
  const choose = async (format: typeof FORMATS[number]) => {
    const file = await window.bridge.save(`${name}.${format}`)
    if (file) save.mutate({ hash, format, file })
  }
  return (
    <>
      {FORMATS.map((format) => (
        <button key={format} type="button" data-quiet data-screen-only disabled={save.isPending} onClick={() => void choose(format)}>{t(`frameworkFile.${format}`)}</button>
      ))}
    </>
  )
}

/** Saves the spreadsheet that a framework is filled in on. */
export function SaveTemplate() {
  const { t, i18n } = useTranslation()
  const save = useOrder(written(api.framework.template))
  const choose = async () => {
    const file = await window.bridge.save(t('frameworkFile.templateName'))
    if (file) save.mutate({ language: i18n.language === 'en' ? 'en' : 'nl', file })
  }
  return <button type="button" data-quiet disabled={save.isPending} onClick={() => void choose()}>{t('frameworkFile.template')}</button>
}
