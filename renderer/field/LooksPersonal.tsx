import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import styles from './field.module.css'

/** Milliseconds without a key after which a text is looked through. */
const PAUSE = 400

/** Says quietly, while a text is typed, what in it looks like personal data. The text itself is kept in no cache. */
export function LooksPersonal({ inspection, text }: { inspection: string; text: string | null }) {
  const { t } = useTranslation()
  const [paused, setPaused] = useState<string | null>(null)
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
  const told = paused === null ? [] : data.map(({ kind, masked }) => t('privacy.looksLike', { kind: t(`privacy.kind.${kind}`), masked }))
  return <p className={styles.looksPersonal} aria-live="polite">{[...new Set(told)].join(' · ')}</p>
}
