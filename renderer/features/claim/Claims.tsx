import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { expectationOf, type Framework, gradeOf } from '../../../shared/domain/framework.ts'
import { labelOf, shortDayOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { RatingMark, shownOf } from '../../ui/RatingMark.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import { AddClaim } from './AddClaim.tsx'
import styles from './claim.module.css'
import { ClaimFields } from './ClaimFields.tsx'
import { differs, type ListedClaim, type Told } from './listed.ts'

interface Props {
  inspection: string
  framework: Framework
  told: Pick<Told, 'claims' | 'ratings'>
}

/** Per expectation what is claimed beside what was found; a row opens all that is known of it. */
export function Claims({ inspection, framework, told: { claims, ratings } }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string | null>(null)
  const chosen = claims.find(({ id }) => id === opened)
  const heads = ['expectation', 'claimed', 'document', 'readyBy', 'found', 'outcome', 'rating'] as const
  return (
    <Part title={t('claim.claims')}>
      {claims.length === 0 ? <Empty sentence={t('claim.empty')} /> : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead><tr>{heads.map((head) => <th key={head} scope="col">{t(`claim.${head}`)}</th>)}</tr></thead>
            <tbody>
              {claims.map((claim) => (
                <Row
                  key={claim.id}
                  claim={claim}
                  framework={framework}
                  rating={ratings[claim.fields.expectation.value ?? ''] ?? null}
                  isOpen={claim.id === opened}
                  onOpen={() => setOpened(claim.id === opened ? null : claim.id)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen && (
        <section className={styles.opened} aria-label={t('claim.details')}>
          <ClaimFields key={chosen.id} inspection={inspection} framework={framework} claim={chosen} />
          <button type="button" onClick={() => setOpened(null)}>{t('claim.close')}</button>
        </section>
      )}
      <AddClaim inspection={inspection} framework={framework} onAdded={setOpened} />
    </Part>
  )
}

interface RowProps {
  claim: ListedClaim
  framework: Framework
  rating: string | null
  isOpen: boolean
  onOpen: () => void
}

function Row({ claim: { fields, because }, framework, rating, isOpen, onOpen }: RowProps) {
  const { t } = useTranslation()
  const { expectation, says, statement, document, dated, readyBy, found, outcome } = fields
  const grade = gradeOf(framework, rating)
  return (
    <tr data-odds={because.length > 0}>
      <td>
        <button type="button" data-quiet aria-expanded={isOpen} onClick={onOpen}>
          {expectation.value === null ? '≠' : expectationOf(framework, expectation.value)?.number ?? expectation.value}
        </button>
        {differs(fields) && <small>≠ {t('rating.different')}</small>}
      </td>
      <td>{says.value && <strong>{t(`claim.says-${says.value}`)}</strong>} {statement.value}</td>
      <td>{document.value}{dated.value && <small>{shortDayOf(dated.value)}</small>}</td>
      <td className={table.day}>{readyBy.value && shortDayOf(readyBy.value)}</td>
      <td>{found.value}</td>
      <td>{outcome.value && t(`claim.outcome-${outcome.value}`)}{because.length > 0 && <small>≠ {t('claim.isOdds')}</small>}</td>
      <td>{grade ? <span className={styles.rated}><RatingMark shown={shownOf(grade)} /> {labelOf(grade)}</span> : t('rating.none')}</td>
    </tr>
  )
}
