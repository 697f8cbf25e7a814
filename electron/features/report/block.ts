import type { Report } from '../../../shared/domain/report.ts'
import { type ReportBlock, type ReportLanguage, reportTextIdOf, reportTextStateOf } from '../../../shared/domain/report-text.ts'
import { composedTextOf } from '../../../shared/domain/report-values.ts'
import { both, type Content, html, Markup } from './markup.ts'
import { isTold, prose, recorded } from './told.ts'

/**
 * The text of a block: what somebody wrote, or else what is composed of the data. Where something else is composed since it was written, both stand
 * there with a mark. Nothing where there is nothing to say.
 */
export const blockOf = (report: Report, block: ReportBlock): Content => (language) => {
  const id = reportTextIdOf(language, block)
  const fields = report.reportTextOf(id)
  const composed = composedTextOf(report, report.templates[language], block, language)
  const state = reportTextStateOf({ isThere: isTold(fields.text), basis: fields.basis.value }, composed)
  if (state === 'composed' && composed === '') return null
  return html`<div class="block" data-block="${id}" data-state="${state}">
<p>${recorded('reportText', id, fields, 'text', prose(composed))}</p>
${state === 'outdated' ? outdated(composed) : null}</div>
`
}

/** A section under a heading; nothing where nothing stands in it. */
export const sectionOf = (heading: Content, ...parts: readonly Content[]): Content => (language) => {
  const said = saidBy(parts, language)
  return said && html`<section>
<h2>${heading}</h2>
${said}</section>
`
}

/** A part of a section under a heading of its own; nothing where nothing stands in it. */
export const partOf = (heading: Content, ...parts: readonly Content[]): Content => (language) => {
  const said = saidBy(parts, language)
  return said && html`<h3>${heading}</h3>
${said}`
}

/** What parts say, written once, for whether it is anything is asked on each level. */
function saidBy(parts: readonly Content[], language: ReportLanguage): Markup | null {
  const said = html`${parts}`.toString(language)
  return said.trim() === '' ? null : new Markup(said)
}

function outdated(composed: string): Markup {
  const said = both('De gegevens zijn gewijzigd sinds deze tekst is geschreven.', 'The data have changed since this text was written.')
  if (composed === '') return html`<p class="notice"><strong>${said}</strong></p>
`
  return html`<p class="notice"><strong>${said}</strong> ${both('Samengesteld uit de gegevens luidt hij nu', 'Composed of the data it now reads')}:<br>${prose(composed)}</p>
`
}
