import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../api.ts'
import { ReplaceForm } from '../privacy/ReplaceForm.tsx'
import styles from './field.module.css'

/** Milliseconds without a key after which a text is looked through. */
const PAUSE = 400

interface Props {
  inspection: string
  text: string | null
  /** Takes the text back with a pseudonym in place of what was found. */
  onReplaced: (text: string) => void
}

/** Says quietly, while a text is typed, what in it looks like personal data, and replaces it. The text itself is kept in no cache. */
export function LooksPersonal({ inspection, text, onReplaced }: Props) {
  const { t } = useTranslation()
  const [paused, setPaused] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const replace = useOrder(api.privacy.replaceTyped)
  useEffect(() => {
    const pause = setTimeout(() => setPaused(text), text === null ? 0 : PAUSE)
    return () => clearTimeout(pause)
  }, [text])
  const { data = [] } = useQuery({
    queryKey: [api.privacy.check.path, { inspection, text: paused }],
    queryFn: () => api.privacy.check({ inspection, text: paused ?? '' }),
    enabled: paused !== null,
    gcTime: 0,
    placeholderData: (before) => before,
  })
  const hits = paused === null ? [] : data
  const told = hits.map(({ kind, masked }) => t('privacy.looksLike', { kind: t(`privacy.kind.${kind}`), masked }))
  const first = hits[0]
  const replaceBy = (pseudonym: string) => {
    const { start, end } = first!
    replace.mutate({ inspection, text: paused!, start, end, pseudonym }, { onSuccess: (now) => text === paused && onReplaced(now.text) })
    setAsked(false)
  }
  return (
    <>
      <div className={styles.looksPersonal}>
        <p aria-live="polite">{[...new Set(told)].join(' · ')}</p>
        {first && !asked && (
          <button type="button" data-quiet disabled={replace.isPending} onMouseDown={(event) => event.preventDefault()} onClick={() => setAsked(true)}>
            {t('privacy.replace')}
          </button>
        )}
      </div>
      {first && asked && <ReplaceForm inspection={inspection} hit={first} onGive={replaceBy} onCancel={() => setAsked(false)} />}
    </>
  )
}
