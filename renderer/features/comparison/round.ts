import { useTranslation } from 'react-i18next'
import type { InspectionKind } from '../../../shared/domain/inspection.ts'

/** One side of a comparison. */
export interface Round {
  id: string
  firstDay: string | null
  kind: string
}

/** `Hertoets` */
export function useKindName(): (round: Round) => string {
  const { t } = useTranslation()
  return ({ kind }) => t(`kind.${kind as InspectionKind}`)
}
