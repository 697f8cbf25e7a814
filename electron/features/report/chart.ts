import { expectationsBelow, type Framework } from '../../../shared/domain/framework.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { countsOf, type RatingOf, verdictOf } from '../../../shared/domain/verdict.ts'
import { type Both, both, type Content, html, type Language } from './markup.ts'
import { type Bar, chartSvg } from './chart-svg.ts'
import { pictureOf } from './photos.ts'
import { day, kindIn } from './words.ts'

/** How many expectations are met in each theme, in both rounds: drawn, with the same in a table. Nothing while anything is open. */
export function chartOf(report: Report): Content {
  const { round, earlier, fields } = report
  if (verdictOf(round.framework, round).open > 0) return null
  const rounds = [
    ...(earlier ? [{ ...earlier.round, head: headOf(earlier.kind, earlier.firstDay) }] : []),
    { ...round, head: headOf(fields.kind.value, fields.firstDay.value) },
  ]
  const rows = round.framework.themes.map((theme) => ({
    number: theme.number, title: theme.title, bars: rounds.map(({ framework, ratingOf, head }) => ({ head, ...countedIn(framework, theme.id, ratingOf) })),
  }))
  return (language: Language) => {
    const bars = rows.flatMap(({ number, title, bars }) => bars.map((bar, index): Bar => ({ group: index === 0 ? `${number} ${title}` : '', label: bar.head(language), ...bar })))
    const { svg, width, height } = chartSvg(bars, WORDS[language])
    const caption = both('Verwachtingen waaraan is voldaan, per thema', 'Expectations that are met, by theme')
    const alternative = bars.map(({ group, label, met, of }) => `${group === '' ? '' : `${group}: `}${label} ${met}/${of}`).join('; ')
    return html`<figure>
${pictureOf({ type: 'image/svg+xml', bytes: Buffer.from(svg), width, height }, () => `${caption(language)}. ${alternative}.`)}
<figcaption>${caption}</figcaption>
</figure>
<table>
<caption class="aloud">${both('Dezelfde aantallen in een tabel', 'The same numbers in a table')}</caption>
<thead><tr><th scope="col">${both('Thema', 'Theme')}</th>${rounds.map(({ head }) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(({ number, title, bars: own }) => html`<tr><th scope="row">${number} ${title}</th>${own.map(({ met, of }) => html`<td>${both(`${met} van ${of}`, `${met} of ${of}`)}</td>`)}</tr>
`)}</tbody>
</table>
`
  }
}

const WORDS = { nl: { met: 'voldoet', notMet: 'voldoet niet of niet van toepassing' }, en: { met: 'met', notMet: 'not met or not applicable' } } as const

function countedIn(framework: Framework, theme: string, ratingOf: RatingOf): { met: number; of: number } {
  const found = framework.themes.find(({ id }) => id === theme)
  if (!found) return { met: 0, of: 0 }
  const { met, assessed } = countsOf(framework, ratingOf, expectationsBelow(found))
  return { met, of: assessed }
}

const headOf = (kind: string | null, firstDay: string | null): Both => (language) =>
  `${kind === null ? both('Deze ronde', 'This round')(language) : kindIn(kind)(language)}${firstDay === null ? '' : `, ${day(firstDay)(language)}`}`
