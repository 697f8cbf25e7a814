import { type Comparison, comparisonOf } from '../../../shared/domain/comparison.ts'
import { type Framework, listedOf } from '../../../shared/domain/framework.ts'
import type { Report } from '../../../shared/domain/report.ts'
import type { Condition, Weighed } from '../../../shared/domain/rule.ts'
import { sensitivityOf } from '../../../shared/domain/sensitivity.ts'
import { countsOf, explanationOf, standingOf, verdictOf } from '../../../shared/domain/verdict.ts'
import { html, type Markup } from './markup.ts'
import { statementOf } from './results.ts'
import { isTold, ownMark, prose, told } from './told.ts'
import { dayOf, REASONS, several, TRUST } from './words.ts'

/** The outcome in one paragraph. How far the threshold is stays unsaid as long as something is open, as on screen. */
export function summaryOf(report: Report): Markup {
  const { framework, ratingOf } = report.round
  const { open, met, assessed, outcome, reasons } = verdictOf(framework, ratingOf)
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

/** The rule as it reads and, once all is judged, which of its parts hold. */
export function ruleOf({ round: { framework, ratingOf } }: Report): Markup {
  const { rule } = framework
  const { open, outcome } = verdictOf(framework, ratingOf)
  const weighed = open > 0 ? null : explanationOf(framework, ratingOf)
  const { fewestChanges } = sensitivityOf(framework, ratingOf)
  return html`<section>
<h2>Beslisregel en eindoordeel</h2>
<p>${rule.statement}${ownMark(rule.wording)}</p>
<div class="rule">${rule.outcomes.map(({ label, when }, index) => {
  const condition = weighed ? weighed[index]!.condition : when
  return condition === null ? html`<p>Anders: <strong>${label}</strong>.</p>` : html`<p><strong>${label}</strong>, als:</p>
<ul>${conditionOf(framework, condition)}</ul>
`
})}</div>
${open > 0 ? html`<p>Het eindoordeel is nog open: ${several(open, 'verwachting heeft', 'verwachtingen hebben')} nog geen oordeel dat telt.</p>
` : html`<p>Eindoordeel: <strong>${outcomeLabel(framework, outcome)}</strong>.${
  fewestChanges === null ? null : ` Het zou anders luiden bij ten minste ${several(fewestChanges, 'ander oordeel', 'andere oordelen')} over een verwachting.`}</p>
`}</section>
`
}

function conditionOf(framework: Framework, condition: Condition | Weighed): Markup {
  if ('of' in condition) {
    const joined = condition.kind === 'all' ? 'al het volgende' : 'ten minste een van deze'
    return html`<li>${joined}${heldOf(condition)}<ul>${condition.of.map((part) => conditionOf(framework, part))}</ul></li>
`
  }
  const { assessed } = countsOf(framework, () => null)
  const asked = condition.kind === 'at-least-met'
    ? `ten minste ${condition.count} van de ${assessed} beoordeelde verwachtingen voldoen`
    : `alle beoordeelde verwachtingen van thema ${themeTitle(framework, condition.theme)} voldoen`
  return html`<li>${asked}${heldOf(condition)}</li>
`
}

const themeTitle = ({ themes }: Framework, id: string) => themes.find((theme) => theme.id === id)?.title ?? id

function heldOf(condition: Condition | Weighed): Markup | null {
  if (!('holds' in condition)) return null
  const { holds } = condition
  const word = holds === null ? '? nog onbekend' : holds ? '✓ geldt' : '✕ geldt niet'
  return html`: <strong>${word}</strong>${'met' in condition ? ` (${condition.met} van ${condition.counted})` : null}`
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
export function conclusionOf({ conclusion }: Report): Markup | null {
  const { text, trust, trustRationale, measure, deadline } = conclusion
  const parts = [
    isTold(text) && html`<dt>Conclusie</dt><dd>${told(text, prose)}</dd>
`,
    isTold(trust) && html`<dt>Vertrouwen in het bestuur</dt><dd>${told(trust, (answer) => TRUST[answer])}</dd>
`,
    isTold(trustRationale) && html`<dt>Onderbouwing van het vertrouwen</dt><dd>${told(trustRationale, prose)}</dd>
`,
    isTold(measure) && html`<dt>Maatregel</dt><dd>${told(measure, prose)}</dd>
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
