import { appError } from '../errors.ts'

/** What stands in the named places of a text; a place with nothing in it takes its line away. */
export type Values = Readonly<Record<string, string>>

/** The parts of a kind of template, each with the places that it may name. */
export type TemplateParts = Readonly<Record<string, readonly string[]>>

/** Longer templates are not read, in characters. */
export const LARGEST_TEMPLATE = 200_000

const PLACE = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g
const PART = /^\[([a-z][A-Za-z-]*)\]\s*$/

/**
 * A text with its places filled: `{organisation}` becomes the value of that name, `{{` and `}}` a brace. A line that names a place
 * with nothing in it is left out. Errors: `template-place-unknown`, `template-brace`, with the line in this text.
 */
export function fill(text: string, values: Values): string {
  const lines = text.split('\n').map((line, index) => filled(line, index + 1, values))
  return lines.filter((line) => line !== null).join('\n').replace(/\n{3,}/g, '\n\n').trim()
}

function filled(line: string, number: number, values: Values): string | null {
  let isEmpty = false
  const said = line.replace(PLACE, (found: string, name: string | undefined) => {
    if (found === '{{' || found === '}}') return found[0]!
    if (name === undefined) throw appError('template-brace', { line: number })
    if (!Object.hasOwn(values, name)) throw appError('template-place-unknown', { line: number, name, known: Object.keys(values).sort().join(', ') })
    isEmpty ||= values[name] === ''
    return values[name]!
  })
  return isEmpty ? null : said
}

/**
 * Reads a file of templates: parts that begin with `[name]` on a line of their own, lines that begin with `# ` as notes. A part that it does not have is not
 * in the answer. Errors, each with its line: `template-outside`, `template-part-unknown`, `template-part-twice`, `template-place-unknown`, `template-brace`.
 */
export function parseTemplate<Part extends string>(text: string, parts: Readonly<Record<Part, readonly string[]>>): Partial<Record<Part, string>> {
  if (text.length > LARGEST_TEMPLATE) throw appError('template-too-long', { limit: LARGEST_TEMPLATE })
  const read = new Map<Part, string[]>()
  let part: Part | null = null
  for (const [index, line] of text.replace(/^\ufeff/, '').split(/\r\n|\n/).entries()) {
    const name = PART.exec(line)?.[1]
    if (name !== undefined) part = begin(read, parts, name, index + 1)
    else if (/^#(?:\s|$)/.test(line)) continue
    else if (part !== null) read.get(part)!.push(checked(line, parts[part], index + 1))
    else if (line.trim() !== '') throw appError('template-outside', { line: index + 1 })
  }
  return Object.fromEntries([...read].map(([name, lines]) => [name, lines.join('\n').trim()])) as Partial<Record<Part, string>>
}

function begin<Part extends string>(read: Map<Part, string[]>, parts: TemplateParts, name: string, line: number): Part {
  if (!Object.hasOwn(parts, name)) throw appError('template-part-unknown', { line, name, known: Object.keys(parts).join(', ') })
  if (read.has(name as Part)) throw appError('template-part-twice', { line, name })
  read.set(name as Part, [])
  return name as Part
}

/** The line as it stands, once its places are known ones. */
function checked(line: string, places: readonly string[], number: number): string {
  filled(line, number, Object.fromEntries(places.map((place) => [place, 'x'])))
  return line
}
