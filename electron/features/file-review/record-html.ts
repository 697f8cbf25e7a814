import type { DrawRecord } from '../../../shared/domain/draw-record.ts'
import { html } from '../report/markup.ts'
import { pageOf } from '../report/page.ts'
import { STYLE } from '../report/style.ts'
import { dayOf } from '../report/words.ts'

const LINES = ` pre { white-space: pre-wrap; font-size: .8125rem; padding: .6rem .9rem; border: 1px solid #b9c0c9 }`

/** How anyone draws again, on any machine with Python 3 and the record beside this page. */
export const AGAIN = `import hashlib, json, sys
record = json.load(open(sys.argv[1], encoding="utf-8"))
sha256 = lambda text: hashlib.sha256(text.encode("utf-8")).hexdigest()
seed = record["seed"]
print("trekkingsgetal klopt:", sha256(seed) == record["commitment"])
for stratum, many in zip(record["population"]["strata"], record["take"]):
    units = stratum["units"] or [f"{stratum['name']} {i + 1}".strip() for i in range(stratum["size"])]
    print(stratum["name"], sorted(units, key=lambda unit: sha256(seed + "\\n" + unit))[:many])
`

/** The record of a draw as one page in Dutch to print, that says how to draw again. The same record gives the same bytes. */
export function recordHtml(record: DrawRecord): string {
  const { organisation, population, take, drawn, replacements, targeted } = record
  return pageOf('Trekking van dossiers', html`<h1>Trekking van dossiers: ${organisation}</h1>
<section>
<h2>Wat is getrokken</h2>
<dl class="facts">
<dt>Populatie</dt><dd>${population.size} dossiers</dd>
<dt>Steekproef</dt><dd>${drawn.length} dossiers, ${record.allocation === 'proportional' ? 'naar de grootte van elke laag verdeeld' : 'met een gekozen aantal per laag'}</dd>
<dt>Trekkingsgetal vastgelegd</dt><dd>${momentOf(record.committedAt)}</dd>
<dt>Lijst bekend</dt><dd>${momentOf(record.listedAt)}</dd>
<dt>Getrokken</dt><dd>${momentOf(record.drawnAt)}</dd>
<dt>Vingerafdruk van het trekkingsgetal</dt><dd><code>${record.commitment}</code></dd>
<dt>Trekkingsgetal</dt><dd><code>${record.seed}</code></dd>
<dt>Vingerafdruk van de populatie</dt><dd><code>${population.sha256}</code></dd>
<dt>Werkwijze</dt><dd><code>${record.algorithm}</code></dd>
</dl>
<table>
<thead><tr><th scope="col">Laag</th><th scope="col">Dossiers</th><th scope="col">Getrokken</th></tr></thead>
<tbody>${population.strata.map(({ name, size }, index) => html`<tr><th scope="row">${name || 'alle dossiers'}</th><td>${size}</td><td>${take[index]!}</td></tr>`)}</tbody>
</table>
</section>
<section>
<h2>De steekproef</h2>
<table>
<thead><tr><th scope="col">Dossier</th><th scope="col">In de populatie</th><th scope="col">Laag</th><th scope="col">Volgnummer</th></tr></thead>
<tbody>${drawn.map((one) => html`<tr><th scope="row">${one.pseudonym}</th><td>${one.unit}</td><td>${one.stratum}</td><td>${one.place}</td></tr>`)}</tbody>
</table>
</section>
${replacements.length === 0 ? null : html`<section>
<h2>Vervangen</h2>
<table>
<thead><tr><th scope="col">Dossier</th><th scope="col">In de populatie</th><th scope="col">In plaats van</th><th scope="col">Reden</th></tr></thead>
<tbody>${replacements.map((one) => html`<tr><th scope="row">${one.pseudonym}</th><td>${one.unit}</td><td>${one.replaces}</td><td>${one.reason}</td></tr>`)}</tbody>
</table>
</section>
`}${targeted.length === 0 ? null : html`<section>
<h2>Gericht toegevoegd, buiten de steekproef</h2>
<p>Deze dossiers zijn gekozen en niet getrokken. Ze tellen in geen enkel cijfer over de steekproef mee.</p>
<table>
<thead><tr><th scope="col">Dossier</th><th scope="col">Reden</th></tr></thead>
<tbody>${targeted.map((one) => html`<tr><th scope="row">${one.pseudonym}</th><td>${one.reason}</td></tr>`)}</tbody>
</table>
</section>
`}<section>
<h2>Zo trekt u haar na</h2>
<ol>
<li>Het trekkingsgetal is 64 tekens lang. De SHA-256 van die tekens is de vingerafdruk die vooraf is vastgelegd.</li>
<li>De vingerafdruk van de populatie is de SHA-256 van één regel per dossier, in de volgorde van de lijst: laag, tab, dossier, regeleinde.</li>
<li>Neem per laag van elk dossier de SHA-256 van het trekkingsgetal, een regeleinde en het dossier (UTF-8). Zet de dossiers op volgorde van die uitkomst; de eerste zijn
getrokken. Wie uitvalt wordt vervangen door de volgende. Van een laag waarvan alleen het aantal bekend is heten de dossiers naar de laag en hun volgnummer.</li>
<li>Naar grootte verdelen: elke laag krijgt het hele deel van haar aandeel; wat overblijft gaat één voor één naar de grootste resten, bij gelijke resten naar de eerste laag.</li>
</ol>
<p>Met het bijbehorende bestand en Python 3, of met <code>veldtoets sample verify</code>:</p>
<pre>${AGAIN}</pre>
</section>
`, STYLE + LINES)
}

/** A moment as the laptop's clock had it, in universal time. */
const momentOf = (at: string) => `${dayOf(at.slice(0, 10))} ${at.slice(11, 19)} UTC`
