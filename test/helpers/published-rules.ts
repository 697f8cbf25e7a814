import type { Framework } from '../../shared/domain/framework.ts'
import { type Condition, DecisionRule } from '../../shared/domain/rule.ts'
import type { Answers } from '../../shared/domain/verdict.ts'
import { smallFramework } from './small-framework.ts'

const yesNo = (id: string, question: string, english: string) =>
  ({ id, kind: 'yes-no' as const, question, english, guidance: 'Wachtlijst op de peildatum, uit de maandcijfers of ter plaatse geteld; in de pers wordt een norm van vier weken genoemd.' })
const waits = (fact: string): Condition => ({ kind: 'fact', fact, compare: 'equals', value: true })
const noWaitingList: Condition = { kind: 'not', of: [{ kind: 'any', of: [waits('waiting-triage'), waits('waiting-investigation')] }] }
const notMet = (count: number): Condition => ({ kind: 'count', what: 'not-met', compare: 'at-most', count, within: null })

/** INFERRED from the outcomes that were published in 2017; no text that was seen states it. From 9 not met beside a waiting list is observed, not known. */
export const inferredStepTwo: DecisionRule = DecisionRule.parse({
  statement: 'AFGELEID uit gepubliceerde uitkomsten, nergens zo vermeld: voldoende zonder wachtlijst en met hoogstens 6 van de 30 niet gehaald; onvoldoende met een wachtlijst en ten minste 9 niet gehaald; anders matig.',
  wording: 'ownWording',
  notApplicable: 'unstated',
  facts: [
    yesNo('waiting-triage', 'Is er een wachtlijst voor triage?', 'Is there a waiting list for triage?'),
    yesNo('waiting-investigation', 'Is er een wachtlijst voor onderzoek?', 'Is there a waiting list for investigation?'),
  ],
  outcomes: [
    { code: 'voldoende', label: 'voldoende', english: 'sufficient', followUp: null, when: { kind: 'all', of: [noWaitingList, notMet(6)] } },
    { code: 'matig', label: 'matig', english: 'moderate', followUp: 'Verbeterplan, en een nieuwe beoordeling na zes maanden.', when: { kind: 'any', of: [noWaitingList, notMet(8)] } },
    { code: 'onvoldoende', label: 'onvoldoende', english: 'insufficient', followUp: 'Verbeterplan, en een nieuwe beoordeling na zes maanden.', when: null },
  ],
})

const share = (compare: 'more-than' | 'at-least', percent: number): Condition => ({ kind: 'share', what: 'met', compare, percent, within: null })

/** The percentages of the framework for youth care (toetsingskadervhj.nl/over); what holds between the two is not stated there. */
export const youthCare: DecisionRule = DecisionRule.parse({
  statement: 'Meer dan 75% voldoende: vertrouwen, geen hertoets. Minder dan 65%: een zwaardere maatregel wordt overwogen. Wat daartussen geldt is niet vermeld.',
  wording: 'ownWording',
  notApplicable: 'left-out',
  facts: [],
  outcomes: [
    { code: 'vertrouwen', label: 'vertrouwen, geen hertoets', english: 'trust, no retest', followUp: null, when: share('more-than', 75) },
    { code: 'niet-vermeld', label: 'niet vermeld', english: 'not stated', followUp: 'Het toetsingskader zegt niet wat hierbij hoort; de inspecties bepalen het.', when: share('at-least', 65) },
    { code: 'zwaarder', label: 'zwaardere maatregel overwegen', english: 'consider a heavier measure', followUp: null, when: null },
  ],
})

/** A framework under a rule, with so many expectations in its themes. */
export const frameworkUnder = (rule: DecisionRule, sizes: readonly number[]): Framework => ({ ...smallFramework(sizes, [], 'unstated'), rule })

/** So many of all expectations not met, the first of each theme to begin with. */
export function withNotMet(framework: Framework, many: number, facts: Answers['factOf'] = () => null): Answers {
  const ids = framework.themes.flatMap(({ criteria }) => criteria.flatMap(({ expectations }) => expectations.map(({ id }) => id)))
  return { ratingOf: (id) => (ids.indexOf(id) < many ? '-' : '+'), factOf: facts }
}
