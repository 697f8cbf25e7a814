/** One bar of a chart: so many of so many. */
export interface Bar {
  group: string
  label: string
  met: number
  of: number
}

const [WIDTH, LEFT, ROW, GAP, UNIT_HEIGHT, LEGEND] = [480, 190, 16, 12, 11, 22]

/**
 * Bars of units as vector graphics (SVG 1.1): filled where met and an outline where not, so that it reads without colour. Sizes in points.
 */
export function chartSvg(bars: readonly Bar[], words: { met: string; notMet: string }): { svg: string; width: number; height: number } {
  const most = Math.max(1, ...bars.map(({ of }) => of))
  const unit = Math.min(18, (WIDTH - LEFT - 40) / most)
  let y = LEGEND
  const parts = bars.flatMap(({ group, label, met, of }) => {
    const head = group === '' ? [] : [text(0, (y += GAP) + 8, group, 'bold')]
    if (group !== '') y += ROW - 2
    const row = [text(8, y + 9, label), ...units(LEFT, y, unit, met, of), text(LEFT + of * unit + 6, y + 9, `${met}/${of}`)]
    y += ROW
    return [...head, ...row]
  })
  const legend = [...units(0, 2, 12, 1, 1), text(18, 11, words.met), ...units(90, 2, 12, 0, 1), text(108, 11, words.notMet)]
  const height = y + 4
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Arial, sans-serif" font-size="9" fill="#1a1d21">${
    [...legend, ...parts].join('')}</svg>`
  return { svg, width: WIDTH, height }
}

const units = (x: number, y: number, unit: number, met: number, of: number) => Array.from({ length: of }, (_one, place) =>
  `<rect x="${round(x + place * unit)}" y="${y}" width="${round(unit - 2)}" height="${UNIT_HEIGHT}" stroke="#1a1d21" stroke-width="1" fill="${place < met ? '#1d3f72' : '#ffffff'}"/>`)

const text = (x: number, y: number, said: string, weight = 'normal') => `<text x="${round(x)}" y="${y}" font-weight="${weight}">${escaped(said)}</text>`

const round = (value: number) => Math.round(value * 100) / 100
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Text without signs that XML 1.0 cannot hold. */
const escaped = (said: string) => said.replace(/[&<>]/g, (sign) => ENTITIES[sign]!).replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
