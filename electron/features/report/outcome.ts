import { type Comparison, comparisonOf } from '../../../shared/domain/comparison.ts'
import { type Framework, listedOf } from '../../../shared/domain/framework.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { answerOf, type Said, sayOf } from '../../../shared/domain/rule-words.ts'
import { sensitivityOf } from '../../../shared/domain/sensitivity.ts'
import { explanationOf, standingOf, verdictOf } from '../../../shared/domain/verdict.ts'
import { html, type Markup } from './markup.ts'
import { statementOf } from './results.ts'
import { isTold, ownMark, recorded, told } from './told.ts'
import { dayOf, REASONS, several, TRUST } from './words.ts'

/** The outcome in one paragraph. How far the threshold is stays unsaid as long as something is open, as on screen. */
export function summaryOf(report: Report): Markup {
  const { framework } = report.round
  const { open, met, assessed, outcome, reasons } = verdictOf(framework, report.round)
  const lead = open > 0
    ? html`<p class="lead">Beoordeeld ${assessed - open} · open ${open}. Het eindoordeel volgt als alles is beoordeeld.</p>
`
    : html`<p class="lead"><strong>${met} van de ${assessed}</strong> beoordeelde verwachtingen voldoen. Eindoordeel: <strong>${outcomeLabel(framework, outcome)}</strong>.</p>
${reasons.length === 0 ? null : html`<ul>${reasons.map((reason) => html`<li>${REASONS[reason]}</li>`)}</ul>
`}${report.earlier && developmentOf(comparisonOf(report.earlier.round, report.round))}`
  return html`<section>
<h2>Samenvatting</h2>
${lead}${differencesOf(report)}</section>
`
}

function differencesOf({ differences }: Report): Markup | null {
  if (differences === 0) return null
  return html`<p class="notice"><strong>${several(differences, 'verschil is', 'verschillen zijn')} nog niet beslecht.</strong> Waar antwoorden van
inspecteurs verschillen staan ze hieronder allemaal; geen ervan telt mee.</p>
`
}

function developmentOf({ improved, worsened, unchangedMet, unchangedNotMet, other, counts }: Comparison): Markup {
  const rest = other.length === 0 ? '' : `, ${other.length} niet te vergelijken`
  return html`<p>In de vorige ronde ${counts.before.met === 1 ? 'voldeed' : 'voldeden'} ${counts.before.met} van de ${counts.before.assessed}. Sindsdien: ${
    improved.length} verbeterd, ${worsened.length} verslechterd, ${unchangedMet.length} bleven voldoen, ${unchangedNotMet.length} voldoen nog niet${rest}.</p>
`
}

const outcomeLabel = ({ rule }: Framework, code: string) => rule.outcomes.find((outcome) => outcome.code === code)?.label ?? 'nog open'

/** The rule as it reads and, once all is judged, which of its parts hold. What is open of the facts keeps the verdict open by itself. */
export function ruleOf({ round, facts }: Report): Markup {
  const { framework } = round
  const { rule } = framework
  const { open, outcome } = verdictOf(framework, round)
  const { fewestChanges, exact } = sensitivityOf(framework, round)
  const followUp = rule.outcomes.find(({ code }) => code === outcome)?.followUp ?? null
  return html`<section>
<h2>Beslisregel en eindoordeel</h2>
<p>${rule.statement}${ownMark(rule.wording)}</p>
${facts.length === 0 ? null : factsOf(facts)}<div class="rule">${explanationOf(framework, round).map(({ condition }, index) => {
  const { label } = rule.outcomes[index]!
  return condition === null ? html`<p>Anders: <strong>${label}</strong>.</p>` : html`<p><strong>${label}</strong>, als:</p>
<ul>${conditionOf(sayOf(framework, condition, 'nl'), open === 0)}</ul>
`
})}</div>
${open > 0 ? html`<p>Het eindoordeel is nog open: ${several(open, 'verwachting heeft', 'verwachtingen hebben')} nog geen oordeel dat telt.</p>
` : html`<p>Eindoordeel: <strong>${outcomeLabel(framework, outcome)}</strong>.${
  fewestChanges === null ? null : ` Het zou anders luiden bij ${exact ? 'ten minste' : 'hoogstens'} ${several(fewestChanges, 'ander oordeel', 'andere oordelen')} over een verwachting.`}</p>
`}${followUp && html`<p>${followUp}</p>
`}</section>
`
}

function factsOf(facts: Report['facts']): Markup {
  return html`<dl class="facts">
${facts.map(({ fact, fields }) => html`<dt>${fact.question}</dt><dd>${
  isTold(fields.value) ? told(fields.value, (answer) => answerOf(fact, answer, 'nl')) : 'nog niet beantwoord'}${
  isTold(fields.source) ? html`<br>Bron: ${recorded('fact', fact.id, fields, 'source')}` : null}</dd>
`)}</dl>
`
}

/** While something is open the parts are read without how they stand, so that the threshold stays unsaid. */
function conditionOf({ asks, figures, holds, of }: Said, judged: boolean): Markup {
  const word = holds === null ? '? nog onbekend' : holds ? '✓ geldt' : '✕ geldt niet'
  return html`<li>${asks}${judged ? html`: <strong>${word}</strong>${figures === null ? null : ` (${figures})`}` : null}${
    of.length === 0 ? null : html`<ul>${of.map((part) => conditionOf(part, judged))}</ul>`}</li>
`
}

/** The standard stands apart from the rule: everything not met is to be improved, whatever the verdict. */
export function improvementsOf({ round, earlier }: Report): Markup {
  const { framework, ratingOf } = round
  const points = listedOf(framework).filter((expectation) => standingOf(framework, expectation, ratingOf) === 'notMet')
  const still = new Set(earlier ? comparisonOf(earlier.round, round).unchangedNotMet : [])
  const { statement, wording } = framework.standard
  return html`<section>
<h2>Norm en verbeterpunten</h2>
<p>${statement}${ownMark(wording)}</p>
${points.length === 0 ? html`<p>Er is geen verwachting waaraan niet wordt voldaan.</p>
` : html`<p>${several(points.length, 'verwachting voldoet', 'verwachtingen voldoen')} niet, en ${points.length === 1 ? 'is' : 'zijn elk'} een punt om te verbeteren:</p>
<table>
<caption class="aloud">Verbeterpunten</caption>
<thead><tr><th scope="col" class="number">Nr.</th><th scope="col">Verwachting waaraan niet wordt voldaan</th>${
  earlier && html`<th scope="col" class="round">Vorige ronde</th>`}</tr></thead>
<tbody>
${points.map((point) => html`<tr><td class="number">${point.number}</td><th scope="row">${statementOf(framework, point)}</th>${
  earlier && html`<td>${still.has(point.id) ? 'ook niet gehaald' : '–'}</td>`}</tr>
`)}</tbody>
</table>
`}</section>
`
}

/** What the visit ends with in the inspectors' words; nothing where nothing was written. */
export function conclusionOf({ inspection, conclusion }: Report): Markup | null {
  const { text, trust, trustRationale, measure, deadline } = conclusion
  const written = (name: 'text' | 'trustRationale' | 'measure') => recorded('conclusion', inspection, conclusion, name)
  const parts = [
    isTold(text) && html`<dt>Conclusie</dt><dd>${written('text')}</dd>
`,
    isTold(trust) && html`<dt>Vertrouwen in het bestuur</dt><dd>${told(trust, (answer) => TRUST[answer])}</dd>
`,
    isTold(trustRationale) && html`<dt>Onderbouwing van het vertrouwen</dt><dd>${written('trustRationale')}</dd>
`,
    isTold(measure) && html`<dt>Maatregel</dt><dd>${written('measure')}</dd>
`,
    isTold(deadline) && html`<dt>Uiterlijk op</dt><dd>${told(deadline, dayOf)}</dd>
`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : html`<section>
<h2>Conclusie en vervolg</h2>
<dl class="facts">
${parts}</dl>
</section>
`
}
