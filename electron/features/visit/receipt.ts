import type { State } from '../../../shared/domain/entity.ts'
import type { Member } from '../../../shared/domain/inspection.ts'
import { html, Markup } from '../report/markup.ts'
import { pageOf } from '../report/page.ts'
import { SIGN_HERE } from '../report/sign-here.ts'
import { prose, told } from '../report/told.ts'
import { dayOf, ROLES } from '../report/words.ts'

export interface VisitReceipt {
  readonly organisation: string
  readonly inspectorate: string
  readonly team: readonly Member[]
  readonly visit: State<'visit'>
  readonly agreements: readonly State<'agreement'>[]
}

/** A receipt of the visit in Dutch as a page, to print twice and sign. It names functions and no people. */
export function receiptHtml({ organisation, inspectorate, team, visit, agreements }: VisitReceipt): string {
  const plain = (text: string) => text
  return pageOf('Bewijs van bezoek', html`<h1>Bewijs van bezoek</h1>
<dl class="facts">
<dt>Organisatie</dt><dd>${organisation}</dd>
<dt>Locatie of afdeling</dt><dd>${told(visit.unit, plain)}</dd>
<dt>Datum</dt><dd>${told(visit.day, dayOf)}</dd>
<dt>Aankomst en vertrek</dt><dd>${told(visit.arrivedAt, (time) => `${time} uur`)} tot ${told(visit.leftAt, (time) => `${time} uur`)}</dd>
<dt>Ontvangen door</dt><dd>${told(visit.receivedBy, plain)}</dd>
<dt>Door</dt><dd>${inspectorate}${team.length === 0 ? null : html`: ${team.map(({ role }) => ROLES[role].toLowerCase()).join(', ')}`}</dd>
</dl>
<h2>Bij aankomst</h2>
<ul>
<li>Het legitimatiebewijs is getoond (artikel 5:12 Algemene wet bestuursrecht): ${told(visit.identified, yesOrNo)}.</li>
<li>Doel van het bezoek en bevoegdheden zijn toegelicht (artikelen 5:15 tot en met 5:17 en 5:20): ${told(visit.explained, yesOrNo)}.</li>
<li>Verteld is wat de inspectie met persoonsgegevens doet: ${told(visit.privacyGiven, yesOrNo)}.</li>
</ul>
${refusalOf(visit)}${agreements.length === 0 ? null : html`<h2>Nog te ontvangen</h2>
<table>
<thead><tr><th scope="col">Document</th><th scope="col">Uiterlijk</th></tr></thead>
<tbody>${agreements.map(({ what, by }) => html`<tr><td>${told(what, plain)}</td><td>${told(by, dayOf)}</td></tr>
`)}</tbody>
</table>
`}<p>Dit bewijs is in tweevoud opgemaakt: één voor de organisatie, één voor de inspectie. Het zegt niets over de oordelen.</p>
${SIGN_HERE}`)
}

const yesOrNo = (yes: boolean) => (yes ? 'ja' : 'nee')

function refusalOf({ refusedAt, refusedWords }: State<'visit'>): Markup | null {
  if (refusedAt.heads.length + refusedWords.heads.length === 0) return null
  return html`<h2>Medewerking geweigerd</h2>
<p>Om ${told(refusedAt, (time) => `${time} uur`)}, met deze woorden: ${told(refusedWords, prose)}</p>
`
}
