import { several } from '../../../shared/domain/count-in-words.ts'
import { type Comparison, comparisonOf } from '../../../shared/domain/comparison.ts'
import { type Framework, listedOf } from '../../../shared/domain/framework.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { answerOf, type Said, sayOf } from '../../../shared/domain/rule-words.ts'
import { sensitivityOf } from '../../../shared/domain/sensitivity.ts'
import { explanationOf, standingOf, verdictOf } from '../../../shared/domain/verdict.ts'
import { type Both, both, type Content, html, type Language, type Markup } from './markup.ts'
import { blockOf, sectionOf } from './block.ts'
import { chartOf } from './chart.ts'
import { statementOf } from './results.ts'
import { isTold, ownMark, recorded, told } from './told.ts'
import { day, REASONS, TRUST } from './words.ts'

/** The outcome in one paragraph. How far the threshold is stays unsaid as long as something is open, as on screen. */
export function summaryOf(report: Report): Markup {
  const { framework } = report.round
  const { open, met, assessed, outcome, reasons } = verdictOf(framework, report.round)
  const lead = open > 0
    ? html`<p class="lead">${both(`Beoordeeld ${assessed - open} · open ${open}. Het eindoordeel volgt als alles is beoordeeld.`, `Judged ${assessed - open} · open ${open}. The verdict follows once all is judged.`)}</p>
`
    : html`<p class="lead"><strong>${both(`${met} van de ${assessed}`, `${met} of the ${assessed}`)}</strong> ${both('beoordeelde verwachtingen voldoen. Eindoordeel', 'assessed expectations are met. Verdict')}: <strong>${outcomeLabel(framework, outcome)}</strong>.</p>
${reasons.length === 0 ? null : html`<ul>${reasons.map((reason) => html`<li>${REASONS[reason]}</li>`)}</ul>
`}${report.earlier && developmentOf(comparisonOf(report.earlier.round, report.round))}`
  return html`<section>
<h2>${both('Samenvatting', 'Summary')}</h2>
${lead}${blockOf(report, 'summary')}${differencesOf(report)}${chartOf(report)}</section>
`
}

function differencesOf({ differences }: Report): Markup | null {
  if (differences === 0) return null
  return html`<p class="notice"><strong>${both(`${several(differences, 'verschil is', 'verschillen zijn')} nog niet beslecht.`, `${several(differences, 'difference is', 'differences are')} not settled.`)}</strong> ${
  both('Waar antwoorden van inspecteurs verschillen staan ze hieronder allemaal; geen ervan telt mee.', 'Where answers of inspectors differ all of them stand below; none of them counts.')}</p>
`
}

function developmentOf({ improved, worsened, unchangedMet, unchangedNotMet, other, counts }: Comparison): Markup {
  const { met, assessed } = counts.before
  const [dutch, english] = other.length === 0 ? ['', ''] : [`, ${other.length} niet te vergelijken`, `, ${other.length} cannot be compared`]
  return html`<p>${both(
    `In de vorige ronde ${met === 1 ? 'voldeed' : 'voldeden'} ${met} van de ${assessed}. Sindsdien: ${improved.length} verbeterd, ${
      worsened.length} verslechterd, ${unchangedMet.length} bleven voldoen, ${unchangedNotMet.length} voldoen nog niet${dutch}.`,
    `In the earlier round ${met} of the ${assessed} were met. Since then: ${improved.length} improved, ${worsened.length} worse, ${
      unchangedMet.length} still met, ${unchangedNotMet.length} still not met${english}.`)}</p>
`
}

function outcomeLabel({ rule }: Framework, code: string): Both {
  const outcome = rule.outcomes.find((one) => one.code === code)
  return outcome ? both(outcome.label, outcome.english) : both('nog open', 'still open')
}

/** The rule as it reads and, once all is judged, which of its parts hold. What is open of the facts keeps the verdict open by itself. */
export function ruleOf(report: Report): Markup {
  const { round, facts } = report
  const { framework } = round
  const { rule } = framework
  const { open, outcome } = verdictOf(framework, round)
  const { fewestChanges, exact } = sensitivityOf(framework, round)
  const followUp = rule.outcomes.find(({ code }) => code === outcome)?.followUp ?? null
  return html`<section>
<h2>${both('Beslisregel en eindoordeel', 'Decision rule and verdict')}</h2>
${blockOf(report, 'verdict')}<p>${rule.statement}${ownMark(rule.wording)}</p>
${facts.length === 0 ? null : factsOf(facts)}<div class="rule">${explanationOf(framework, round).map(({ condition }, index) => {
  const label = outcomeLabel(framework, rule.outcomes[index]!.code)
  return condition === null ? html`<p>${both('Anders', 'Otherwise')}: <strong>${label}</strong>.</p>` : html`<p><strong>${label}</strong>, ${both('als', 'if')}:</p>
<ul>${
    conditionOf(sayOf(framework, condition, 'nl'), sayOf(framework, condition, 'en'), open === 0)}</ul>
`
})}</div>
${open > 0 ? html`<p>${both(`Het eindoordeel is nog open: ${several(open, 'verwachting heeft', 'verwachtingen hebben')} nog geen oordeel dat telt.`, `The verdict is still open: ${several(open, 'expectation has', 'expectations have')} no judgement that counts.`)}</p>
` : html`<p>${both('Eindoordeel', 'Verdict')}: <strong>${outcomeLabel(framework, outcome)}</strong>.${
  fewestChanges === null ? null : both(
    ` Het zou anders luiden bij ${exact ? 'ten minste' : 'hoogstens'} ${several(fewestChanges, 'ander oordeel', 'andere oordelen')} over een verwachting.`,
    ` It would be otherwise with ${exact ? 'at least' : 'at most'} ${several(fewestChanges, 'other judgement', 'other judgements')} of an expectation.`)}</p>
`}${followUp && html`<p>${followUp}</p>
`}</section>
`
}

function factsOf(facts: Report['facts']): Markup {
  return html`<dl class="facts">
${facts.map(({ fact, fields }) => html`<dt>${both(fact.question, fact.english)}</dt><dd>${
  isTold(fields.value) ? told(fields.value, (answer) => (language: Language) => answerOf(fact, answer, language)) : both('nog niet beantwoord', 'not answered yet')}${
  isTold(fields.source) ? html`<br>${both('Bron', 'Source')}: ${recorded('fact', fact.id, fields, 'source')}` : null}</dd>
`)}</dl>
`
}

/** While something is open the parts are read without how they stand, so that the threshold stays unsaid. */
function conditionOf({ asks, figures, holds, of }: Said, english: Said, judged: boolean): Markup {
  const word = holds === null ? both('? nog onbekend', '? not known yet') : holds ? both('✓ geldt', '✓ holds') : both('✕ geldt niet', '✕ does not hold')
  return html`<li>${both(asks, english.asks)}${judged ? html`: <strong>${word}</strong>${figures === null ? null : both(` (${figures})`, ` (${english.figures})`)}` : null}${
    of.length === 0 ? null : html`<ul>${of.map((part, index) => conditionOf(part, english.of[index]!, judged))}</ul>`}</li>
`
}

/** The standard stands apart from the rule: everything not met is to be improved, whatever the verdict. */
export function improvementsOf({ round, earlier }: Report): Markup {
  const { framework, ratingOf } = round
  const points = listedOf(framework).filter((expectation) => standingOf(framework, expectation, ratingOf) === 'notMet')
  const still = new Set(earlier ? comparisonOf(earlier.round, round).unchangedNotMet : [])
  const { statement, wording } = framework.standard
  return html`<section>
<h2>${both('Norm en verbeterpunten', 'Standard and points to improve')}</h2>
<p>${statement}${ownMark(wording)}</p>
${points.length === 0 ? html`<p>${both('Er is geen verwachting waaraan niet wordt voldaan.', 'No expectation is not met.')}</p>
` : html`<p>${both(
    `${several(points.length, 'verwachting voldoet', 'verwachtingen voldoen')} niet, en ${points.length === 1 ? 'is' : 'zijn elk'} een punt om te verbeteren:`,
    `${several(points.length, 'expectation is', 'expectations are')} not met, and each is a point to improve:`)}</p>
<table>
<caption class="aloud">${both('Verbeterpunten', 'Points to improve')}</caption>
<thead><tr><th scope="col" class="number">${both('Nr.', 'No.')}</th><th scope="col">${both('Verwachting waaraan niet wordt voldaan', 'Expectation that is not met')}</th>${
  earlier && html`<th scope="col" class="round">${both('Vorige ronde', 'Earlier round')}</th>`}</tr></thead>
<tbody>
${points.map((point) => html`<tr><td class="number">${point.number}</td><th scope="row">${statementOf(framework, point)}</th>${
  earlier && html`<td>${still.has(point.id) ? both('ook niet gehaald', 'not met either') : '–'}</td>`}</tr>
`)}</tbody>
</table>
`}</section>
`
}

/** What the visit ends with, and what the inspectors wrote of it. */
export function conclusionOf(report: Report): Content {
  const { inspection, conclusion } = report
  const { text, trust, trustRationale, measure, deadline } = conclusion
  const written = (name: 'text' | 'trustRationale' | 'measure') => recorded('conclusion', inspection, conclusion, name)
  const parts = [
    isTold(text) && html`<dt>${both('Conclusie', 'Conclusion')}</dt><dd>${written('text')}</dd>
`,
    isTold(trust) && html`<dt>${both('Vertrouwen in het bestuur', 'Confidence in the board')}</dt><dd>${told(trust, (answer) => TRUST[answer])}</dd>
`,
    isTold(trustRationale) && html`<dt>${both('Onderbouwing van het vertrouwen', 'What that confidence rests on')}</dt><dd>${written('trustRationale')}</dd>
`,
    isTold(measure) && html`<dt>${both('Maatregel', 'Measure')}</dt><dd>${written('measure')}</dd>
`,
    isTold(deadline) && html`<dt>${both('Uiterlijk op', 'At the latest on')}</dt><dd>${told(deadline, day)}</dd>
`,
  ].filter((part) => part !== false)
  return sectionOf(both('Conclusie en vervolg', 'Conclusion and next steps'), blockOf(report, 'followUp'), parts.length === 0 ? null : html`<dl class="facts">
${parts}</dl>
`)
}
