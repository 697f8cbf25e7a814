import { comparisonOf } from './comparison.ts'
import { dayInWords, summedUp } from './day-in-words.ts'
import { assessedOf, criteriaBelow, type Expectation, expectationOf, expectationsBelow, judgementOf, listedOf, type Theme } from './framework.ts'
import { type InspectionKind, inspectoratesOf } from './inspection.ts'
import type { Report } from './report.ts'
import { partOfBlock, type ReportTemplate } from './report-template.ts'
import { type ReportBlock, type ReportLanguage, reportBlocksOf } from './report-text.ts'
import { answerOf } from './rule-words.ts'
import { fill, type Values } from './template.ts'
import { countsOf, standingOf, verdictOf } from './verdict.ts'

const KINDS: Readonly<Record<ReportLanguage, Readonly<Record<InspectionKind, string>>>> = {
  nl: { first: 'eerste beoordeling', retest: 'hertoets', 'final-test': 'eindtoets', 'progress-visit': 'voortgangsbezoek', theme: 'thema-inspectie' },
  en: { first: 'first assessment', retest: 'retest', 'final-test': 'final test', 'progress-visit': 'progress visit', theme: 'theme inspection' },
}
const WORDS = {
  nl: {
    on: (day: string) => `op ${day}`, from: (first: string, last: string) => `van ${first} tot en met ${last}`, announced: 'aangekondigd', unannounced: 'onaangekondigd',
    trust: { yes: 'ja', partly: 'ten dele', no: 'nee' },
    theme: (number: string, title: string, assessed: number, met: number) => `Thema ${number} (${title}): van de ${assessed} beoordeelde verwachtingen is aan ${met} voldaan.`,
  },
  en: {
    on: (day: string) => `on ${day}`, from: (first: string, last: string) => `from ${first} to ${last}`, announced: 'announced', unannounced: 'unannounced',
    trust: { yes: 'yes', partly: 'partly', no: 'no' },
    theme: (number: string, title: string, assessed: number, met: number) => `Theme ${number} (${title}): of the ${assessed} assessed expectations, ${met} are met.`,
  },
} as const

/**
 * What the places of a report's template hold, in a language. What is in dispute or erased has nothing to say; while anything is open neither
 * has what was counted, so that the threshold stays unsaid.
 */
export function reportValuesOf(report: Report, language: ReportLanguage): Values {
  const { fields, organisation, team, round: { framework }, conclusion, check } = report
  const answerBy = check.checks.at(-1)?.due
  return {
    organisation: organisation?.name ?? '', region: organisation?.region ?? '', partOf: organisation?.partOf ?? '',
    inspectorates: summedUp(inspectoratesOf(team), language),
    kind: fields.kind.value === null ? '' : KINDS[language][fields.kind.value],
    days: daysOf(fields.firstDay.value, fields.lastDay.value, language),
    announced: fields.announced.value === null ? '' : WORDS[language][fields.announced.value ? 'announced' : 'unannounced'],
    framework: framework.title, version: framework.version, rule: framework.rule.statement, standard: framework.standard.statement,
    ratings: framework.scales.rating.map(({ sign, label, english }) => `${sign} ${language === 'nl' ? label : english}`).join(' · '),
    judgements: framework.scales.judgement.map(({ code, label, english }) => `${code} ${language === 'nl' ? label : english}`).join(' · '),
    trust: conclusion.trust.value === null ? '' : WORDS[language].trust[conclusion.trust.value],
    deadline: conclusion.deadline.value === null ? '' : dayInWords(conclusion.deadline.value, language),
    answerBy: answerBy === undefined ? '' : dayInWords(answerBy, language),
    ...countedOf(report, language), ...earlierOf(report, language),
  }
}

function daysOf(first: string | null, last: string | null, language: ReportLanguage): string {
  if (first === null) return ''
  const { on, from } = WORDS[language]
  return last === null || last === first ? on(dayInWords(first, language)) : from(dayInWords(first, language), dayInWords(last, language))
}

function countedOf({ round, facts }: Report, language: ReportLanguage): Values {
  const { framework } = round
  const { open, met, notMet, assessed, outcome } = verdictOf(framework, round)
  const listed = listedOf(framework).length
  const known = { listed: String(listed), assessed: String(assessed), notAssessed: noneIsNothing(listed - assessed), judged: String(assessed - open) }
  const answered = facts.filter(({ fields }) => fields.value.value !== null)
  const result = framework.rule.outcomes.find(({ code }) => code === outcome)
  if (open > 0) return { ...known, open: String(open), met: '', notMet: '', outcome: '', notMetNumbers: '', themes: '', facts: '', followUp: '' }
  return {
    ...known, open: '', met: String(met), notMet: noneIsNothing(notMet),
    outcome: result === undefined ? '' : language === 'nl' ? result.label : result.english,
    notMetNumbers: numbersOf(notMetIn(round), language),
    themes: framework.themes.map((theme) => themeLineOf(round, theme, language)).join('\n'),
    facts: answered.map(({ fact, fields }) => `${language === 'nl' ? fact.question : fact.english} ${answerOf(fact, fields.value.value!, language)}.`).join('\n'),
    followUp: result?.followUp ?? '',
  }
}

function earlierOf({ earlier, round, fields }: Report, language: ReportLanguage): Values {
  if (!earlier) return { reassessed: '', earlierKind: '', earlierDay: '', earlierMet: '', earlierAssessed: '', improvedNumbers: '', worsenedNumbers: '' }
  const { counts, improved, worsened } = comparisonOf(earlier.round, round)
  const isOpen = countsOf(round.framework, round.ratingOf).open > 0
  const numbers = (ids: readonly string[]) => (isOpen ? '' : numbersOf(ids.flatMap((id) => expectationOf(round.framework, id) ?? []), language))
  return {
    reassessed: fields.scope.value === null ? String(assessedOf(round.framework).length) : '',
    earlierKind: Object.hasOwn(KINDS[language], earlier.kind) ? KINDS[language][earlier.kind as InspectionKind] : earlier.kind,
    earlierDay: earlier.firstDay === null ? '' : dayInWords(earlier.firstDay, language),
    earlierMet: String(counts.before.met), earlierAssessed: String(counts.before.assessed),
    improvedNumbers: numbers(improved), worsenedNumbers: numbers(worsened),
  }
}

/** What the places for one theme hold. */
function themeValuesOf({ round, earlier, appraisalOf }: Report, theme: Theme, language: ReportLanguage): Values {
  const { framework, ratingOf } = round
  const { met, assessed, open } = countsOf(framework, ratingOf, expectationsBelow(theme))
  const isOpen = open > 0 || verdictOf(framework, round).open > 0
  const criteria = criteriaBelow(theme).flatMap(({ id, number }) => {
    const judged = judgementOf(framework, appraisalOf(id).judgement.value)
    return judged ? [`${number} ${language === 'nl' ? judged.label : judged.english}`] : []
  })
  const before = earlier?.round.framework.themes.find(({ id }) => id === theme.id)
  return {
    theme: theme.number, themeTitle: theme.title, themeAssessed: String(assessed), themeMet: isOpen ? '' : String(met),
    themeNotMet: isOpen ? '' : numbersOf(notMetIn(round, expectationsBelow(theme)), language), themeCriteria: criteria.join(', '),
    themeBefore: earlier && before && !isOpen ? String(countsOf(earlier.round.framework, earlier.round.ratingOf, expectationsBelow(before)).met) : '',
  }
}

/** The text of a block as it is composed of the data. */
export function composedTextOf(report: Report, template: ReportTemplate, block: ReportBlock, language: ReportLanguage, values = reportValuesOf(report, language)): string {
  const theme = report.round.framework.themes.find(({ id }) => block === `theme/${id}`)
  return fill(template[partOfBlock(block)], theme ? { ...values, ...themeValuesOf(report, theme, language) } : values)
}

/** All blocks of a report with the text of each as it is composed of the data. */
export function composedTextsOf(report: Report, template: ReportTemplate, language: ReportLanguage): ReadonlyMap<ReportBlock, string> {
  const values = reportValuesOf(report, language)
  return new Map(reportBlocksOf(report.round.framework).map((block) => [block, composedTextOf(report, template, block, language, values)]))
}

const themeLineOf = (round: Report['round'], theme: Theme, language: ReportLanguage): string => {
  const { met, assessed } = countsOf(round.framework, round.ratingOf, expectationsBelow(theme))
  return WORDS[language].theme(theme.number, theme.title, assessed, met)
}

const notMetIn = ({ framework, ratingOf }: Report['round'], expectations: readonly Expectation[] = assessedOf(framework)) =>
  expectations.filter((expectation) => standingOf(framework, expectation, ratingOf) === 'notMet')
const numbersOf = (expectations: readonly Expectation[], language: ReportLanguage) => summedUp(expectations.map(({ number }) => number), language)
const noneIsNothing = (count: number) => (count === 0 ? '' : String(count))
