import { useEffect, useRef, useState } from 'react'
import styles from './evidence.module.css'
import type { Thumbnails } from './thumbnails.ts'

interface Props {
  evidence: string
  rotation: number
  thumbnails: Thumbnails
}

/** A small picture, made once it comes near the window. */
export function Thumbnail({ evidence, rotation, thumbnails }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      observer.disconnect()
      void thumbnails.get(evidence).then((made) => !gone && setAddress(made))
    }, { rootMargin: '300px' })
    observer.observe(place.current!)
    return () => {
      gone = true
      observer.disconnect()
    }
  }, [evidence, thumbnails])
  return <span ref={place} className={styles.thumbnail}>{address && <img src={address} alt="" data-rotation={rotation} />}</span>
}
