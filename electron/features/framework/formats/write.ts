import type { Language } from '../../../../shared/domain/framework-layout.ts'
import { sheetsOf } from '../../../../shared/domain/framework-sheets.ts'
import type { Framework } from '../../../../shared/domain/framework.ts'
import { writeWhole } from '../../../whole-file.ts'
import { explanationIn } from './explanation.ts'
import { exampleIn } from './template.ts'
import { jsonFrom, yamlFrom } from './text.ts'
import { workbookOf } from './workbook.ts'

export type Format = 'json' | 'yaml' | 'xlsx'

/** Writes a framework as a file that reads back as the same framework; a spreadsheet has its heads in the framework's own language. */
export async function writeFramework(path: string, framework: Framework, format: Format): Promise<{ size: number }> {
  return write(path, await bytesOf(framework, format, framework.language))
}

/** Writes the spreadsheet that a framework can be filled in on: a small example, lists to choose from, and how it works. */
export async function writeTemplate(path: string, language: Language): Promise<{ size: number }> {
  return write(path, await bytesOf(exampleIn(language), 'xlsx', language))
}

function write(path: string, bytes: Buffer): { size: number } {
  writeWhole(path, bytes)
  return { size: bytes.length }
}

async function bytesOf(framework: Framework, format: Format, language: Language): Promise<Buffer> {
  if (format === 'json') return Buffer.from(jsonFrom(framework))
  if (format === 'yaml') return Buffer.from(yamlFrom(framework))
  return workbookOf(sheetsOf(framework, language), explanationIn(language), language)
}
