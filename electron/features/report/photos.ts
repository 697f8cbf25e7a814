import type { Report } from '../../../shared/domain/report.ts'
import { sectionOf } from './block.ts'
import { attribute, type Both, both, type Content, html, Markup } from './markup.ts'
import { isTold, recorded, told } from './told.ts'

/** A picture as it is put into a page; `width` and `height` are in points. */
export interface Picture {
  type: 'image/jpeg' | 'image/png' | 'image/svg+xml'
  bytes: Buffer
  width: number
  height: number
}

/** The pictures that a page has at hand, by the SHA-256 of the file, and the logo. */
export type Pictures = ReadonlyMap<string, Picture>
export const LOGO = 'logo'

/** The widest and the highest that a picture stands on paper, in points. */
const [WIDEST, HIGHEST] = [480, 330]

/** How large a picture is printed, in points: at 96 pixels to the inch, smaller where it would not fit. */
export function printedSize(width: number, height: number, most: { wide: number; high: number } = { wide: WIDEST, high: HIGHEST }): { width: number; height: number } {
  const scale = Math.min(0.75, most.wide / width, most.high / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** A picture with what to say instead of it. Its bytes as text need no look for what cannot be seen, which takes seconds for fifty photos. */
export const pictureOf = ({ type, bytes, width, height }: Picture, alternative: Both): Markup =>
  html`<img src="data:${type};base64,${new Markup(bytes.toString('base64'))}" alt="${(language) => attribute(alternative(language))}" width="${width}" height="${height}" style="width:${width}pt">`

/** The photos that were chosen for the report, each with its label, its caption and what can be seen in it. */
export function photosOf({ photos, photosLeftOut }: Report, pictures: Pictures): Content {
  return sectionOf(both('Foto’s', 'Photos'), photos.map((photo) => photoOf(photo, pictures)), photosLeftOut === 0 ? null : html`<p class="notice">${both(
    `${photosLeftOut} gekozen ${photosLeftOut === 1 ? 'foto ontbreekt' : 'foto’s ontbreken'} hier: te groot, niet op deze computer, of er kunnen mensen op staan.`,
    `${photosLeftOut} chosen ${photosLeftOut === 1 ? 'photo is' : 'photos are'} not here: too large, not on this computer, or people may be seen.`)}</p>
`)
}

function photoOf({ id, fields }: Report['photos'][number], pictures: Pictures): Markup {
  const { file, label, caption, alternative } = fields
  const picture = pictures.get(file.value?.sha256 ?? '')
  const seen = alternative.value ?? caption.value
  return html`<figure data-evidence="${id}">
${picture ? pictureOf(picture, seen === null ? both('Foto zonder beschrijving', 'Photo without a description') : () => seen) : html`<p class="small">${
    both('De foto staat in het inspectiebestand onder dit kenmerk.', 'The photo is in the bundle under this label.')}</p>`}
<figcaption>${told(label, String)} ${isTold(caption) ? recorded('evidence', id, fields, 'caption') : null}</figcaption>
</figure>
`
}
