import { BuilderElement, FileChild, type Paragraph, type ParagraphChild, type XmlComponent } from 'docx'
import { type Piece, type TaggedPiece, tagOf, type WordSource } from '../word/block-tag.ts'

/** Puts what can be edited under names of its own, so that it is known again when the file comes back. */
export interface Tags {
  /** The pieces that were put into the document, in order. */
  readonly pieces: TaggedPiece[]
  /** A piece that stands in a line with other text. */
  readonly inline: (piece: Piece, runs: readonly ParagraphChild[]) => ParagraphChild[]
  /** A piece that has a paragraph of a cell to itself. */
  readonly whole: (piece: Piece, runs: readonly ParagraphChild[]) => ParagraphChild[]
  /** A piece that has its lines to itself. */
  readonly block: (piece: Piece, runs: readonly ParagraphChild[], paragraph: (runs: readonly ParagraphChild[]) => Paragraph) => FileChild
}

/** For a document that does not come back. */
export const UNTAGGED: Tags = { pieces: [], inline: (_piece, runs) => [...runs], whole: (_piece, runs) => [...runs], block: (_piece, runs, paragraph) => paragraph(runs) }

/**
 * Paragraphs stand in content controls (ECMA-376 §17.5.2) that can be edited and not removed, with a bookmark (§17.13.6) of the same name inside, for
 * LibreOffice drops the tag of a control. In a line there is only the bookmark: after a control in a line, LibreOffice 7.4 puts the line breaks of later controls before their text.
 */
export function tagsFor({ inspection }: WordSource): Tags {
  const pieces: TaggedPiece[] = []
  const names = new Map<string, number>()
  const put = (piece: Piece, kind: 'vt' | 'vi', runs: readonly ParagraphChild[]) => {
    const tag = tagOf(inspection, piece, kind)
    const number = pieces.push({ ...piece, tag })
    const again = (names.get(tag) ?? 0) + 1
    names.set(tag, again)
    return { control: controlOf(tag, number), marked: markedAs(again === 1 ? tag : `${tag}_${again}`, number, runs) }
  }
  return {
    pieces,
    inline: (piece, runs) => put(piece, 'vi', runs).marked,
    whole: (piece, runs) => put(piece, 'vt', runs).marked,
    block: (piece, runs, paragraph) => {
      const { control, marked } = put(piece, 'vt', runs)
      return new Block([...control, element('w:sdtContent', {}, [paragraph(marked)])])
    },
  }
}

class Block extends FileChild {
  constructor(parts: readonly XmlComponent[]) {
    super('w:sdt')
    this.root.push(...parts)
  }
}

const element = (name: string, attributes: Readonly<Record<string, string | number>>, children: readonly XmlComponent[] = []) =>
  new BuilderElement({ name, attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])), children })

const controlOf = (tag: string, number: number) => [element('w:sdtPr', {}, [
  element('w:alias', { 'w:val': `Tekst ${number}` }), element('w:tag', { 'w:val': tag }), element('w:id', { 'w:val': 10_000 + number }), element('w:lock', { 'w:val': 'sdtLocked' }),
])]

function markedAs(name: string, number: number, runs: readonly ParagraphChild[]): ParagraphChild[] {
  const id = 1_000_000 + number
  return [element('w:bookmarkStart', { 'w:id': id, 'w:name': name }), ...runs, element('w:bookmarkEnd', { 'w:id': id })] as ParagraphChild[]
}
