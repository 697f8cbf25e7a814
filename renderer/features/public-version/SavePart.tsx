import { useTranslation } from 'react-i18next'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part } from '../../ui/Screen.tsx'

/** Writes the public version with its proof; what becomes public besides the text is told before. */
export function SavePart({ inspection, language }: { inspection: string; language: ReportLanguage }) {
  const { t } = useTranslation()
  const { name } = useAnswer(api.publicVersion.suggestName, { inspection, language })
  const write = useOrder(written(api.publicVersion.write), 'screen')
  const save = async () => {
    const file = await window.bridge.save(name)
    if (file) write.mutate({ inspection, language, file, formats: ['docx', 'pdf', 'md'] })
  }
  return (
    <Part title={t('publicVersion.save')}>
      <p>{t('publicVersion.saveExplain')}</p>
      <button type="button" data-main disabled={write.isPending} onClick={() => void save()}>{t('publicVersion.saveButton')}</button>
      {write.isPending && <Running progress={write.progress} label={t('publicVersion.saving')} onCancel={write.cancel} />}
      {write.error && <Notice tone="refused">{sentenceOf(write.error)}</Notice>}
      {write.isSuccess && <p role="status">{t('publicVersion.saved', { count: write.data.leftOut })}</p>}
    </Part>
  )
}
