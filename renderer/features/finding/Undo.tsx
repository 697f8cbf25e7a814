import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useFieldOrder } from '../../field/orders.ts'
import styles from './finding.module.css'
import type { Given } from './giving.ts'

/** Milliseconds in which an answer can be taken back here; after that by answering again. */
const UNDO = 5_000

/** Takes back what was just answered: another change, that says again what stood there before. The log keeps both. */
export function Undo({ given, onDone }: { given: Given; onDone: () => void }) {
  const { t } = useTranslation()
  const record = useFieldOrder(api.field.record)
  useEffect(() => {
    const timer = setTimeout(onDone, UNDO)
    return () => clearTimeout(timer)
  }, [given, onDone])
  const undo = () => {
    record.mutate({ ...given.place, ...given.before, seen: [] })
    onDone()
  }
  return <span className={styles.undo}>{given.label} <button type="button" data-quiet onClick={undo}>{t('finding.undo')}</button></span>
}
