import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { api, useAnswer, useOrder } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import { Drafts } from './Drafts.tsx'
import { FileFaults, FileNotes } from './FileFaults.tsx'
import { SaveTemplate } from './SaveFramework.tsx'

/** All versions of all frameworks; one can be read in from a file, which is refused with the place where it is wrong. */
export function FrameworksScreen() {
  const { t } = useTranslation()
  const frameworks = useAnswer(api.framework.list, {})
  const read = useOrder(api.framework.import, 'screen')
  const start = useOrder(api.framework.draftStart)
  const accept = useOrder(api.framework.accept)
  const isOffice = useAnswer(api.workspace.status, {})?.role === 'office'
  const [, navigate] = useLocation()
  const make = (from: string | null) => start.mutate({ from }, { onSuccess: ({ id }) => navigate(`/toetsingskaders/concept/${id}`) })
  const choose = async () => {
    const [file] = await window.bridge.open({ kinds: ['xlsx', 'json', 'yaml', 'yml'], many: false, folder: false })
    if (file) read.mutate({ file: file.handle })
  }
  return (
    <Screen
      title={t('framework.list')}
      lead={t('framework.lead')}
      actions={(
        <>
          <button type="button" disabled={start.isPending} onClick={() => make(null)}>{t('draft.start')}</button>
          <button type="button" disabled={read.isPending} onClick={() => void choose()}>{t('framework.import')}</button>
          <SaveTemplate />
        </>
      )}
    >
      {read.isError && <FileFaults error={read.error} />}
      {read.isSuccess && (
        <Notice tone="note">
          <p role="status">{t(read.data.draft ? 'frameworkFile.asDraft' : read.data.known ? 'framework.known' : 'framework.imported', { title: read.data.title })}</p>
          <FileNotes notes={read.data.notes} />
        </Notice>
      )}
      {read.isSuccess && read.data.hasNamesake && <Notice tone="warning">{t('draft.namesake')}</Notice>}
      <Drafts />
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('framework.title')}</th>
              <th scope="col">{t('framework.version')}</th>
              <th scope="col" className={table.number}>{t('framework.listed')}</th>
              <th scope="col" className={table.number}>{t('framework.assessed')}</th>
              <th scope="col" className={table.number}>{t('framework.own')}</th>
              <th scope="col">{t('framework.origin')}</th>
              <th scope="col">{t('framework.used')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {frameworks.map(({ hash, id, title, version, listed, assessed, ownWording, unfinished, origin, used, hasNamesake }) => (
              <tr key={hash}>
                <td>
                  <Link href={`/toetsingskaders/${hash}`}>{title}</Link>
                  {unfinished !== null && <small>! {t('draft.unfinished', { reason: unfinished })}</small>}
                  {hasNamesake && <small>! {t('draft.namesake')} <code>{hash.slice(0, 8)}</code></small>}
                </td>
                <td>{version}</td>
                <td className={table.number}>{listed}</td>
                <td className={table.number}>{assessed}</td>
                <td className={table.number}>{ownWording}</td>
                <td>
                  {t(`origin.${origin}`)}
                  {origin === 'received' && <small>{t('draft.notOffered')}</small>}
                </td>
                <td>{t(used ? 'framework.usedYes' : 'framework.usedNo')}</td>
                <td>
                  <button type="button" data-quiet onClick={() => make(hash)}>{t('draft.newVersion')}</button>
                  {origin === 'received' && isOffice && <button type="button" data-quiet onClick={() => accept.mutate({ hash })}>{t('draft.accept')}</button>}
                  {frameworks.filter((other) => other.id === id && other.hash !== hash).map((other) => (
                    <Link key={other.hash} href={`/toetsingskaders/${other.hash}/vergelijken/${hash}`}>{t('draft.compareWith', { title: version })} {other.version}</Link>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Screen>
  )
}
