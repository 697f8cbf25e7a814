import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './evidence.module.css'

interface Props {
  address: string
  label: string
  /** In whole seconds. */
  onTime: (seconds: number) => void
}

/** A recording with its keys: J and L go ten seconds back and on, K stops and goes on, and the place where it is is told. */
export function SoundView({ address, label, onTime }: Props) {
  const { t } = useTranslation()
  const sound = useRef<HTMLAudioElement>(null)
  const step = (by: number) => {
    const playing = sound.current
    if (playing) playing.currentTime = Math.max(0, Math.min(playing.duration || 0, playing.currentTime + by))
  }
  const toggle = () => (sound.current?.paused ? void sound.current.play().catch(() => {}) : sound.current?.pause()) // what cannot be played says so itself
  const press = (event: KeyboardEvent) => {
    const does = { j: () => step(-10), l: () => step(10), k: toggle }[event.key]
    if (!does || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    does()
  }
  return (
    <div role="group" aria-label={label} onKeyDown={press}>
      <audio ref={sound} controls src={address} className={styles.sound} aria-label={label} onTimeUpdate={({ currentTarget }) => onTime(Math.floor(currentTarget.currentTime))} />
      <p className={styles.hint}>{t('evidence.soundKeys')}</p>
    </div>
  )
}
