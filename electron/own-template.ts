import { LARGEST_TEMPLATE, parseTemplate, type TemplateParts } from '../shared/domain/template.ts'
import { appError } from '../shared/errors.ts'
import { readBytes } from './office-zip.ts'

/** What is larger is not even read, in bytes. */
const LARGEST = 16 * 1024 ** 2

/** Reads a template that an inspectorate brings in, and refuses one that is wrong with the line. Errors: `template-too-long`, `not-text`, those of `parseTemplate`. */
export async function readOwnTemplate(path: string, parts: TemplateParts): Promise<Buffer> {
  const bytes = await readBytes(path, LARGEST)
  if (bytes.length > 4 * LARGEST_TEMPLATE) throw appError('template-too-long', { limit: LARGEST_TEMPLATE })
  parseTemplate(textOf(bytes), parts)
  return bytes
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw appError('not-text', {})
  }
}
