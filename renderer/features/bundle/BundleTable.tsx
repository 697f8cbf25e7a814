import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { momentOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import table from '../../ui/table.module.css'
import styles from './bundle.module.css'
import { Fingerprint } from './Fingerprint.tsx'
import { GapList } from './GapList.tsx'
import { Signatures } from './Proposals.tsx'
import { ReceiptButton } from './ReceiptButton.tsx'

/** Every bundle made of this inspection or received about it, newest first. */
export function BundleTable({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const bundles = useAnswer(api.bundle.list, { inspection })
  const isOffice = useAnswer(api.workspace.status, {})?.role === 'office'
  const numberOf = (manifest: string) => bundles.find((one) => one.manifest === manifest)?.sequence ?? manifest.slice(0, 8)
  if (bundles.length === 0) return <Empty sentence={t('sign.noBundles')} />
  return (
    <>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('bundle.at')}</th>
              <th scope="col">{t('bundle.purpose')}</th>
              <th scope="col" className={table.number}>{t('bundle.sequence')}</th>
              <th scope="col">{t('bundle.fingerprint')}</th>
              <th scope="col">{t('import.signedBy')}</th>
              <th scope="col">{t('bundle.state')}</th>
              <th scope="col">{t('bundle.receipt')}</th>
            </tr>
          </thead>
          <tbody>
            {bundles.map(({ manifest, words, purpose, direction, state, sequence, at, receivedByOffice, replaces, replacedBy, signers }) => (
              <tr key={`${manifest}${direction}`}>
                <td>{momentOf(at)}</td>
                <td>{t(`purpose.${purpose}`)}</td>
                <td className={table.number}>{sequence}</td>
                <td><Fingerprint manifest={manifest} /><span className={styles.words}>{words.join(' ')}</span></td>
                <td>{signers.length === 0 ? '–' : <Signatures signers={signers} />}</td>
                <td>
                  {t(state === 'accepted' ? `bundle.${direction}` : `bundle.${state}`)}
                  {replaces && <small>{t('bundle.replaces', { which: numberOf(replaces) })}</small>}
                  {replacedBy && <small>{t('bundle.replacedBy', { which: numberOf(replacedBy) })}</small>}
                </td>
                <td>
                  {receivedByOffice ? momentOf(receivedByOffice) : '–'}
                  {isOffice && direction === 'received' && state === 'accepted' && <ReceiptButton manifest={manifest} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <GapList inspection={inspection} />
    </>
  )
}
