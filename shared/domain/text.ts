import { z } from 'zod'

/** One line to print: no control characters, and nothing that UTF-8 cannot write (RFC 8785 §3.2.2.2). */
export const Line = z.string().max(400).regex(/\S/).regex(/^[^\p{Cc}\p{Cs}]*$/u)

/** Text that may run over several lines. */
export const Text = z.string().max(4_000).regex(/\S/).regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n])*$/u)

/** What a part of a framework is called by, in data and in references; never changes. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)

/** Whose words a statement is in: those of the published framework, or ours until that is read in. */
export const Wording = z.enum(['official', 'ownWording'])
