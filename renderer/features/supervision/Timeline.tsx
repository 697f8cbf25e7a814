import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TimelineKind } from '../../../shared/domain/supervision-timeline.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import styles from './supervision.module.css'
import { TimelineDrawing } from './TimelineDrawing.tsx'
import { type Item, itemOf } from './told.ts'

/** Everything that happened around an organisation, drawn and as a list that says the same; a kind can be left out. */
export function Timeline({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation()
  const [hidden, setHidden] = useState<ReadonlySet<TimelineKind>>(new Set())
  const kinds = TimelineKind.options.filter((kind) => items.some((item) => item.kind === kind))
  const shown = items.filter(({ kind }) => !hidden.has(kind))
  const turn = (kind: TimelineKind) => setHidden(new Set(hidden.has(kind) ? [...hidden].filter((one) => one !== kind) : [...hidden, kind]))
  if (items.length === 0) return <Part title={t('supervision.timeline')}><Empty sentence={t('supervision.noTimeline')} /></Part>
  return (
    <Part title={t('supervision.timeline')}>
      <div className={styles.filter} role="group" aria-label={t('supervision.filter')}>
        {kinds.map((kind) => (
          <button key={kind} type="button" aria-pressed={!hidden.has(kind)} onClick={() => turn(kind)}>{t(`supervision.lane.${kind}`)}</button>
        ))}
        <span role="status">{t('supervision.shown', { count: shown.length, all: items.length })}</span>
      </div>
      {shown.length > 0 && <TimelineDrawing items={shown} />}
      <div className={table.scroll}>
        <table className={table.table}>
          <caption className={styles.unseen}>{t('supervision.timeline')}</caption>
          <thead><tr><th scope="col">{t('supervision.when')}</th><th scope="col">{t('supervision.what')}</th></tr></thead>
          <tbody>{shown.map((item) => <Row key={`${item.id} ${item.code}`} item={item} />)}</tbody>
        </table>
      </div>
    </Part>
  )
}

function Row({ item }: { item: Item }) {
  const { t } = useTranslation()
  const { kind, day, until, text } = item
  return (
    <tr>
      <td className={styles.when}>{shortDayOf(day)}{until !== null && <small>{t('supervision.until', { day: shortDayOf(until) })}</small>}</td>
      <td><span className={styles.sign} data-kind={kind} aria-hidden /> <strong>{itemOf(item)}</strong>{text !== null && <small className={styles.text}>{text}</small>}</td>
    </tr>
  )
}
