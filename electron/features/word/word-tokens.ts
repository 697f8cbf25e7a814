import { appError } from '../../../shared/errors.ts'
import { seenAs } from './block-tag.ts'
import { strictParser } from './strict-parser.ts'

/** Text, and whether it stood there before the tracked changes and stands there once all are accepted. */
export interface Said {
  readonly is: 'text' | 'mark'
  /** A mark ends a paragraph and has none. */
  readonly text: string
  readonly before: boolean
  readonly after: boolean
}
/** A content control begins; of its names LibreOffice keeps the second. */
export interface Opened {
  readonly is: 'open'
  tag: string | null
  alias: string | null
}
/** A comment or a note begins, in a part that has those. */
export interface Note {
  readonly is: 'note'
  readonly id: string
  readonly author: string
  /** As it stands there, which may be anything. */
  readonly at: string
}
/** A place in the text where something begins or ends that has an id. */
export interface Point {
  readonly is: 'bookmark' | 'bookmark-end' | 'comment' | 'comment-end' | 'comment-at'
  readonly id: string
  readonly name: string
}
export type Token = Said | Opened | Note | Point | { readonly is: 'close' }

const WORD = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main']
const MOST_DEEP = 256
/** As deep as fields stand in each other, and as much of what one does as is looked at, in characters. */
const [MOST_FIELDS, LONGEST_CODE] = [32, 200]
const MOST_ELEMENTS = 3_000_000
/** What is written so, is inserted or moved to here, or goes. */
const INSERTED = ['ins', 'moveTo']
const DELETED = ['del', 'moveFrom']
/** Fields whose text a word processor makes: the contents list and the numbers of pages. */
const MADE = /^(?:TOC|PAGE|NUMPAGES)\b/
const SIGNS = new Map([['tab', '\t'], ['cr', '\n'], ['noBreakHyphen', '\u2011'], ['softHyphen', '\u00ad'], ['sym', '\ufffd']])
const POINTS = new Map<string, Point['is']>([
  ['bookmarkStart', 'bookmark'], ['bookmarkEnd', 'bookmark-end'], ['commentRangeStart', 'comment'], ['commentRangeEnd', 'comment-end'], ['commentReference', 'comment-at'],
])

/**
 * A part of a Word document (ECMA-376 §17) as what can be read in it, in order; text in boxes comes last. The contents list and the numbers of pages are left out,
 * for the word processor makes them. Errors: `word-unreadable`, also where it is deeper or longer than any document.
 */
export function tokensOf(xml: string): Token[] {
  const reader = new Reader()
  const parser = strictParser({ xmlns: true }, MOST_ELEMENTS)
  parser.on('opentag', ({ uri, local, attributes }) => {
    reader.open(WORD.includes(uri) ? local : local === 'Fallback' ? '~Fallback' : '~', (name) => attributes[name]?.value ?? Object.values(attributes).find((one) => one.local === name && WORD.includes(one.uri))?.value ?? '')
  })
  parser.on('closetag', () => reader.close())
  parser.on('text', (text) => reader.hear(text))
  parser.on('cdata', (text) => reader.hear(text))
  parser.write(xml).close()
  return [...reader.tokens, ...reader.boxes]
}

type Attribute = (name: string) => string
interface Mark {
  inserted: boolean
  deleted: boolean
}

class Reader {
  readonly tokens: Token[] = []
  readonly boxes: Token[] = []
  private into = this.tokens
  private readonly outer: Token[][] = []
  private readonly path: string[] = []
  private readonly paragraphs: Mark[] = []
  private readonly controls: Opened[] = []
  private readonly fields: { code: string; shown: boolean }[] = []
  /** How deep in controls the contents list stands; 0 outside of it. */
  private contents = 0
  private inserted = 0
  private deleted = 0
  private style = ''
  private heard = ''
  private keepsSpace = false

  open(local: string, attribute: Attribute): void {
    if (this.path.length >= MOST_DEEP || this.fields.length > MOST_FIELDS) throw appError('word-unreadable', {})
    const parent = this.path.at(-1)
    this.path.push(local)
    if (INSERTED.includes(local) || DELETED.includes(local)) this.track(local, parent)
    else if (parent === 'sdtPr' && (local === 'tag' || local === 'alias')) this.name(local, attribute('val'))
    else if (parent === 'docPartObj' && local === 'docPartGallery') this.contents ||= attribute('val') === 'Table of Contents' ? this.controls.length : 0
    else if (parent === 'r' && SIGNS.has(local)) this.say(SIGNS.get(local)!)
    else if (parent === 'r' && local === 'br') this.say(['', 'textWrapping'].includes(attribute('type')) ? '\n' : '')
    else if (POINTS.has(local)) this.into.push({ is: POINTS.get(local)!, id: attribute('id'), name: attribute('name') })
    else this.begin(local, attribute)
  }

  private begin(local: string, attribute: Attribute): void {
    if (local === 'p') this.paragraphs.push({ inserted: false, deleted: false })
    else if (local === 'r') this.style = ''
    else if (local === 'rStyle' && this.path.at(-3) === 'r') this.style = attribute('val')
    else if (local === 't' || local === 'delText' || local === 'instrText') [this.heard, this.keepsSpace] = ['', attribute('xml:space') === 'preserve']
    else if (local === 'sdt') {
      const control: Opened = { is: 'open', tag: null, alias: null }
      this.controls.push(control)
      this.into.push(control)
    } else if (local === 'fldChar') this.step(attribute('fldCharType'))
    else if (local === 'txbxContent') {
      this.outer.push(this.into)
      this.into = this.boxes
    } else if (['comment', 'footnote', 'endnote'].includes(local)) this.into.push({ is: 'note', id: attribute('id'), author: attribute('author'), at: attribute('date') })
  }

  close(): void {
    const local = this.path.pop()!
    if (local === 't' || local === 'delText') this.say(this.spelled())
    else if (local === 'instrText') this.command(this.heard)
    else if (local === 'p') this.end(this.paragraphs.pop()!)
    else if (local === 'sdt') {
      if (this.controls.length === this.contents) this.contents = 0
      this.controls.pop()
      this.into.push({ is: 'close' })
    } else if (local === 'txbxContent') this.into = this.outer.pop()!
    else if (this.path.at(-1) !== 'rPr') {
      if (INSERTED.includes(local)) this.inserted--
      if (DELETED.includes(local)) this.deleted--
    }
  }

  hear(text: string): void {
    this.heard += text
  }

  /** What is tracked is a run, or the end of a paragraph. */
  private track(local: string, parent: string | undefined): void {
    const kind = INSERTED.includes(local) ? 'inserted' : 'deleted'
    if (parent !== 'rPr') this[kind]++
    else if (this.path.at(-3) === 'pPr' && this.paragraphs.length > 0) this.paragraphs.at(-1)![kind] = true
  }

  private name(local: 'tag' | 'alias', value: string): void {
    const control = this.controls.at(-1)
    if (control) control[local] = value
  }

  private command(code: string): void {
    const field = this.fields.findLast(({ shown }) => !shown)
    if (field) field.code = (field.code + code).trimStart().slice(0, LONGEST_CODE)
  }

  private step(kind: string): void {
    if (kind === 'begin') this.fields.push({ code: '', shown: false })
    else if (kind === 'end') this.fields.pop()
    else if (this.fields.length > 0) this.fields.at(-1)!.shown = true
  }

  /** Space at the ends counts only where the file says so (ECMA-376 §17.3.3.31); a style of ours marks what cannot be seen. */
  private spelled(): string {
    const text = this.keepsSpace ? this.heard : this.heard.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
    return this.style === 'Unseen' ? (seenAs(text) ?? text) : text
  }

  private get isLeftOut(): boolean {
    return this.contents > 0 || this.path.includes('~Fallback') || this.fields.some(({ code }) => MADE.test(code))
  }

  private say(text: string): void {
    if (text !== '' && !this.isLeftOut) this.into.push({ is: 'text', text, before: this.inserted === 0, after: this.deleted === 0 })
  }

  private end({ inserted, deleted }: Mark): void {
    if (!this.isLeftOut) this.into.push({ is: 'mark', text: '\n', before: !inserted, after: !deleted })
  }
}
