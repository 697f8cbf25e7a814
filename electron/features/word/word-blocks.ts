import { appError } from '../../../shared/errors.ts'
import { readTag } from './block-tag.ts'
import type { Point, Said, Token } from './word-tokens.ts'

/** A text before the tracked changes, and once all of them are accepted. */
export interface Readings {
  before: string
  after: string
}
export interface ReadBlock extends Readings {
  /** As `tagOf` gives it. */
  tag: string
}
/** To what a comment is attached; no block where it stands between them. */
export interface Anchor {
  tag: string | null
  quote: string
}
export interface ReadText {
  /** A block that stands in the file twice is here twice. */
  blocks: ReadBlock[]
  /** Paragraphs outside of all blocks, but for the empty ones. */
  outside: Readings[]
  anchors: Map<string, Anchor>
}

/** As many blocks and bookmarks of ours as may stand around each other, one text by the other: nobody nests so deep. */
const MOST_COVERED = 64

/** By the place of each token, the block that it belongs to; the inner one where one stands in another. */
type Owners = readonly (number | null)[]

/**
 * Sorts what stands in a document into its blocks and the rest. A block is a content control with a tag of ours; where a word processor dropped the tag,
 * one around a bookmark of ours, or with the title of one that is known (LibreOffice splits them so); and where there is no control, the paragraphs of the bookmark.
 */
export function blocksOf(tokens: readonly Token[]): ReadText {
  const { tags, owners } = ownersOf(tokens)
  const owned = Map.groupBy(tokens.keys(), (index) => owners[index] ?? null)
  const blocks = [...tags].map(([block, tag]) => ({ tag, ...readingsOf(withoutLast((owned.get(block) ?? []).flatMap((index) => saidAt(tokens, index)))) }))
  return { blocks, outside: paragraphsOf((owned.get(null) ?? []).flatMap((index) => saidAt(tokens, index))), anchors: anchorsOf(tokens, owners, tags) }
}

const saidAt = (tokens: readonly Token[], index: number): Said[] => {
  const token = tokens[index]!
  return token.is === 'text' || token.is === 'mark' ? [token] : []
}

/** The end of the last paragraph of a block is that of the block itself. */
const withoutLast = (said: readonly Said[]) => (said.at(-1)?.is === 'mark' ? said.slice(0, -1) : said)

function readingsOf(said: readonly Said[]): Readings {
  const read = (in_: 'before' | 'after') => said.filter((one) => one[in_]).map(({ text }) => text).join('')
  return { before: read('before'), after: read('after') }
}

/** Paragraphs as they were and as they are: where only one of the two has an end, the other has more of them. */
export function paragraphsOf(said: readonly Said[]): Readings[] {
  const paragraphs: Said[][] = [[]]
  for (const one of said) {
    if (one.is === 'mark') paragraphs.push([])
    else paragraphs.at(-1)!.push(one)
  }
  return paragraphs.map(readingsOf).filter(({ before, after }) => before.trim() !== '' || after.trim() !== '')
}

/** What stands at head or foot of the pages, in paragraphs. */
export const marginOf = (tokens: readonly Token[]): Readings[] => paragraphsOf(tokens.flatMap((_one, index) => saidAt(tokens, index)))

interface Control {
  start: number
  end: number
  tag: string | null
  alias: string | null
  /** Without a name of its own, next to one that has its title: LibreOffice puts each paragraph in a control of its own. */
  goesOn: boolean
}

function ownersOf(tokens: readonly Token[]): { tags: Map<number, string>; owners: Owners } {
  const controls = controlsOf(tokens)
  const byAlias = new Map(controls.flatMap(({ tag, alias }) => (tag !== null && alias ? [[alias, tag] as const] : [])))
  for (const control of controls.filter(({ tag }) => tag === null)) [control.tag, control.goesOn] = [byAlias.get(control.alias ?? '') ?? null, true]
  const owners: (number | null)[] = tokens.map(() => null)
  const tags = new Map<number, string>()
  let last: { block: number; control: Control } | null = null
  let covered = 0
  for (const control of [...controls, ...bookmarksOf(tokens, controls)].filter(({ tag }) => tag !== null).sort((a, b) => a.start - b.start)) {
    const goesOn: boolean = control.goesOn && last !== null && last.control.tag === control.tag && isOnlyMarks(tokens, last.control.end, control.start)
    const block: number = goesOn ? last!.block : control.start
    if ((covered += control.end - control.start) > MOST_COVERED * tokens.length) throw appError('word-unreadable', {})
    tags.set(block, control.tag!)
    owners.fill(block, control.start, control.end + 1)
    last = { block, control }
  }
  return { tags, owners }
}

/** Whether nothing stands between two controls, so that the second goes on with what the first began. */
const isOnlyMarks = (tokens: readonly Token[], from: number, to: number) => to > from && tokens.slice(from, to).every(({ is }) => is === 'close' || is === 'bookmark-end')

function controlsOf(tokens: readonly Token[]): Control[] {
  const [controls, open]: [Control[], Control[]] = [[], []]
  for (const [index, token] of tokens.entries()) {
    if (token.is === 'open') {
      const control = { start: index, end: tokens.length - 1, tag: readTag(token.tag ?? '')?.tag ?? null, alias: token.alias, goesOn: false }
      controls.push(control)
      open.push(control)
    } else if (token.is === 'close') open.pop()!.end = index
    else if (token.is === 'bookmark' && open.length > 0) open.at(-1)!.tag ??= readTag(token.name)?.tag ?? null
  }
  return controls
}

/** Bookmarks of ours that stand in no control of that name: whole paragraphs, or what stands between their ends in a line. */
function bookmarksOf(tokens: readonly Token[], controls: readonly Control[]): Control[] {
  const held = Map.groupBy(controls, ({ tag }) => tag)
  const ends = endsOf(tokens, 'bookmark-end')
  const around = paragraphsIn(tokens)
  const inserted = insertedFrom(tokens)
  const names = new Set<string>()
  return tokens.flatMap((token, at): Control[] => {
    if (token.is !== 'bookmark' || names.has(token.name) || names.size >= MOST_BOOKMARKS) return []
    const tag = readTag(token.name)?.tag
    const end = ends.get(token.id)
    if (tag === undefined || end === undefined || end < at || held.get(tag)?.slice(0, MOST_COPIES).some((one) => one.start <= at && at <= one.end)) return []
    names.add(token.name)
    return [{ ...(tag.startsWith('vt') ? { start: around.start[at]!, end: around.end[end]! } : { start: at, end: Math.max(end, inserted[end + 1]!) }), tag, alias: null, goesOn: false }]
  })
}

/** As many blocks of one name, and bookmarks of ours, as are looked at. */
const [MOST_COPIES, MOST_BOOKMARKS] = [50, 20_000]

const isEdge = ({ is }: Token) => is === 'mark' || is === 'open' || is === 'close'

/** By the place of each token, where its paragraph begins and where it ends. */
function paragraphsIn(tokens: readonly Token[]): { start: Int32Array; end: Int32Array } {
  const [start, end] = [new Int32Array(tokens.length), new Int32Array(tokens.length)]
  for (let at = 0; at < tokens.length; at++) start[at] = at > 0 && !isEdge(tokens[at - 1]!) ? start[at - 1]! : at
  for (let at = tokens.length - 1; at >= 0; at--) end[at] = at < tokens.length - 1 && !isEdge(tokens[at]!) ? end[at + 1]! : at
  return { start, end }
}

/** What someone typed at the end of a bookmark lies beyond it; where that was tracked it is known to be new. By the place of each token, the last that is new from there on; -1 for none. */
function insertedFrom(tokens: readonly Token[]): Int32Array {
  const last = new Int32Array(tokens.length + 1).fill(-1)
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]!
    const isEnd = token.is === 'mark' || token.is === 'bookmark' || (token.is === 'text' && token.before)
    last[at] = isEnd ? -1 : token.is === 'text' ? Math.max(at, last[at + 1]!) : last[at + 1]!
  }
  return last
}

/** Where what has an id ends, by that id. */
const endsOf = (tokens: readonly Token[], is: Point['is']) => new Map(tokens.flatMap((token, index) => (token.is === is ? [[(token as Point).id, index] as const] : [])))

/** As much of the text as is kept with a comment, in characters and in parts of it. */
const [LONGEST_QUOTE, MOST_PARTS] = [400, 2_000]
/** As many comments as are kept. */
const MOST_ANCHORS = 5_000

function anchorsOf(tokens: readonly Token[], owners: Owners, tags: ReadonlyMap<number, string>): Map<string, Anchor> {
  const anchors = new Map<string, Anchor>()
  const ends = endsOf(tokens, 'comment-end')
  for (const [index, token] of tokens.entries()) {
    if (token.is !== 'comment' && token.is !== 'comment-at') continue
    if (anchors.has(token.id) || anchors.size >= MOST_ANCHORS) continue
    const length = Math.min(MOST_PARTS, Math.max(1, (ends.get(token.id) ?? index) - index))
    const range = Array.from({ length }, (_, at) => index + at)
    const { before, after } = readingsOf(range.flatMap((at) => saidAt(tokens, at)))
    const owner = range.map((at) => owners[at] ?? null).find((one) => one !== null) ?? null
    anchors.set(token.id, { tag: owner === null ? null : tags.get(owner)!, quote: (after || before).slice(0, LONGEST_QUOTE) })
  }
  return anchors
}
