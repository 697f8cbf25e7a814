import { dayInWords } from '../../../shared/domain/day-in-words.ts'
import type { RemarkOutcome } from '../../../shared/domain/factual-check.ts'
import type { ReportedCheck, ReportedRemark, Rewritten } from '../../../shared/domain/reported-check.ts'
import { wordDifference } from '../../../shared/domain/word-difference.ts'
import { both, type Both, type Content, html, type Markup } from '../report/markup.ts'
import { NONE, prose, recorded, told } from '../report/told.ts'

const OUTCOMES: Readonly<Record<RemarkOutcome, Both>> = {
  'taken-over': both('Overgenomen', 'Taken over'), partly: both('Ten dele overgenomen', 'Taken over in part'), not: both('Niet overgenomen', 'Not taken over'),
}
const GONE = html`<span class="state">× ${both('gewist', 'erased')}</span>`
const ADVICE = both(
  'De organisatie kreeg de gelegenheid feitelijke onjuistheden te melden. Wie de opmerkingen schreef wordt niet genoemd. In de teksten staat vet wat is gewijzigd.',
  'The organisation was given the opportunity to report factual errors. Who wrote the remarks is not told. What was changed in the texts is bold.')

/** The annex on the factual check (hoor en wederhoor): per remark what was said, decided and changed. Nothing where none was held. */
export function factualCheckIn({ checks, remarks, others }: ReportedCheck): Content {
  if (checks.length === 0) return null
  return html`<section>
<h2>${both('Bijlage: hoor en wederhoor', 'Annex: factual check')}</h2>
${checks.map(({ on, due }) => html`<p>${both(
  `De bevindingen zijn op ${dayInWords(on, 'nl')} voorgelegd, met de gelegenheid te reageren tot en met ${dayInWords(due, 'nl')}.`,
  `The findings were submitted on ${dayInWords(on, 'en')}, with the opportunity to respond until ${dayInWords(due, 'en')}.`)}</p>
`)}<p>${ADVICE}</p>
<p><strong>${countOf(remarks)}</strong></p>
${remarks.map((remark, index) => remarkOf(remark, index + 1))}${others.length === 0 ? null : html`<h3>${both('Andere wijzigingen sinds de controle', 'Other changes since the check')}</h3>
<dl class="facts ad">
${others.map((other) => html`<dt>${placeOf(other)}</dt><dd>${both('Was', 'Was')}: ${sideOf(other, 'before')}<br>${both('Is geworden', 'Became')}: ${sideOf(other, 'after')}</dd>
`)}</dl>
`}</section>
`
}

function countOf(remarks: readonly ReportedRemark[]): Both {
  const of = (outcome: RemarkOutcome | null) => remarks.filter(({ fields }) => fields.outcome.value === outcome).length
  const [all, over, partly, not, open] = [remarks.length, of('taken-over'), of('partly'), of('not'), of(null)]
  if (all === 0) return both('Er zijn geen opmerkingen ontvangen.', 'No remarks were received.')
  return both(
    `${all === 1 ? '1 opmerking' : `${all} opmerkingen`}: ${over} overgenomen, ${partly} ten dele, ${not} niet${open === 0 ? '' : `, ${open} nog niet beantwoord`}.`,
    `${all === 1 ? '1 remark' : `${all} remarks`}: ${over} taken over, ${partly} in part, ${not} not${open === 0 ? '' : `, ${open} not answered yet`}.`)
}

function remarkOf({ id, fields, line, number, late, text }: ReportedRemark, index: number): Markup {
  const { said, outcome } = fields
  const where = placeOf({ line, number })
  return html`<h3>${both('Opmerking', 'Remark')} ${index}${where && html` · ${where}`}</h3>
<dl class="facts">
<dt>${both('De organisatie', 'The organisation')}</dt><dd>${told(said, ({ what, should }) => html`${prose(what)}${
  should && html`<br>${both('Het moet zijn', 'It should be')}: ${prose(should)}`}`)}${late ? html` (${both('na de termijn ontvangen', 'received after the term')})` : null}</dd>
<dt>${both('Besluit', 'Decision')}</dt><dd>${told(outcome, (one) => OUTCOMES[one], html`${both('nog niet beantwoord', 'not answered yet')}`)}</dd>
<dt>${both('Reactie', 'Reply')}</dt><dd>${recorded('remark', id, fields, 'answer', outcome.value === 'taken-over' ? html`–` : NONE)}</dd>
${text && html`<dt>${both('Tekst zoals voorgelegd', 'Text as submitted')}</dt><dd>${sideOf(text, 'before')}</dd>
<dt>${both('Tekst zoals aangepast', 'Text as changed')}</dt><dd>${sideOf(text, 'after')}</dd>
`}</dl>
`
}

function placeOf({ line, number }: { line: number | null; number: string | null }): Markup | null {
  if (line === null) return number === null ? null : html`${both('nummer', 'number')} ${number}`
  return html`${both('regel', 'line')} ${line}${number === null ? null : html` (${number})`}`
}

/** One of the two texts whole, so that it reads by itself in every format; the words that the other has not are strong. */
function sideOf({ before, after }: Rewritten, side: 'before' | 'after'): Markup {
  if ((side === 'before' ? before : after) === null) return GONE
  const own = side === 'before' ? 'removed' : 'added'
  const pieces = wordDifference(before ?? '', after ?? '').filter(({ kind }) => kind === 'same' || kind === own)
  return html`${pieces.map(({ kind, text }) => (kind === 'same' || text.trim() === '' ? prose(text) : html`<strong>${prose(text)}</strong>`))}`
}
