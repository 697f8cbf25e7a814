import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ReportFormat } from '../../../shared/domain/report-page.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { FormatButtons } from '../../ui/FormatButtons.tsx'
import { buttons, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { OpenPoints } from './OpenPoints.tsx'
import { anchorsOf, outlineOf, pagePointsOf, textsOf } from './page-places.ts'
import { MarksOnPaper } from './marks.ts'
import { Paper } from './Paper.tsx'
import styles from './report.module.css'
import { showPlace } from './show-place.ts'
import { useChecks } from './use-checks.ts'
import { Versions } from './Versions.tsx'

/** The report as it would leave now: what it still asks, its outline and the ways to save it at the left, the paper at the right. */
export function ReportScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<ReportLanguage>('nl')
  const [comparing, setComparing] = useState(false)
  const page = useAnswer(api.report.read, { inspection, language })
  const { points, outline, texts, anchors } = useMemo(() => {
    const [points, outline, texts] = [pagePointsOf(page), outlineOf(page), textsOf(page)]
    return { points, outline, texts, anchors: anchorsOf(new Set([...[...points, ...outline].map(({ element }) => element), ...texts.values()])) }
  }, [page])
  const checks = useChecks(inspection, language)
  return (
    <Screen
      title={t('report.title')}
      lead={t('report.lead')}
      actions={<><Link href={`/inspectie/${inspection}/word`}>{t('word.read')}</Link><button type="button" onClick={() => setComparing(true)}>{t('report.compare')}</button></>}
    >
      <div className={styles.report}>
        <div className={styles.side}>
          <nav aria-label={t('report.outline')}>
            <details>
              <summary><h2>{t('report.outline')}</h2></summary>
              <ol>
                {outline.map(({ element, text }) => (
                  <li key={anchors.get(element)}><button type="button" data-quiet onClick={() => showPlace(anchors.get(element)!)}>{text}</button></li>
                ))}
              </ol>
            </details>
          </nav>
          <OpenPoints inspection={inspection} language={language} points={points} texts={texts} anchors={anchors} checks={checks} />
          <Save inspection={inspection} language={language} />
          <Labelled label={t('report.language')}>
            <select value={language} onChange={({ target }) => setLanguage(target.value === 'en' ? 'en' : 'nl')}>
              <option value="nl">{t('report.nl')}</option>
              <option value="en">{t('report.en')}</option>
            </select>
          </Labelled>
        </div>
        <MarksOnPaper value={checks.marks}>
          <Paper inspection={inspection} page={page} language={language} label={t('report.paper')} anchors={anchors} />
        </MarksOnPaper>
      </div>
      {comparing && <Versions inspection={inspection} language={language} onClose={() => setComparing(false)} />}
    </Screen>
  )
}

function Save({ inspection, language }: { inspection: string; language: ReportLanguage }) {
  const { t } = useTranslation()
  const write = useOrder(written(api.report.write), 'screen')
  const save = async (format: ReportFormat) => {
    const file = await window.bridge.save(`rapport-${inspection.slice(-8)}.${format}`)
    if (file) write.mutate({ inspection, language, format, file })
  }
  return (
    <Part title={t('report.save')}>
      <div className={buttons}>
        <FormatButtons formats={['docx', 'pdf', 'html', 'md']} disabled={write.isPending} onChoose={(format) => void save(format)} />
      </div>
      {write.isPending && <Running progress={write.progress} label={t('report.saving')} onCancel={write.cancel} />}
      {write.error && <Notice tone="refused">{sentenceOf(write.error)}</Notice>}
      {write.isSuccess && <p role="status">{t('report.saved')}</p>}
    </Part>
  )
}
