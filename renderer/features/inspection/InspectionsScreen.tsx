import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { InspectionSummary } from '../../../shared/domain/summary.ts'
import type { WorkspaceRole } from '../../../shared/domain/workspace.ts'
import { api, useAnswer } from '../../api.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Screen } from '../../ui/Screen.tsx'
import styles from './inspection.module.css'
import { InspectionTable } from './InspectionTable.tsx'
import { useSearched } from './use-searched.ts'

/** What is at hand is on top; without a day it is still being prepared. */
const newestFirst = (a: InspectionSummary, b: InspectionSummary) => (b.firstDay ?? '9').localeCompare(a.firstDay ?? '9')

/** All inspections of this workspace, found by typing any part of what the table says, below what needs attention anyhow. */
export function InspectionsScreen({ role, children }: { role: WorkspaceRole; children?: ReactNode }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const listed = useAnswer(api.inspection.list, {})
  const all = useMemo(() => listed.toSorted(newestFirst), [listed])
  const found = useSearched(all, typed)
  const start = <button type="button" data-main onClick={() => navigate('/inspectie/nieuw')}>{t('inspection.new')}</button>
  const read = <button type="button" onClick={() => navigate('/inlezen')}>{t(`inspection.open-${role}`)}</button>
  if (all.length === 0) {
    return (
      <Screen title={t('inspection.list')}>
        {children}
        <Empty sentence={t(`inspection.empty-${role}`)}>
          {role === 'office' ? <button type="button" data-main onClick={() => navigate('/inlezen')}>{t('inspection.open-office')}</button> : start}
        </Empty>
        <p className={styles.aside}>
          {role === 'office'
            ? <Link href="/inspectie/nieuw">{t('inspection.new')}</Link>
            : <Link href="/inlezen">{t('inspection.open-field')}</Link>}
        </p>
      </Screen>
    )
  }
  return (
    <Screen title={t('inspection.list')} actions={<>{start}{read}</>}>
      {children}
      <div className={styles.search}>
        <input type="search" aria-label={t('inspection.filter')} placeholder={t('inspection.filter')} value={typed} onChange={({ target }) => setTyped(target.value)} />
        <span role="status">{t('inspection.found', { count: found.length, all: all.length })}</span>
      </div>
      <InspectionTable inspections={found} />
    </Screen>
  )
}
