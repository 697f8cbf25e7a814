import { sha256 } from '../../crypto/hash.ts'
import { type Element, elementsIn, hasClass, type Node } from '../report/tree.ts'

/** The report of which state a Word file was made, by which version of the program. */
export interface WordSource {
  readonly inspection: string
  /** State hash. */
  readonly state: string
  readonly version: string
}

/** A text of the page that can be edited in Word. `text` is what stands there, `seen` the heads that it was read of. */
export interface Piece {
  readonly of: string
  readonly seen: readonly string[]
  readonly text: string
}

/** A piece under the name that it has in a Word file. */
export type TaggedPiece = Piece & { readonly tag: string }

const UNSEEN = /^\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))$/

/** What stands for a character that cannot be seen, as that character. */
export function seenAs(text: string): string | null {
  const [, long, short] = text.match(UNSEEN) ?? []
  const code = Number.parseInt(long ?? short ?? '', 16)
  const isHalf = code >= 0xd800 && code <= 0xdfff
  return code <= 0x10ffff && !isHalf ? String.fromCodePoint(code) : null
}

/** The text of an element to the letter; null where it is more than one text, such as answers that differ or a value that was erased. */
export function exactTextOf(element: Element): string | null {
  const parts = element.children.map((child: Node) => {
    if (typeof child === 'string') return child
    if (child.tag === 'br') return '\n'
    if (hasClass(child, 'unseen')) return seenAs(child.children.join('')) ?? null
    return hasClass(child, 'prose') || hasClass(child, 'none') ? exactTextOf(child) : null
  })
  return parts.includes(null) ? null : parts.join('')
}

/** The piece that an element is, if it is one that can be edited. */
export function pieceOf(element: Element): Piece | null {
  const { 'data-of': of, 'data-seen': seen = '' } = element.attributes
  const text = of === undefined ? null : exactTextOf(element)
  return text === null ? null : { of: of!, seen: seen.split(' ').filter((id) => id !== ''), text }
}

/** All pieces of a page, in the order in which they stand there. */
export function piecesIn(element: Element): Piece[] {
  const own = pieceOf(element)
  return own ? [own] : elementsIn(element).flatMap(piecesIn)
}

const short = (text: string) => sha256(text).slice(0, 16)

/** Vouches for a text, in 16 hexadecimal digits. */
export const digestOfText = (text: string) => short(`text\0${text}`)
/** Stands for a place in one inspection, in 16 hexadecimal digits. */
export const digestOfPlace = (inspection: string, of: string) => short(`place\0${inspection}\0${of}`)

/**
 * The name of a block in a Word file, short enough for a content control (64) and a bookmark (40): where it belongs, and what it said. `vt` has whole
 * paragraphs, `vi` stands in a line with other text.
 */
export const tagOf = (inspection: string, { of, text }: Piece, kind: 'vt' | 'vi') => `${kind}_${digestOfPlace(inspection, of)}_${digestOfText(text)}`

const TAG = /^(v[ti]_([0-9a-f]{16})_([0-9a-f]{16}))(?:_\d+)?$/

/** Reads the name of a block; a bookmark that stands for a second block of the same text has a number behind it. */
export function readTag(name: string): { tag: string; place: string; text: string } | null {
  const [, tag, place, text] = name.match(TAG) ?? []
  return tag === undefined ? null : { tag, place: place!, text: text! }
}
