import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api, useOrder } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FileFaults, FileNotes } from './FileFaults.tsx'
import { Versions } from './VersionsScreen.tsx'

/** Takes official words out of a spreadsheet: first what would change, word by word; then, if a person wants it, a new version. */
export function OfficialText({ hash, framework }: { hash: string; framework: Framework }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [file, setFile] = useState<string | null>(null)
  const [version, setVersion] = useState(t('frameworkFile.officialVersion', { version: framework.version }))
  const look = useOrder(api.framework.officialPreview, 'screen')
  const keep = useOrder(api.framework.official, 'screen')
  const choose = async () => {
    const [chosen] = await window.bridge.open({ kinds: ['xlsx'], many: false, folder: false })
    if (!chosen) return
    setFile(chosen.handle)
    look.mutate({ hash, file: chosen.handle, version })
  }
  const close = () => {
    setFile(null)
    look.reset()
    keep.reset()
  }
  return (
    <>
      <button type="button" data-quiet data-screen-only disabled={look.isPending} onClick={() => void choose()}>{t('frameworkFile.official')}</button>
      {file !== null && (look.isError || look.isSuccess) && (
        <Dialog title={t('frameworkFile.official')} wide onClose={close}>
          {look.isError && <FileFaults error={look.error} />}
          {look.isSuccess && (
            <>
              <p>{t('frameworkFile.officialRead', { lines: look.data.lines, left: look.data.blockers.length })}</p>
              <FileNotes notes={look.data.notes} />
              <Versions before={framework} after={look.data.after} />
              {keep.isError && <FileFaults error={keep.error} />}
              <label>
                {t('frameworkFile.newVersion')}
                <input value={version} maxLength={400} onChange={(event) => setVersion(event.target.value)} />
              </label>
              <button
                type="button"
                disabled={keep.isPending || version.trim() === ''}
                onClick={() => keep.mutate({ hash, file, version }, { onSuccess: (made) => navigate(`/toetsingskaders/${made.hash}`) })}
              >
                {t('frameworkFile.keepOfficial')}
              </button>
            </>
          )}
        </Dialog>
      )}
    </>
  )
}
