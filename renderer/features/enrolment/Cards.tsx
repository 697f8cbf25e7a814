import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** With each other's cards colleagues encrypt their work files for each other. */
export function Cards() {
  const { t } = useTranslation()
  const colleagues = useAnswer(api.enrolment.colleagues, {})
  const give = useOrder(written(api.enrolment.exportCard))
  const read = useOrder(written(api.enrolment.readCard))
  const save = async () => {
    const file = await window.bridge.save('kaartje.pem')
    if (file) give.mutate({ file })
  }
  const choose = async () => {
    const [chosen] = await window.bridge.open({ kinds: ['pem'], many: false, folder: false })
    if (chosen) read.mutate({ file: chosen.handle })
  }
  return (
    <>
      <p>{t('access.cardsLead')}</p>
      <div className={buttons}>
        <button type="button" disabled={give.isPending} onClick={() => void save()}>{t('access.saveCard')}</button>
        <button type="button" disabled={read.isPending} onClick={() => void choose()}>{t('access.readCard')}</button>
      </div>
      {read.error && <Notice tone="refused">{sentenceOf(read.error)}</Notice>}
      {read.isSuccess && <p role="status">{t('access.cardRead', { name: read.data.name })}</p>}
      {colleagues.length > 0 && <p>{t('access.colleagues', { names: colleagues.map(({ name }) => name).join(', ') })}</p>}
    </>
  )
}
