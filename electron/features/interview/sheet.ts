import type { State } from '../../../shared/domain/entity.ts'
import { expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import { type Question, roleTitleOf } from '../../../shared/domain/interview.ts'
import type { InspectionSummary } from '../../../shared/domain/summary.ts'
import { html } from '../report/markup.ts'
import { pageOf } from '../report/page.ts'
import { dayOf } from '../report/words.ts'

/** One A4: the page does not grow, the room to write shares what the questions leave. */
const STYLE = `
:root { color-scheme: light; font: 9.5pt/1.3 system-ui, 'Segoe UI', 'Noto Sans', Arial, sans-serif; color: #000; background: #fff }
body { margin: 0 auto; max-width: 178mm }
main { display: flex; flex-direction: column; min-height: 262mm }
h1 { margin: 0 0 2mm; font-size: 15pt } h2 { margin: 4mm 0 1mm; font-size: 11pt }
dl { display: grid; grid-template-columns: 24mm 1fr 24mm 1fr; gap: 1mm 3mm; margin: 0; padding-bottom: 3mm; border-bottom: 1.5pt solid #000 }
dt { color: #333 } dd { margin: 0; border-bottom: .5pt solid #999; min-height: 5mm }
ol { flex: 1; display: flex; flex-direction: column; margin: 0; padding: 0; list-style: none }
li { flex: 1 1 0; padding: 1mm 0; border-bottom: .5pt solid #999; break-inside: avoid; overflow-wrap: anywhere }
.box { display: inline-block; width: 3.2mm; height: 3.2mm; margin-right: 2mm; border: 1pt solid #000; vertical-align: -.4mm }
.number { font-size: 8.5pt; color: #333 }
.small { margin: 2mm 0 0; font-size: 8.5pt; color: #333 }
.unseen { border: .5pt dotted #000; font: .8em monospace; unicode-bidi: isolate }
@page { size: A4; margin: 12mm 16mm }
@media screen { body { padding: 8mm } }
`

interface Sheet {
  framework: Framework
  activity: State<'activity'>
  questions: readonly Question[]
  summary: InspectionSummary
}

/** One A4 for one talk, in Dutch: the guide with room to write. It holds no clock and no chance, and no name but that of the organisation. */
export function sheetHtml({ framework, activity, questions, summary }: Sheet): string {
  const { label, role, day, time, place, participants } = activity
  const who = (participants.value ?? []).map((one) => `${one.count} × ${one.role}`).join(', ')
  return pageOf('Gespreksblad', html`<h1>${label.value === null ? null : `[${label.value}] `}Gesprek: ${roleTitleOf(framework, role.value ?? '')}</h1>
<dl>
<dt>Organisatie</dt><dd>${summary.organisation.name}</dd><dt>Datum</dt><dd>${day.value === null ? null : dayOf(day.value)}</dd>
<dt>Plaats</dt><dd>${place.value}</dd><dt>Tijd</dt><dd>${time.value}</dd>
<dt>Gesproken met</dt><dd>${who}</dd><dt>Begin en eind</dt><dd></dd>
</dl>
<h2>Vragen</h2>
<ol>
${questions.map(({ text, expectations }) => html`<li><span class="box"></span>${text} <span class="number">${numbersOf(framework, expectations)}</span></li>
`)}<li><span class="box"></span>Verder ter sprake gekomen</li>
</ol>
<p class="small">Schrijf rollen en aantallen op, geen namen. Scan dit blad na het gesprek en voeg het toe als bron.</p>
`, STYLE)
}

const numbersOf = (framework: Framework, expectations: readonly string[]) =>
  expectations.map((id) => expectationOf(framework, id)?.number ?? id).join(', ')
