import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { dayOf, sentenceOf } from '../../i18n/i18n.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import table from '../../ui/table.module.css'
import { OtherOffice } from './OtherOffice.tsx'

/** The offices that are trusted here, each with its revocation list, which goes in and out by file. */
export function Offices() {
  const { t } = useTranslation()
  const roots = useAnswer(api.enrolment.roots, {})
  const read = useOrder(api.enrolment.readList, 'screen')
  const write = useOrder(written(api.enrolment.exportList))
  const choose = async () => {
    const [chosen] = await window.bridge.open({ kinds: ['crl', 'pem'], many: false, folder: false })
    if (chosen) read.mutate({ file: chosen.handle })
  }
  const save = async (root: string) => {
    const file = await window.bridge.save('intrekkingslijst.crl')
    if (file) write.mutate({ file, root })
  }
  return (
    <>
      <p>{t('offices.lead')}</p>
      {roots.length > 0 && (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('offices.office')}</th>
                <th scope="col">{t('offices.words')}</th>
                <th scope="col">{t('offices.list')}</th>
                <th scope="col">{t('offices.file')}</th>
              </tr>
            </thead>
            <tbody>
              {roots.map(({ id, name, words, list, outOfDate, succeeded }) => (
                <tr key={id}>
                  <td>{name}{succeeded && <><br /><small>{t('offices.succeeded')}</small></>}</td>
                  <td>{words.join(' ')}</td>
                  <td>
                    {list
                      ? t(outOfDate ? 'offices.old' : 'offices.fresh', { number: list.number, made: dayOf(list.madeAt), until: dayOf(list.nextUpdate) })
                      : t('offices.none')}
                  </td>
                  <td>
                    {list && (
                      <button type="button" aria-label={t('offices.saveOf', { name })} disabled={write.isPending} onClick={() => void save(id)}>
                        {t('offices.save')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={buttons}>
        <button type="button" disabled={read.isPending} onClick={() => void choose()}>{t('offices.read')}</button>
      </div>
      {read.error && <Notice tone="refused">{sentenceOf(read.error)}</Notice>}
      {read.isSuccess && <p role="status">{t('offices.listRead', { office: read.data.office, number: read.data.number, until: dayOf(read.data.nextUpdate) })}</p>}
      <OtherOffice />
    </>
  )
}
