import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { momentOf, sentenceFor } from '../../i18n/i18n.ts'
import styles from './bundle.module.css'

/** Field: reads what the office answered, so that each bundle shows that it arrived. */
export function ReceiptReader() {
  const { t } = useTranslation()
  const read = useOrder(api.bundle.readReceipts)
  const choose = async () => {
    const files = await window.bridge.open({ kinds: ['veldreceipt'], many: true, folder: false })
    if (files.length > 0) read.mutate({ files: files.map(({ handle }) => handle) })
  }
  return (
    <>
      <button type="button" disabled={read.isPending} onClick={() => void choose()}>{t('bundle.readReceipts')}</button>
      {read.data && (
        <ul aria-live="polite" className={styles.results}>
          {read.data.map(({ file, receivedAt, failure }) => (
            <li key={file} data-refused={failure !== null}>
              {file}: {failure ? sentenceFor(failure) : receivedAt && t('bundle.received-at', { moment: momentOf(receivedAt) })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
