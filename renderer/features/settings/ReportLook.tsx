import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'

const OWN = ['nl', 'en', 'logo', 'letterNl', 'letterEn'] as const
type Own = (typeof OWN)[number]
type Template = Exclude<Own, 'logo'>
const LANGUAGES = { nl: 'nl', en: 'en', letterNl: 'nl', letterEn: 'en' } as const

/** Templates of reports and of letters come in and go by the same acts of either. */
const actsOf = (what: Template) => (what === 'nl' || what === 'en'
  ? { bring: api.report.bringTemplate, drop: () => api.report.dropOwn({ what }), name: `sjabloon-rapport-${what}.txt` }
  : { bring: api.letter.bringTemplate, drop: () => api.letter.dropTemplate({ language: LANGUAGES[what] }), name: `sjabloon-brieven-${LANGUAGES[what]}.txt` })

/** The inspectorate's own templates and logo: read in, saved to be changed, or put out of use. */
export function ReportLook() {
  const { t } = useTranslation()
  const [ofReport, ofLetters] = [useAnswer(api.report.own, {}), useAnswer(api.letter.own, {})]
  const own: Readonly<Record<Own, boolean>> = { ...ofReport, letterNl: ofLetters.nl, letterEn: ofLetters.en }
  const bring = useOrder(({ what, file }: { what: Own; file: string }) =>
    (what === 'logo' ? api.report.bringLogo({ file }) : actsOf(what).bring({ language: LANGUAGES[what], file })))
  const [saveReport, saveLetters] = [useOrder(written(api.report.saveTemplate)), useOrder(written(api.letter.saveTemplate))]
  const drop = useOrder(({ what }: { what: Own }) => (what === 'logo' ? api.report.dropOwn({ what }) : actsOf(what).drop()))
  const choose = async (what: Own) => {
    const [file] = await window.bridge.open({ kinds: what === 'logo' ? ['png', 'jpg', 'jpeg'] : ['txt'], many: false, folder: false })
    if (file) bring.mutate({ what, file: file.handle })
  }
  const keep = async (what: Template) => {
    const file = await window.bridge.save(actsOf(what).name)
    if (file) (what === 'nl' || what === 'en' ? saveReport : saveLetters).mutate({ language: LANGUAGES[what], file })
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
