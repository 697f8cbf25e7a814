import { useTranslation } from 'react-i18next'
import type { InspectionKind } from '../../../shared/domain/inspection.ts'
import { dayOf } from '../../i18n/i18n.ts'

/** One side of a comparison. */
export interface Round {
  id: string
  firstDay: string | null
  kind: string
}

/** `Hertoets, 20 mei 2016` */
export function useRoundName(): (round: Round) => string {
  const { t } = useTranslation()
  return ({ kind, firstDay }) => [t(`kind.${kind as InspectionKind}`), firstDay && dayOf(firstDay)].filter(Boolean).join(', ')
}
