import { html } from './markup.ts'

const ROOM = html`<br><br><br><br><br>`

/** Where both sides sign a receipt by hand, with room to do so in every format. */
export const SIGN_HERE = html`<table>
<caption class="aloud">Ondertekening</caption>
<thead><tr><th scope="col">Namens de inspectie</th><th scope="col">Namens de organisatie</th></tr></thead>
<tbody><tr><td>${ROOM}</td><td>${ROOM}</td></tr></tbody>
</table>
`
