import { z } from 'zod'
import { KeyId } from './bundle.ts'
import { PlainDate } from './calendar.ts'
import { Sha256 } from './change.ts'
import { Redaction } from './redaction.ts'

/** Who signed it, with which key and when by their own clock. */
const Signed = { kid: KeyId, role: z.enum(['inspector', 'office']), statement: z.string().max(400), time: z.iso.datetime() }

/**
 * What the person who adopts a report signs: canonical JSON. `manifest` names the hand-over bundle that holds; `shape` and `page` vouch for the page
 * (`docs/public-version.md`), of which nothing can be told from them.
 */
export const AdoptionStatement = z.strictObject({
  _type: z.literal('veldtoets/adoption/1'), inspection: z.uuid(), manifest: Sha256, stateHash: Sha256, day: PlainDate, inspectorate: z.string().max(400),
  fragments: z.int().min(1).max(200_000), shape: Sha256, page: Sha256, ...Signed,
})
export type AdoptionStatement = z.infer<typeof AdoptionStatement>

/** What the person who makes a public version signs: of which adoption (SHA-256 of what was signed) it is, and all that is in the file. */
export const PublicStatement = z.strictObject({
  _type: z.literal('veldtoets/public-version/1'), adoption: Sha256, manifest: Sha256, ...Signed,
})
export type PublicStatement = z.infer<typeof PublicStatement>

export const ADOPTION_SENTENCE = 'Ik stel dit rapport vast.'
export const PUBLIC_SENTENCE = 'Deze openbare versie bevat van het vastgestelde rapport wat openbaar wordt; wat is weggelaten, is gemerkt.'

/** An adoption as it is shown; `changed` when the report would now read otherwise, `holds` when its signature and every commitment were found right. */
export const Adoption = z.strictObject({
  sha256: Sha256, words: z.array(z.string()), day: PlainDate, at: z.iso.datetime(), by: z.string(), role: z.enum(['inspector', 'office']), statement: z.string(),
  manifest: Sha256, fragments: z.int(), changed: z.boolean(), holds: z.boolean(),
})
export type Adoption = z.infer<typeof Adoption>

const Opened = z.strictObject({ salt: Sha256, text: z.string() })
const Closed = z.strictObject({ ground: Redaction.shape.ground, commitment: Sha256 })

/**
 * A fragment in a public version: told whole with the seed of its salts, told in part with the salt of each piece that stays and the commitment of each
 * that does not, or left out whole. Seeds and salts are 32 bytes in hex.
 */
export const PublicFragment = z.union([
  z.strictObject({ seed: Sha256, pieces: z.array(z.string()).min(1) }),
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

