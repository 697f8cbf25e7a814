import { type RefObject } from 'react';
/** What of a large table is in view, in pixels; rows and columns beyond it by some are drawn along. */
export interface View {
    top: number;
    left: number;
    width: number;
    height: number;
}
/** Pixels of a row, of the headings, and of the names of the files. */
export declare const ROW = 34;
export declare const HEADER = 76;
export declare const NAMES = 128;
/** Follows what a scrolling element shows, once a frame. */
export declare function useView(scrolled: RefObject<HTMLElement | null>): View;
/** The rows in view and a few more, as [first, behind the last]. */
export declare function rowsIn({ top, height }: Pick<View, 'top' | 'height'>, count: number): [number, number];
/** The columns in view and two more on each side; `edges` are where columns begin, and at last where they end. */
export declare function columnsIn({ left, width }: Pick<View, 'left' | 'width'>, edges: readonly number[]): [number, number];
export declare const edgesOf: (widths: readonly number[]) => number[];
