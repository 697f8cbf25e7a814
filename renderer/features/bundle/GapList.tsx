import { useTranslation } from 'react-i18next'
import { api, useAnswer, useHint } from '../../api.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Which numbers lack among the bundles that came in, of one inspection or of all. */
export function GapList({ inspection }: { inspection: string | null }) {
  const { t } = useTranslation()
  const gaps = useAnswer(api.bundle.gaps, { inspection })
  const known = useHint(api.inspection.list, {})
  const placeOf = (id: string) => {
    const one = known?.find((each) => each.id === id)
    return one ? [one.organisation.name, one.firstDay && shortDayOf(one.firstDay)].filter(Boolean).join(', ') : t('bundle.gapPlace', { end: id.slice(-8) })
  }
  if (gaps.length === 0) return null
  return (
    <Notice tone="note">
      <ul>
        {gaps.map(({ inspection: of, device, writer, missing, arrived }) => (
          <li key={`${of}${device}`}>
            {t('bundle.gap', { count: missing.length, missing: missing.map(({ number }) => number).join(', '), arrived: arrived.join(', '), writer: writer ?? t('bundle.gapNobody'), place: placeOf(of) })}
            {missing.some(({ what }) => what !== null) && ' '}
            {missing.flatMap(({ number, what }) => (what ? [t('bundle.gapWas', { number, what: t(`bundle.was-${what}`) })] : [])).join(' ')}
          </li>
        ))}
      </ul>
      {gaps.some(({ missing }) => missing.some(({ what }) => what === null)) && <p>{t('bundle.gapHint')}</p>}
    </Notice>
  )
}
