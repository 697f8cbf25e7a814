import { useTranslation } from 'react-i18next'
import type { Reach } from '../../../shared/domain/coverage.ts'
import { expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import { SourceKind } from '../../../shared/domain/source.ts'
import { Notice } from '../../ui/Notice.tsx'
import table from '../../ui/table.module.css'
import styles from './activity.module.css'

interface Props {
  framework: Framework
  coverage: readonly Reach[]
  unreached: readonly string[]
}

/** What the plan can speak to: first what it cannot, then every expectation with its kinds of source. */
export function PlanCoverage({ framework, coverage, unreached }: Props) {
  const { t } = useTranslation()
  const numberOf = (id: string) => expectationOf(framework, id)?.number ?? id
  return (
    <div className={styles.coverage}>
      <p role="status">{t('activity.reached', { count: coverage.length - unreached.length, all: coverage.length })}</p>
      {unreached.length > 0 && <Notice tone="note">{t('activity.unreached', { numbers: unreached.map(numberOf).join(', ') })}</Notice>}
      <details>
        <summary>{t('activity.byExpectation')}</summary>
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('activity.expectation')}</th>
                {SourceKind.options.map((kind) => <th key={kind} scope="col">{t(`source.kind-${kind}`)}</th>)}
                <th scope="col" className={table.number}>{t('activity.kinds')}</th>
              </tr>
            </thead>
            <tbody>
              {coverage.map(({ expectation, kinds }) => (
                <tr key={expectation}>
                  <td>{numberOf(expectation)}</td>
                  {SourceKind.options.map((kind) => <td key={kind}>{kinds.includes(kind) ? t('activity.yes') : '–'}</td>)}
                  <td className={table.number}>{kinds.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}
