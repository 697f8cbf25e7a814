/** A stretch of a text, from `start` up to `end`, in small letters. */
export interface Stretch {
  text: string
  start: number
  end: number
}

/** The sentences of a text: each ends with its mark before white space and a capital or figure, or with its line. */
export const sentencesIn = (text: string): Stretch[] =>
  piecesOf({ text, start: 0, end: text.length }, /\n+|(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/gu).map((piece) => ({ ...piece, text: lowered(piece.text) }))

/** In small letters, each in its place. */
const lowered = (text: string) => text.replace(/\p{Lu}/gu, (capital) => (capital.toLowerCase().length === capital.length ? capital.toLowerCase() : capital))

/** What stands between commas, semicolons, dashes and words that turn a sentence round; a list of numbers stays whole. */
export const clausesIn = (sentence: Stretch): Stretch[] =>
  piecesOf(sentence, /(?<!\d),\s|(?<=\d),\s(?!\d)|;\s|:\s|\s[–—-]\s|[()]|\s(?=(?:maar|terwijl|hoewel|but|while|although|whereas)\s)/gu)

function piecesOf({ text, start }: Stretch, border: RegExp): Stretch[] {
  const pieces: Stretch[] = []
  let from = 0
  const upTo = (to: number) => text.slice(from, to).trim() !== '' && pieces.push({ text: text.slice(from, to), start: start + from, end: start + to })
  for (const match of text.matchAll(border)) {
    upTo(match.index)
    from = match.index + match[0].length
  }
  upTo(text.length)
  return pieces
}

const NOT_SAID = [
  'moet(?:en)?|moest(?:en)?|zal|zullen|zou(?:den)?|kan|kunnen|kon(?:den)?|wil(?:len)?|gaat|gaan|hoeft|dient|dienen|indien|wanneer|zodra|totdat|tot|tenzij|mits|om|pas|volgens',
  'als(?!\\s+["“‘]?\\p{L}+["”’]?(?:[.,;]|$|\\s+beoordeeld))|of(?=\\s+(?:de|het|aan|er|zij|dat|dit|een|verwachting|criterium|veilig))',
  'verwacht(?:en|te|ten)?|beloof(?:t|de)|hoopt|meldt?|meldde|zegt|zei|stelt|stelde|vindt|vond|geeft aan|gaf aan|wordt nog|streeft|doel|norm|drempel|eis',
  'must|should|shall|will|would|could|may|might|can|if|when|until|unless|whether|according|claims?|says?|said|expects?|aims?|target|threshold|in order',
].join('|')
const MODAL = new RegExp(`(?<!\\p{L})(?:${NOT_SAID})(?!\\p{L})|\\?`, 'u')

/** Whether a stretch tells how things are, and not what should, could or will be, or what someone says of it. */
export const isStated = ({ text }: Stretch) => !MODAL.test(text)

const NOT_MET = new RegExp([
  '(?<!\\p{L})(?:voldoe[nt]|voldeed|voldeden)\\s+(?:(?:nog|dus|ook|daarom)\\s+)*niet(?!\\s+(?:aan|volgens)\\s+(?:de|alle|het)(?!\\s+verwachting))',
  '(?<!\\p{L})(?:voldoe[nt]|voldeed|voldeden)\\s(?:(?!\\sen\\s).)*(?<!\\p{L})verwachting(?:en)?\\s+(?:nog\\s+)?niet\\s*[.!]?\\s*$',
  '(?<!\\p{L})(?:niet|nog niet)\\s+(?:(?!alleen|meer|slechts)\\p{L}+\\s+){0,2}(?:voldaan|gehaald|behaald|vervuld|voldoet|voldoen|voldeed|voldeden)(?!\\p{L})',
  '(?<!\\p{L})(?:not|fail(?:s|ed)? to)\\s+(?:\\p{L}+\\s+)?(?:met|meet|satisfied|satisfy)(?!\\p{L})', '(?<!\\p{L})unmet(?!\\p{L})',
].join('|'), 'u')
const ANY_NO = /(?<!\p{L})(?:niet|geen|nooit|nergens|noch|zonder|onvoldoende|not|no|none|never|neither|without|behalve|except|deels|gedeeltelijk|partly)(?!\p{L})/u
const MET = new RegExp([
  '(?<!\\p{L})(?:voldoet|voldoen|voldeed|voldeden|voldaan|gehaald|behaald|haalt|haalde)(?!\\p{L})', '(?<!\\p{L})(?:is|are|was|were|been)\\s+(?:(?:now|also)\\s+)?met(?!\\p{L})',
  '(?<!\\p{L})(?:meets?|met)\\s+(?:the\\s+)?(?:expectation|\\d)',
].join('|'), 'u')

/** Whether a stretch says that something is met or that it is not; null where that is not sure. */
export function polarityOf({ text }: Stretch): 'met' | 'notMet' | null {
  if (NOT_MET.test(text)) return 'notMet'
  const zero = /(?<!\p{L})geen(?= van de| of the)/u
  return MET.test(text) && !ANY_NO.test(text.replace(zero, '')) ? 'met' : null
}

const THEN = /(?<!\p{L})(?:vorige?|eerdere?|eerst(?:e|en)? (?:toets|toetsing|bezoek|beoordeling|ronde|inspectie)|destijds|toen(?:malige)?|voorheen|aanvankelijk|previous(?:ly)?|earlier|first (?:assessment|visit|round)|at the time)(?!\p{L})/u
const NOW = /(?<!\p{L})(?:nu|thans|inmiddels|sinds(?:dien)?|opzichte|vergeleken|dan in|now|since|compared|than|hertoets|retest)(?!\p{L})/u

/** Which round a sentence is about: the earlier one, this one, or perhaps both; `year` is that of this round's visit. */
export function roundOf({ text }: Stretch, year: string | null): 'now' | 'then' | 'either' {
  const isOtherYear = [...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].some(([named]) => named !== year)
  if (!THEN.test(text) && !isOtherYear) return 'now'
  return NOW.test(text) || (year !== null && text.includes(year)) ? 'either' : 'then'
}
