import { SaxesParser } from 'saxes'
import { appError } from '../../../shared/errors.ts'

/** More than any element of a Word file has. */
const MOST_ATTRIBUTES = 200

/**
 * A reader of XML that takes nothing but what is well-formed, without a document type and with at most so many elements: what is small as a file may be more
 * elements than there is memory. Errors: `word-unreadable`.
 */
export function strictParser<X extends boolean>(options: { xmlns: X }, mostElements: number): SaxesParser<{ xmlns: X }> {
  const parser = new SaxesParser<{ xmlns: X }>(options)
  let [elements, attributes] = [0, 0]
  const refuse = () => { throw appError('word-unreadable', {}) }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentagstart', () => {
    attributes = 0
    if (++elements > mostElements) refuse()
  })
  parser.on('attribute', () => { if (++attributes > MOST_ATTRIBUTES) refuse() })
  return parser
}
