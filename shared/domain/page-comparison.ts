import { z } from 'zod'
import type { PageElement, PageNode } from './report-page.ts'
import { type Piece, wordDifference } from './word-difference.ts'

/** When a version of the report was kept: by hand, as it was saved to a file, as it went to the organisation, or as it was adopted. */
export const VersionKind = z.enum(['kept', 'saved', 'check', 'adopted'])
export type VersionKind = z.infer<typeof VersionKind>

/** A report as it once stood; `state` is its state hash. */
export const KeptVersion = z.strictObject({ id: z.uuid(), kind: VersionKind, at: z.iso.datetime(), state: z.string() })
export type KeptVersion = z.infer<typeof KeptVersion>

/** A stretch of the report that reads otherwise: under which heading, and of which field (`entity:id:field`) where it is somebody's text. */
export const PageChange = z.strictObject({
  heading: z.string(), of: z.string().nullable(),
  pieces: z.array(z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
})
export type PageChange = z.infer<typeof PageChange>

interface Line { heading: string; of: string | null; text: string }

/** What reads otherwise in a later page, word by word, in its order. Lines that stand once in both hold the rest in place (Bram Cohen's patience). */
export function pageChanges(before: PageElement, after: PageElement): PageChange[] {
  return between(linesOf(before), linesOf(after))
}

const LINES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'li', 'dt', 'dd', 'tr', 'caption', 'figcaption'])
const SILENT = new Set(['aloud', 'contents'])

/** The page as lines; marks of the state, which always differ, and what is only heard are left out. */
export function linesOf(page: PageElement): Line[] {
  const lines: Line[] = []
  let heading = ''
  const walk = (element: PageElement) => {
    if (SILENT.has(element.attributes.class ?? '')) return
    if (!LINES.has(element.tag) || holdsLines(element)) return element.children.forEach((child) => typeof child === 'object' && walk(child))
    const text = saidIn(element).replace(/\s+/g, ' ').trim()
    if (/^h\d$/.test(element.tag)) heading = text
    if (text !== '') lines.push({ heading, of: fieldIn(element), text })
  }
  walk(page)
  return lines
}

const inside = ({ children }: PageElement) => children.filter((child) => typeof child === 'object')
const holdsLines = (element: PageElement): boolean => element.tag !== 'tr' && inside(element).some((child) => LINES.has(child.tag) || holdsLines(child))
const fieldIn = (element: PageElement): string | null =>
  element.attributes['data-of'] ?? inside(element).map(fieldIn).find((field) => field !== null) ?? null

function saidIn(node: PageNode): string {
  if (typeof node === 'string') return node
  if (node.tag === 'code' || SILENT.has(node.attributes.class ?? '')) return ''
  if (node.tag === 'br') return ' '
  return node.children.map(saidIn).join('') + (node.tag === 'td' || node.tag === 'th' ? ' · ' : '')
}

function between(old: readonly Line[], now: readonly Line[]): PageChange[] {
  let [start, end] = [0, 0]
  while (start < old.length && start < now.length && old[start]!.text === now[start]!.text) start++
  while (end < old.length - start && end < now.length - start && old.at(-1 - end)!.text === now.at(-1 - end)!.text) end++
  const [gone, come] = [old.slice(start, old.length - end), now.slice(start, now.length - end)]
  const anchors = anchorsOf(gone, come)
  if (anchors.length === 0) return replaced(gone, come)
  const stretches = [...anchors, [gone.length, come.length] as const].map(([to, toNow], index) => {
    const [from, fromNow] = index === 0 ? [0, 0] : [anchors[index - 1]![0] + 1, anchors[index - 1]![1] + 1]
    return between(gone.slice(from, to), come.slice(fromNow, toNow))
  })
  return stretches.flat()
}

/** The longest run of lines, in the order of both, that stand once in each. */
function anchorsOf(old: readonly Line[], now: readonly Line[]): (readonly [number, number])[] {
  const onceIn = (lines: readonly Line[]) => {
    const places = Map.groupBy(lines.map(({ text }, at) => ({ text, at })), ({ text }) => text)
    return new Map([...places].flatMap(([text, [first, ...more]]) => (more.length === 0 ? [[text, first!.at] as const] : [])))
  }
  const there = onceIn(now)
  const pairs = [...onceIn(old)].flatMap(([text, at]) => (there.has(text) ? [[at, there.get(text)!] as const] : []))
  const ends: number[] = [] // of the runs of each length, which pair ends lowest
  const earlier = pairs.map(([, at], index) => {
    let place = ends.length
    while (place > 0 && pairs[ends[place - 1]!]![1] >= at) place--
    ends[place] = index
    return place === 0 ? null : ends[place - 1]!
  })
  const run: (readonly [number, number])[] = []
  for (let index: number | null = ends.at(-1) ?? null; index !== null; index = earlier[index]!) run.unshift(pairs[index]!)
  return run
}

/** Lines that went and lines that came in one place: those of one field belong together, and so do others in turn where they share words. */
function replaced(gone: readonly Line[], come: readonly Line[]): PageChange[] {
  const left = [...gone]
  const taken = come.map((line): Line | undefined => {
    const at = left.findIndex((one) => (one.of ?? line.of) === null ? isLike(one.text, line.text) : one.of === line.of)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  })
  const change = ({ heading, of }: Line, pieces: Piece[]): PageChange => ({ heading, of, pieces })
  return [
    ...left.map((line) => change(line, [{ kind: 'removed', text: line.text }])),
    ...come.flatMap((line, index) => {
      const was = taken[index]
      if (was?.text === line.text) return []
      return [change(line, was ? readable(was.text, line.text) : [{ kind: 'added', text: line.text }])]
    }),
  ]
}

/** Word by word as long as they have a third in common; else the one whole and then the other, for nobody reads two texts through each other. */
function readable(before: string, after: string): Piece[] {
  const pieces = wordDifference(before, after)
  const common = pieces.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.trim().length, 0)
  return 3 * common >= Math.min(before.length, after.length) ? pieces : [{ kind: 'removed', text: before }, { kind: 'added', text: after }]
}

/** Whether two lines have at least half of their words in common. */
function isLike(one: string, other: string): boolean {
  const [words, others] = [new Set(one.split(' ')), new Set(other.split(' '))]
  return 2 * [...words].filter((word) => others.has(word)).length >= Math.max(words.size, others.size)
}
