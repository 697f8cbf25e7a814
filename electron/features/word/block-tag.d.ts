import { type Element } from '../report/tree.ts';
/** The report of which state a Word file was made, by which version of the program. */
export interface WordSource {
    readonly inspection: string;
    /** State hash. */
    readonly state: string;
    readonly version: string;
}
/** A text of the page that can be edited in Word. `text` is what stands there, `seen` the heads that it was read of. */
export interface Piece {
    readonly of: string;
    readonly seen: readonly string[];
    readonly text: string;
}
/** What stands for a character that cannot be seen, as that character. */
export declare function seenAs(text: string): string | null;
/** The text of an element to the letter; null where it is more than one text, such as answers that differ or a value that was erased. */
export declare function exactTextOf(element: Element): string | null;
/** The piece that an element is, if it is one that can be edited. */
export declare function pieceOf(element: Element): Piece | null;
/** All pieces of a page, in the order in which they stand there. */
export declare function piecesIn(element: Element): Piece[];
/** Vouches for a text, in 16 hexadecimal digits. */
export declare const digestOfText: (text: string) => string;
/** Stands for a place in one inspection, in 16 hexadecimal digits. */
export declare const digestOfPlace: (inspection: string, of: string) => string;
/** The name of a block in a Word file, short enough for a content control (64) and a bookmark (40): where it belongs, and what it said. */
export declare const tagOf: (inspection: string, { of, text }: Piece) => string;
/** Reads the name of a block; a bookmark that stands for a second block of the same text has a number behind it. */
export declare function readTag(name: string): {
    tag: string;
    place: string;
    text: string;
} | null;
