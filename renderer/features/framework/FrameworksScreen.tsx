import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'

/** All versions of all frameworks; one can be read in from a file, which is refused with the place where it is wrong. */
export function FrameworksScreen() {
  const { t } = useTranslation()
  const frameworks = useAnswer(api.framework.list, {})
  const read = useOrder(api.framework.import, 'screen')
  const choose = async () => {
    const [file] = await window.bridge.open({ kinds: ['json'], many: false, folder: false })
    if (file) read.mutate({ file: file.handle })
  }
  return (
    <Screen
      title={t('framework.list')}
      lead={t('framework.lead')}
      actions={<button type="button" disabled={read.isPending} onClick={() => void choose()}>{t('framework.import')}</button>}
    >
      {read.isError && <Notice tone="refused">{sentenceOf(read.error)}</Notice>}
      {read.isSuccess && (
        <Notice tone="note"><p role="status">{t(read.data.known ? 'framework.known' : 'framework.imported', { title: read.data.title })}</p></Notice>
      )}
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
            </tr>
          </thead>
          <tbody>
            {frameworks.map(({ hash, title, version, listed, assessed, ownWording, origin, used }) => (
              <tr key={hash}>
                <td><Link href={`/toetsingskaders/${hash}`}>{title}</Link></td>
                <td>{version}</td>
                <td className={table.number}>{listed}</td>
                <td className={table.number}>{assessed}</td>
                <td className={table.number}>{ownWording}</td>
                <td>{t(`origin.${origin}`)}</td>
                <td>{t(used ? 'framework.usedYes' : 'framework.usedNo')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Screen>
  )
}
