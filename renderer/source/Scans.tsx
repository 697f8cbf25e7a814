import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer, useOrder } from '../api.ts'
import { bringOne } from './bring-one.ts'
import styles from './source.module.css'
import { addressOf } from './sources.ts'

/** The paper of a source, scanned or photographed: what there is, and a button for more. It goes straight to where it is sealed. */
export function Scans({ inspection, source, label }: { inspection: string; source: string; label: string }) {
  const { t } = useTranslation()
  const { scans } = useAnswer(api.source.coverage, { inspection })
  const input = useRef<HTMLInputElement>(null)
  const bring = useOrder(async (files: readonly File[]) => {
    for (const file of files) await bringOne(inspection, file, { scanOf: source })
  })
  return (
    <div className={styles.scans}>
      {scans.filter(({ scanOf }) => scanOf === source).map(({ id, label: name }) => (
        <Link key={id} href={addressOf(inspection, { kind: 'document', id })}>{t('source.scan', { label: name ?? '≠' })}</Link>
      ))}
      <button type="button" disabled={bring.isPending} onClick={() => input.current?.click()}>{label}</button>
      <input ref={input} type="file" multiple hidden aria-label={label} onChange={({ target }) => {
        bring.mutate([...(target.files ?? [])])
        target.value = ''
      }} />
    </div>
  )
}
