import type { Readable, Writable } from 'node:stream'

/** What a command has of the terminal: results go to `stdout`, sentences for people to `stderr`. */
export interface Io {
  readonly stdin: Readable & { isTTY?: boolean }
  readonly stdout: Writable
  readonly stderr: Writable
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborts what runs, as Ctrl-C does. */
  readonly signal: AbortSignal
}
