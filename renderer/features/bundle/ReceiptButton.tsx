import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'

/** Office: saves the signed receipt of one bundle. */
export function ReceiptButton({ manifest }: { manifest: string }) {
  const { t } = useTranslation()
  const write = useOrder(written(api.bundle.writeReceipt))
  const save = async () => {
    const file = await window.bridge.save(`${manifest.slice(0, 8)}.veldreceipt`)
    if (file) write.mutate({ manifest, file })
  }
  return (
    <button type="button" data-quiet disabled={write.isPending} onClick={() => void save()}>
      {t(write.isSuccess ? 'bundle.receiptSaved' : 'bundle.saveReceipt')}
    </button>
  )
}
