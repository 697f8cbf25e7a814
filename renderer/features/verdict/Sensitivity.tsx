import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import { questionOf } from '../../../shared/domain/rule-words.ts'
import { Part } from '../../ui/Screen.tsx'
import tables from '../../ui/table.module.css'
import { outcomeNameOf, type Told, tongue } from './told.ts'
import styles from './verdict.module.css'

interface Props {
  inspection: string
  framework: Framework
  told: Told
}

/** What would give another verdict: the fewest ratings, which, and how much weight each has. */
export function Sensitivity({ inspection, framework, told: { verdict, sensitivity } }: Props) {
  const { t } = useTranslation()
  const { best, worst, fewestChanges, exact, sets, setCount, facts } = sensitivity
  const nameOf = (code: string) => outcomeNameOf(framework, code)
  const isOpen = verdict.outcome === 'open'
  const deciding = framework.rule.facts.filter(({ id }) => facts.includes(id))
  return (
    <Part title={t('verdict.sensitivity')}>
      {isOpen && <p>{best === worst ? t('verdict.whatever', { outcome: nameOf(best) }) : t('verdict.between', { best: nameOf(best), worst: nameOf(worst) })}</p>}
      {!isOpen && <p>{fewestChanges === null ? t(exact ? 'verdict.noChange' : 'verdict.noneFound') : t(exact ? 'verdict.fewest' : 'verdict.fewestFound', { count: fewestChanges })}</p>}
      {!exact && <p className={styles.soft}>{t('verdict.bounded')}</p>}
      {fewestChanges !== null && (setCount === null ? <p>{t('verdict.setsUncounted')}</p> : <p>{t(sets ? 'verdict.setsListed' : 'verdict.sets', { count: setCount })}</p>)}
      {sets && (
        <ul className={styles.sets}>
          {sets.map((set) => (
            <li key={set.join()}>{set.map((id, index) => <span key={id}>{index > 0 && ' + '}<Expectation inspection={inspection} framework={framework} id={id} /></span>)}</li>
          ))}
        </ul>
      )}
      {deciding.length > 0 && (
        <>
          <p>{t('verdict.factsAlone')}</p>
          <ul className={styles.improvements}>{deciding.map((fact) => <li key={fact.id} className={styles.plain}>{questionOf(fact, tongue())}</li>)}</ul>
        </>
      )}
      <Weights inspection={inspection} framework={framework} sensitivity={sensitivity} />
    </Part>
  )
}

function Weights({ inspection, framework, sensitivity: { weights, setCount } }: Omit<Props, 'told'> & { sensitivity: Told['sensitivity'] }) {
  const { t } = useTranslation()
  if (weights.length === 0) return null
  return (
    <details>
      <summary>{t('verdict.weights', { count: weights.length })}</summary>
      <table className={tables.table}>
        <caption className={styles.soft}>{t('verdict.weightsExplain')}</caption>
        <thead><tr><th scope="col">{t('verdict.expectation')}</th><th scope="col">{t('verdict.alone')}</th><th scope="col">{t('verdict.inSets')}</th></tr></thead>
        <tbody>
          {weights.map(({ expectation, alone, sets }) => (
            <tr key={expectation}>
              <th scope="row"><Expectation inspection={inspection} framework={framework} id={expectation} /></th>
              <td>{t(alone ? 'verdict.aloneYes' : 'verdict.aloneNo')}</td>
              <td>{sets === null ? '–' : t('verdict.ofSets', { sets, count: setCount ?? 0 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Expectation({ inspection, framework, id }: Omit<Props, 'told'> & { id: string }) {
  const expectation = expectationOf(framework, id)
  return <Link href={`/inspectie/${inspection}/oordelen/verwachting/${id}`} title={expectation?.statement}>{expectation?.number ?? id}</Link>
}
