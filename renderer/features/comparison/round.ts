import { useTranslation } from 'react-i18next'
import type { Column } from '../../../shared/api/comparison.ts'

/** `Hertoets` */
export function useKindName(): (round: Pick<Column, 'kind'>) => string {
  const { t } = useTranslation()
  return ({ kind }) => t(`kind.${kind}`)
}
