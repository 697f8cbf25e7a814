import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { BlockEditor } from './BlockEditor.tsx'
import styles from './report.module.css'

interface Props {
  inspection: string
  language: ReportLanguage
  id: string
  anchor: string | undefined
  children: ReactNode
}

/** A text of the report itself: it is written where it stands. */
export function Block({ inspection, language, id, anchor, children }: Props) {
  const { t } = useTranslation()
  const [writing, setWriting] = useState(false)
  const inPlace = (
    <div className={styles.block} id={anchor}>
      {children}
      <button type="button" data-quiet className={styles.write} onClick={() => setWriting(true)}>{t('report.write')}</button>
    </div>
  )
  if (!writing) return inPlace
  return (
    <Suspense fallback={inPlace}>
      <div className={styles.writing} id={anchor}>
        <BlockEditor inspection={inspection} language={language} id={id} onDone={() => setWriting(false)} />
      </div>
    </Suspense>
  )
}
