import { z } from 'zod'

/** One line to print: no control characters, and nothing that UTF-8 cannot write (RFC 8785 §3.2.2.2). */
export const Line = z.string().max(400).regex(/\S/).regex(/^[^\p{Cc}\p{Cs}]*$/u)

/** Text that may run over several lines. */
export const Text = z.string().max(4_000).regex(/\S/).regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n])*$/u)
