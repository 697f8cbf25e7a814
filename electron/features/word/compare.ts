import type { WordNote, WordProposal, WordReading } from '../../../shared/domain/word.ts'
import { digestOfParagraph } from './block-part.ts'
import { digestOfPlace, digestOfText, readTag } from './block-tag.ts'
import type { ReadBlock, Readings } from './word-blocks.ts'
import type { WordFile } from './word-file.ts'

/** What is known here of the report that a Word file was made of. */
export interface Known {
  readonly inspection: string
  /** Fields of the texts that stand in the report now. */
  readonly places: readonly string[]
  /** What a field ever said, the text that is composed of the data now included. */
  readonly saidAt: (of: string) => readonly string[]
}

/** Holds what was read against what is known: only what was altered is a proposal. Null where no block is one of this inspection. */
export function readingOf(file: WordFile, { inspection, places, saidAt }: Known): WordReading | null {
  const named = [...places, ...(file.listed?.blocks ?? []).map(({ of }) => of)]
  const byPlace = new Map(named.map((of) => [digestOfPlace(inspection, of), of]))
  const ofTag = (tag: string) => byPlace.get(readTag(tag)!.place) ?? null
  const groups = Map.groupBy(file.blocks, ({ tag }) => ofTag(tag))
  const known = [...groups].flatMap(([of, blocks]) => (of === null ? [] : [{ of, blocks }]))
  if (known.length === 0) return null
  const proposals = known.flatMap(({ of, blocks }) => proposalsOf(of, blocks, saidAt))
  const [made, proposed] = [Map.groupBy(file.listed?.blocks ?? [], ({ of }) => of), Map.groupBy(proposals, ({ of }) => of)]
  const isDoubled = ({ of, blocks }: (typeof known)[number]) => (made.has(of) && blocks.length > made.get(of)!.length) || (proposed.get(of)?.length ?? 0) > 1
  return {
    source: file.source && { state: file.source.state, version: file.source.version },
    proposals,
    notes: file.notes.map(({ tag, ...note }): WordNote => ({ ...note, of: tag === null ? null : ofTag(tag) })),
    ...outsideOf(file, groups.get(null) ?? []),
    missing: file.listed && [...made.keys()].filter((of) => !groups.has(of)),
    doubled: known.filter(isDoubled).map(({ of }) => of),
    unchanged: known.filter(({ of }) => !proposed.has(of)).length,
  }
}

/** Each different text that the blocks of one field have come to. */
function proposalsOf(of: string, blocks: readonly ReadBlock[], saidAt: Known['saidAt']): WordProposal[] {
  const altered = blocks.filter(({ tag, after }) => digestOfText(after) !== readTag(tag)!.text)
  return [...new Map(altered.map((block) => [block.after, block])).values()].map(({ tag, before, after }) => ({
    of, before, proposed: after, base: [...saidAt(of), before].find((text) => digestOfText(text) === readTag(tag)!.text) ?? null,
  }))
}

/** What stands around the blocks or at head and foot of the pages and was not there, blocks of nothing that is known included. */
function outsideOf({ listed, outside, margins }: WordFile, strange: readonly Readings[]): Pick<WordReading, 'outside' | 'gone'> {
  const left = new Map<string, number>()
  for (const digest of listed?.outside ?? []) left.set(digest, (left.get(digest) ?? 0) + 1)
  const found = outside.filter((paragraph) => {
    const digest = digestOfParagraph(paragraph)
    const many = left.get(digest) ?? 0
    left.set(digest, many - 1)
    return listed === null ? paragraph.before !== paragraph.after : many <= 0
  })
  const gone = listed && [...left.values()].reduce((sum, many) => sum + Math.max(0, many), 0)
  const made = new Set(listed?.margins)
  const altered = listed?.margins == null ? [] : margins.filter((paragraph) => !made.has(digestOfParagraph(paragraph)))
  return { outside: [...found, ...strange, ...altered].map(({ before, after }) => ({ before, after })), gone }
}
