import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder } from '../../api.ts'
import { Part } from '../../ui/Screen.tsx'

/** On a laptop that two share: who still has to answer for what they wrote, and the way to do so without making a file. */
export function OwnShare({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const people = useAnswer(api.workspace.people, {})
  const unsigned = useAnswer(api.bundle.unsigned, { inspection })
  const person = useAnswer(api.workspace.status, {})?.person
  const sign = useOrder(api.bundle.signOwnLog)
  if (people.length < 2) return null
  const own = unsigned.find((one) => one.person === person?.id)
  return (
    <Part title={t('sign.share')}>
      <p>{t('sign.shareLead')}</p>
      <ul>
        {people.map(({ id, name }) => {
          const changes = unsigned.find((one) => one.person === id)?.changes ?? 0
          return <li key={id}>{changes === 0 ? t('sign.shareSigned', { name }) : t('sign.shareUnsigned', { name, count: changes })}</li>
        })}
      </ul>
      {own && <button type="button" disabled={sign.isPending} onClick={() => sign.mutate({ inspection })}>{t('sign.shareSign')}</button>}
    </Part>
  )
}
