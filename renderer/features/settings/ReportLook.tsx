import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'

const OWN = ['nl', 'en', 'logo'] as const
type Own = (typeof OWN)[number]

/** The inspectorate's own templates and logo: read in, saved to be changed, or put out of use. */
export function ReportLook() {
  const { t } = useTranslation()
  const own = useAnswer(api.report.own, {})
  const bring = useOrder(({ what, file }: { what: Own; file: string }) =>
    (what === 'logo' ? api.report.bringLogo({ file }) : api.report.bringTemplate({ language: what, file })))
  const save = useOrder(written(api.report.saveTemplate))
  const drop = useOrder(api.report.dropOwn)
  const choose = async (what: Own) => {
    const [file] = await window.bridge.open({ kinds: what === 'logo' ? ['png', 'jpg', 'jpeg'] : ['txt'], many: false, folder: false })
    if (file) bring.mutate({ what, file: file.handle })
  }
  const keep = async (language: 'nl' | 'en') => {
    const file = await window.bridge.save(`sjabloon-rapport-${language}.txt`)
    if (file) save.mutate({ language, file })
  }
  return (
    <Part title={t('reportLook.title')}>
      <p>{t('reportLook.lead')}</p>
      {OWN.map((what) => (
        <div key={what} role="group" aria-label={t(`reportLook.${what}`)}>
          <p><strong>{t(`reportLook.${what}`)}</strong>: {t(own[what] ? 'reportLook.own' : what === 'logo' ? 'reportLook.none' : 'reportLook.shipped')}</p>
          <div className={buttons}>
            <button type="button" disabled={bring.isPending} onClick={() => void choose(what)}>{t('reportLook.bring')}</button>
            {what !== 'logo' && <button type="button" onClick={() => void keep(what)}>{t('reportLook.save')}</button>}
            {own[what] && <button type="button" onClick={() => drop.mutate({ what })}>{t('reportLook.drop')}</button>}
          </div>
        </div>
      ))}
      {bring.error && <Notice tone="refused">{sentenceOf(bring.error)}</Notice>}
      {bring.isSuccess && <p role="status">{t('reportLook.kept')}</p>}
    </Part>
  )
}
