import { type Hit, hitOf } from './privacy-hit.ts'
import { AT, isDigitAt, isLetterAt, NUMBER, type Token } from './privacy-token.ts'

/** Lengths by country (ISO 13616), of those whose accounts turn up here. */
const IBAN_LENGTHS = new Map('NL18 BE16 DE22 FR27 GB22 LU20 PL28 ES24 IT27 PT25 TR26 AT20 CH21 IE22 DK18 NO15 SE24 FI18 GR27 HU28 CZ24 SK24 RO24 BG22 HR21 SI19 EE20 LV21 LT20 CY28 MT31 RS22 BA20 UA29 TN24'
  .split(' ').map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]))

const isAlphanumericAt = (text: string, at: number) => isLetterAt(text, at) || isDigitAt(text, at)
const isLocalAt = (text: string, at: number) => isAlphanumericAt(text, at) || (at >= 0 && '._%+-\'&'.includes(text[at]!))
const isDomainAt = (text: string, at: number) => isAlphanumericAt(text, at) || text[at] === '.' || text[at] === '-'

/** Both stop at the next @, so a text full of them is read once. */
export function emailsIn(text: string, tokens: readonly Token[]): Hit[] {
  return tokens.flatMap(({ bits, start: at }) => {
    if (bits !== AT) return []
    let [start, end] = [at, at + 1]
    while (isLocalAt(text, start - 1)) start--
    while (isDomainAt(text, end)) end++
    while (end > at && '.-'.includes(text[end - 1]!)) end--
    while (start < at && !isAlphanumericAt(text, start)) start++
    return start < at && /^[^.].*\.\p{L}{2,}$/u.test(text.slice(at + 1, end)) ? [hitOf('e-mail', start, end, true)] : []
  })
}

/** ISO 13616: the country, two check digits and the account; the whole, its first four moved to the end and letters as 10 to 35, leaves 1 mod 97. */
export function isIban(iban: string): boolean {
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

export function ibansIn(text: string, tokens: readonly Token[]): Hit[] {
  return tokens.flatMap(({ bits, start: at }) => {
    const start = at - 2
    if (bits !== NUMBER || !isLetterAt(text, at - 1) || !isLetterAt(text, start) || isAlphanumericAt(text, start - 1)) return []
    const length = IBAN_LENGTHS.get(text.slice(start, at).toUpperCase())
    if (!length) return []
    let [end, iban] = [start, '']
    while (iban.length < length && isAlphanumericAt(text, end)) {
      iban += text[end++]
      if (iban.length < length && ' .-'.includes(text[end] ?? 'x') && isAlphanumericAt(text, end + 1)) end++
    }
    const whole = iban.length === length && /^[A-Z0-9]+$/i.test(iban) && !isAlphanumericAt(text, end)
    return whole && isIban(iban) ? [hitOf('iban', start, end, true)] : []
  })
}

/** 9401 AB. Two words that follow a year, as in 2015 EN 2016, are none. */
const POSTCODE = /(\d{4})( {0,2})([A-Z]{2}|[a-z]{2})(?![\p{L}\d])/uy
const AFTER = /,? {0,2}(?:nr\.? ?|-)?\d{1,5}(?: ?[a-zA-Z](?![\p{L}]))?(?!\d)/uy
const BEFORE = /(?<!\d)\d{1,5} ?[a-zA-Z]?(?:, ?|\n| {1,2})$/
const LITTLE_WORDS = new Set('EN IN IS OP OF TE ER NA AL DE WE ZE JE ZO NU VT DD AN ZIJ KM MG ML CM MM KG'.split(' '))

/** With the house number it is likely a home; without, some twenty homes. */
export function postcodesIn(text: string, tokens: readonly Token[]): Hit[] {
  return tokens.flatMap(({ bits, start, end }) => {
    if (bits !== NUMBER || end - start !== 4 || text[start] === '0' || isLetterAt(text, start - 1)) return []
    POSTCODE.lastIndex = start
    const [whole, , space, letters] = POSTCODE.exec(text) ?? []
    if (!whole || /S[ADS]/i.test(letters!) || LITTLE_WORDS.has(letters!.toUpperCase())) return []
    AFTER.lastIndex = start + whole.length
    const after = AFTER.exec(text)?.[0] ?? ''
    const before = after ? '' : BEFORE.exec(text.slice(Math.max(0, start - 9), start))?.[0] ?? ''
    if (letters !== letters!.toUpperCase() && (space || !after)) return []
    return [hitOf('postcode', start - before.length, start + whole.length + after.length, before + after !== '')]
  })
}
