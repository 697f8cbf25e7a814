import { z } from 'zod'
import { isTag, saidBy } from './commitment.ts'
import type { ReportLanguage } from './report-text.ts'

/** Why something is not made public: a closed list, of which only the reason of the last is in one's own words. */
export const Ground = z.enum(['personal', 'business', 'privilege', 'other'])
export type Ground = z.infer<typeof Ground>

/** As the public version says it, and on what it rests. A mark is as long for one letter as for a page. */
export const GROUNDS: Readonly<Record<ReportLanguage, Readonly<Record<Ground, { mark: string; source: string }>>>> = {
  nl: {
    personal: { mark: '[weggelaten: persoonsgegevens]', source: 'Wet open overheid, artikel 5.1, eerste lid, onder d, en tweede lid, onder e' },
    business: { mark: '[weggelaten: bedrijfsgegevens]', source: 'Wet open overheid, artikel 5.1, eerste lid, onder c, en tweede lid, onder f' },
    privilege: { mark: '[weggelaten: verschoningsrecht]', source: 'Algemene wet bestuursrecht, artikel 5:20, tweede lid' },
    other: { mark: '[weggelaten: andere grond]', source: 'motivering bij het besluit tot openbaarmaking' },
  },
  en: {
    personal: { mark: '[left out: personal data]', source: 'Wet open overheid, article 5.1, paragraph 1 (d) and paragraph 2 (e)' },
    business: { mark: '[left out: business data]', source: 'Wet open overheid, article 5.1, paragraph 1 (c) and paragraph 2 (f)' },
    privilege: { mark: '[left out: legal privilege]', source: 'Algemene wet bestuursrecht, article 5:20, paragraph 2' },
    other: { mark: '[left out: other ground]', source: 'the reasons given with the decision to publish' },
  },
}

/** Pieces of a fragment, `from` up to but not with `to`. */
export const Passage = z.strictObject({ fragment: z.int().min(0), from: z.int().min(0), to: z.int().min(1) })
export type Passage = z.infer<typeof Passage>

/** A decision to leave a passage out. */
export const Redaction = Passage.extend({ id: z.uuid(), ground: Ground, reason: z.string().nullable(), author: z.uuid(), at: z.string() })
export type Redaction = z.infer<typeof Redaction>

/** The pieces that a stretch of the text of a fragment touches, words whole; none where it touches only white space. */
export function piecesAt(pieces: readonly string[], start: number, end: number): Pick<Passage, 'from' | 'to'> | null {
  let at = 0
  const touched = pieces.flatMap((piece, index) => {
    const before = at
    at += saidBy(piece).length
    return before < end && at > start && saidBy(piece).trim() !== '' ? [index] : []
  })
  return touched.length === 0 ? null : { from: touched[0]!, to: touched.at(-1)! + 1 }
}

/** Why each piece of a fragment is left out; null where it stays. What was decided first holds. A tag goes when all within it goes. */
export function groundsOf(pieces: readonly string[], redactions: readonly Pick<Redaction, 'from' | 'to' | 'ground'>[]): (Ground | null)[] {
  const grounds = pieces.map((piece, index): Ground | null =>
    (isTag(piece) && !piece.startsWith('<img') ? null : redactions.find(({ from, to }) => index >= from && index < to)?.ground ?? null))
  const isGone = (from: number, to: number) => {
    const telling = pieces.flatMap((piece, index) => (index >= from && index < to && isTelling(piece) ? [grounds[index]!] : []))
    return telling.length > 0 && telling.every((ground) => ground !== null) ? telling[0]! : null
  }
  for (const [from, to] of pairsIn(pieces)) {
    const gone = isGone(from, to)
    if (gone !== null) for (let index = from; index <= to; index++) grounds[index] ??= gone
  }
  const whole = isGone(0, pieces.length)
  return whole === null ? grounds : grounds.map((ground) => ground ?? whole)
}

/** Whether a piece shows a reader anything. */
export const isTelling = (piece: string) => piece.startsWith('<img') || saidBy(piece).trim() !== ''

/** Where tags open and close. */
function pairsIn(pieces: readonly string[]): [number, number][] {
  const open: number[] = []
  return pieces.flatMap((piece, index): [number, number][] => {
    if (!isTag(piece) || /^<(?:img|br)\b/.test(piece)) return []
    if (!piece.startsWith('</')) open.push(index)
    const from = piece.startsWith('</') ? open.pop() : undefined
    return from === undefined ? [] : [[from, index]]
  })
}

/** What is shown of a fragment: what stays, and a mark for each stretch that was left out on one ground. */
export function shownOf(pieces: readonly (string | null)[], grounds: readonly (Ground | null)[], language: ReportLanguage): string[] {
  return pieces.flatMap((piece, index) => {
    const ground = grounds[index] ?? null
    if (ground === null) return [piece!]
    return index > 0 && grounds[index - 1] === ground ? [] : ['<span class="state">', GROUNDS[language][ground].mark, '</span>']
  })
}
