/** Text, and whether it stood there before the tracked changes and stands there once all are accepted. */
export interface Said {
    readonly is: 'text' | 'mark';
    /** A mark ends a paragraph and has none. */
    readonly text: string;
    readonly before: boolean;
    readonly after: boolean;
}
/** A content control begins; of its names LibreOffice keeps the second. */
export interface Opened {
    readonly is: 'open';
    tag: string | null;
    alias: string | null;
}
/** A comment or a note begins, in a part that has those. */
export interface Note {
    readonly is: 'note';
    readonly id: string;
    readonly author: string;
    /** As it stands there, which may be anything. */
    readonly at: string;
}
/** A place in the text where something begins or ends that has an id. */
export interface Point {
    readonly is: 'bookmark' | 'bookmark-end' | 'comment' | 'comment-end' | 'comment-at';
    readonly id: string;
    readonly name: string;
}
export type Token = Said | Opened | Note | Point | {
    readonly is: 'close';
};
/**
 * A part of a Word document (ECMA-376 §17) as what can be read in it, in order; text in boxes comes last. The contents list is left out, for it is made of the
 * headings. Errors: `word-unreadable`, also where it is deeper or longer than any document.
 */
export declare function tokensOf(xml: string): Token[];
