import english from '../../../resources/templates/en/letter.json' with { type: 'json' }
import dutch from '../../../resources/templates/nl/letter.json' with { type: 'json' }
import { LETTER_PARTS, type LetterTemplate } from '../../../shared/domain/letter.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { parseTemplate } from '../../../shared/domain/template.ts'
import type { Handlers } from '../../context.ts'
import { dropTemplate, findTemplate, saveTemplate } from '../../db/template.ts'
import type { Db } from '../../db/open.ts'
import { readOwnTemplate } from '../../own-template.ts'
import { writeWhole } from '../../whole-file.ts'

const SHIPPED: Readonly<Record<ReportLanguage, string>> = { nl: dutch.join('\n'), en: english.join('\n') }
const parsed = { nl: parseTemplate(SHIPPED.nl, LETTER_PARTS) as LetterTemplate, en: parseTemplate(SHIPPED.en, LETTER_PARTS) as LetterTemplate }

const nameOf = (language: ReportLanguage) => `letter.${language}`

/** The template of letters in use: parts that an inspectorate's own does not have are as shipped. */
export function letterTemplateIn(db: Db, language: ReportLanguage): LetterTemplate {
  const own = findTemplate(db, nameOf(language))
  return own ? { ...parsed[language], ...parseTemplate(own.toString(), LETTER_PARTS) } : parsed[language]
}

/** What an inspectorate has of its own in its letters. */
export const ownLetters: Pick<Handlers<'letter'>, 'own' | 'bringTemplate' | 'saveTemplate' | 'dropTemplate'> = {
  own: ({ db }) => ({ nl: findTemplate(db, nameOf('nl')) !== undefined, en: findTemplate(db, nameOf('en')) !== undefined }),

  bringTemplate: async ({ db, files, now }, { language, file }) => {
    const body = await readOwnTemplate(files.toRead(file).path, LETTER_PARTS)
    db.transaction(() => saveTemplate(db, nameOf(language), body)).immediate()
    return { savedAt: now() }
  },

  saveTemplate: async ({ db, files }, { language, file }) => {
    const bytes = Buffer.from(`${findTemplate(db, nameOf(language))?.toString() ?? SHIPPED[language]}\n`)
    writeWhole(files.toWrite(file).path, bytes)
    return { size: bytes.length }
  },

  dropTemplate: ({ db, now }, { language }) => {
    dropTemplate(db, nameOf(language))
    return { savedAt: now() }
  },
}
