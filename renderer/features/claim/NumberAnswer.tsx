import { useTranslation } from 'react-i18next'
import type { Field } from '../../../shared/domain/field.ts'
import { Answered } from '../../field/Answered.tsx'
import type { Place } from '../../field/orders.ts'
import { LineField } from '../../ui/LineField.tsx'

/** How many, in whole numbers from nought; a point between thousands is read over. */
export function NumberAnswer(at: { place: Place; label: string; field: Field<number> }) {
  const { t } = useTranslation()
  return (
    <Answered<number> {...at} show={String}>
      {(value, record) => (
        <LineField
          label={at.label}
          value={value === null ? null : String(value)}
          read={numberFrom}
          wrong={t('claim.numberWrong')}
          onChange={(typed) => record(typed === null ? null : Number(typed))}
        />
      )}
    </Answered>
  )
}

function numberFrom(typed: string): string | null {
  const digits = typed.trim().replace(/^(\d{1,3})((?:\.\d{3})+)$/, (whole) => whole.replaceAll('.', ''))
  return /^\d{1,6}$/.test(digits) ? String(Number(digits)) : null
}
