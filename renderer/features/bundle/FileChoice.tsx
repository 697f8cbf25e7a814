import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './bundle.module.css'
import { filesIn } from './dropped.ts'

interface Props {
  /** Once something was chosen: the same in one line. */
  compact: boolean
  onChoose: (files: OfferedFile[]) => void
}

/** As they are, and encrypted (.veldtoets.age). */
const KINDS = ['veldtoets', 'age']

/** Takes bundles that are dropped, also in folders, or chosen one by one or as a folder. */
export function FileChoice({ compact, onChoose }: Props) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const [offering, setOffering] = useState<{ done: number; total: number } | null>(null)
  const [found, setFound] = useState(true)
  const choose = async (folder: boolean) => {
    const chosen = await window.bridge.open({ kinds: KINDS, many: true, folder })
    if (chosen.length > 0) onChoose(chosen)
  }
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = (await filesIn(event.dataTransfer)).filter(({ name }) => KINDS.some((kind) => name.toLowerCase().endsWith(`.${kind}`)))
    const offered: OfferedFile[] = []
    setFound(files.length > 0)
    for (const file of files) {
      setOffering({ done: offered.length, total: files.length })
      offered.push(await window.bridge.offer(file))
    }
    setOffering(null)
    if (offered.length > 0) onChoose(offered)
  }
  return (
    <div
      className={styles.drop}
      data-over={over}
      data-compact={compact}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <p>{t('import.drop')}</p>
      <div>
        <button type="button" data-main={!compact || undefined} onClick={() => void choose(false)}>{t('import.files')}</button>
        <button type="button" onClick={() => void choose(true)}>{t('import.folder')}</button>
      </div>
      <p role="status">{!found && t('import.noneDropped')}</p>
      {offering && <ProgressBar {...offering} label={t('import.offering')} />}
    </div>
  )
}
