import { useTranslation } from 'react-i18next'
import type { Mark } from '../../../shared/api/finding.ts'
import { type Framework, gradeOf, judgementOf } from '../../../shared/domain/framework.ts'
import { labelOf } from '../../i18n/i18n.ts'
import { JudgementMark } from '../../ui/JudgementMark.tsx'
import { RatingMark, shownOf } from '../../ui/RatingMark.tsx'
import { type Item, unratedBecause } from './item.ts'

interface Props {
  framework: Framework
  item: Item
  mark: Mark | undefined
}

/** How one item stands, as a sign in a shape with its words for who cannot see it. */
export function ItemMark({ framework, item, mark }: Props) {
  const { t } = useTranslation()
  const instead = mark?.different ? 'different' : mark?.erased ? 'erased' : undefined
  if (item.kind === 'criterion') {
    const judgement = judgementOf(framework, mark?.code ?? null)
    const label = instead ? t(`rating.${instead}`) : judgement ? labelOf(judgement) : t('rating.none')
    return <JudgementMark scale={framework.scales.judgement} code={mark?.code ?? null} instead={instead} label={label} />
  }
  if (!item.expectation.assessed) return <RatingMark shown="not-assessed" label={t(`rating.${unratedBecause(item.expectation)}`)} />
  const grade = gradeOf(framework, mark?.code ?? null)
  if (grade && !instead) return <RatingMark shown={shownOf(grade)} label={labelOf(grade)} />
  return <RatingMark shown={instead ?? 'none'} label={t(`rating.${instead ?? 'none'}`)} />
}
