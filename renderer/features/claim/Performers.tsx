import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import { differs, type Told } from './listed.ts'

interface Props {
  inspection: string
  framework: Framework
  performers: Told['performers']
}

/** Who performs which expectation; it is said where that is judged. */
export function Performers({ inspection, framework, performers }: Props) {
  const { t } = useTranslation()
  return (
    <Part title={t('claim.performers')}>
      {performers.length === 0 ? <Empty sentence={t('claim.noPerformers')} /> : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead><tr>{(['expectation', 'by', 'organisation', 'cannot'] as const).map((head) => <th key={head} scope="col">{t(`claim.${head}`)}</th>)}</tr></thead>
            <tbody>
              {performers.map(({ expectation, fields }) => (
                <tr key={expectation}>
                  <td>
                    <Link href={`/inspectie/${inspection}/oordelen/verwachting/${expectation}`}>{expectationOf(framework, expectation)?.number ?? expectation}</Link>
                    {differs(fields) && <small>≠ {t('rating.different')}</small>}
                  </td>
                  <td>{fields.by.value && t(`claim.by-${fields.by.value}`)}</td>
                  <td>{fields.organisation.value}</td>
                  <td>{fields.cannot.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  )
}
