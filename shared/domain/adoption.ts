import { z } from 'zod'
import { KeyId } from './bundle.ts'
import { PlainDate } from './calendar.ts'
import { Sha256 } from './change.ts'
import { ReportLanguage } from './report-text.ts'

/** Who signed it, with which key and when by their own clock. */
export const Signed = { kid: KeyId, role: z.enum(['inspector', 'office']), statement: z.string().max(400), time: z.iso.datetime() }

/**
 * What the person who adopts a report signs: canonical JSON, one for each language in which it is adopted. `manifest` names the hand-over bundle that holds; `shape` and
 * `page` vouch for the page (`docs/public-version.md`), of which nothing can be told from them.
 */
export const AdoptionStatement = z.strictObject({
  _type: z.literal('veldtoets/adoption/1'), inspection: z.uuid(), manifest: Sha256, stateHash: Sha256, day: PlainDate, language: ReportLanguage, inspectorate: z.string().max(400),
  fragments: z.int().min(1).max(200_000), shape: Sha256, page: Sha256, ...Signed,
})
export type AdoptionStatement = z.infer<typeof AdoptionStatement>

export const ADOPTION_SENTENCE = 'Ik stel dit rapport vast.'

/** An adoption as it is shown; `changed` when the report would now read otherwise, `holds` when its signature and every commitment were found right. */
export const Adoption = z.strictObject({
  sha256: Sha256, words: z.array(z.string()), day: PlainDate, language: ReportLanguage, at: z.iso.datetime(), by: z.string(), role: z.enum(['inspector', 'office']), statement: z.string(),
  manifest: Sha256, fragments: z.int(), changed: z.boolean(), holds: z.boolean(),
})
export type Adoption = z.infer<typeof Adoption>
