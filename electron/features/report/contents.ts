import { both, type Content, html, Markup } from './markup.ts'

const HEADING = /<h2>(.*?)<\/h2>/g

/** The name of the nth main heading, to go to. */
const anchorOf = (place: number) => `deel-${place + 1}`

/** The main headings of a page, each with a way to it; a Word file has its own contents in this place. */
export const contentsOf = (sections: Markup): Content => (language) => {
  const headings = [...sections.toString(language).matchAll(HEADING)].map(([, said]) => new Markup(said!))
  return html`<div class="contents">
<p class="contents-title">${both('Inhoud', 'Contents')}</p>
<ol>${headings.map((heading, place) => html`<li><a href="#${anchorOf(place)}">${heading}</a></li>
`)}</ol>
</div>
`
}

/** The same page with a name at each main heading. */
export function withAnchors(page: string): string {
  let place = 0
  return page.replace(/<h2>/g, () => `<h2 id="${anchorOf(place++)}">`)
}
