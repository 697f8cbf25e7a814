import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ReportFormat } from '../../../shared/domain/report-page.ts'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { outlineOf } from './outline.ts'
import { Paper } from './Paper.tsx'
import styles from './report.module.css'

/** Only the part that people scroll moves, and not the screen around it. */
function showHeading(id: string): void {
  const heading = document.getElementById(id)
  let box = heading?.parentElement
  while (box && getComputedStyle(box).overflowY !== 'auto') box = box.parentElement
  if (heading && box) box.scrollTo(0, box.scrollTop + heading.getBoundingClientRect().top - box.getBoundingClientRect().top - 16)
}

/** The report as it would leave now: its outline and the ways to save it at the left, the paper at the right. */
export function ReportScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const page = useAnswer(api.report.read, { inspection })
  const outline = useMemo(() => outlineOf(page), [page])
  const write = useOrder(written(api.report.write), 'screen')
  const save = async (format: ReportFormat) => {
    const file = await window.bridge.save(`rapport-${inspection.slice(-8)}.${format}`)
    if (file) write.mutate({ inspection, format, file })
  }
  return (
    <Screen title={t('report.title')} lead={t('report.lead')}>
      <div className={styles.report}>
        <div className={styles.side}>
          <Part title={t('report.save')}>
            <div className={buttons}>
              {(['docx', 'pdf', 'html', 'md'] as const).map((format) => (
                <button key={format} type="button" disabled={write.isPending} onClick={() => void save(format)}>{t(`report.${format}`)}</button>
              ))}
            </div>
            {write.isPending && <Running progress={write.progress} label={t('report.saving')} onCancel={write.cancel} />}
            {write.error && <Notice tone="refused">{sentenceOf(write.error)}</Notice>}
            {write.isSuccess && <p role="status">{t('report.saved')}</p>}
          </Part>
          <nav aria-label={t('report.outline')}>
            <h2>{t('report.outline')}</h2>
            <ol>
              {outline.map(({ id, text }) => (
                <li key={id}><button type="button" data-quiet onClick={() => showHeading(id)}>{text}</button></li>
              ))}
            </ol>
          </nav>
        </div>
        <Paper page={page} label={t('report.paper')} />
      </div>
    </Screen>
  )
}
