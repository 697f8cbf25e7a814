import { several } from '../../../shared/domain/count-in-words.ts'
import type { TimelineCode, TimelineItem } from '../../../shared/domain/supervision-timeline.ts'
import { html } from '../report/markup.ts'
import { pageOf } from '../report/page.ts'
import { dayOf, kindOf } from '../report/words.ts'

/** What happened, in Dutch. */
const WORDS: Readonly<Record<TimelineCode, string>> = {
  round: 'Inspectie', document: 'Document', figures: 'Maandcijfers', announced: 'Verscherpt toezicht aangekondigd', intensified: 'Verscherpt toezicht',
  extension: 'Verlenging van verscherpt toezicht', published: 'Maatregel openbaar gemaakt', lifted: 'Verscherpt toezicht opgeheven', instruction: 'Aanwijzing', order: 'Bevel', 'penalty-order': 'Last onder dwangsom',
  recovery: 'Hersteltermijn', complied: 'Aan maatregel voldaan', withdrawn: 'Maatregel ingetrokken', regular: 'Gesprek in regulier toezicht', board: 'Bestuurlijk gesprek',
  sent: 'Brief verzonden', received: 'Brief ontvangen', answered: 'Brief beantwoord', pledged: 'Toezegging gedaan', kept: 'Toezegging nagekomen',
  late: 'Toezegging te laat nagekomen', 'not-kept': 'Toezegging niet nagekomen', media: 'Signaal uit de media', council: 'Inspreker bij de raad',
  'former-staff': 'Signaal van een oud-medewerker', other: 'Overig signaal of contact', trust: 'Vertrouwen in het bestuur', doubt: 'Twijfel over het bestuur',
  'no-trust': 'Geen vertrouwen in het bestuur', established: 'Punt als gereed vastgesteld', event: 'Gebeurtenis',
}

function titleOf({ code, facts, text }: TimelineItem): string {
  if (code === 'round' && text !== null) return `${kindOf(String(facts.round))}: ${facts.met} van ${facts.assessed} verwachtingen`
  if (code === 'figures') return `Maandcijfers ${facts.year}: ${several(Number(facts.count), 'maand', 'maanden')}`
  return code === 'lifted' && facts.days !== undefined ? `${WORDS.lifted} na ${facts.days} dagen` : WORDS[code]
}

/** The timeline of an organisation as one page that needs nothing beside it. */
export function timelineHtml(organisation: string, items: readonly TimelineItem[], today: string): string {
  return pageOf('Tijdlijn', html`<h1>Tijdlijn van ${organisation}</h1>
<p>Uit het toezichtdossier zoals het was op ${dayOf(today)}. Geen vastgesteld document.</p>
<table>
<thead><tr><th scope="col">Wanneer</th><th scope="col">Wat</th></tr></thead>
<tbody>${items.map((item) => html`<tr><td>${dayOf(item.day)}${item.until === null ? null : html`<br>tot en met ${dayOf(item.until)}`}</td><td><strong>${titleOf(item)}</strong>${item.text === null ? null : html`<div class="prose">${item.text}</div>`}</td></tr>
`)}</tbody>
</table>
`)
}
