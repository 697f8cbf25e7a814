import type { Field } from '../../shared/domain/field.ts'
import { Labelled } from '../ui/Labelled.tsx'
import { Answered } from './Answered.tsx'
import type { Place } from './orders.ts'

interface Props<T extends string> {
  place: Place
  label: string
  field: Field<T>
  options: readonly T[]
  named: (value: T) => string
  /** What stands there when nothing is chosen; choosing it takes the answer away. */
  none: string
}

/** One of a few in a list that folds away, with its differences and its history. */
export function ChoiceAnswer<T extends string>({ options, named, none, ...at }: Props<T>) {
  return (
    <Answered<T> {...at} show={named}>
      {(value, record) => (
        <Labelled label={at.label}>
          <select value={value ?? ''} onChange={({ target }) => record(options.find((option) => option === target.value) ?? null)}>
            <option value="">{none}</option>
            {options.map((option) => <option key={option} value={option}>{named(option)}</option>)}
          </select>
        </Labelled>
      )}
    </Answered>
  )
}
