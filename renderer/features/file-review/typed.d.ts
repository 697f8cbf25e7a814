import { type Answer, type FileField } from '../../../shared/domain/file-review.ts';
export declare function answerAtOnce({ kind }: FileField, key: string): Answer | undefined;
/** Reads what was typed into a field; `value` is null when it was emptied, and there is none when it cannot be an answer. */
export declare function answerFrom(field: FileField, typed: string): {
    value: Answer | null;
} | null;
/** What answers are called on the screen. */
export type Words = Readonly<Record<'yes' | 'no' | 'not-found' | 'not-applicable' | 'not-yet', string>>;
/** An answer as it stands in a cell. */
export declare function shownAnswer(field: FileField, value: Answer | null, words: Words): string;
