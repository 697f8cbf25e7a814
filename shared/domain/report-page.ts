import { z } from 'zod'

/**
 * A part of the report as a page: an element of a closed set of tags, or a text that stands as it is read. What someone recorded or can edit stands
 * in an element with `data-of` (`<entity>:<entityId>:<field>`) and `data-seen` (the ids of the heads it was read of); an `img` holds its picture as
 * a `data:` address in `src`, with `alt`, and `width` and `height` in points.
 */
export type PageNode = PageElement | string
export interface PageElement {
  tag: PageTag
  attributes: Record<string, string>
  children: PageNode[]
}

export const PageTag = z.enum([
  'main', 'section', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
  'figure', 'figcaption', 'img', 'span', 'strong', 'em', 'code', 'sup', 'a', 'br',
])
export type PageTag = z.infer<typeof PageTag>

export const PageElement: z.ZodType<PageElement> = z.lazy(() =>
  z.strictObject({ tag: PageTag, attributes: z.record(z.string(), z.string()), children: z.array(z.union([z.string(), PageElement])) }))

/** How the report can be saved. */
export const ReportFormat = z.enum(['html', 'docx', 'pdf', 'md'])
export type ReportFormat = z.infer<typeof ReportFormat>
