import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'
import { Choices } from '../../ui/Choices.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { ArchiveForm } from './ArchiveForm.tsx'
import { FILES } from './files.ts'

const FORMATS = ['csv', 'xlsx'] as const

/** The office: the tables of all inspections, and what the archive asks of each. */
export function DataScreen() {
  const { t } = useTranslation()
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('csv')
  const write = useOrder(written(api.dataExport.writeAll))
  const save = async () => {
    const file = await window.bridge.save(FILES[format]('inspecties'))
    if (file) write.mutate({ format, file })
  }
  return (
    <Screen title={t('dataExport.title')} lead={t('dataExport.lead')}>
      <Part title={t('dataExport.all')}>
        <p>{t('dataExport.inside')}</p>
        <p>{t('dataExport.outside')}</p>
        <Choices
          legend={t('dataExport.format')}
          value={format}
          options={FORMATS.map((value) => ({ value, label: t(`dataExport.${value}`), hint: t(`dataExport.${value}Hint`) }))}
          onChoose={setFormat}
        />
        <div className={buttons}>
          <button type="button" data-main disabled={write.isPending} onClick={() => void save()}>{t('dataExport.saveAll')}</button>
        </div>
        {write.isPending && <Running progress={write.progress} label={t('dataExport.writing')} onCancel={write.cancel} />}
        {write.isSuccess && (
          <p role="status">
            {t('dataExport.writtenAll', { count: write.data.inspections, rows: write.data.rows })}
            {write.data.leftOut > 0 && <> {t('dataExport.leftOut', { count: write.data.leftOut })}</>}
          </p>
        )}
      </Part>
      <ArchiveForm />
    </Screen>
  )
}
