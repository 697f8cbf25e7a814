import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { assessedOf, type Framework, gradeOf } from '../../../shared/domain/framework.ts'
import { api, useAnswer } from '../../api.ts'
import { RatingMark, shownOfCode } from '../../ui/RatingMark.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './verdict.module.css'

/** The standard is all expectations, apart from the threshold: what is not met is to be improved, whatever the verdict. */
export function Improvements({ inspection, framework }: { inspection: string; framework: Framework }) {
  const { t } = useTranslation()
  const { findings } = useAnswer(api.finding.marks, { inspection })
  const notMet = assessedOf(framework).filter(({ id }) => {
    const grade = gradeOf(framework, findings[id]?.code ?? null)
    return grade?.counts && !grade.met
  })
  return (
    <Part title={t('verdict.standard')}>
      <blockquote className={styles.statement} lang={framework.language}>{framework.standard.statement}</blockquote>
      <p>{t('verdict.toImprove', { count: notMet.length })}</p>
      <ul className={styles.improvements}>
        {notMet.map(({ id, number, statement }) => (
          <li key={id}>
            <RatingMark shown={shownOfCode(framework, findings[id]?.code ?? null)} />
            <Link href={`/inspectie/${inspection}/oordelen/verwachting/${id}`}>{number}</Link>
            <span lang={framework.language}>{statement}</span>
          </li>
        ))}
      </ul>
      {notMet.length > 0 && <p><Link href={`/inspectie/${inspection}/verbeterpunten`}>{t('verdict.toPoints')}</Link></p>}
    </Part>
  )
}
