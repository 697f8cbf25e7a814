const MIB = 1024 ** 2

/**
 * More than any report needs, in bytes: the whole file, the page to read, all fragments or another document in it, the line of one fragment, the shape, and a statement.
 * `pieces` is how many pieces all fragments may have. A picture in a report is at most a mebibyte.
 */
export const LIMITS = { file: 512 * MIB, page: 128 * MIB, line: 8 * MIB, shape: 16 * MIB, statement: 16 * 1024, pieces: 2_000_000 } as const

/** What the line of a fragment that is told in part has beside the text of a piece, at most, in bytes. */
export const CLOSED_PIECE = 110
