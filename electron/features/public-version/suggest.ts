import { type CutPage, saidBy } from '../../../shared/domain/commitment.ts'
import { piecesAt } from '../../../shared/domain/redaction.ts'
import { pictureIn } from '../../../shared/domain/redaction-search.ts'
import type { Context } from '../../context.ts'
import { searchText } from '../privacy/search.ts'
import { AROUND } from './page.ts'

const PHOTO = /^<img [^>]*src="data:image\/(?:jpeg|png);/
/** What stands before a substantiation, of which the first word is also a given name. */
const LABEL = /^Ad \d/

/** What looks like personal data, whatever was answered about it for the inspection: what had to be recorded need not be public. */
export function suggestionsIn(context: Context, { fragments }: CutPage) {
  return fragments.flatMap((pieces, fragment) => {
    const text = pieces.map(saidBy).join('')
    const pictures = pieces.flatMap((piece, from) => (PHOTO.test(piece)
      ? [{ fragment, from, to: from + 1, kind: 'picture' as const, before: '', text: pictureIn(piece), after: '', whole: true }] : []))
    return [...pictures, ...searchText(context, text).flatMap(({ kind, start, end }) => {
      const found = piecesAt(pieces, start, end)
      const isLabel = start === 0 && LABEL.test(text)
      if (!found || isLabel) return []
      return [{ fragment, ...found, kind, before: text.slice(Math.max(0, start - AROUND), start), text: text.slice(start, end), after: text.slice(end, end + AROUND), whole: true }]
    })]
  })
}
