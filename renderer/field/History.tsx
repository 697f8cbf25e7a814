import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../api.ts'
import { momentOf } from '../i18n/i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import styles from './field.module.css'
import { type Place, useFieldOrder, useNames } from './orders.ts'

interface Props {
  title: string
  place: Place
  show: (value: unknown) => ReactNode
}

/** A button that opens all that was ever answered in one place, newest first; what should not be there can be erased. */
export function History({ title, place, show }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" data-quiet className={styles.history} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('history.open')}<span className={styles.unseen}> {title}</span>
      </button>
      {open && (
        <Dialog title={t('history.title', { title })} onClose={() => setOpen(false)}>
          <Suspense fallback={null}><Changes place={place} show={show} /></Suspense>
        </Dialog>
      )}
    </>
  )
}

function Changes({ place: { inspection, entity, entityId, field }, show }: Omit<Props, 'title'>) {
  const { t } = useTranslation()
  const names = useNames()
  const changes = useAnswer(api.field.history, { inspection, entity, entityId, field })
  const erase = useFieldOrder(api.field.erase)
  const [asked, setAsked] = useState<string | null>(null)
  if (changes.length === 0) return <p>{t('history.empty')}</p>
  return (
    <ol className={styles.changes}>
      {changes.toReversed().map(({ id, author, at, value, reason, erased, head, kind }) => (
        <li key={id} data-head={head}>
          <small>
            {t('difference.by', { author: names(author), time: momentOf(at) })}
            {kind === 'settle' && ` · ${t('history.settled')}`}{head && ` · ${t('history.head')}`}
          </small>
          <div className={styles.value}>{erased ? t('rating.erased') : value === null ? t('difference.empty') : show(value)}</div>
          {reason && <p className={styles.reason}>{reason}</p>}
          {!erased && asked !== id && entity !== 'inspection' && entity !== 'dossier' && ( /* without those nobody knows what the rest is about */
            <button type="button" data-quiet onClick={() => setAsked(id)}>{t('history.erase')}</button>
          )}
          {asked === id && (
            <>
              <p>{t('history.eraseExplain')}</p>
              <ReasonForm
                question={t('history.eraseWhy')}
                onGive={(why) => erase.mutate({ change: id, reason: why }, { onSettled: () => setAsked(null) })}
                onCancel={() => setAsked(null)}
              />
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
