import type { Said, Token } from './word-tokens.ts';
/** A text before the tracked changes, and once all of them are accepted. */
export interface Readings {
    before: string;
    after: string;
}
export interface ReadBlock extends Readings {
    /** As `tagOf` gives it. */
    tag: string;
}
/** To what a comment is attached; no block where it stands between them. */
export interface Anchor {
    tag: string | null;
    quote: string;
}
export interface ReadText {
    /** A block that stands in the file twice is here twice. */
    blocks: ReadBlock[];
    /** Paragraphs outside of all blocks, but for the empty ones. */
    outside: Readings[];
    anchors: Map<string, Anchor>;
}
/**
 * Sorts what stands in a document into its blocks and the rest. A block is a content control with a tag of ours; where a word processor dropped the tag,
 * one around a bookmark of ours, or with the title of one that is known (LibreOffice splits them so); and where there is no control, the paragraphs of the bookmark.
 */
export declare function blocksOf(tokens: readonly Token[]): ReadText;
/** Paragraphs as they were and as they are: where only one of the two has an end, the other has more of them. */
export declare function paragraphsOf(said: readonly Said[]): Readings[];
