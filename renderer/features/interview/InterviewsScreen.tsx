import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { expectationOf } from '../../../shared/domain/framework.ts'
import { roleTitleOf } from '../../../shared/domain/interview.ts'
import { api, useAnswer } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { SharedLabels } from '../../source/SharedLabels.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Screen } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import styles from './interview.module.css'
import { TalkScreen } from './TalkScreen.tsx'

/** The talks of an inspection, or the one of the address. */
export function InterviewsScreen({ inspection }: { inspection: string }) {
  const [location] = useLocation()
  const address = `/inspectie/${inspection}/interviews`
  const talk = location.startsWith(`${address}/`) ? location.slice(address.length + 1) : null
  const { activities } = useAnswer(api.activity.list, { inspection })
  const known = activities.some(({ id, fields }) => id === talk && fields.kind.value === 'interview')
  return talk !== null && known ? <TalkScreen key={talk} inspection={inspection} talk={talk} /> : <TalkList inspection={inspection} />
}

function TalkList({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { activities, framework: hash } = useAnswer(api.activity.list, { inspection })
  const { without } = useAnswer(api.source.coverage, { inspection })
  const framework = useFramework(hash)
  const talks = activities.filter(({ fields: { kind, state } }) => kind.value === 'interview' && state.value !== 'cancelled')
  const preparation = `/inspectie/${inspection}/voorbereiding`
  if (talks.length === 0) {
    return (
      <Screen title={t('stage.interviews')}>
        <Empty sentence={t('interview.empty')}>
          <button type="button" data-main onClick={() => navigate(preparation)}>{t('interview.toPlan')}</button>
        </Empty>
      </Screen>
    )
  }
  return (
    <Screen title={t('stage.interviews')} lead={t('interview.lead')} actions={<Link href={preparation}>{t('interview.toPlan')}</Link>}>
      <SharedLabels inspection={inspection} />
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>{(['talk', 'when', 'place', 'state'] as const).map((head) => <th key={head} scope="col">{t(`interview.${head}`)}</th>)}</tr>
          </thead>
          <tbody>
            {talks.map(({ id, fields: { label, role, day, time, place, state } }) => (
              <tr key={id}>
                <td><Link href={`/inspectie/${inspection}/interviews/${id}`}>{label.value && `[${label.value}] `}{roleTitleOf(framework, role.value ?? t('interview.noRole'))}</Link></td>
                <td>{day.value && shortDayOf(day.value)} {time.value}</td>
                <td>{place.value}</td>
                <td>{t(`activity.state-${state.value ?? 'planned'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" className={styles.without}>
        {without.length === 0 ? t('source.allCovered') : (
          <>
            {t('source.without')} {without.map((id) => <Link key={id} href={`/inspectie/${inspection}/oordelen/verwachting/${id}`}>{expectationOf(framework, id)?.number ?? id}</Link>)}
          </>
        )}
      </p>
    </Screen>
  )
}
