import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'
import { momentOf } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import table from '../../ui/table.module.css'
import styles from './bundle.module.css'
import { fieldKeyOf, stageOf } from './use-places.ts'
import { WithReason } from './WithReason.tsx'

type Look = Awaited<ReturnType<typeof api.bundle.lookApart>>

/** Looks into a bundle that was set apart, inside the program; saving it in the clear is another thing to do. */
export function LookApart({ manifest, sequence }: { manifest: string; sequence: number }) {
  const look = useOrder(api.bundle.lookApart)
  const saving = useOrder(written(api.bundle.saveApart))
  const [told, setTold] = useState<Look | null>(null)
  const save = async (reason: string) => {
    const file = await window.bridge.save(`apart-${sequence}.veldtoets`)
    if (file) saving.mutate({ manifest, reason, file })
  }
  return (
    <>
      <WithReason what="look" onReason={(reason) => look.mutate({ manifest, reason }, { onSuccess: setTold })} busy={look.isPending} />
      <WithReason what="save" onReason={(reason) => void save(reason)} busy={saving.isPending} />
      {told && <Inside told={told} onClose={() => setTold(null)} />}
    </>
  )
}

/** What it says that is not here: where, by whom and when. */
function Inside({ told: { madeAt, known, entries, more }, onClose }: { told: Look; onClose: () => void }) {
  const { t } = useTranslation()
  const whereOf = ({ entity, field, number }: Look['entries'][number]) => {
    const key = fieldKeyOf({ entity, field })
    return [number ?? t(`stage.${stageOf(entity)}`), key && t(`sign.field.${key}`)].filter(Boolean).join(', ')
  }
  return (
    <Dialog title={t('quarantine.inside')} wide onClose={onClose}>
      <p>{t('quarantine.insideLead', { moment: momentOf(madeAt) })} {known > 0 && t('quarantine.known', { count: known })}</p>
      {entries.length === 0 ? <p>{t('quarantine.nothingNew')}</p> : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('quarantine.where')}</th>
                <th scope="col">{t('quarantine.says')}</th>
                <th scope="col">{t('quarantine.by')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((one, place) => (
                <tr key={place}>
                  <td>{whereOf(one)}</td>
                  <td className={styles.says}>{one.value ?? t('quarantine.erased')}{one.reason && <><br /><small>{one.reason}</small></>}</td>
                  <td>{one.by ?? '–'}<br /><small>{momentOf(one.at)}</small></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more > 0 && <p>{t('quarantine.more', { count: more })}</p>}
    </Dialog>
  )
}
