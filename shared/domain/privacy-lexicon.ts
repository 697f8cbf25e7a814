import { z } from 'zod'

const Words = z.array(z.string().regex(/^\S+$/))

/** The local list of names. `alsoWords` are names that are words, months or places too; `notPersons` begin the name of a thing. */
export const NameList = z.strictObject({
  source: z.string(),
  given: Words,
  surnames: Words,
  alsoWords: Words,
  particles: Words,
  notPersons: z.array(z.string()),
})
export type NameList = z.infer<typeof NameList>

/** What a word can tell about what stands beside it: bits that add up. */
export const GIVEN = 1
export const SURNAME = 2
export const ALSO_WORD = 4
export const PARTICLE = 8
/** After it comes the name of a person: mevrouw, dhr. */
export const TITLE = 16
/** After it may come the name of a person: moeder, oom. */
export const RELATIVE = 32
/** After it comes the name of something that is no person: gemeente, Stichting, Sint. */
export const BODY = 64
export const BSN_CUE = 128
export const BIRTH_CUE = 256
export const CHILD_CUE = 512
export const PHONE_CUE = 1024
/** After it comes the number of a case, a letter or a company. */
export const CASE_LABEL = 2048
export const MONTH = 4096
/** What is numbered with a letter: bijlage A. */
export const LETTERED = 8192

const CUES: Record<number, string> = {
  [TITLE]: 'mevrouw mevr mw meneer mijnheer dhr heer heren juf juffrouw familie fam gezin drs prof mr dr ir ing mrs',
  [RELATIVE]: 'moeder vader mama papa mam pap oma opa tante oom broer broertje zus zusje zoon zoontje dochter dochtertje stiefvader stiefmoeder '
    + 'pleegmoeder pleegvader partner ex melder jongen meisje baby peuter kleuter kind buurvrouw buurman cliënt client cliënte genaamd heet',
  [BODY]: 'gemeente gemeenten provincie stichting vereniging ggd ggz sint st huize basisschool kinderdagverblijf ziekenhuis kliniek college lyceum '
    + 'locatie fonds wet prins prinses koning koningin burgemeester hotel café commissie rechtbank gerechtshof veilig regio bureau',
  [BSN_CUE]: 'bsn bsns burgerservicenummer burgerservicenummers burgerservicenr bsnnr bsnnummer sofi sofinummer sofinr servicenummer '
    + 'persoonsnummer citizen',
  [BIRTH_CUE]: 'geboren geb gebdatum gebdat geboortedatum geboortedata geboortedag geboorte gbd verjaardag jarig born',
  [CHILD_CUE]: 'kind kinderen kindje zoon zoontje zonen dochter dochtertje dochters jongen jongetje meisje meisjes baby peuter kleuter '
    + 'minderjarige pupil tiener broertje zusje',
  [PHONE_CUE]: 'tel telefoon telefoonnummer telnr telefonisch mobiel mobiele mob gsm bellen bel gebeld whatsapp nummer phone',
  [CASE_LABEL]: 'zaaknummer zaaknummers zaaknr zaak dossiernummer dossiernummers dossiernr kenmerk referentie referentienummer ref registratienummer '
    + 'regnr meldingsnummer meldingnummer meldnummer rapportnummer documentnummer docnr volgnummer factuurnummer kvk kvknummer agb agbcode '
    + 'ordernummer parketnummer rekestnummer zaakid casusnummer briefnummer polisnummer incidentnummer proces procesnummer mutatienummer rsin btw',
  [MONTH]: 'jan januari feb februari mrt maart apr april mei jun juni jul juli aug augustus sep sept september okt oktober nov november dec december',
  [LETTERED]: 'bijlage onderdeel punt categorie vraag deel optie groep lid variant scenario klasse kolom niveau type team unit afdeling vitamine hepatitis',
}

/**
 * Every word that tells something, in lower case without accents, with its bits. A word in ASCII whose `sieveStep` sum `sieve` does not mark is none
 * of them: most words of a text need not be looked up.
 */
export type Lexicon = { bitsOf: ReadonlyMap<string, number>; sieve: Uint8Array; notPersons: ReadonlySet<string> }

const SIEVE_SIZE = 1 << 16

/** The sum of a word goes letter by letter from 0; capitals count as small. */
export const sieveStep = (sum: number, code: number) => (sum * 31 + (code | 0x20)) & (SIEVE_SIZE - 1)

/** How the lexicon writes a word; in lower case, its accents taken off. */
export function plainOf(word: string): string {
  const lower = word.toLowerCase()
  return /[^a-z]/.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l') : lower
}

export function lexiconOf({ given, surnames, alsoWords, particles, notPersons }: NameList): Lexicon {
  const bitsOf = new Map<string, number>()
  const add = (bit: number, words: readonly string[]) => {
    for (const word of words.map(plainOf)) bitsOf.set(word, (bitsOf.get(word) ?? 0) | bit)
  }
  add(GIVEN, given)
  add(SURNAME, surnames)
  add(ALSO_WORD, alsoWords)
  add(PARTICLE, particles)
  for (const [bit, words] of Object.entries(CUES)) add(Number(bit), words.split(' '))
  const sieve = new Uint8Array(SIEVE_SIZE)
  for (const word of bitsOf.keys()) sieve[[...word].reduce((sum, letter) => sieveStep(sum, letter.charCodeAt(0)), 0)] = 1
  return { bitsOf, sieve, notPersons: new Set(notPersons.map(plainOf)) }
}

/** 1 to 12. */
export function monthOf(word: string): number {
  return ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'].indexOf(word.toLowerCase().slice(0, 3).replace('maa', 'mrt')) + 1
}
