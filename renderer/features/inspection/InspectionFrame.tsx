import type { TFunction } from 'i18next'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { InspectionSummary } from '../../../shared/domain/summary.ts'
import { api, useAnswer, useHint } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useBeforehand } from './beforehand.ts'
import styles from './frame.module.css'
import { nextStepOf } from './next-step.ts'

const STAGES = ['voorbereiding', 'bezoekdag', 'interviews', 'dossieronderzoek', 'documenten', 'beweerd', 'oordelen', 'eindoordeel', 'verbeterpunten', 'vergelijking', 'rapport', 'wederhoor', 'ondertekenen'] as const

/** What the office does once it is judged. */
const AFTER = ['openbaarmaking', 'openbare-versie', 'brieven'] as const

/** What there is to do about a round that is taken over from a report. */
const PAPER_STAGES = ['overnemen', 'documenten', 'ondertekenen'] as const
type Stage = (typeof STAGES | typeof PAPER_STAGES | typeof AFTER)[number]

/** The stages of one inspection at the left, how far it is, and what comes next; the stage itself beside them. */
export function InspectionFrame({ inspection, stage, children }: { inspection: string; stage: string; children: ReactNode }) {
  const { t } = useTranslation()
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const { counts } = summary
  const askBeforehand = useBeforehand(inspection, summary.framework.hash)
  const role = useHint(api.workspace.status, {})?.role
  const next = nextStepOf(summary, role)
  const judged = counts.assessed - counts.open
  const stages: readonly Stage[] = summary.takenFrom === 'report' ? PAPER_STAGES : STAGES.filter((stage) => stage !== 'vergelijking' || summary.earlier !== null)
  const stagesShown = useRef<HTMLElement>(null)
  useEffect(() => {
    void stagesShown.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }) // a promise in newer browsers: no effect may return it
  }, [stage])
  const item = (name: Stage) => (
    <li key={name}>
      <Link
        href={`/inspectie/${inspection}/${name}`}
        aria-current={name === stage ? 'step' : undefined}
        onPointerEnter={() => askBeforehand(name)}
        onFocus={() => askBeforehand(name)}
      >
        <span>{t(`stage.${name}`)}</span>
        <small>{progressOf(name, summary, t)}</small>
      </Link>
    </li>
  )
  return (
    <div className={styles.frame}>
      <aside className={styles.rail} aria-label={t('stage.about')}>
        <div>
          <Link className={styles.organisation} href={`/organisaties/${summary.organisation.id}`} title={summary.organisation.name}>{summary.organisation.name}</Link>
          {summary.takenFrom === 'report' && <p>{t('paperRound.short')}</p>}
          <p>{t(`kind.${summary.kind}`)}{summary.firstDay && <><br />{dayOf(summary.firstDay)}</>}</p>
        </div>
        <nav ref={stagesShown} aria-label={t('stage.stages')}>
          <ol>{stages.map(item)}</ol>
          {summary.takenFrom !== 'report' && <><h2 className={styles.after}>{t('stage.after')}</h2><ul>{AFTER.map(item)}</ul></>}
        </nav>
        <div className={styles.next}>
          <ProgressBar done={judged} total={counts.assessed} label={t('inspection.judged')} />
          <p><strong>{t('stage.next')}</strong> <Link href={`/inspectie/${inspection}/${next.stage}`}>{t(`next.${next.code}`, { count: next.count })}</Link></p>
        </div>
      </aside>
      <div className={styles.stage}>{children}</div>
    </div>
  )
}

/** A few words of progress beside a stage; most have none. */
function progressOf(stage: Stage, { counts, status }: InspectionSummary, t: TFunction): string | null {
  if (stage === 'oordelen') return t('inspection.ofAssessed', { judged: counts.assessed - counts.open, assessed: counts.assessed })
  if (stage === 'ondertekenen' && status !== 'draft') return t(`state.${status}`)
  return null
}
