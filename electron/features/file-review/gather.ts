import type { Framework } from '../../../shared/domain/framework.ts'
import type { FieldRollUp, RollUp, TermRollUp } from '../../../shared/domain/roll-up.ts'
import type { SourceKind } from '../../../shared/domain/source.ts'
import type { Db } from '../../db/open.ts'
import { getRollUp } from './repository.ts'

/** The file review as one source: to each expectation it says what the files of the sample come to, in the words of the framework. */
export function filesOf(db: Db, inspection: string, framework: Framework) {
  const whole = getRollUp(db, inspection)
  if (!whole) return []
  const said = saidBy(whole.sample, framework)
  const quotes = new Map([...Map.groupBy(said, ({ expectation }) => expectation)].map(([expectation, own]) => [expectation, own.map(({ quote }) => quote)]))
  return [{ id: inspection, kind: 'file' as SourceKind, label: null, title: `n = ${whole.sample.n}`, day: whole.referenceDate, quotes }]
}

function saidBy({ terms, fields }: RollUp, { fieldwork }: Framework): { expectation: string; quote: { at: null; text: string } }[] {
  const labelOf = (id: string) => [...fieldwork!.terms, ...fieldwork!.fileFields].find((one) => one.id === id)?.label ?? id
  const optionsOf = (id: string) => {
    const field = fieldwork!.fileFields.find((one) => one.id === id)
    return new Map(field && 'options' in field ? field.options.map(({ code, label }) => [code, label]) : YES_NO)
  }
  const told = [
    ...terms.filter(({ onTime, late, running }) => onTime + late + running > 0).map((term) => ({ ...term, text: `${labelOf(term.term)}: ${termText(term)}` })),
    ...fields.filter(({ n, unanswered }) => n > unanswered).map((field) => ({ ...field, text: `${labelOf(field.field)}: ${fieldText(field, optionsOf(field.field))}` })),
  ]
  return told.flatMap(({ expectations, text }) => expectations.map((expectation) => ({ expectation, quote: { at: null, text } })))
}

const YES_NO = [['yes', 'ja'], ['no', 'nee']] as const

const termText = ({ onTime, late, running, notDeterminable }: TermRollUp) =>
  counted([['op tijd', onTime], ['te laat', late], ['loopt', running], ['niet vast te stellen', notDeterminable]])

const fieldText = ({ counts, notFound, notApplicable }: FieldRollUp, options: ReadonlyMap<string, string>) =>
  counted([...Object.entries(counts).map(([code, count]) => [options.get(code) ?? code, count] as const), ['niet gevonden', notFound], ['niet van toepassing', notApplicable]])

/** What was found, each with how often; what was not found at all is left out. */
const counted = (found: readonly (readonly [string, number])[]) => found.filter(([, count]) => count > 0).map(([what, count]) => `${what} ${count}`).join(', ')
