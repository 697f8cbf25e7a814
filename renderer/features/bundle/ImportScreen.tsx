import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Arrival } from '../../../shared/api/bundle.ts'
import type { WorkspaceRole } from '../../../shared/domain/workspace.ts'
import { api, useOrder } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { ArrivalTable } from './ArrivalTable.tsx'
import { FileChoice } from './FileChoice.tsx'
import { GapList } from './GapList.tsx'
import { QuarantineList } from './QuarantineList.tsx'

/** Files are checked and shown first; only then, and only what is good, is taken over. */
export function ImportScreen({ role }: { role: WorkspaceRole }) {
  const { t } = useTranslation()
  const [files, setFiles] = useState<string[]>([])
  const preview = useOrder(api.bundle.preview)
  const take = useOrder(api.bundle.import)
  const choose = (offered: OfferedFile[]) => {
    const handles = offered.map(({ handle }) => handle)
    setFiles(handles)
    take.reset()
    preview.mutate({ files: handles })
  }
  const running = preview.isPending ? preview : take.isPending ? take : null
  const fresh = preview.data?.filter(({ state }) => state === 'new' || state === 'waiting' || state === 'quarantined').length ?? 0
  return (
    <Screen title={t(`import.title-${role}`)} lead={t(`import.lead-${role}`)}>
      {!running && <FileChoice compact={preview.isSuccess} onChoose={choose} />}
      {running && <Running progress={running.progress} label={t(preview.isPending ? 'import.checking' : 'import.taking')} onCancel={running.cancel} />}
      {!preview.isPending && preview.data && !take.data && !take.isPending && (
        <Part title={t('import.decide', { count: preview.data.filter(isReached).length })}>
          <Left count={preview.data.filter((arrival) => !isReached(arrival)).length} sentence="leftUnseen" />
          <ArrivalTable arrivals={preview.data.filter(isReached)} />
          <button type="button" data-main disabled={fresh === 0} onClick={() => take.mutate({ files: files.filter((_, place) => isReached(preview.data[place]!)) })}>
            {t(fresh === 0 ? 'import.nothing' : 'import.take', { count: fresh })}
          </button>
        </Part>
      )}
      {take.data && (
        <Part title={t('import.done')}>
          <p>{t(`import.after-${role}`)}</p>
          <Left count={take.data.filter((arrival) => !isReached(arrival)).length} sentence="leftOut" />
          <ArrivalTable arrivals={take.data.filter(isReached)} receipts={role === 'office'} taken />
        </Part>
      )}
      <QuarantineList />
      <GapList inspection={null} />
    </Screen>
  )
}

/** Who stops leaves files behind that nobody looked at: those are not refused. */
const isReached = ({ failure }: Arrival) => failure?.code !== 'cancelled'

function Left({ count, sentence }: { count: number; sentence: 'leftUnseen' | 'leftOut' }) {
  const { t } = useTranslation()
  return <div role="status">{count > 0 && <Notice tone="note">{t(`import.${sentence}`, { count })}</Notice>}</div>
}
