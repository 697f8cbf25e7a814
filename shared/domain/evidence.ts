import { z } from 'zod'
import { Sha256 } from './change.ts'
import { WallTime } from './observation.ts'
import { SourceLabel } from './source.ts'
import { Line } from './text.ts'

/** What files are told apart by, from their first bytes; all that is none of these is bytes and no more. */
export const MediaType = z.enum([
  'image/jpeg', 'image/png', 'image/webp', 'image/gif', 'audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/ogg', 'application/pdf', 'text/plain', 'application/octet-stream',
])
export type MediaType = z.infer<typeof MediaType>

export const isPicture = (type: MediaType) => type.startsWith('image/')
export const isSound = (type: MediaType) => type.startsWith('audio/')

/** What the browser's own decoders show or play; the program itself reads PDF and text, and the rest can only be written to a file. */
export const isShown = (type: MediaType) => isPicture(type) || isSound(type)

/** Of what is asked whether people or client data can be seen, or heard, in it. */
export const mayShowPeople = isShown

/** What was taken out of a picture when it came in: its place, other details only, nothing; or nobody looked, as in files that are no pictures. */
export const Removed = z.enum(['place', 'details', 'nothing', 'not-looked'])
export type Removed = z.infer<typeof Removed>

/**
 * A file as it is kept; written once. Its own name is not kept, for names identify people. `original` is the hash of what came in, where that was
 * altered by taking details out.
 */
export const EvidenceFile = z.strictObject({
  sha256: Sha256,
  size: z.int().nonnegative(),
  type: MediaType,
  extension: z.string().regex(/^[a-z0-9]{0,8}$/),
  removed: Removed,
  original: Sha256.nullable(),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>

/**
 * A photo, recording or other file, under an id of its own. `derivedFrom` is the evidence that it is an edited version of; `rotation` is how to hold it;
 * `scanOf` is the talk or the document that it is the paper of: that source speaks, and this is what it stands on.
 * `inReport` puts a photo into the report, `alternative` says there what can be seen in it.
 */
export const Evidence = z.strictObject({
  label: SourceLabel,
  file: EvidenceFile,
  caption: Line,
  takenAt: WallTime,
  derivedFrom: z.uuid(),
  scanOf: z.uuid(),
  rotation: z.literal([0, 90, 180, 270]),
  shows: z.enum(['nobody', 'people']),
  inReport: z.literal(true),
  alternative: Line,
})
export type Evidence = z.infer<typeof Evidence>

/** The largest text that is shown, in bytes. */
export const LARGEST_TEXT = 1024 ** 2

/** The largest picture, in bytes, and the largest other file. */
export const LARGEST_PICTURE = 64 * 1024 ** 2
export const LARGEST_EVIDENCE = 2 * 1024 ** 3
