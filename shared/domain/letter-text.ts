import type { LetterKind, LetterTemplate } from './letter.ts'
import type { Report } from './report.ts'
import type { ReportLanguage } from './report-text.ts'
import { reportValuesOf } from './report-values.ts'
import { fill } from './template.ts'

/** Subject and text of a letter as they are composed of the data. */
export function composedLetter(report: Report, template: LetterTemplate, kind: LetterKind, language: ReportLanguage): { subject: string; text: string } {
  const values = reportValuesOf(report, language)
  return { subject: fill(template[`${kind}Subject`], values), text: withoutEmptyHeads(fill(template[kind], values)) }
}

/** Whether what the letter was composed of says something else by now. */
export const isOutdated = (basis: string | null, composed: string) => basis !== null && basis !== composed

export type LetterBlock = { kind: 'head' | 'paragraph'; text: string } | { kind: 'list'; items: string[] }

/** A text as its paragraphs: an empty line ends one, `## ` begins a heading and `- ` an item of a list. */
export function blocksOf(text: string): LetterBlock[] {
  const blocks: LetterBlock[] = []
  let isOpen = false
  for (const line of text.split('\n').map((one) => one.trimEnd())) {
    const last = blocks.at(-1)
    if (line.startsWith('## ')) blocks.push({ kind: 'head', text: line.slice(3).trim() })
    else if (line.startsWith('- ') && isOpen && last?.kind === 'list') last.items.push(line.slice(2).trim())
    else if (line.startsWith('- ')) blocks.push({ kind: 'list', items: [line.slice(2).trim()] })
    else if (line !== '' && isOpen && last?.kind === 'paragraph') last.text += `\n${line}`
    else if (line !== '') blocks.push({ kind: 'paragraph', text: line })
    isOpen = line !== '' && !line.startsWith('## ')
  }
  return blocks
}

/** A heading of which every line fell away says nothing. */
function withoutEmptyHeads(text: string): string {
  const lines = text.split('\n')
  const saysNothing = (at: number) => {
    const next = lines.slice(at + 1).find((line) => line.trim() !== '')
    return next === undefined || next.startsWith('## ')
  }
  return lines.filter((line, at) => !line.startsWith('## ') || !saysNothing(at)).join('\n').replace(/\n{3,}/g, '\n\n').trim()
}
