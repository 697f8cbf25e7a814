import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPicture, isShown, LARGEST_TEXT } from '../../../shared/domain/evidence.ts'
import { api, useAnswer } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { clockOf } from './clock.ts'
import styles from './evidence.module.css'
import { NoteHere } from './NoteHere.tsx'
import { PdfView } from './PdfView.tsx'
import { SoundView } from './SoundView.tsx'
import { TextView } from './TextView.tsx'

interface Props {
  inspection: string
  evidence: string
  rotation: number
  label: string
  /** The label under which it is cited: its own, or that of the source that it is the scan of. */
  citedAs: string
  /** Where a PDF file opens. */
  begin: number
}

/** The picture, the sound, the pages or the text itself; other files are never opened here, for nothing in them may run. */
export function Shown({ inspection, evidence, rotation, label, citedAs, begin }: Props) {
  const { t } = useTranslation()
  const { handle, type, size } = useAnswer(api.evidence.view, { inspection, evidence })
  const [page, setPage] = useState(begin)
  const [time, setTime] = useState(0)
  if (handle === null) return <Notice tone="warning">{t('evidence.gone')}</Notice>
  const address = `/evidence/${handle}`
  if (isPicture(type)) return <div className={styles.frame}><img src={address} alt={t('evidence.picture', { label })} data-rotation={rotation} /></div>
  if (type === 'application/pdf') {
    return (
      <>
        <PdfView address={address} size={size} label={label} page={page} onPage={setPage} />
        <NoteHere inspection={inspection} reference={`[${citedAs}] p. ${page}`} />
      </>
    )
  }
  if (isShown(type)) {
    return (
      <>
        <SoundView address={address} label={t('evidence.recording', { label })} onTime={setTime} />
        <NoteHere inspection={inspection} reference={`[${citedAs}] ${clockOf(time)}`} />
      </>
    )
  }
  if (type === 'text/plain' && size <= LARGEST_TEXT) return <TextView address={address} label={t('evidence.textOf', { label })} />
  return <Notice tone="note">{t('evidence.notShown')}</Notice>
}
