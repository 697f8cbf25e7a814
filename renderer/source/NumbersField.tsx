import { useTranslation } from 'react-i18next'
import { expectationOf, type Framework, listedOf } from '../../shared/domain/framework.ts'
import { LineField } from '../ui/LineField.tsx'

interface Props {
  label: string
  hint?: string
  framework: Framework
  value: readonly string[]
  onChange: (expectations: string[]) => void
}

/** Expectations, typed by their numbers: `1.1.2, 2.1.1`. */
export function NumbersField({ label, hint, framework, value, onChange }: Props) {
  const { t } = useTranslation()
  const read = (typed: string) => {
    const ids = expectationsFrom(framework, typed)
    return ids && numbersOf(framework, ids)
  }
  return (
    <LineField
      label={label}
      hint={hint ?? t('source.numbersHint')}
      value={numbersOf(framework, value)}
      read={read}
      wrong={t('source.numbersWrong')}
      onChange={(typed) => onChange(typed === null ? [] : expectationsFrom(framework, typed)!)}
    />
  )
}

/** The numbers of expectations as they are typed. */
export const numbersOf = (framework: Framework, ids: readonly string[]) => ids.map((id) => expectationOf(framework, id)?.number ?? id).join(', ')

/** Null when one of the numbers is none of this framework. */
function expectationsFrom(framework: Framework, typed: string): string[] | null {
  const byNumber = new Map(listedOf(framework).map(({ number, id }) => [number, id]))
  const ids = typed.split(/[\s,;#]+/).filter(Boolean).map((number) => byNumber.get(number))
  return ids.includes(undefined) ? null : [...new Set(ids as string[])]
}
