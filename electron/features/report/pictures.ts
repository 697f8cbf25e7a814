import type { Report } from '../../../shared/domain/report.ts'
import type { Context } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { dimensionsOf, HEAD, mediaTypeOf } from '../evidence/media.ts'
import { findHere, openEvidence } from '../evidence/store.ts'
import { findTemplate } from '../../db/template.ts'
import { LOGO, type Picture, type Pictures, printedSize } from './photos.ts'

const LOGO_SIZE = { wide: 180, high: 60 }

/** The logo and the photos that stand in a report, as far as they are on this computer. */
export async function picturesOf(context: Context, report: Report): Promise<Pictures> {
  const pictures = new Map(logoOf(context.db))
  for (const { fields: { file } } of report.photos) {
    const stored = file.value === null ? undefined : findHere(context, report.inspection, file.value.sha256)
    const picture = stored && pictureIn(await wholeOf(openEvidence(context, stored)))
    if (picture) pictures.set(stored.sha256, picture)
  }
  return pictures
}

async function wholeOf(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The inspectorate's own logo under its name, or nothing. */
export function logoOf(db: Db): Pictures {
  const bytes = findTemplate(db, LOGO)
  const logo = bytes && pictureIn(bytes, LOGO_SIZE)
  return new Map(logo ? [[LOGO, logo]] : [])
}

/** A JPEG or PNG as it will be printed; null where it is neither. */
export function pictureIn(bytes: Buffer, most?: { wide: number; high: number }): Picture | null {
  const head = bytes.subarray(0, HEAD)
  const type = mediaTypeOf(head)
  if (type !== 'image/jpeg' && type !== 'image/png') return null
  const [width, height] = dimensionsOf(type, head)!
  return { type, bytes, ...printedSize(width, height, most) }
}
