/** Text that is HTML already. Only `html` makes it, so nothing that a person or a file said can pass for it. */
export class Markup {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

type Content = Markup | string | number | null | readonly Content[]

/**
 * Writes HTML: the literal parts as they stand, everything put between them as text that stays text. Null is nothing. An attribute takes
 * only what a schema keeps to letters and digits, for a character that cannot be seen becomes an element.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => part + (index < values.length ? written(values[index]!) : '')).join(''))
}

function written(content: Content): string {
  if (content === null) return ''
  if (content instanceof Markup) return content.toString()
  if (Array.isArray(content)) return content.map(written).join('')
  return escaped(String(content))
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

/** What cannot be seen but changes what is: controls, marks of direction, separators of lines and loose halves of characters. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

function escaped(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)
    .replace(UNSEEN, (character) => `<span class="unseen">${nameOf(character)}</span>`)
}

function nameOf(character: string): string {
  const digits = character.codePointAt(0)!.toString(16).padStart(4, '0')
  return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits}`
}
