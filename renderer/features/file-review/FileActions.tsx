import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { Privileged } from '../../privacy/Privileged.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import styles from './file-review.module.css'
import type { File } from './reckoned.ts'

/** What can be done with the file that is chosen, and adding one on purpose. Each asks why. */
export function FileActions({ inspection, file }: { inspection: string; file: File | undefined }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'replace' | 'add' | null>(null)
  const replace = useOrder(api.fileReview.replace)
  const add = useOrder(api.fileReview.addTargeted)
  const replaceable = file && file.dropped === null && file.origin !== null && file.origin.kind !== 'targeted'
  const give = (reason: string) => {
    if (asked === 'replace' && file) replace.mutate({ inspection, file: file.id, reason })
    else add.mutate({ inspection, pseudonym: null, reason })
    setAsked(null)
  }
  return (
    <div className={styles.actions}>
      {replaceable && <button type="button" data-quiet onClick={() => setAsked('replace')}>{t('fileReview.replace', { pseudonym: file.pseudonym })}</button>}
      <button type="button" data-quiet onClick={() => setAsked('add')}>{t('fileReview.add')}</button>
      {asked && (
        <ReasonForm
          key={asked}
          question={asked === 'replace' ? t('fileReview.whyReplace', { pseudonym: file?.pseudonym }) : t('fileReview.whyAdd')}
          onGive={give}
          onCancel={() => setAsked(null)}
        />
      )}
      {file && <Privileged key={file.id} inspection={inspection} entity="caseFile" entityId={file.id} />}
      <span role="status">{replace.isSuccess && t('fileReview.replacedBy', { pseudonym: replace.data.pseudonym, unit: replace.data.unit })}</span>
    </div>
  )
}
