import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Arrival } from '../../../shared/api/bundle.ts'
import { dayOf, sentenceFor } from '../../i18n/i18n.ts'
import table from '../../ui/table.module.css'
import styles from './bundle.module.css'
import { ReceiptButton } from './ReceiptButton.tsx'
import { Warnings } from './Warnings.tsx'

const SIGNS: Readonly<Record<Arrival['state'], string>> = { new: '+', known: '=', waiting: '…', quarantined: '!', refused: '✕' }

interface Props {
  arrivals: readonly Arrival[]
  /** After the import: what was taken over leads to its inspection. */
  taken?: boolean
  receipts?: boolean
}

/** As many as are drawn at once: a folder can hold thousands. */
const PORTION = 200

/** What asks for attention comes first: of thousands nobody finds the one that was refused. */
const URGENCY: readonly Arrival['state'][] = ['quarantined', 'refused', 'waiting', 'new', 'known']

/** A line for each file: what it is, who signed it, and what becomes of it or why not. */
export const ArrivalTable = memo(({ arrivals, taken = false, receipts = false }: Props) => {
  const { t } = useTranslation()
  const [drawn, setDrawn] = useState(PORTION)
  const left = arrivals.length - drawn
  const sorted = arrivals.length > PORTION ? arrivals.toSorted((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state)) : arrivals
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('import.file')}</th>
            <th scope="col">{t('import.decision')}</th>
            <th scope="col">{t('inspection.organisation')}</th>
            <th scope="col">{t('import.signedBy')}</th>
            <th scope="col">{t('import.brings')}</th>
            {receipts && <th scope="col">{t('bundle.receipt')}</th>}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, drawn).map((arrival, place) => (
            <tr key={place}>
              <td className={styles.file}>{arrival.file}</td>
              <td><Decision {...arrival} taken={taken} /></td>
              <td>{arrival.contents && <About contents={arrival.contents} linked={taken && (arrival.state === 'new' || arrival.state === 'known')} />}</td>
              <td>{arrival.contents?.signers.map(({ kid, name }) => <div key={kid}>{name}</div>)}</td>
              <td><Brings {...arrival} /></td>
              {receipts && (
                <td>{arrival.contents && (arrival.state === 'new' || arrival.state === 'known') && <ReceiptButton manifest={arrival.contents.manifest} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <p className={styles.more}>
          {t('import.more', { count: left })} <button type="button" data-quiet onClick={() => setDrawn(drawn + PORTION)}>{t('import.drawMore')}</button>
        </p>
      )}
    </div>
  )
})

function Decision({ state, failure, warnings, taken }: Arrival & { taken: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <span className={styles.decision} data-state={state}><span aria-hidden>{SIGNS[state]}</span> {t(`arrival.${taken && state === 'new' ? 'taken' : state}`)}</span>
      {failure && <small className={styles.why}>{sentenceFor(failure)}</small>}
      <Warnings warnings={warnings} />
    </>
  )
}

function About({ contents: { inspection, organisation, framework, purpose, firstDay, sequence }, linked }: { contents: NonNullable<Arrival['contents']>; linked: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      {linked ? <Link href={`/inspectie/${inspection}/oordelen`}>{organisation}</Link> : organisation}
      <small>{[framework, firstDay && dayOf(firstDay), t(`purpose.${purpose}`), t('bundle.number', { sequence })].filter(Boolean).join(' · ')}</small>
    </>
  )
}

function Brings({ added, differences, state }: Arrival) {
  const { t } = useTranslation()
  if (state === 'refused' || state === 'quarantined' || added === 0) return '–'
  return <>{t('import.changes', { count: added })}{differences > 0 && <strong className={styles.differences}>≠ {t('import.differences', { count: differences })}</strong>}</>
}
