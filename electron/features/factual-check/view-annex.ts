import { withoutSources } from '../../../shared/domain/check-line.ts'
import type { ReportedCheck, ReportedView } from '../../../shared/domain/reported-check.ts'
import type { ViewSubject } from '../../../shared/domain/view.ts'
import { type Both, both, type Content, html, type Language, type Markup } from '../report/markup.ts'
import { isTold, prose, told } from '../report/told.ts'
import { day } from '../report/words.ts'

const SUBJECTS: Readonly<Record<ViewSubject, Both>> = { measure: both('Voorgenomen maatregel', 'Intended measure'), publication: both('Voorgenomen openbaarmaking', 'Intended publication') }

/** The annex with the views (zienswijzen) that were chosen to stand in the report, each with the reply. Nothing where none was. */
export function viewsIn({ views }: ReportedCheck): Content {
  if (views.length === 0) return null
  return html`<section>
<h2>${views.length === 1 ? both('Bijlage: zienswijze', 'Annex: view of the organisation') : both('Bijlage: zienswijzen', 'Annex: views of the organisation')}</h2>
<p>${both(
  'De organisatie gaf haar zienswijze (artikel 4:8 Algemene wet bestuursrecht). Zij gaat over een voornemen van de inspectie en niet over de feiten.',
  'The organisation gave its view (article 4:8 General Administrative Law Act). It is about what the inspectorate intends and not about the facts.')}</p>
${views.map(viewOf)}</section>
`
}

function viewOf({ fields: { subject, what, receivedOn, summary, reply, repliedOn } }: ReportedView): Markup {
  const said = (text: string): Content => (language: Language) => prose(withoutSources(text, language))
  return html`<h3>${told(subject, (one) => SUBJECTS[one])}${isTold(what) ? html` · ${told(what, prose)}` : null}</h3>
<dl class="facts">
<dt>${both('Zienswijze', 'View')}</dt><dd>${told(summary, said)} (${both('ontvangen op', 'received on')} ${told(receivedOn, day)})</dd>
<dt>${both('Reactie', 'Reply')}</dt><dd>${told(reply, said, html`${both('nog niet beantwoord', 'not answered yet')}`)}${repliedOn.value === null ? null : html` (${both('op', 'on')} ${told(repliedOn, day)})`}</dd>
</dl>
`
}
