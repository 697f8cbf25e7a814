import english from '../../../resources/templates/en/report.json' with { type: 'json' }
import dutch from '../../../resources/templates/nl/report.json' with { type: 'json' }
import { REPORT_PARTS, type ReportTemplate } from '../../../shared/domain/report-template.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { parseTemplate } from '../../../shared/domain/template.ts'
import type { Db } from '../../db/open.ts'
import { findTemplate } from '../../db/template.ts'

const SHIPPED: Readonly<Record<ReportLanguage, string>> = { nl: dutch.join('\n'), en: english.join('\n') }
const parsed = { nl: parseTemplate(SHIPPED.nl, REPORT_PARTS) as ReportTemplate, en: parseTemplate(SHIPPED.en, REPORT_PARTS) as ReportTemplate }

export const templateNameOf = (language: ReportLanguage) => `report.${language}`

/** The template in use as its text, to be edited outside of the program. */
export const templateTextOf = (db: Db, language: ReportLanguage): string => findTemplate(db, templateNameOf(language))?.toString() ?? SHIPPED[language]

/** The templates in both languages: parts that an inspectorate's own does not have are as shipped. */
export const templatesOf = (db: Db): Readonly<Record<ReportLanguage, ReportTemplate>> => ({ nl: templateIn(db, 'nl'), en: templateIn(db, 'en') })

function templateIn(db: Db, language: ReportLanguage): ReportTemplate {
  const own = findTemplate(db, templateNameOf(language))
  return own ? { ...parsed[language], ...parseTemplate(own.toString(), REPORT_PARTS) } : parsed[language]
}
