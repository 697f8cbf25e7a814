import type { Report } from '../../../shared/domain/report.ts'
import { factualCheckIn } from '../factual-check/annex.ts'
import { viewsIn } from '../factual-check/view-annex.ts'
import { frameworkIn, methodIn, notesOf } from './annex.ts'
import { blockOf, partOf, sectionOf } from './block.ts'
import { claimedOf, keyDataOf } from './claimed.ts'
import { contentsOf, withAnchors } from './contents.ts'
import { factsOf, frontOf, supervisionIn, titleOf } from './front.ts'
import { type Content, both, html, type Language, Markup } from './markup.ts'
import { marksOf, signedIn } from './marks.ts'
import { conclusionOf, improvementsOf, ruleOf, summaryOf } from './outcome.ts'
import { pageOf } from './page.ts'
import { type Pictures, photosOf } from './photos.ts'
import { pointsIn } from './points.ts'
import { resultsOf } from './results.ts'
import { day } from './words.ts'

/**
 * The readable report: one HTML file that needs nothing beside it. It holds no clock and no chance, so the same inspection gives the same bytes. Where
 * a picture is not given, its place tells where it can be found.
 */
export function reportHtml(report: Report, language: Language = 'nl', pictures: Pictures = new Map()): string {
  const sections = new Markup(html`${[
    supervisionIn(report), summaryOf(report), reasonIn(report), keyDataOf(report), introductionOf(report), resultsOf(report), claimedOf(report), ruleOf(report),
    improvementsOf(report), pointsIn(report), conclusionOf(report), photosOf(report, pictures), signedIn(report),
    frameworkIn(report), methodIn(report), ...annexesOf(report), notesOf(report), marksOf(report),
  ]}`.toString(language)) // written once, for the contents list reads it too
  const { adoptedOn } = report
  const title = adoptedOn === null ? both('Inspectierapport, concept', 'Inspection report, draft') : both('Inspectierapport', 'Inspection report')
  return withAnchors(pageOf(title, html`<p class="concept">${adoptedOn === null
    ? both('Concept, geen vastgesteld rapport', 'Draft, not an adopted report')
    : html`${both('Vastgesteld rapport', 'Adopted report')}, ${day(adoptedOn)}`}</p>
<h1>${titleOf(report)}</h1>
${frontOf(report, pictures)}${contentsOf(sections)}${sections}`, undefined, language))
}

/** Annexes that other parts of the program add, such as that of the factual check, in the order in which they are printed. */
const annexesOf = ({ check }: Report): readonly Content[] => [factualCheckIn(check), viewsIn(check)]

const reasonIn = (report: Report) => sectionOf(both('Aanleiding', 'Reason for the visit'), blockOf(report, 'reason'))

function introductionOf(report: Report): Content {
  return sectionOf(
    both('Inleiding', 'Introduction'),
    partOf(both('De organisatie', 'The organisation'), blockOf(report, 'organisation')),
    partOf(both('De vorige beoordeling', 'The earlier assessment'), blockOf(report, 'earlier')),
    partOf(both('Het toetsingskader', 'The framework'), blockOf(report, 'framework')),
    partOf(both('Werkwijze', 'Method'), blockOf(report, 'method')),
    partOf(both('Over deze inspectie', 'About this inspection'), factsOf(report)),
  )
}
