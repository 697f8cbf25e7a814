import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { Choices } from '../../ui/Choices.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part } from '../../ui/Screen.tsx'
import { FILES } from './files.ts'

const FORMATS = ['xlsx', 'csv', 'json', 'oscal', 'poam', 'bagit'] as const
type Format = (typeof FORMATS)[number]

/** Writes what is known of one inspection for other programs, and says first what is in it and what is not. */
export function DataOut({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const role = useAnswer(api.workspace.status, {})?.role
  const hits = useAnswer(api.bundle.gates, { inspection }).find(({ code }) => code === 'privacy-hits')?.count ?? 0
  const [format, setFormat] = useState<Format>('xlsx')
  const write = useOrder(written(api.dataExport.write))
  const archive = useOrder(written(api.dataExport.archive))
  const order = format === 'bagit' ? archive : write
  const formats = FORMATS.filter((one) => one !== 'bagit' || role === 'office')
  const save = async () => {
    const file = await window.bridge.save(FILES[format](inspection.slice(-8)))
    if (!file) return
    if (format === 'bagit') archive.mutate({ inspection, file })
    else write.mutate({ inspection, format, file })
  }
  return (
    <Part title={t('dataExport.title')}>
      {format === 'bagit' ? <p>{t('dataExport.inBag')}</p> : <><p>{t('dataExport.inside')}</p><p>{t('dataExport.outside')}</p></>}
      {hits > 0 && <Notice tone="warning"><p>{t('dataExport.hits', { count: hits })}</p></Notice>}
      <Choices
        legend={t('dataExport.format')}
        value={format}
        options={formats.map((value) => ({ value, label: t(`dataExport.${value}`), hint: t(`dataExport.${value}Hint`) }))}
        onChoose={setFormat}
      />
      <div className={buttons}>
        <button type="button" disabled={order.isPending} onClick={() => void save()}>{t('dataExport.save')}</button>
      </div>
      {order.isPending && <Running progress={order.progress} label={t('dataExport.writing')} onCancel={order.cancel} />}
      {order.isSuccess && <p role="status">{t('dataExport.written', { kilobytes: Math.ceil(order.data.size / 1_000) })}</p>}
    </Part>
  )
}
