import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './evidence.module.css'
import type { Pdf } from './pdf.ts'

interface Props {
  address: string
  size: number
  label: string
  page: number
  onPage: (page: number) => void
}

const ZOOMS = [1, 1.5, 2, 3] as const

/** A PDF file page by page, as pictures, with the text of the page below it to read or copy. */
export function PdfView({ address, size, label, page: wanted, onPage }: Props) {
  const { t } = useTranslation()
  const pdf = usePdf(address, size)
  const [zoom, setZoom] = useState(0)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [shown, setShown] = useState<{ page: number; text: string } | null>(null)
  const page = pdf instanceof Object ? Math.min(Math.max(1, wanted), pdf.pages) : wanted
  useEffect(() => {
    const [on, width] = [canvas.current, canvas.current?.parentElement?.clientWidth ?? 0]
    if (!(pdf instanceof Object) || !on) return
    let gone = false
    const draw = async () => {
      await pdf.draw(page, width * ZOOMS[zoom]! * devicePixelRatio, on).catch(() => {}) // what cannot be drawn leaves the page that was there
      const text = await pdf.textOf(page).catch(() => '')
      if (!gone) setShown({ page, text })
    }
    void draw()
    return () => { gone = true }
  }, [pdf, page, zoom])
  if (pdf === 'refused') return <Notice tone="warning">{t('evidence.pdfRefused')}</Notice>
  if (pdf === null) return <p role="status">{t('evidence.opening')}</p>
  const go = (to: number) => to >= 1 && to <= pdf.pages && onPage(to)
  const press = (event: KeyboardEvent) => {
    const does = { PageDown: () => go(page + 1), PageUp: () => go(page - 1), Home: () => go(1), End: () => go(pdf.pages), '+': () => setZoom(closer(zoom)), '-': () => setZoom(further(zoom)) }[event.key]
    if (!does || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    does()
  }
  return (
    <section className={styles.viewer} aria-label={t('evidence.pdf', { label })}>
      <div className={buttons}>
        <button type="button" disabled={page === 1} onClick={() => go(page - 1)}>{t('evidence.pageBack')}</button>
        <label className={styles.page}>
          {t('evidence.page')} <input type="number" min={1} max={pdf.pages} value={page} onChange={({ target }) => go(Number(target.value))} /> {t('evidence.pageOf', { pages: pdf.pages })}
        </label>
        <button type="button" disabled={page === pdf.pages} onClick={() => go(page + 1)}>{t('evidence.pageOn')}</button>
        <button type="button" disabled={zoom === further(zoom)} onClick={() => setZoom(further(zoom))}>{t('evidence.smaller')}</button>
        <button type="button" disabled={zoom === closer(zoom)} onClick={() => setZoom(closer(zoom))}>{t('evidence.larger')}</button>
      </div>
      <div className={styles.sheet} role="region" tabIndex={0} aria-label={t('evidence.sheet', { page })} onKeyDown={press}>
        <canvas ref={canvas} data-page={shown?.page} style={{ width: `${ZOOMS[zoom]! * 100}%` }} role="img" aria-label={t('evidence.sheet', { page })} />
      </div>
      <p className={styles.hint}>{t('evidence.pdfKeys')}</p>
      {shown?.page === page && shown.text.trim() !== '' && <details><summary>{t('evidence.pageText')}</summary><pre className={styles.text}>{shown.text}</pre></details>}
    </section>
  )
}

const closer = (zoom: number) => Math.min(ZOOMS.length - 1, zoom + 1)
const further = (zoom: number) => Math.max(0, zoom - 1)

/** The file once it is open; null as long as it is not, 'refused' where it cannot be. It closes with the screen. */
function usePdf(address: string, size: number): Pdf | 'refused' | null {
  const [pdf, setPdf] = useState<Pdf | 'refused' | null>(null)
  useEffect(() => {
    let [gone, close] = [false, () => {}]
    const open = async () => {
      const { openPdf } = await import('./pdf.ts') // large, and only for who looks at one
      const made = await openPdf(address, size)
      close = made.close
      if (gone) close()
      else setPdf(made)
    }
    open().catch(() => setPdf('refused'))
    return () => {
      gone = true
      close()
    }
  }, [address, size])
  return pdf
}
