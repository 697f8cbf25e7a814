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
  const told = [
    ...terms.filter(({ onTime, late, running }) => onTime + late + running > 0).map((term) => ({ ...term, text: `${labelOf(term.term)}: ${termText(term)}` })),
    ...fields.filter(({ n, unanswered }) => n > unanswered).map((field) => ({ ...field, text: `${labelOf(field.field)} ${fieldText(field)}` })),
  ]
  return told.flatMap(({ expectations, text }) => expectations.map((expectation) => ({ expectation, quote: { at: null, text } })))
}

const termText = ({ onTime, late, running, notDeterminable }: TermRollUp) =>
  `op tijd ${onTime}, te laat ${late}, loopt ${running}, niet vast te stellen ${notDeterminable}`

const WORDS: Readonly<Record<string, string>> = { yes: 'ja', no: 'nee' }

const fieldText = ({ counts, notFound, notApplicable }: FieldRollUp) =>
  [...Object.entries(counts).map(([code, count]) => `${WORDS[code] ?? code} ${count}`), `niet gevonden ${notFound}`, `n.v.t. ${notApplicable}`].join(', ')
