import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportFormat } from '../../../shared/domain/report-page.ts'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { useAim, useInView } from '../../source/aiming.ts'
import { SharedLabels } from '../../source/SharedLabels.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { FormatButtons } from '../../ui/FormatButtons.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { AddDocument } from './AddDocument.tsx'
import styles from './document.module.css'
import { DocumentItem } from './DocumentItem.tsx'

/** The register of documents, and what else speaks besides talks and case files. */
export function DocumentsScreen({ inspection, children }: { inspection: string; children: ReactNode }) {
  const { t } = useTranslation()
  const documents = useAnswer(api.document.list, { inspection })
  const { id: opened, aim: setOpened } = useAim(inspection, 'documenten')
  useInView(opened)
  return (
    <Screen title={t('document.title')} lead={t('document.lead')}>
      <SharedLabels inspection={inspection} />
      <Part title={t('document.register')}>
        <AddDocument inspection={inspection} onAdded={setOpened} />
        {documents.length === 0 ? <Empty sentence={t('document.empty')} /> : (
          <ul className={styles.register}>
            {documents.map((document) => (
              <DocumentItem key={document.id} inspection={inspection} document={document} isOpen={opened === document.id} onOpen={(open) => setOpened(open ? document.id : null)} />
            ))}
          </ul>
        )}
        {documents.some(({ fields }) => fields.original.value === true && fields.returnedOn.value === null) && <ReceiptButton inspection={inspection} />}
      </Part>
      {children}
    </Screen>
  )
}

function ReceiptButton({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const receipt = useOrder(written(api.document.receipt))
  const save = async (format: ReportFormat) => {
    const file = await window.bridge.save(`${t('document.receiptName')}.${format}`)
    if (file) receipt.mutate({ inspection, format, file })
  }
  return (
    <>
      <div className={buttons}>
        <FormatButtons formats={['pdf', 'docx', 'html']} disabled={receipt.isPending} labelOf={(format) => t('document.receipt', { format })} onChoose={(format) => void save(format)} />
      </div>
      {receipt.data && <Notice tone="note">{t('document.receiptMade', { count: receipt.data.count })}</Notice>}
    </>
  )
}
