import { type Answer, answerSchemaOf, type FileField } from '../../../shared/domain/file-review.ts'
import { dayFrom, typedOf } from '../../ui/typed-date.ts'

/** What one key enters at once. Letters that an answer in words could begin with are not among them. */
const AT_ONCE: Readonly<Record<FileField['kind'], Readonly<Record<string, Answer>>>> = {
  'yes-no': { '+': 'yes', '-': 'no', n: 'not-applicable', '?': 'not-found' },
  date: { '-': 'not-yet', n: 'not-applicable', '?': 'not-found' },
  number: { n: 'not-applicable', '?': 'not-found' },
  choice: { '?': 'not-found' },
  band: { '?': 'not-found' },
  text: {},
}

export function answerAtOnce({ kind }: FileField, key: string): Answer | undefined {
  return Object.hasOwn(AT_ONCE[kind], key) ? AT_ONCE[kind][key] : undefined
}

const NOTHING: Readonly<Record<string, Answer>> = {
  '?': 'not-found', 'niet gevonden': 'not-found', 'not found': 'not-found',
  n: 'not-applicable', nvt: 'not-applicable', 'n.v.t.': 'not-applicable', 'n/a': 'not-applicable',
  'nog niet': 'not-yet', 'not yet': 'not-yet',
}
const YES_NO: Readonly<Record<string, Answer>> = { '+': 'yes', ja: 'yes', j: 'yes', yes: 'yes', y: 'yes', '-': 'no', nee: 'no', no: 'no' }

/** Reads what was typed into a field; `value` is null when it was emptied, and there is none when it cannot be an answer. */
export function answerFrom(field: FileField, typed: string): { value: Answer | null } | null {
  const text = typed.trim()
  if (text === '') return { value: null }
  const value = field.kind === 'text' ? text : readAs(field, text.toLowerCase())
  return value !== undefined && answerSchemaOf(field).safeParse(value).success ? { value } : null
}

function readAs(field: FileField, text: string): Answer | undefined {
  const nothing = Object.hasOwn(NOTHING, text) ? NOTHING[text] : undefined
  if (field.kind === 'yes-no') return (Object.hasOwn(YES_NO, text) ? YES_NO[text] : undefined) ?? nothing
  if (field.kind === 'date') return text === '-' ? 'not-yet' : nothing ?? dayFrom(text) ?? undefined
  if (field.kind === 'number') return nothing ?? (/^-?\d{1,9}$/.test(text) ? Number(text) : undefined)
  return nothing ?? ('options' in field ? optionFrom(field.options, text) : undefined)
}

/** An option by its place in the list from 1, by its code, or by the first letters of its words where only one has them. */
function optionFrom(options: readonly { code: string; label: string }[], text: string): string | undefined {
  const exact = options.find(({ code, label }) => code.toLowerCase() === text || label.toLowerCase() === text)
  if (exact) return exact.code
  if (/^\d{1,2}$/.test(text) && options[Number(text) - 1]) return options[Number(text) - 1]!.code
  const beginning = options.filter(({ label }) => label.toLowerCase().startsWith(text))
  return beginning.length === 1 ? beginning[0]!.code : undefined
}

/** What answers are called on the screen. */
export type Words = Readonly<Record<'yes' | 'no' | 'not-found' | 'not-applicable' | 'not-yet', string>>

/** An answer as it stands in a cell. */
export function shownAnswer(field: FileField, value: Answer | null, words: Words): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (field.kind !== 'text' && Object.hasOwn(words, value)) return words[value as keyof Words]
  if (field.kind === 'date') return typedOf(value)
  return ('options' in field && field.options.find(({ code }) => code === value)?.label) || value
}
