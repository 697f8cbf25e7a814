import { REPORT_PARTS } from '../../../shared/domain/report-template.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context, Handlers } from '../../context.ts'
import { readBytes } from '../../office-zip.ts'
import { readOwnTemplate } from '../../own-template.ts'
import { writeWhole } from '../../whole-file.ts'
import { cleanJpeg } from '../evidence/jpeg.ts'
import { dimensionsOf, signatureOf } from '../evidence/media.ts'
import { cleanPng } from '../evidence/png.ts'
import { dropTemplate, findTemplate, saveTemplate } from '../../db/template.ts'
import { LOGO } from './photos.ts'
import { pictureIn } from './pictures.ts'
import { templateNameOf, templateTextOf } from './template.ts'

const LARGEST_LOGO = 1024 ** 2
/** In pixels: more than paper shows, and what is small as a file may be more than there is memory once it is drawn. */
const LONGEST_SIDE = 4_000
/** What is larger is not even read, in bytes. */
const LARGEST = 16 * 1024 ** 2

/** What an inspectorate has of its own in its reports: templates and a logo. */
export const own: Pick<Handlers<'report'>, 'own' | 'bringTemplate' | 'saveTemplate' | 'bringLogo' | 'dropOwn'> = {
  own: ({ db }) => {
    const has = (name: string) => findTemplate(db, name) !== undefined
    return { nl: has(templateNameOf('nl')), en: has(templateNameOf('en')), logo: has(LOGO) }
  },

  bringTemplate: async (context, { language, file }) => {
    return keep(context, templateNameOf(language), await readOwnTemplate(context.files.toRead(file).path, REPORT_PARTS))
  },

  saveTemplate: async ({ db, files }, { language, file }) => {
    const bytes = Buffer.from(`${templateTextOf(db, language)}\n`)
    writeWhole(files.toWrite(file).path, bytes)
    return { size: bytes.length }
  },

  bringLogo: async (context, { file }) => {
    const bytes = await readBytes(context.files.toRead(file).path, LARGEST)
    const type = bytes.length > LARGEST_LOGO ? null : signatureOf(bytes)
    if (type !== 'image/jpeg' && type !== 'image/png') throw appError('logo-unreadable', {})
    const { bytes: clean } = type === 'image/jpeg' ? cleanJpeg(bytes) : cleanPng(bytes)
    if (pictureIn(clean) === null || Math.max(...dimensionsOf(type, clean)!) > LONGEST_SIDE) throw appError('logo-unreadable', {})
    return keep(context, LOGO, clean)
  },

  dropOwn: ({ db, now }, { what }) => {
    dropTemplate(db, what === LOGO ? LOGO : templateNameOf(what))
    return { savedAt: now() }
  },
}

function keep({ db, now }: Context, name: string, body: Buffer): { savedAt: string } {
  db.transaction(() => saveTemplate(db, name, body)).immediate()
  return { savedAt: now() }
}
