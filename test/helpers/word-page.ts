import type { About } from '../../electron/features/report/docx.ts'
import { html } from '../../electron/features/report/markup.ts'
import { pageOf } from '../../electron/features/report/page.ts'
import { treeOf } from '../../electron/features/report/tree.ts'

export const INSPECTION = '0198c0de-0000-7000-8000-00000000aaaa'
export const about: About = { title: 'Rapport', inspectorate: 'Toezicht', marks: ['Stand a'], source: { inspection: INSPECTION, state: 'a'.repeat(64), version: '0.1.0' } }
const recorded = (of: string, text: string) => html`<span data-of="${of}" data-seen=""><span class="prose">${text}</span></span>`
/** A page with a text in each of the places where one can stand. */
export const pageWith = (texts: readonly string[]) => treeOf(pageOf('Rapport', html`<h1>Rapport</h1>
<div class="contents"><p>Inhoud</p></div>
<section>
<h2>Bevindingen</h2>
${texts.map((text, n) => html`<h3>VP${n} ${recorded(`improvement:a${n}:title`, text)}</h3>
<p>${recorded(`reportText:b${n}:text`, text)}</p>
<dl class="facts"><dt>Nu</dt><dd>${recorded(`appraisal:c${n}:now`, text)}</dd><dt>Feit</dt><dd>Ja<br>Bron: ${recorded(`fact:d${n}:source`, text)}</dd></dl>
<table><thead><tr><th scope="col">Wat</th></tr></thead><tbody><tr><td>${recorded(`claim:e${n}:found`, text)}</td></tr></tbody></table>
`)}</section>
`))

/** The page from which the files in test/fixtures/word were made. */
export const pageOfTexts = treeOf(pageOf('Rapport', html`<h1>Rapport</h1>
<div class="contents"><p>Inhoud</p></div>
<h2>Bevindingen</h2>
<dl class="facts"><dt>1.3.1</dt><dd>${recorded('finding:1.3.1:rationale', 'Oude zaken staan in het vorige systeem.')}</dd>
<dt>1.3.2</dt><dd>${recorded('finding:1.3.2:rationale', 'De lijst is er niet.')}</dd>
<dt>1.4.1</dt><dd>${recorded('finding:1.4.1:rationale', 'Zonder bijhouden.')}</dd>
<dt>1.4.2</dt><dd>${recorded('finding:1.4.2:rationale', 'Deze zin mag weg.')}</dd></dl>
<p>${recorded('reportText:nl/summary:text', 'Een samenvatting\nop twee regels, met een\u00adzacht streepje.')}</p>
<table><thead><tr><th scope="col">Beweerd</th></tr></thead><tbody><tr><td>klaar: ${recorded('claim:0198c0de-0000-7000-8000-000000000001:statement', 'Alles is klaar.')}</td></tr></tbody></table>
`))
