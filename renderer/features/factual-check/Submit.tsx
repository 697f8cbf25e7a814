import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { lastDayOf, STANDARD_TERM } from '../../../shared/domain/factual-check.ts'
import { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { dayOf, sentenceOf } from '../../i18n/i18n.ts'
import { whereIs } from '../../privacy/where.ts'
import { DayField } from '../../ui/DayField.tsx'
import { fields, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'
import { today } from '../../ui/today.ts'
import styles from './factual-check.module.css'
import { TermFields } from './TermFields.tsx'

/** What would go to the organisation now, for how long, and what keeps it from going. */
export function Submit({ inspection, isFirst }: { inspection: string; isFirst: boolean }) {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<ReportLanguage>('nl')
  const { lines, different, reveals } = useAnswer(api.factualCheck.preview, { inspection, language })
  const [term, setTerm] = useState(STANDARD_TERM)
  const [on, setOn] = useState<string | null>(today())
  const write = useOrder(written(api.factualCheck.write), 'screen')
  const barred = reveals.filter(({ what }) => what !== 'single-role')
  const save = async () => {
    const file = await window.bridge.save(`hoor-en-wederhoor-${inspection.slice(-8)}.zip`)
    if (file && on) write.mutate({ inspection, file, on, term, language })
  }
  const due = on === null ? null : lastDayOf(term, on)
  return (
    <Part title={t(isFirst ? 'factualCheck.submit' : 'factualCheck.submitAgain')}>
      <p>{t('factualCheck.submitLead')}</p>
      {different > 0 && <Notice tone="refused">{t('factualCheck.different', { count: different })}</Notice>}
      {lines.length === 0 && <Nothing inspection={inspection} />}
      {reveals.length > 0 && <Reveals inspection={inspection} lines={lines} reveals={reveals} barred={barred.length > 0} />}
      {lines.length > 0 && (
        <details>
          <summary>{t('factualCheck.lines', { count: lines.length })}</summary>
          <ol className={styles.lines}>
            {lines.map(({ line, number, text }) => <li key={line} value={line}><small>{number}</small> <span>{text}</span></li>)}
          </ol>
        </details>
      )}
      <div className={fields}>
        <DayField label={t('factualCheck.on')} value={on} onChange={setOn} />
        <TermFields term={term} onChange={setTerm} />
        <Labelled label={t('factualCheck.language')}>
          <select value={language} onChange={({ target }) => setLanguage(ReportLanguage.parse(target.value))}>
            {ReportLanguage.options.map((one) => <option key={one} value={one}>{t(`report.${one}`)}</option>)}
          </select>
        </Labelled>
      </div>
      <p>{due && t('factualCheck.due', { day: dayOf(due) })}</p>
      <button type="button" data-main={isFirst} disabled={on === null || term.source.trim() === '' || lines.length === 0 || different > 0 || barred.length > 0 || write.isPending} onClick={() => void save()}>
        {t('factualCheck.write')}
      </button>
      {write.error && <Notice tone="refused">{sentenceOf(write.error)}</Notice>}
      <div role="status">{write.data && <Notice tone="note">{t('factualCheck.written', { count: write.data.lines, day: dayOf(write.data.due) })}</Notice>}</div>
    </Part>
  )
}

type Preview = Awaited<ReturnType<typeof api.factualCheck.preview>>

/** Why nothing can be submitted, and where what would be submitted is recorded. */
function Nothing({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  return (
    <Notice tone="note">
      {t('factualCheck.nothing')} <Link href={`/inspectie/${inspection}/oordelen`}>{t('stage.oordelen')}</Link>, <Link href={`/inspectie/${inspection}/beweerd`}>{t('stage.beweerd')}</Link>
    </Notice>
  )
}

interface Revealing extends Pick<Preview, 'lines' | 'reveals'> {
  inspection: string
  barred: boolean
}

/** Where one can tell who said what: what must be rewritten first, and what a person should look at. */
function Reveals({ inspection, lines, reveals, barred }: Revealing) {
  const { t } = useTranslation()
  return (
    <Notice tone="warning">
      <p><strong>{t(barred ? 'factualCheck.barred' : 'factualCheck.weigh')}</strong></p>
      <ul>
        {reveals.map(({ line, what, said }) => <li key={`${line} ${what} ${said}`}><Link href={whereIs(lines[line - 1]!, inspection).to}>{t('factualCheck.atLine', { line })}</Link>: “{said}” · {t(`factualCheck.reveals-${what}`)}</li>)}
      </ul>
    </Notice>
  )
}
