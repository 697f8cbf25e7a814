import { useTranslation } from 'react-i18next'
import type { FaultAt, Framework } from '../../../shared/domain/framework.ts'
import type { Outlined } from '../../../shared/domain/framework-edit.ts'
import { inWords } from '../../../shared/domain/framework-place.ts'
import styles from './draft.module.css'
import { homeOf } from './sections.ts'

interface Props {
  faults: readonly FaultAt[]
  body: Framework
  rows: readonly Outlined[]
  onGo: (home: string) => void
}

/** As many as one looks at before mending some. */
const SHOWN = 8

/** What still stands in the way of freezing, each with the way to it. */
export function Faults({ faults, body, rows, onGo }: Props) {
  const { t } = useTranslation()
  return (
    <details className={styles.faults} open={faults.length > 0 && faults.length < SHOWN}>
      <summary><span role="status">{faults.length === 0 ? t('draft.complete') : t('draft.toMend', { count: faults.length })}</span></summary>
      <ul>
        {faults.slice(0, SHOWN * 5).map(({ where, what }) => {
          const { kind, number, part } = inWords(body, where)
          const place = kind === 'framework' ? '' : `${t(`frameworkKind.${kind}`, { number })}, `
          return (
            <li key={`${where} ${what}`}>
              <button type="button" data-quiet onClick={() => onGo(homeOf(rows, where))}>{place}{t(`frameworkPart.${part}`)}: {t(`frameworkFault.${what}`)}</button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
