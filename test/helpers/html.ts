const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '\'', '&amp;': '&' }

/** The text of a page as it reads: no tags, white space as one space. */
export function plainOf(page: string): string {
  const body = page.replace(/^.*<body>/s, '')
  return body.replace(/<[^>]*>/g, (tag) => (/^<\/?(span|strong|sup|a|code)\b/.test(tag) ? '' : ' '))
    .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]!)
    .replace(/\s+/g, ' ')
}

/** The rows of all tables, heads left out, each as the texts of its cells. */
export const rowsOf = (page: string): string[][] =>
  [...page.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .map(([, row]) => [...row!.matchAll(/<t([dh])[^>]*>(.*?)<\/t\1>/gs)].map(([, , cell]) => plainOf(cell!).trim()))
    .filter(([first]) => first !== 'Nr.')

/** Every tag with its attributes, in order, but for those that show what cannot be seen. */
export function tagsOf(page: string): string[] {
  return (page.replace(/<span class="unseen">[^<]*<\/span>/g, '').match(/<[^>]*>?/g) ?? [])
}
