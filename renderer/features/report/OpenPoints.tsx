import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { PageElement } from '../../../shared/domain/report-page.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useAnswer, useHint } from '../../api.ts'
import { Item } from './Item.tsx'
import type { PagePoint } from './page-places.ts'
import styles from './report.module.css'
import { showPlace } from './show-place.ts'
import { OwnWords, Spelling } from './Spelling.tsx'
import { Untrue } from './Untrue.tsx'
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
export function OpenPoints({ inspection, language, points, texts, anchors, checks: { prose, answered, spelling } }: Props) {
  const { t } = useTranslation()
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const words = useHint(api.spelling.words, {}) ?? []
  const privacy = useHint(api.privacy.list, { inspection })?.length ?? 0
  const base = `/inspectie/${inspection}`
  const asking = Map.groupBy(points, ({ asks }) => asks)
  const { open } = summary.counts
  const show = (mark: string, of: string) => showPlace(mark, anchors.get(texts.get(of)!))
  const none = open + points.length + privacy + (prose?.length ?? 0) + (spelling?.length ?? 0) === 0
  return (
    <section className={styles.points} aria-labelledby="rapport-nog-te-doen">
      <h2 id="rapport-nog-te-doen">{t('report.toDo')}</h2>
      {none && <p role="status">{prose === undefined || spelling === undefined ? t('report.looking') : t('report.nothingToDo')}</p>}
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
        {prose && <Untrue inspection={inspection} language={language} hits={prose} onShow={show} />}
      </Group>
      <Group title={t('report.spelling')} count={spelling?.length ?? 0}>{spelling && <Spelling slips={spelling} language={language} onShow={show} />}</Group>
      <Group title={t('report.rightGroup')} count={answered.length} isQuiet><Untrue inspection={inspection} language={language} hits={answered} onShow={show} /></Group>
      <Group title={t('report.ownWords')} count={words.length} isQuiet><OwnWords words={words} /></Group>
    </section>
  )
}

const SHORT = 8

/** A kind of open points; a long one folds, so that the next stays in view, and so does a `isQuiet` one, which asks for nothing. */
function Group({ title, count, isQuiet = false, children }: { title: string; count: number; isQuiet?: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(count <= SHORT && !isQuiet)
  if (count === 0) return null
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title} <span className={styles.count}>{count}</span></summary>
      {isOpen && <ul>{children}</ul>}
    </details>
  )
}
