import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { labelOf } from '../../i18n/i18n.ts'
import { EntryRow } from './EntryRow.tsx'
import styles from './paper-round.module.css'
import type { Named, Part } from './part.ts'

interface Props {
  inspection: string
  framework: Framework
  names: ReadonlyMap<string, Named>
  parts: readonly Part[]
}

/** The printed table, row by row. A key of the scale answers and goes to the next row; the page goes along until another is typed. */
export function EntryTable({ inspection, framework, names, parts }: Props) {
  const { t } = useTranslation()
  const body = useRef<HTMLTableSectionElement>(null)
  const [page, setPage] = useState<string | null>(() => parts.findLast(({ fields }) => fields.page.value !== null)?.fields.page.value ?? null)
  const keys = [...framework.scales.rating, ...framework.scales.judgement].map((one) => `${one.key} ${labelOf(one)}`).join(' · ')

  /** To the same column, so many rows further. */
  const move = (from: Element, by: number) => {
    const column = from.getAttribute('data-column')
    const all = [...(body.current?.querySelectorAll<HTMLElement>(`[data-column='${column}']`) ?? [])]
    all[all.indexOf(from as HTMLElement) + by]?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key]
    const on = event.target as Element
    if (by === undefined || !on.hasAttribute('data-column')) return
    event.preventDefault()
    move(on, by)
  }
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('paperRound.table')}>
      <p id="paper-keys" className={styles.soft}>{t('paperRound.keys', { keys })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('comparison.number')}</th>
            <th scope="col">{t('paperRound.part')}</th>
            <th scope="col">{t('finding.rating')}</th>
            <th scope="col">{t('paperRound.printed')}</th>
            <th scope="col">{t('paperRound.page')}</th>
            <th scope="col">{t('paperRound.state')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={press}>
          {parts.map((part) => (
            <EntryRow
              key={part.part}
              inspection={inspection}
              framework={framework}
              named={names.get(part.part)!}
              part={part}
              page={page}
              onPage={setPage}
              onNext={(from) => move(from, 1)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
