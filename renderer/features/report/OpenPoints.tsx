import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PageElement } from '../../../shared/domain/report-page.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useAnswer, useHint } from '../../api.ts'
import { whereIs } from '../../privacy/where.ts'
import { ofIn, type PagePoint } from './page-places.ts'
import styles from './report.module.css'
import { showPlace } from './show-place.ts'
import { Spelling } from './Spelling.tsx'
import type { Checks } from './use-checks.ts'

interface Props {
  inspection: string
  language: ReportLanguage
  points: readonly PagePoint[]
  /** Where each text that somebody can edit stands. */
  texts: ReadonlyMap<string, PageElement>
  anchors: ReadonlyMap<PageElement, string>
  checks: Checks
}

/** What still keeps the report from being ready, each with the way to its place on paper and to its data. */
export function OpenPoints({ inspection, language, points, texts, anchors, checks: { prose, spelling } }: Props) {
  const { t } = useTranslation()
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const privacy = useHint(api.privacy.list, { inspection })?.length ?? 0
  const base = `/inspectie/${inspection}`
  const asking = Map.groupBy(points, ({ asks }) => asks)
  const { open } = summary.counts
  const show = (mark: string, of: string) => showPlace(mark, anchors.get(texts.get(of)!))
  const none = open + points.length + privacy + (prose?.length ?? 0) + (spelling?.length ?? 0) === 0
  return (
    <section className={styles.points} aria-labelledby="rapport-nog-te-doen">
      <h2 id="rapport-nog-te-doen">{t('report.toDo')}</h2>
      {none && <p role="status">{prose === undefined ? t('report.looking') : t('report.nothingToDo')}</p>}
      {open > 0 && <p><Link href={`${base}/oordelen`}>{t('report.unjudged', { count: open })}</Link></p>}
      {privacy > 0 && <p><Link href={`${base}/privacy`}>{t('report.privacyOpen', { count: privacy })}</Link></p>}
      {(['difference', 'outdated', 'missing'] as const).map((asks) => (
        <Group key={asks} title={t(`report.asks.${asks}`)} count={asking.get(asks)?.length ?? 0}>
          {asking.get(asks)?.map(({ element, of, heading }) => (
            <Item key={anchors.get(element)} inspection={inspection} of={of} onShow={() => showPlace(anchors.get(element)!)}>{heading}</Item>
          ))}
        </Group>
      ))}
      <Group title={t('report.untrue')} count={prose?.length ?? 0}>
        {prose?.map(({ mark, said, data, of, about }) => (
          <Item key={mark} inspection={inspection} of={about ? `${about.entity}:${about.entityId}:` : of} onShow={() => show(mark, of)}>
            <q>{said}</q><br /><small>{t('report.dataSay', { data })}</small>
          </Item>
        ))}
      </Group>
      <Group title={t('report.spelling')} count={spelling?.length ?? 0}>{spelling && <Spelling slips={spelling} language={language} onShow={show} />}</Group>
    </section>
  )
}

const SHORT = 8

/** A kind of open points; a long one folds, so that the next stays in view. */
function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const [isOpen, setOpen] = useState(count <= SHORT)
  if (count === 0) return null
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title} <span className={styles.count}>{count}</span></summary>
      {isOpen && <ul>{children}</ul>}
    </details>
  )
}

function Item({ inspection, of, onShow, children }: { inspection: string; of: string | null; onShow: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  const place = of === null ? null : ofIn(of)
  return (
    <li>
      <button type="button" data-quiet onClick={onShow}>{children}</button>
      {place && place.entity !== 'reportText' && <Link href={whereIs(place, inspection).to}>{t('report.jump')}</Link>}
    </li>
  )
}
