import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageChange } from '../../../shared/domain/page-comparison.ts'
import { ReportFormat } from '../../../shared/domain/report-page.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { momentOf, sentenceOf } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FormatButtons } from '../../ui/FormatButtons.tsx'
import { buttons, Labelled, row } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './report.module.css'

interface Props {
  inspection: string
  language: ReportLanguage
  onClose: () => void
}

/** Two versions of the report, word by word; what is the same in both is left out but for the sentence around it. */
export function Versions({ onClose, ...of }: Props) {
  const { t } = useTranslation()
  return <Dialog title={t('report.versions.title')} wide onClose={onClose}><Suspense fallback={null}><div className={styles.versions}><Chosen {...of} /></div></Suspense></Dialog>
}

function Chosen({ inspection, language }: Omit<Props, 'onClose'>) {
  const { t } = useTranslation()
  const versions = useAnswer(api.report.versions, { inspection })
  const keep = useOrder(api.report.keepVersion)
  const [chosen, setChosen] = useState<{ before: string | null; after: string | null } | null>(null)
  const { before, after } = chosen ?? { before: versions.at(-1)?.id ?? null, after: null }
  const choice = (label: string, value: string | null, onChoose: (id: string | null) => void) => (
    <Labelled label={label}>
      <select value={value ?? ''} onChange={({ target }) => onChoose(target.value || null)}>
        {versions.map(({ id, kind, at }) => <option key={id} value={id}>{momentOf(at)} · {t(`report.versions.${kind}`)}</option>)}
        <option value="">{t('report.versions.now')}</option>
      </select>
    </Labelled>
  )
  return (
    <>
      <p>{t('report.versions.lead')}</p>
      <div className={row}>
        {choice(t('report.versions.before'), before, (id) => setChosen({ before: id, after }))}
        {choice(t('report.versions.after'), after, (id) => setChosen({ before, after: id }))}
      </div>
      <div className={buttons}><button type="button" disabled={keep.isPending} onClick={() => keep.mutate({ inspection })}>{t('report.versions.keep')}</button></div>
      {before !== after && <Suspense fallback={null}><Changes inspection={inspection} language={language} before={before} after={after} /></Suspense>}
      {before === after && <p role="status">{t('report.versions.same')}</p>}
    </>
  )
}

function Changes(asked: Omit<Props, 'onClose'> & { before: string | null; after: string | null }) {
  const { t } = useTranslation()
  const changes = useAnswer(api.report.compare, asked)
  const write = useOrder(written(api.report.writeComparison), 'screen')
  const save = async (format: ReportFormat) => {
    const file = await window.bridge.save(`rapport-wijzigingen-${asked.inspection.slice(-8)}.${format}`)
    if (file) write.mutate({ ...asked, format, file })
  }
  if (changes.length === 0) return <p role="status">{t('report.versions.same')}</p>
  return (
    <>
      <p role="status">{t('report.versions.count', { count: changes.length })}</p>
      <div className={buttons}>
        <FormatButtons formats={['docx', 'pdf']} disabled={write.isPending} labelOf={(format) => t('report.versions.save', { format })} onChoose={(format) => void save(format)} />
      </div>
      {write.error && <Notice tone="refused">{sentenceOf(write.error)}</Notice>}
      <div className={styles.changes} lang={asked.language}>
        {[...Map.groupBy(changes, ({ heading }) => heading)].map(([heading, own]) => (
          <section key={heading}>
            <h3>{heading}</h3>
            {own.map(({ pieces }, index) => <p key={index}>{pieces.map(shown)}</p>)}
          </section>
        ))}
      </div>
    </>
  )
}

function shown({ kind, text }: PageChange['pieces'][number], index: number) {
  if (kind === 'same') return <span key={index}>{text}</span>
  return kind === 'removed' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>
}
