import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceRole } from '../../../shared/domain/workspace.ts'
import { api, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { isStopped } from '../../last-order.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { ArrivalTable } from './ArrivalTable.tsx'
import { FileChoice } from './FileChoice.tsx'

/** Files are checked and shown first; only then, and only what is good, is taken over. */
export function ImportScreen({ role }: { role: WorkspaceRole }) {
  const { t } = useTranslation()
  const [files, setFiles] = useState<string[]>([])
  const preview = useOrder(api.bundle.preview)
  const take = useOrder(api.bundle.import, 'screen')
  const choose = (offered: OfferedFile[]) => {
    const handles = offered.map(({ handle }) => handle)
    setFiles(handles)
    take.reset()
    preview.mutate({ files: handles })
  }
  const running = preview.isPending ? preview : take.isPending ? take : null
  const fresh = preview.data?.filter(({ state }) => state === 'new' || state === 'waiting').length ?? 0
  return (
    <Screen title={t(`import.title-${role}`)} lead={t(`import.lead-${role}`)}>
      {!running && <FileChoice compact={preview.isSuccess} onChoose={choose} />}
      {running && <Running progress={running.progress} label={t(preview.isPending ? 'import.checking' : 'import.taking')} onCancel={running.cancel} />}
      {take.isError && (isStopped(take.error)
        ? <Notice tone="note"><p role="status">{t('import.stopped')}</p></Notice>
        : <Notice tone="refused">{sentenceOf(take.error)}</Notice>)}
      {!preview.isPending && preview.data && !take.data && !take.isPending && (
        <Part title={t('import.decide', { count: preview.data.length })}>
          <ArrivalTable arrivals={preview.data} />
          <button type="button" data-main disabled={fresh === 0 || take.isPending} onClick={() => take.mutate({ files })}>
            {t(fresh === 0 ? 'import.nothing' : 'import.take', { count: fresh })}
          </button>
        </Part>
      )}
      {take.data && (
        <Part title={t('import.done')}>
          <p>{t(`import.after-${role}`)}</p>
          <ArrivalTable arrivals={take.data} receipts={role === 'office'} taken />
        </Part>
      )}
    </Screen>
  )
}
