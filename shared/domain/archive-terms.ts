import { z } from 'zod'
import { Line } from './text.ts'

const Term = Line.nullable()

/** A term out of a list of terms (MDTO: begripGegevens). */
const Concept = z.strictObject({ label: Term, code: Term, list: Term })

/**
 * What an archive asks for in MDTO and what no inspection can tell: it follows from the organisation's own selection list (selectielijst).
 * Null is not decided yet; nothing is filled in by the program.
 */
export const ArchiveTerms = z.strictObject({
  /** Who made or received it (archiefvormer), and what it is called by in which register. */
  creator: z.strictObject({ name: Term, id: Term, register: Term }),
  appraisal: Concept,
  restriction: Concept.extend({ description: Term }),
  /** How long it is kept, as in ISO 8601: `P10Y`. */
  retention: z.string().regex(/^P\d{1,4}[YMD]$/).nullable(),
  category: Concept,
})
export type ArchiveTerms = z.infer<typeof ArchiveTerms>

const { creator, appraisal, restriction, retention, category } = ArchiveTerms.shape

/** What is decided of the terms now; what is left out stays as it was. */
export const ArchiveDecision = z.strictObject({
  creator: creator.partial(), appraisal: appraisal.partial(), restriction: restriction.partial(), retention, category: category.partial(),
}).partial()
export type ArchiveDecision = z.infer<typeof ArchiveDecision>

/** The terms once something of them is decided. */
export const withDecision = (terms: ArchiveTerms, decision: ArchiveDecision): ArchiveTerms => ArchiveTerms.parse({
  creator: { ...terms.creator, ...decision.creator },
  appraisal: { ...terms.appraisal, ...decision.appraisal },
  restriction: { ...terms.restriction, ...decision.restriction },
  retention: decision.retention === undefined ? terms.retention : decision.retention,
  category: { ...terms.category, ...decision.category },
})

const none = { label: null, code: null, list: null }
export const NO_TERMS: ArchiveTerms = {
  creator: { name: null, id: null, register: null }, appraisal: none, restriction: { ...none, description: null }, retention: null, category: none,
}

/** What MDTO demands. */
export const MandatoryTerm = z.enum(['creator', 'appraisal', 'appraisalList', 'restriction', 'restrictionList'])
export type MandatoryTerm = z.infer<typeof MandatoryTerm>

/** The mandatory terms that are not decided yet. */
export function missingTermsOf({ creator, appraisal, restriction }: ArchiveTerms): MandatoryTerm[] {
  const asked: Record<MandatoryTerm, string | null> = {
    creator: creator.name, appraisal: appraisal.label, appraisalList: appraisal.list, restriction: restriction.label, restrictionList: restriction.list,
  }
  return MandatoryTerm.options.filter((term) => asked[term] === null)
}
