import { type Piece, type WordSource } from './block-tag.ts';
import type { Readings } from './word-blocks.ts';
/** The namespace of the part of a Word file that says of which report it is. */
export declare const PART_NAMESPACE = "urn:veldtoets:word:1";
/** What a Word file was made with: its blocks, and the digests of the paragraphs around them. */
export interface ListedBlocks {
    blocks: {
        tag: string;
        of: string;
        seen: string[];
    }[];
    outside: string[];
}
/** A paragraph as a digest, without regard to how it is spaced: word processors join and split spaces. */
export declare const digestOfParagraph: ({ after }: Readings) => string;
/** The part that goes into the file: from which inspection, state and version it was made, with its blocks and what stands around them. */
export declare function partOf({ inspection, state, version }: WordSource, pieces: readonly Piece[], outside: readonly Readings[]): string;
/** Reads that part back; null where someone made something else of it. */
export declare function readPart(xml: string): {
    source: WordSource;
    listed: ListedBlocks;
} | null;
