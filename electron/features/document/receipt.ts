import type { State } from '../../../shared/domain/entity.ts'
import { html } from '../report/markup.ts'
import { pageOf } from '../report/page.ts'
import { SIGN_HERE } from '../report/sign-here.ts'
import { dayOf } from '../report/words.ts'

export interface Receipt {
  readonly organisation: string
  readonly inspectorate: string
  /** The day on which it is written, as `2016-05-20`. */
  readonly day: string
  readonly documents: readonly State<'document'>[]
}

/** A receipt in Dutch for originals that were taken along as a page, to print twice and sign. */
export function receiptHtml({ organisation, inspectorate, day, documents }: Receipt): string {
  return pageOf('Ontvangstbewijs', html`<h1>Ontvangstbewijs</h1>
<p>Op ${dayOf(day)} heeft ${inspectorate} deze originele documenten meegenomen van ${organisation}. Zij gaan voor korte tijd mee, om te worden gekopieerd, en komen
daarna terug (artikel 5:17, derde lid, Algemene wet bestuursrecht).</p>
<table>
<thead><tr><th scope="col" class="number">Nr.</th><th scope="col">Document</th><th scope="col">Kenmerk</th><th scope="col">Datum</th><th scope="col">Meegenomen</th><th scope="col">Van</th><th scope="col">Terug op</th></tr></thead>
<tbody>${documents.map(rowOf)}</tbody>
</table>
<p>${String(documents.length)} ${documents.length === 1 ? 'document' : 'documenten'}. Dit bewijs is in tweevoud opgemaakt: één voor de organisatie, één voor de inspectie.</p>
${SIGN_HERE}`)
}

const rowOf = ({ label, title, reference, dated, receivedOn, from }: State<'document'>) => html`<tr><td>${label.value}</td><td>${title.value}</td><td>${reference.value}</td><td>${
  dated.value && dayOf(dated.value)}</td><td>${receivedOn.value && dayOf(receivedOn.value)}</td><td>${from.value}</td><td></td></tr>
`
