/** In which language a report is written; what people recorded and what a framework says stays as it is. */
export type Language = 'nl' | 'en'

/** Text that is HTML already. Only `html` makes it, so nothing that a person or a file said can pass for it. It is written in a language at the end. */
export class Markup {
  readonly #write: (language: Language) => string
  constructor(text: string | ((language: Language) => string)) {
    this.#write = typeof text === 'string' ? () => text : text
  }

  toString(language: Language = 'nl'): string {
    return this.#write(language)
  }
}

/** Text that is said in each language. */
export type Both = (language: Language) => string
export type Content = Markup | ((language: Language) => Content) | string | number | null | readonly Content[]

/** The same in Dutch and in English. */
export const both = (nl: string, en: string): Both => (language) => (language === 'nl' ? nl : en)

/**
 * Writes HTML: the literal parts as they stand, everything put between them as text that stays text. Null is nothing. An attribute takes
 * only what a schema keeps to letters and digits, or what `attribute` made of a text, for a character that cannot be seen becomes an element.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup((language) => parts.map((part, index) => part + (index < values.length ? written(values[index]!, language) : '')).join(''))
}

/** A text without what cannot be seen, on one line: what an attribute can hold. */
export const attribute = (text: string) => text.replace(/\s+/g, ' ').replace(UNSEEN, '').trim()

function written(content: Content, language: Language): string {
  if (content === null) return ''
  if (content instanceof Markup) return content.toString(language)
  if (typeof content === 'function') return written(content(language), language)
  if (Array.isArray(content)) return content.map((one) => written(one as Content, language)).join('')
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
