import { dateIn } from './privacy-birth-date.ts'
import { bsnIn } from './privacy-bsn.ts'
import type { Hit } from './privacy-hit.ts'
import { phoneIn } from './privacy-phone.ts'
import { runFrom } from './privacy-run.ts'
import { NUMBER, type Token } from './privacy-token.ts'

/** Birth dates, phone numbers and BSNs, read from left to right: what is read as one of them, or as another date, is no part of the next. */
export function numbersIn(text: string, tokens: readonly Token[], today: string): Hit[] {
  const hits: Hit[] = []
  for (let from = 0; from < tokens.length;) {
    if (!(tokens[from]!.bits & NUMBER)) {
      from++
      continue
    }
    const { to } = runFrom(text, tokens, from)
    while (from < to) {
      const run = { text, tokens, from, to }
      const reading = dateIn(run, today) ?? phoneIn(run) ?? bsnIn(run)
      if (reading?.hit) hits.push(reading.hit)
      from += reading?.groups ?? 1
    }
  }
  return hits
}
