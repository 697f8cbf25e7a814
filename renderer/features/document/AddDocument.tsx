import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentKind } from '../../../shared/domain/document.ts'
import { api, useOrder } from '../../api.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './document.module.css'

const today = () => {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** Enters a document that was received today; its day can be changed after. */
export function AddDocument({ inspection, onAdded }: { inspection: string; onAdded: (id: string) => void }) {
  const { t } = useTranslation()
  const add = useOrder(api.document.add)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<DocumentKind>('improvement-plan')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    add.mutate({ inspection, title: title.trim(), kind, receivedOn: today() }, {
      onSuccess: ({ id }) => {
        setTitle('')
        onAdded(id)
      },
    })
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <Labelled label={t('document.addTitle')}>
        <input value={title} maxLength={400} autoComplete="off" onChange={({ target }) => setTitle(target.value)} />
      </Labelled>
      <Labelled label={t('document.kind')}>
        <select value={kind} onChange={({ target }) => setKind(DocumentKind.parse(target.value))}>
          {DocumentKind.options.map((one) => <option key={one} value={one}>{t(`document.kinds.${one}`)}</option>)}
        </select>
      </Labelled>
      <button type="submit">{t('document.add')}</button>
    </form>
  )
}
