import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api, useAnswer } from '../../api.ts'
import { Claimed } from '../../source/Claimed.tsx'
import { Sources } from '../../source/Sources.tsx'
import { RatingMark } from '../../ui/RatingMark.tsx'
import { CriterionPanel } from './CriterionPanel.tsx'
import { ExpectationPanel } from './ExpectationPanel.tsx'
import styles from './finding.module.css'
import type { Given } from './giving.ts'
import { type Item, unratedBecause } from './item.ts'
import { type Going, KeyGroup } from './KeyGroup.tsx'
import { Statement } from './Statement.tsx'

interface Props {
  inspection: string
  framework: Framework
  item: Item
  going: Going
  onGiven: (given: Given) => void
}

/** One item in the middle of the screen. */
export function ItemPanel({ item, ...rest }: Props) {
  return (
    <div className={styles.beside}>
      <article className={styles.panel}>
        <Statement framework={rest.framework} item={item} />
        {item.kind === 'criterion' ? <CriterionPanel item={item} {...rest} />
          : item.expectation.assessed ? <ExpectationPanel item={item} {...rest} />
            : <NotAssessed item={item} {...rest} />}
      </article>
      {item.kind === 'expectation' && item.expectation.assessed && <Beside inspection={rest.inspection} expectation={item.id} />}
    </div>
  )
}

/** The sources of an expectation and what the organisation says of it, beside the judging of it. */
function Beside({ inspection, expectation }: { inspection: string; expectation: string }) {
  const { rating } = useAnswer(api.finding.get, { inspection, expectation })
  return (
    <Sources inspection={inspection} expectation={expectation} rated={rating.value !== null}>
      <Claimed key={expectation} inspection={inspection} expectation={expectation} />
    </Sources>
  )
}

/** Listed but not assessed: why, and no way to rate it. */
function NotAssessed({ framework, item, going }: Props & { item: { kind: 'expectation' } }) {
  const { t } = useTranslation()
  const group = useRef<HTMLDivElement>(null)
  if (item.kind !== 'expectation') return null
  const { notAssessedBecause } = item.expectation
  const why = unratedBecause(item.expectation)
  return (
    <KeyGroup ref={group} label={t(`rating.${why}`)} going={going} grades={{}} onWrite={() => {}}>
      <div className={styles.notAssessed}>
        <p><RatingMark shown="not-assessed" /> <strong>{t(`rating.${why}`)}</strong></p>
        {notAssessedBecause !== null && <p lang={framework.language}>{notAssessedBecause}</p>}
        <p className={styles.soft}>{t(why === 'not-examined' ? 'scope.notExaminedExplain' : 'finding.notAssessedExplain')}</p>
      </div>
    </KeyGroup>
  )
}
