import { carriedOver, isReworded } from '../../../shared/domain/carry-over.ts'
import { criteriaBelow, criteriaOf, type Criterion, type Expectation, type Framework, gradeOf, listedOf, type Theme } from '../../../shared/domain/framework.ts'
import type { TakenOver } from '../../../shared/domain/paper-round.ts'
import type { Report, ReportedRound } from '../../../shared/domain/report.ts'
import { NOT_EXAMINED } from '../../../shared/domain/verdict.ts'
import { blockOf } from './block.ts'
import { fixedTextOf, paragraph } from './front.ts'
import { type Both, both, html, type Markup } from './markup.ts'
import { isTold, judgementMark, ownMark, prose, ratingMark, recorded, told } from './told.ts'
import { day, kindIn } from './words.ts'

const NUMBER = both('Nr.', 'No.')
const OPEN = html`<span class="none">${both('nog niet beoordeeld', 'not judged yet')}</span>`
const LEFT_OUT = html`<span class="state">${both('niet onderzocht', 'not examined')}</span>`
const UNASSESSED = html`<span class="state">${both('wordt nog niet beoordeeld', 'not assessed yet')}</span>`
const NOT_HERE = html`<span class="none">${both('niet in dat kader', 'not in that framework')}</span>`

/** The column of the earlier round. */
interface Before {
  head: Markup
  ratingOf: (now: Expectation) => Markup
  judgementOf: (criterion: Criterion) => Markup
  /** What only that framework asked. */
  gone: { then: Expectation; rated: Markup }[]
}

function columnOf({ kind, firstDay, takenOver, round: { framework, ratingOf, judgementOf } }: ReportedRound, now: Framework): Before {
  const expectations = listedOf(framework)
  const pairs = carriedOver(expectations, listedOf(now))
  const asked = new Map(pairs.map(({ before, after }) => [after?.id, before]))
  const criteria = new Set(criteriaOf(framework).map(({ id }) => id))
  const rated = (then: Expectation) => {
    const code = ratingOf(then.id)
    if (!then.assessed) return UNASSESSED
    return code === NOT_EXAMINED ? LEFT_OUT : code === null ? OPEN : ratingMark(framework, code)
  }
  return {
    gone: pairs.flatMap(({ before, after }) => (before && !after ? [{ then: before, rated: rated(before) }] : [])),
    head: html`${headOf(kind, firstDay)}${takenOver && html`<br><span class="small">${takenOverAs(takenOver)}</span>`}`,
    ratingOf: (now) => {
      const then = asked.get(now.id)
      if (!then) return NOT_HERE
      const otherwise = isReworded(then, now) ? both('andere tekst', 'other text') : then.number === now.number ? null : both(`toen ${then.number}`, `then ${then.number}`)
      return otherwise === null ? rated(then) : html`${rated(then)} <span class="tag">${otherwise}</span>`
    },
    judgementOf: ({ id }) => {
      const code = judgementOf(id)
      return !criteria.has(id) ? NOT_HERE : code === null ? OPEN : judgementMark(framework, code)
    },
  }
}

/** Nobody's signed judgement here: what stands in a report, and who took it over and checked that. */
function takenOverAs({ source, enteredBy, checkedBy, unchecked }: TakenOver): Both {
  const from = source === null ? '' : ` “${source}”`
  const [entered, checked] = [enteredBy.join(', '), checkedBy.join(', ')]
  const left = both(`${unchecked === 1 ? '1 onderdeel is' : `${unchecked} onderdelen zijn`} nog niet gecontroleerd`, `${unchecked} ${unchecked === 1 ? 'part has' : 'parts have'} not been checked`)
  const said = both(
    `overgenomen uit rapport${from}, ingevoerd door ${entered}${checked && `, gecontroleerd door ${checked}`}`,
    `taken over from report${from}, entered by ${entered}${checked && `, checked by ${checked}`}`)
  return (language) => `${said(language)}${unchecked === 0 ? '' : `; ${left(language)}`}`
}

/** A round as the head of its column: what it was, and when. */
function headOf(kind: string | null, firstDay: string | null): Markup {
  return html`${kind === null ? both('Deze ronde', 'This round') : kindIn(kind)}<br>${firstDay === null ? both('dag niet ingevuld', 'day not filled in') : day(firstDay)}`
}

/** Per theme and criterion what was found: the table of both rounds, then what it rests on. */
export function resultsOf(report: Report): Markup {
  const { framework } = report.round
  const before = report.earlier && columnOf(report.earlier, framework)
  return html`<section>
<h2>${both('Bevindingen', 'Findings')}</h2>
${paragraph('legend', fixedTextOf(report, 'legend'))}<p class="small">${both(
  'Het oordeel per criterium geven de inspecteurs; het wordt niet berekend uit de verwachtingen. Wat met * is gemerkt staat in eigen woorden; de officiële tekst van het toetsingskader gaat voor.',
  'Inspectors judge each criterion; that is not computed from the expectations. What is marked with * is in own words; the official text of the framework comes first.')}</p>
${framework.themes.map((theme) => themeOf(report, before, theme))}${before && goneOf(before)}</section>
`
}

function themeOf(report: Report, before: Before | null, theme: Theme): Markup {
  const { number, title, aim, wording } = theme
  return html`<h3>${both('Thema', 'Theme')} ${number} · ${title}${ownMark(wording)}</h3>
${aim === null ? null : html`<p class="aim">${aim}</p>
`}${blockOf(report, `theme/${theme.id}`)}${criteriaBelow(theme).map((criterion) => html`${tableOf(report, before, criterion)}${substantiationOf(report, criterion)}`)}`
}

function tableOf(report: Report, before: Before | null, criterion: Criterion): Markup {
  const { fields, round, appraisalOf } = report
  const { number, title, wording, expectations } = criterion
  return html`<h4>${both('Criterium', 'Criterion')} ${number} · ${title}${ownMark(wording)}</h4>
<table>
<caption class="aloud">${both('Oordelen bij criterium', 'Judgements of criterion')} ${number}</caption>
<thead><tr><th scope="col" class="number">${NUMBER}</th><th scope="col">${both('Verwachting', 'Expectation')}</th>${
  before && html`<th scope="col" class="round">${before.head}</th>`
}<th scope="col" class="round">${headOf(fields.kind.value, fields.firstDay.value)}</th></tr></thead>
<tbody>
${expectations.map((expectation) => rowOf(report, before, expectation))}</tbody>
<tfoot><tr><td class="number">${number}</td><th scope="row">${both('Oordeel over het criterium', 'Judgement of the criterion')}</th>${
  before && html`<td>${before.judgementOf(criterion)}</td>`
}<td>${told(appraisalOf(criterion.id).judgement, (code) => judgementMark(round.framework, code), OPEN)}</td></tr></tfoot>
</table>
`
}

function rowOf({ round, findingOf }: Report, before: Before | null, expectation: Expectation): Markup {
  const { id, number, assessed, notAssessedBecause } = expectation
  const isLeftOut = assessed && round.ratingOf(id) === NOT_EXAMINED
  const now = isLeftOut ? LEFT_OUT : assessed ? told(findingOf(id).rating, (code) => ratingMark(round.framework, code), OPEN) : UNASSESSED
  return html`<tr><td class="number">${number}</td><th scope="row">${statementOf(round.framework, expectation)}${
    expectation.legal ? html` <span class="tag">${both('wettelijke eis', 'required by law')}</span>` : null
  }${assessed || notAssessedBecause === null ? null : html`<br><span class="small">${notAssessedBecause}</span>`}</th>${before && html`<td>${before.ratingOf(expectation)}</td>`}<td>${now}</td></tr>
`
}

/** What is expected, with the numbers of its footnotes, marked where it is not in official words. */
export function statementOf({ footnotes }: Report['round']['framework'], expectation: Expectation): Markup {
  const notes = footnotes.filter(({ id }) => expectation.footnotes.includes(id))
  return html`${expectation.statement}${ownMark(expectation.wording)}${
    notes.map(({ id, number }) => html` <sup><a href="#noot-${id}">${both('noot', 'note')} ${number}</a></sup>`)
  }`
}

/** What the judgement of a criterion rests on, then and now, and the text of every expectation that has one or should. */
function substantiationOf(report: Report, { id, number, expectations }: Criterion): Markup {
  const appraisal = report.appraisalOf(id)
  const reported = report.earlier?.substantiationOf(id) ?? null
  const then = isTold(appraisal.before) ? html`<dt>${both('Destijds', 'Then')}</dt><dd>${recorded('appraisal', id, appraisal, 'before')}</dd>
` : reported === null ? null : html`<dt>${both('Destijds, in die ronde', 'Then, in that round')}</dt><dd>${prose(reported)}</dd>
`
  return html`<h5>Ad ${number}</h5>
<dl class="facts ad">
${then}<dt>${both('Nu', 'Now')}</dt><dd>${recorded('appraisal', id, appraisal, 'now')}</dd>
${expectations.map((expectation) => textOf(report, expectation))}</dl>
`
}

function textOf({ round: { framework }, findingOf }: Report, { id, number, assessed }: Expectation): Markup | null {
  const finding = findingOf(id)
  const { rating, rationale } = finding
  const grades = rating.heads.map(({ value }) => gradeOf(framework, value))
  const asked = assessed && grades.some((grade) => grade !== undefined && !(grade.counts && grade.met))
  if (!asked && !isTold(rationale)) return null
  const exempt = rating.heads.filter(({ value }) => gradeOf(framework, value)?.counts === false)
  const reasons = [...new Set(exempt.map(({ reason }) => reason))].sort()
  return html`<dt>${number}</dt><dd>${reasons.map((reason) => html`${both('Niet van toepassing, omdat', 'Not applicable, because')}: ${prose(reason ?? '–')}<br>`)}${
    recorded('finding', id, finding, 'rationale', html`<span class="none">${both('geen onderbouwing', 'no rationale')}</span>`)
  }</dd>
`
}

/** What only the earlier framework asked: it is not lost because nobody asks it any more. */
function goneOf({ gone, head }: Before): Markup | null {
  if (gone.length === 0) return null
  return html`<h3>${both('Alleen in het vorige toetsingskader', 'Only in the earlier framework')}</h3>
<table>
<caption class="aloud">${both('Verwachtingen die deze ronde niet meer zijn gesteld', 'Expectations that were not set this round')}</caption>
<thead><tr><th scope="col" class="number">${NUMBER}</th><th scope="col">${both('Verwachting', 'Expectation')}</th><th scope="col" class="round">${head}</th></tr></thead>
<tbody>
${gone.map(({ then, rated }) => html`<tr><td class="number">${then.number}</td><th scope="row">${then.statement}${ownMark(then.wording)}</th><td>${rated}</td></tr>
`)}</tbody>
</table>
`
}
