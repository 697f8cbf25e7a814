import type { Report } from '../../../shared/domain/report.ts'
import type { FixedPart } from '../../../shared/domain/report-template.ts'
import { reportValuesOf } from '../../../shared/domain/report-values.ts'
import { fill } from '../../../shared/domain/template.ts'
import { sectionOf } from './block.ts'
import { both, type Content, html, type Language, type Markup } from './markup.ts'
import { LOGO, type Pictures, pictureOf } from './photos.ts'
import { told } from './told.ts'
import { day, kindIn, ROLES, roleIn } from './words.ts'

/** A text that an inspectorate has in all its reports, filled with what this one is about; empty where it has none. */
export const fixedTextOf = (report: Report, part: FixedPart) => (language: Language): string =>
  fill(report.templates[language][part], reportValuesOf(report, language))

/** What the report is called. */
export const titleOf = (report: Report) => fixedTextOf(report, 'title')

/** A text of a template as it was typed, nothing where it is empty. */
export const paragraph = (className: string, text: (language: Language) => string): Content => (language) =>
  text(language) === '' ? null : html`<p class="${className}"><span class="prose">${text(language)}</span></p>
`

/** What stands on the first page under the title. */
export function frontOf(report: Report, pictures: Pictures): Content {
  const logo = pictures.get(LOGO)
  return html`<div class="front">
${logo ? html`<p class="logo">${pictureOf(logo, both('Beeldmerk', 'Logo'))}</p>
` : null}${paragraph('subtitle', fixedTextOf(report, 'subtitle'))}<p class="inspectorates">${(language: Language) => reportValuesOf(report, language).inspectorates!}</p>
${paragraph('motto', fixedTextOf(report, 'motto'))}</div>
`
}

/** What an inspectorate says of itself and of supervision; nothing where its template says nothing. */
export const supervisionIn = (report: Report): Content => sectionOf(
  both('Over het toezicht', 'About supervision'), paragraph('mission', fixedTextOf(report, 'mission')), paragraph('supervision', fixedTextOf(report, 'supervision')),
  paragraph('colophon', fixedTextOf(report, 'colophon')))

/** What the inspection is, one fact after the other. */
export function factsOf(report: Report): Markup {
  const { organisation, fields, round: { framework } } = report
  return html`<dl class="facts">
<dt>${both('Organisatie', 'Organisation')}</dt><dd>${told(fields.organisation, (id) => (organisation ? namedOf(organisation) : id))}</dd>
<dt>${both('Toetsingskader', 'Framework')}</dt><dd>${framework.title}, ${both('versie', 'version')} ${framework.version}</dd>
<dt>${both('Soort', 'Kind')}</dt><dd>${told(fields.kind, kindIn)}</dd>
<dt>${both('Eerste dag', 'First day')}</dt><dd>${told(fields.firstDay, day)}</dd>
<dt>${both('Laatste dag', 'Last day')}</dt><dd>${told(fields.lastDay, day)}</dd>
<dt>${both('Aankondiging', 'Announcement')}</dt><dd>${told(fields.announced, (announced) => (announced ? both('Aangekondigd', 'Announced') : both('Onaangekondigd', 'Unannounced')))}</dd>
<dt>${both('Vorige ronde', 'Earlier round')}</dt><dd>${earlierOf(report)}</dd>
<dt>${both('Inspectieteam', 'Inspection team')}</dt><dd>${teamOf(report)}</dd>
</dl>
`
}

function namedOf({ name, region, partOf, verified }: NonNullable<Report['organisation']>): Markup {
  return html`${name}, ${both('regio', 'region of')} ${region}${partOf === null ? null : html`, ${both('onderdeel van', 'part of')} ${partOf}`}${
    verified ? null : html` <span class="tag">${both('naam niet aan een bron gecontroleerd', 'name not held against a source')}</span>`}`
}

function earlierOf({ fields, earlier }: Report): Markup {
  const none = html`${both('geen', 'none')}`
  if (fields.earlier.different || fields.earlier.value === null) return told(fields.earlier, () => both('een eerdere inspectie', 'an earlier inspection'), none)
  if (!earlier) return html`${both('wel aangewezen, maar hier niet bekend', 'named, but not known here')}`
  return html`${kindIn(earlier.kind)}${earlier.firstDay === null ? null : html`, ${day(earlier.firstDay)}`}`
}

/** Roles and inspectorates, without names: who signed stands in the certificates. */
function teamOf({ team }: Report): Markup {
  const order = Object.keys(ROLES)
  const placeOf = ({ value }: Report['team'][number]) => (value ? order.indexOf(value.role) : order.length)
  const members = team.toSorted((a, b) => placeOf(a) - placeOf(b))
  return html`<ul>${members.map((member) => html`<li>${told(member, ({ role, inspectorate }) => html`${roleIn(role)}, ${inspectorate}`)}</li>`)}</ul>`
}
