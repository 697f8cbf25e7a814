import { useTranslation } from 'react-i18next'
import type { Field } from '../../shared/domain/field.ts'
import { SourceLabel } from '../../shared/domain/source.ts'
import { LineAnswer } from '../field/LineAnswer.tsx'
import type { Place } from '../field/orders.ts'

/** The number under which a source is cited. */
export function LabelAnswer({ place, field }: { place: Place; field: Field<string> }) {
  const { t } = useTranslation()
  const read = (typed: string) => SourceLabel.safeParse(typed.trim().toUpperCase()).data ?? null
  return <LineAnswer place={place} label={t('document.label')} field={field} read={read} wrong={t('document.labelWrong')} />
}
