import { type ClipboardEvent, type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPicture, type MediaType } from '../../../shared/domain/evidence.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { Empty } from '../../ui/Empty.tsx'
import { PicturesToAnswer } from '../../privacy/PicturesToAnswer.tsx'
import { useAim } from '../../source/aiming.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part } from '../../ui/Screen.tsx'
import { bringAll } from './bring.ts'
import { BroughtNotice } from './BroughtNotice.tsx'
import { Camera } from './Camera.tsx'
import styles from './evidence.module.css'
import { Thumbnail } from './Thumbnail.tsx'
import { createThumbnails, type Thumbnails } from './thumbnails.ts'
import { Viewer } from './Viewer.tsx'

/** Photos, recordings and other files: dropped, pasted or chosen here, and looked at one by one. */
export function EvidencePart({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const listed = useAnswer(api.evidence.list, { inspection })
  const bring = useOrder(bringAll)
  const { id: viewed, page, aim: setViewed } = useAim(inspection, 'documenten')
  const thumbnails = useThumbnails(inspection)
  const take = (files: Iterable<File>) => {
    const given = [...files]
    if (given.length > 0) bring.mutate({ inspection, files: given })
  }
  usePastedFiles(take)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    take(event.dataTransfer.files)
  }
  const [photographing, setPhotographing] = useState(false)
  const choose = (
    <div className={buttons}>
      <FileChoice label={t('evidence.choose')} onChoose={take} />
      <button type="button" onClick={() => setPhotographing(true)}>{t('evidence.photograph')}</button>
    </div>
  )
  const at = listed.findIndex(({ id }) => id === viewed)
  return (
    <div className={styles.place} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Part title={t('evidence.title')}>
        <p className={styles.hint}>{t('evidence.hint')}</p>
        {listed.length > 0 && choose}
        {bring.isPending && <Running progress={bring.progress} label={t('evidence.bringing')} onCancel={bring.cancel} />}
        {bring.data && <BroughtNotice brought={bring.data} />}
        <PicturesToAnswer inspection={inspection} onOpen={setViewed} />
        {listed.length === 0 ? <Empty sentence={t('evidence.empty')}>{choose}</Empty> : (
          <ul className={styles.grid}>
            {listed.map((one) => (
              <li key={one.id}>
                <button type="button" onClick={() => setViewed(one.id)}>
                  {one.here && isPicture(one.type)
                    ? <Thumbnail evidence={one.id} rotation={one.rotation} thumbnails={thumbnails} />
                    : <span className={styles.thumbnail}>{one.here ? t(placeholderOf(one.type)) : t('evidence.missing')}</span>}
                  <span className={styles.about}>
                    <strong>{one.label ?? '≠'}</strong>{one.caption && ` ${one.caption}`}
                    <small>{[one.links > 0 && t('evidence.links', { count: one.links }), one.twin && t('evidence.twin', { label: one.twin }), one.shared && t('document.shared')].filter(Boolean).join(' · ')}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Part>
      {photographing && <Camera onPhoto={(photo) => take([photo])} onClose={() => setPhotographing(false)} />}
      {at >= 0 && (
        <Viewer
          key={viewed}
          inspection={inspection}
          evidence={listed[at]!}
          labelOf={(id) => listed.find((one) => one.id === id)?.label ?? '–'}
          begin={page}
          go={{ previous: listed[at - 1]?.id, next: listed[at + 1]?.id, to: setViewed }}
          onClose={() => setViewed(null)}
        />
      )}
    </div>
  )
}

const placeholderOf = (type: MediaType) => (type === 'application/pdf' ? 'evidence.pdfFile' : type.startsWith('audio/') ? 'evidence.audio' : 'evidence.file')

/** Kept as long as the screen is there: leaving it, or locking, forgets them. */
function useThumbnails(inspection: string): Thumbnails {
  const [thumbnails] = useState(() => createThumbnails(inspection))
  useEffect(() => thumbnails.forget, [thumbnails])
  return thumbnails
}

function usePastedFiles(take: (files: Iterable<File>) => void): void {
  const paste = useEffectEvent((event: Pick<ClipboardEvent, 'preventDefault'> & { clipboardData: DataTransfer | null }) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    take(files)
  })
  useEffect(() => {
    const listen = (event: globalThis.ClipboardEvent) => paste(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
}

function FileChoice({ label, onChoose }: { label: string; onChoose: (files: Iterable<File>) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>{label}</button>
      <input ref={input} type="file" multiple hidden aria-label={label} onChange={({ target }) => {
        onChoose(target.files ?? [])
        target.value = ''
      }} />
    </>
  )
}
