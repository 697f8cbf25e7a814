import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { buttons, Labelled } from '../../ui/Labelled.tsx'
import { FigurePreview } from './FigurePreview.tsx'
import type { Preview } from './listed.ts'
import styles from './monthly-figure.module.css'

/** Takes figures from a file or from rows that were copied, after they were looked through. */
export function ImportFigures({ organisation, template }: { organisation: string; template: readonly string[] }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<Preview | null>(null)
  const look = useOrder(api.monthlyFigure.preview)
  const lookFile = useOrder(api.monthlyFigure.previewFile)
  const take = useOrder(api.monthlyFigure.take)
  const open = async () => {
    const [chosen] = await window.bridge.open({ kinds: ['csv', 'txt', 'xlsx'], many: false, folder: false })
    if (chosen) lookFile.mutate({ organisation, file: chosen.handle }, { onSuccess: setPreview })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    look.mutate({ organisation, text }, { onSuccess: setPreview })
  }
  const takeOver = (figures: Preview['figures']) =>
    take.mutate({ organisation, figures: figures.map(({ month, system, values }) => ({ month, system, values })) }, {
      onSuccess: () => {
        setPreview(null)
        setText('')
      },
    })
  return (
    <form className={styles.import} onSubmit={submit}>
      <Labelled label={t('monthlyFigure.pasteLabel')} hint={t('monthlyFigure.pasteHint', { heads: template.join(', ') })}>
        <textarea rows={4} value={text} onChange={({ target }) => setText(target.value)} />
      </Labelled>
      <div className={buttons}>
        <button type="submit" disabled={text.trim() === ''}>{t('monthlyFigure.look')}</button>
        <button type="button" onClick={() => void open()}>{t('monthlyFigure.open')}</button>
      </div>
      {preview && <FigurePreview preview={preview} onTake={takeOver} onClose={() => setPreview(null)} />}
    </form>
  )
}
