import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { dayOf, momentOf, sentenceOf } from '../../i18n/i18n.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import table from '../../ui/table.module.css'
import { DistrustDialog } from './DistrustDialog.tsx'
import { OtherOffice } from './OtherOffice.tsx'

type Root = Awaited<ReturnType<typeof api.enrolment.roots>>[number]

/** The offices that are or were trusted here, each with its revocation list, which goes in and out by file. */
export function Offices() {
  const { t } = useTranslation()
  const roots = useAnswer(api.enrolment.roots, {})
  const own = useAnswer(api.enrolment.status, {}).root?.words.join(' ')
  const read = useOrder(api.enrolment.readList, 'screen')
  const write = useOrder(written(api.enrolment.exportList))
  const [ending, setEnding] = useState<(typeof roots)[number] | null>(null)
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
              {roots.map((root) => root.distrusted ? <Ended key={root.id} root={root} /> : (
                <tr key={root.id}>
                  <td>
                    {root.name}
                    {root.words.join(' ') === own && <small>{t('offices.own')}</small>}
                    {root.succeeded && <small>{t('offices.succeeded')}</small>}
                  </td>
                  <td>{root.words.join(' ')}</td>
                  <td>
                    {root.list
                      ? t(root.outOfDate ? 'offices.old' : 'offices.fresh', { number: root.list.number, made: dayOf(root.list.madeAt), until: dayOf(root.list.nextUpdate) })
                      : t('offices.none')}
                  </td>
                  <td>
                    <div className={buttons}>
                      {root.list && (
                        <button type="button" aria-label={t('offices.saveOf', { name: root.name })} disabled={write.isPending} onClick={() => void save(root.id)}>
                          {t('offices.save')}
                        </button>
                      )}
                      <button type="button" aria-label={t('distrust.of', { name: root.name })} onClick={() => setEnding(root)}>{t('distrust.button')}</button>
                    </div>
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
      {ending && <DistrustDialog root={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

/** A root that is trusted no longer stays in the list: since when, who said so and why. */
function Ended({ root: { name, words, distrusted } }: { root: Root }) {
  const { t } = useTranslation()
  return (
    <tr>
      <td>{name}</td>
      <td>{words.join(' ')}</td>
      <td colSpan={2}>{distrusted && t('distrust.told', { since: momentOf(distrusted.since), by: distrusted.by, reason: distrusted.reason })}</td>
    </tr>
  )
}
