import { z } from 'zod'
import { Signed } from './adoption.ts'
import { Sha256 } from './change.ts'
import { isPiece } from './commitment.ts'
import { Ground } from './redaction.ts'

/** What the person who makes a public version signs: of which adoption (SHA-256 of what was signed) it is, and all that is in the file. */
export const PublicStatement = z.strictObject({
  _type: z.literal('veldtoets/public-version/1'), adoption: Sha256, manifest: Sha256, ...Signed,
})
export type PublicStatement = z.infer<typeof PublicStatement>

export const PUBLIC_SENTENCE = 'Deze openbare versie bevat van het vastgestelde rapport wat openbaar wordt; wat is weggelaten, is gemerkt.'

const Piece = z.string().refine(isPiece)
const Opened = z.strictObject({ salt: Sha256, text: Piece })
const Closed = z.strictObject({ ground: Ground, commitment: Sha256 })

/**
 * A fragment in a public version: told whole with the seed of its salts, told in part with the salt of each piece that stays and the commitment of each
 * that does not, or left out whole. Seeds and salts are 32 bytes in hex.
 */
export const PublicFragment = z.union([
  z.strictObject({ seed: Sha256, pieces: z.array(Piece).min(1) }),
  z.strictObject({ pieces: z.array(z.union([Opened, Closed])).min(1) }),
  Closed,
])
export type PublicFragment = z.infer<typeof PublicFragment>

/** What stands in the file of a public version, in this order; the formats may be fewer. */
export const PUBLIC_MEMBERS = [
  'mimetype', 'manifest-sha256.txt', 'public.json', 'public.sig', 'public.pem',
  'VERIFY.txt', 'adoption.json', 'adoption.pem', 'adoption.sig', 'fragments.jsonl', 'report.docx', 'report.html', 'report.md', 'report.pdf', 'shape.json',
] as const
const PLACES: ReadonlyMap<string, number> = new Map(PUBLIC_MEMBERS.map((name, place) => [name, place]))
const OPTIONAL: ReadonlySet<string> = new Set(['report.docx', 'report.md', 'report.pdf'])
export const REQUIRED_PUBLIC_MEMBERS = PUBLIC_MEMBERS.filter((name) => !OPTIONAL.has(name))

export const isPublicMember = (name: string) => PLACES.has(name)
export const comparePublicMembers = (a: string, b: string) => PLACES.get(a)! - PLACES.get(b)!
/** The manifest vouches for all but what comes before it or is signed over it. */
export const isInPublicManifest = (name: string) => PLACES.get(name)! >= PLACES.get('VERIFY.txt')!

