import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './evidence.module.css'

/** The picture of the laptop's camera, without sound; each photo goes where it is sealed. The camera is on only as long as this is shown. */
export function Camera({ onPhoto, onClose }: { onPhoto: (photo: File) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'starting' | 'on' | 'refused'>('starting')
  const [taken, setTaken] = useState(0)
  useEffect(() => {
    let [gone, stop] = [false, () => {}]
    const start = async () => {
      await window.bridge.camera(true)
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1920 }, facingMode: 'environment' }, audio: false })
      stop = () => stream.getTracks().forEach((track) => track.stop())
      if (gone) return stop()
      video.current!.srcObject = stream
    }
    start().catch(() => setState('refused'))
    return () => {
      gone = true
      stop()
      void window.bridge.camera(false)
    }
  }, [])
  const take = async () => {
    const { videoWidth, videoHeight } = video.current!
    const canvas = new OffscreenCanvas(videoWidth, videoHeight)
    canvas.getContext('2d')!.drawImage(video.current!, 0, 0)
    onPhoto(new File([await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })], 'camera.jpg'))
    setTaken(taken + 1)
  }
  return (
    <Dialog title={t('evidence.camera')} onClose={onClose}>
      <div className={styles.viewer}>
        <p className={styles.hint}>{t('evidence.cameraHint')}</p>
        {state === 'refused'
          ? <Notice tone="warning">{t('evidence.cameraRefused')}</Notice>
          : <video ref={video} className={styles.sound} autoPlay muted playsInline aria-label={t('evidence.camera')} onLoadedData={() => setState('on')} />}
        <div className={buttons}>
          <button type="button" data-main autoFocus disabled={state !== 'on'} onClick={() => void take()}>{t('evidence.take')}</button>
        </div>
        <p role="status">{state === 'starting' ? t('evidence.cameraStarting') : taken > 0 && t('evidence.taken', { count: taken })}</p>
      </div>
    </Dialog>
  )
}
