import type { Report } from '../../../shared/domain/report.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import type { Db } from '../../db/open.ts'
import { reportHtml } from './html.ts'
import { logoOf } from './pictures.ts'
import { countWritten, reportOf } from './repository.ts'
import { type Element, treeOf } from './tree.ts'

/** The report as it now stands, and its page. */
interface Current {
  readonly report: Report
  readonly page: Element
}

/** What was made last in a workspace, while nothing was written there since. */
const made = new WeakMap<Db, { written: number; pages: Map<string, Current> }>()

/**
 * Makes the page of an inspection once for all who look at it: the screen, the check of its sentences, and spelling. Whatever is written anywhere in the
 * workspace, an erasing or a template as well, makes it be made anew. Nobody changes what is given.
 */
export function currentPage(db: Db, inspection: string, language: ReportLanguage): Current {
  if (db.inTransaction) return make(db, inspection, language) // what is written may be taken back
  const written = countWritten(db)
  const known = made.get(db)
  const pages = known?.written === written ? known.pages : new Map<string, Current>()
  made.set(db, { written, pages })
  const key = `${inspection} ${language}`
  const current = pages.get(key) ?? make(db, inspection, language)
  if (!pages.has(key)) pages.clear() // one is enough: those who ask look at the same
  pages.set(key, current)
  return current
}

function make(db: Db, inspection: string, language: ReportLanguage): Current {
  const report = reportOf(db, inspection)
  return { report, page: treeOf(reportHtml(report, language, logoOf(db))) }
}
