import { appError } from '../../../shared/errors.ts'
import { inflated, partsOf, type ZipPart } from '../../office-zip.ts'
import type { WordSource } from './block-tag.ts'
import { type ListedBlocks, PART_NAMESPACE, readPart } from './block-part.ts'
import { strictParser } from './strict-parser.ts'
import { type Anchor, blocksOf, marginOf, paragraphsOf, type ReadBlock, type Readings } from './word-blocks.ts'
import { type Note, type Said, tokensOf, type Token } from './word-tokens.ts'

/** The largest Word file that is read, and what all that is read of it may come to, in bytes. Pictures are not read. */
export const LARGEST_WORD = 64 * 1024 * 1024
const LARGEST_INFLATED = 64 * 1024 * 1024
const MOST_NOTES = 5_000
const MOST_RELATIONS = 20_000

/** A comment: who wrote it on what day (null where that cannot be read), about what. */
export interface ReadNote extends Anchor {
  author: string
  day: string | null
  text: string
}
export interface WordFile {
  /** None where the word processor dropped it. */
  source: WordSource | null
  listed: ListedBlocks | null
  blocks: ReadBlock[]
  outside: Readings[]
  /** What stands at head and foot of the pages. */
  margins: Readings[]
  notes: ReadNote[]
}

/**
 * Reads a Word file that may be anything: within limits, without macros, document types or parts from elsewhere.
 * Errors: `word-unreadable`, `word-encrypted`, `word-macros`, `word-external`, `file-too-large`.
 */
export function readWord(bytes: Buffer): WordFile {
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') throw appError('word-encrypted', {})
  const parts = new Parts(bytes)
  assertPlain(parts)
  const main = parts.targetOf('', 'officeDocument')
  if (main === null) throw appError('word-unreadable', {})
  const { blocks, outside, anchors } = blocksOf(tokensOf(parts.text(main)))
  const notes = (kind: string) => parts.targetsOf(main, kind).flatMap((part) => notesIn(tokensOf(parts.text(part))))
  const own = parts.targetsOf(main, 'customXml').map((part) => parts.text(part)).find((text) => text.includes(PART_NAMESPACE))
  const part = own === undefined ? null : readPart(own)
  return {
    source: part?.source ?? null,
    listed: part?.listed ?? null,
    blocks,
    outside: [...outside, ...['footnotes', 'endnotes'].flatMap(notes).flatMap(({ said }) => paragraphsOf(said))],
    margins: ['header', 'footer'].flatMap((kind) => parts.targetsOf(main, kind)).flatMap((name) => marginOf(tokensOf(parts.text(name)))),
    notes: notes('comments').slice(0, MOST_NOTES).map(({ note, said }) => noteOf(note, said, anchors)),
  }
}

/** What its directory and its types say of macros, and its relations of what lies elsewhere. */
function assertPlain(parts: Parts): void {
  const types = parts.has('[Content_Types].xml') ? parts.text('[Content_Types].xml') : ''
  if (/macroEnabled|vbaProject/i.test(types) || parts.names.some((name) => /vbaProject|vbaData/i.test(name))) throw appError('word-macros', {})
  if (!types.includes('wordprocessingml')) throw appError('word-unreadable', {})
  for (const name of parts.names.filter((name) => name.endsWith('.rels'))) {
    if (relationsIn(parts.text(name)).some(({ kind, external }) => (external && kind !== 'hyperlink') || ['aFChunk', 'subDocument'].includes(kind))) throw appError('word-external', {})
  }
}

interface Relation {
  kind: string
  target: string
  external: boolean
}

class Parts {
  private readonly parts: ReadonlyMap<string, ZipPart>
  private left = LARGEST_INFLATED

  constructor(bytes: Buffer) {
    this.parts = new Map([...partsOf(bytes, 'word-unreadable')].map((part) => [part.name, part]))
  }

  get names(): string[] {
    return [...this.parts.keys()]
  }

  has(name: string): boolean {
    return this.parts.has(name)
  }

  text(name: string): string {
    const part = this.parts.get(name)
    if (!part) throw appError('word-unreadable', {})
    const content = inflated(part, this.left, LARGEST_INFLATED, 'word-unreadable')
    this.left -= content.length
    return content.toString('utf8').replace(/^\ufeff/, '')
  }

  /** The parts to which one refers by a kind of relation; of the whole file where it is ''. */
  targetsOf(part: string, kind: string): string[] {
    const at = part.lastIndexOf('/') + 1
    const rels = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
    if (!this.has(rels)) return []
    const found = relationsIn(this.text(rels)).filter((one) => one.kind === kind && !one.external)
    return found.map(({ target }) => URL.parse(target, `file:///${part}`)?.pathname.slice(1) ?? '').filter((name) => this.has(name))
  }

  targetOf(part: string, kind: string): string | null {
    return this.targetsOf(part, kind)[0] ?? null
  }
}

function relationsIn(xml: string): Relation[] {
  const relations: Relation[] = []
  const parser = strictParser({ xmlns: false }, MOST_RELATIONS)
  parser.on('opentag', ({ name, attributes: { Type = '', Target = '', TargetMode = '' } }) => {
    if (name.endsWith('Relationship')) relations.push({ kind: Type.slice(Type.lastIndexOf('/') + 1), target: Target, external: TargetMode === 'External' })
  })
  parser.write(xml).close()
  return relations
}

function notesIn(tokens: readonly Token[]): { note: Note; said: Said[] }[] {
  const notes: { note: Note; said: Said[] }[] = []
  for (const token of tokens) {
    if (token.is === 'note') notes.push({ note: token, said: [] })
    else if (token.is === 'text' || token.is === 'mark') notes.at(-1)?.said.push(token)
  }
  return notes
}

function noteOf({ id, author, at }: Note, said: readonly Said[], anchors: ReadonlyMap<string, Anchor>): ReadNote {
  const [day = null] = at.match(/^\d{4}-\d\d-\d\d/) ?? []
  const text = said.filter(({ after }) => after).map((one) => one.text).join('').trim()
  return { author, day, text, ...(anchors.get(id) ?? { tag: null, quote: '' }) }
}
