import { parseDocument, stringify } from 'yaml'
import { appError } from '../../../../shared/errors.ts'

/** The longest YAML that is read, in characters: a framework of 5,000 items is some 2,000,000. */
const LONGEST = 8_000_000
/** Lists and records in each other, by what stands before them; a stranger's file nested deeper would end the reader. */
const MOST_DEEP = 100

/** Reads JSON, or YAML 1.2 (core schema) without references, tags of its own or a key twice. Errors: `not-json`, `not-yaml`, `file-too-large`. */
export function valueOf(text: string): unknown {
  if (/^\s*[{[]/.test(text)) return jsonOf(text)
  if (text.length > LONGEST) throw appError('file-too-large', { size: text.length, largest: LONGEST })
  if (isDeep(text)) throw appError('not-yaml', { line: 1 })
  return yamlOf(text)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw appError('not-json', {})
  }
}

function yamlOf(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', schema: 'core', merge: false, uniqueKeys: true, strict: true, stringKeys: true, logLevel: 'error' })
  const [wrong] = [...document.errors, ...document.warnings]
  if (wrong) throw appError('not-yaml', { line: wrong.linePos?.[0].line ?? 1 })
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    throw appError('not-yaml', { line: 1 })
  }
}

/** Whether anything stands so deep, by indentation or by brackets, that reading it takes more than there is. */
function isDeep(text: string): boolean {
  let open = 0
  for (const sign of text) {
    if (sign === '[' || sign === '{') open++
    else if (sign === ']' || sign === '}') open = Math.max(0, open - 1)
    if (open > MOST_DEEP) return true
  }
  return /^(?: {2}){100}/m.test(text) || /(?:[-?] ){50}/.test(text)
}

export const yamlFrom = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })
export const jsonFrom = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
