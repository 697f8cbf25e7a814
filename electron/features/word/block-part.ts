import { z } from 'zod'
import { inXml } from '../../../shared/domain/xml.ts'
import { digestOfText, type TaggedPiece, type WordSource } from './block-tag.ts'
import { strictParser } from './strict-parser.ts'
import type { Readings } from './word-blocks.ts'

/** The namespace of the part of a Word file that says of which report it is. */
export const PART_NAMESPACE = 'urn:veldtoets:word:1'

/** What a Word file was made with: its blocks, and the digests of the paragraphs around them and at head and foot of each page (null where it says nothing of those). */
export interface ListedBlocks {
  blocks: { tag: string; of: string; seen: string[] }[]
  outside: string[]
  margins: string[] | null
}

/** A paragraph as a digest, without regard to how it is spaced: word processors join and split spaces. */
export const digestOfParagraph = ({ after }: Readings) => digestOfText(after.replace(/\s+/g, ' ').trim())

/** What stands around the blocks, and at head and foot of each page. */
export interface Around {
  readonly outside: readonly Readings[]
  readonly margins: readonly Readings[]
}

/** The part that goes into the file: from which inspection, state and version it was made, with its blocks and what stands around them. */
export function partOf({ inspection, state, version }: WordSource, pieces: readonly TaggedPiece[], { outside, margins }: Around): string {
  const blocks = pieces.map(({ tag, of, seen }) => `<block tag="${tag}" of="${inXml(of)}" seen="${seen.join(' ')}"/>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<report xmlns="${PART_NAMESPACE}" inspection="${inspection}" state="${state}" version="${inXml(version)}">${blocks.join('')}<outside>${digestsOf(outside)}</outside><margins>${digestsOf(margins)}</margins></report>`
}

const digestsOf = (paragraphs: readonly Readings[]) => paragraphs.map(digestOfParagraph).join(' ')

/** More texts than any report has. */
const MOST_LISTED = 50_000

const Source = z.strictObject({ inspection: z.uuid(), state: z.string().max(64), version: z.string().max(40) })

/** Reads that part back; null where someone made something else of it. */
export function readPart(xml: string): { source: WordSource; listed: ListedBlocks } | null {
  const listed: ListedBlocks = { blocks: [], outside: [], margins: null }
  const path: string[] = []
  let source: Record<string, string> | null = null
  const parser = strictParser({ xmlns: false }, MOST_LISTED)
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name)
    const { xmlns: _, ...rest } = attributes
    if (path.length === 1) source = rest
    if (name === 'margins') listed.margins = []
    if (name === 'block') listed.blocks.push({ tag: attributes.tag ?? '', of: attributes.of ?? '', seen: (attributes.seen ?? '').split(' ').filter((id) => id !== '') })
  })
  parser.on('closetag', () => void path.pop())
  parser.on('text', (text) => {
    const into = path.at(-1) === 'outside' ? listed.outside : path.at(-1) === 'margins' ? listed.margins : null
    for (const [digest] of text.matchAll(/\S+/g)) into?.push(digest)
  })
  parser.write(xml).close()
  const read = Source.safeParse(source)
  return read.success ? { source: read.data, listed } : null
}
