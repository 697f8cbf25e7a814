import type { State } from './entity.ts'
import { limbIdOf } from './finding.ts'
import { assessedOf, criteriaOf, type Framework, gradeOf } from './framework.ts'
import type { Report } from './report.ts'
import type { ReportLanguage } from './report-text.ts'
import { NOT_EXAMINED } from './verdict.ts'

/** One expectation in plain words: what the norm is, what was found, how that was judged, and what would meet it. */
export interface Explained {
  number: string
  /** The criterion that it belongs to, with its number. */
  under: string
  norm: string
  own: boolean
  /** Null where nothing was written down. */
  found: string | null
  judged: string
  needed: string[]
}

const WORDS = {
  nl: {
    open: 'nog niet beoordeeld', notExamined: 'bij dit bezoek niet onderzocht', differs: 'hierover zijn de inspecteurs het nog niet eens',
    limb: (text: string) => `Dit onderdeel wordt ook gehaald: ${text}`, whole: 'De hele verwachting wordt aantoonbaar gehaald.', keep: 'Niets: aan deze verwachting is voldaan.',
  },
  en: {
    open: 'not yet judged', notExamined: 'not examined at this visit', differs: 'the inspectors do not yet agree on this',
    limb: (text: string) => `This part is met too: ${text}`, whole: 'The whole expectation is demonstrably met.', keep: 'Nothing: this expectation is met.',
  },
} as const

/** Every assessed expectation explained, in the order of the framework. Norms stay in the words of the framework. */
export function explainedOf(report: Report, limbOf: (id: string) => State<'limb'>, language: ReportLanguage): Explained[] {
  const { round: { framework, ratingOf }, findingOf } = report
  const words = WORDS[language]
  const underOf = partsOf(framework)
  return assessedOf(framework).map(({ id, number, statement, wording, limbs }) => {
    const { rating, rationale } = findingOf(id)
    const grade = gradeOf(framework, rating.value)
    const isMet = grade?.counts === true && grade.met
    const isNotMet = grade?.counts === true && !grade.met
    const judged = rating.different ? words.differs : ratingOf(id) === NOT_EXAMINED ? words.notExamined : grade ? (language === 'nl' ? grade.label : grade.english) : words.open
    const unmet = limbs.flatMap((limb, index) => (limbOf(limbIdOf(id, index)).mark.value === 'not-met' ? [words.limb(limb)] : []))
    const points = neededBy(report, id).filter((text) => text !== statement) // a point that repeats the norm says nothing more
    return {
      number, under: underOf.get(id)!, norm: statement, own: wording !== 'official', found: rationale.value, judged,
      needed: isMet ? [words.keep] : !isNotMet ? [] : unmet.length + points.length > 0 ? [...unmet, ...points] : [words.whole],
    }
  })
}

/** By expectation the criterion that it belongs to. */
const partsOf = (framework: Framework): ReadonlyMap<string, string> => new Map(
  criteriaOf(framework).flatMap(({ number, title, expectations }) => expectations.map(({ id }) => [id, `${number} ${title}`] as const)))

/** What the improvement points on an expectation ask, and the measures agreed for them. */
function neededBy({ points, measures }: Report, expectation: string): string[] {
  return points.filter(({ expectations }) => expectations.includes(expectation)).flatMap(({ fields, measures: served }) => [
    fields.title.value, ...measures.filter(({ id }) => served.includes(id)).map((measure) => measure.fields.what.value),
  ]).filter((text) => text !== null)
}
