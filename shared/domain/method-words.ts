import { several } from './count-in-words.ts'
import type { Member } from './inspection.ts'
import type { ReportLanguage } from './report-text.ts'
import type { DrawDone, Work } from './work-done.ts'

/** How each sentence about the method is said in a language. */
export interface MethodWords {
  member: (role: Member['role'], count: number) => string
  team: (members: string) => string
  announced: (announced: boolean) => string
  place: (unit: string | null, day: string | null) => string
  visited: (places: string) => string
  noTalks: string
  unnamedRole: string
  /** `people` is null where that was not recorded for every talk. */
  talksWith: (talks: number, role: string, people: number | null) => string
  talks: (count: number, byRole: string) => string
  leader: (role: Member['role'], count: number) => string
  led: (leaders: string) => string
  draw: (draw: DrawDone) => string
  files: (files: Work['files']) => string
  documents: (count: number, originals: number) => string
  observations: (count: number) => string
  evidence: (count: number) => string
  others: (things: string) => string
  twice: (assessed: number, twice: number) => string
  undone: (count: number) => string
  unseen: (places: string) => string
  refused: (unit: string | null, day: string | null, time: string) => string
  allSourced: string
  unsourced: (count: number, assessed: number, numbers: string) => string
  unnamed: (count: number) => string
  privileged: (things: string) => string
}


const DUTCH = { lead: ['coördinerend inspecteur', 'coördinerend inspecteurs', 'de coördinerend inspecteur'], inspector: ['inspecteur', 'inspecteurs', 'een inspecteur'], observer: ['waarnemer', 'waarnemers', 'een waarnemer'] } as const
const nl: MethodWords = {
  member: (role, count) => several(count, DUTCH[role][0], DUTCH[role][1]),
  team: (members) => `Het inspectieteam bestond uit ${members}.`,
  announced: (announced) => `De inspectie was ${announced ? 'aangekondigd' : 'onaangekondigd'}.`,
  place: (unit, day) => `${unit ?? 'een niet genoemde plaats'}${day === null ? '' : ` op ${day}`}`,
  visited: (places) => `De inspectie bezocht ${places}.`,
  noTalks: 'Er zijn geen gesprekken als afgerond vastgelegd.',
  unnamedRole: 'een niet genoemde functie',
  talksWith: (talks, role, people) => `${talks} met ${role} (${people === null ? 'aantal deelnemers niet vastgelegd' : several(people, 'deelnemer', 'deelnemers')})`,
  talks: (count, byRole) => `Er ${count === 1 ? 'is' : 'zijn'} ${several(count, 'gesprek', 'gesprekken')} gevoerd: ${byRole}.`,
  leader: (role, count) => `${DUTCH[role][2]} (${count})`,
  led: (leaders) => `De gesprekken zijn geleid door ${leaders}.`,
  draw: ({ population, drawn, committed }) => `Uit een populatie van ${several(population, 'dossier', 'dossiers')} ${
    drawn === 1 ? 'is er' : 'zijn er'} ${drawn} door loting getrokken; het trekkingsgetal was ${committed ? '' : 'niet '}aantoonbaar vastgelegd voordat de populatie bekend was.`,
  files: ({ sample, replacement, targeted, dropped }) => {
    const read = sample + replacement + targeted
    return `Gelezen ${read === 1 ? 'is' : 'zijn'} ${several(read, 'dossier', 'dossiers')}: ${sample} uit de steekproef, ${replacement} ter vervanging en ${targeted} gericht gekozen${
      dropped === 0 ? '' : `; ${dropped} ${dropped === 1 ? 'viel' : 'vielen'} af, met reden`}.`
  },
  documents: (count, originals) => `${several(count, 'document', 'documenten')}${originals === 0 ? '' : ` (${originals} in origineel meegenomen)`}`,
  observations: (count) => several(count, 'eigen waarneming', 'eigen waarnemingen'),
  evidence: (count) => several(count, 'bewijsstuk', 'bewijsstukken'),
  others: (things) => `Verder rust het onderzoek op ${things}.`,
  twice: (assessed, twice) => `Van de ${assessed} verwachtingen ${twice === 1 ? 'is er' : 'zijn er'} ${twice} door meer dan één inspecteur beoordeeld.`,
  undone: (count) => `Van de geplande onderdelen ${count === 1 ? 'is er' : 'zijn er'} ${count} niet als afgerond vastgelegd.`,
  unseen: (places) => `Wel gepland, maar niet bezocht: ${places}.`,
  refused: (unit, day, time) => `Medewerking is geweigerd${unit === null ? '' : ` bij ${unit}`}${day === null ? '' : ` op ${day}`}, om ${time} uur.`,
  allSourced: 'Bij elke verwachting is ten minste één bron vastgelegd.',
  unsourced: (count, assessed, numbers) => `Bij ${count} van de ${assessed} verwachtingen is geen bron vastgelegd: ${numbers}.`,
  unnamed: (count) => several(count, 'onderdeel zonder kenmerk', 'onderdelen zonder kenmerk'),
  privileged: (things) => `Op ${things} rust verschoningsrecht: wat daarin staat, is in dit rapport weggelaten.`,
}

const ENGLISH = { lead: ['lead inspector', 'lead inspectors', 'the lead inspector'], inspector: ['inspector', 'inspectors', 'an inspector'], observer: ['observer', 'observers', 'an observer'] } as const
const en: MethodWords = {
  member: (role, count) => several(count, ENGLISH[role][0], ENGLISH[role][1]),
  team: (members) => `The inspection team consisted of ${members}.`,
  announced: (announced) => `The inspection was ${announced ? 'announced' : 'unannounced'}.`,
  place: (unit, day) => `${unit ?? 'a place that was not named'}${day === null ? '' : ` on ${day}`}`,
  visited: (places) => `The inspection visited ${places}.`,
  noTalks: 'No interviews were recorded as done.',
  unnamedRole: 'a role that was not named',
  talksWith: (talks, role, people) => `${talks} with ${role} (${people === null ? 'number of participants not recorded' : several(people, 'participant', 'participants')})`,
  talks: (count, byRole) => `${several(count, 'interview was', 'interviews were')} held: ${byRole}.`,
  leader: (role, count) => `${ENGLISH[role][2]} (${count})`,
  led: (leaders) => `The interviews were led by ${leaders}.`,
  draw: ({ population, drawn, committed }) => `From a population of ${several(population, 'file', 'files')} ${drawn} ${
    drawn === 1 ? 'was' : 'were'} drawn by lot; the seed was ${committed ? '' : 'not '}provably fixed before the population was known.`,
  files: ({ sample, replacement, targeted, dropped }) => `${several(sample + replacement + targeted, 'file was', 'files were')} read: ${sample} of the sample, ${
    replacement} as replacements and ${targeted} chosen on purpose${dropped === 0 ? '' : `; ${dropped} ${dropped === 1 ? 'was' : 'were'} dropped, with a reason`}.`,
  documents: (count, originals) => `${several(count, 'document', 'documents')}${originals === 0 ? '' : ` (${originals} taken along as originals)`}`,
  observations: (count) => several(count, 'observation', 'observations'),
  evidence: (count) => several(count, 'piece of evidence', 'pieces of evidence'),
  others: (things) => `The inspection further rests on ${things}.`,
  twice: (assessed, twice) => `Of the ${assessed} expectations ${twice} ${twice === 1 ? 'was' : 'were'} rated by more than one inspector.`,
  undone: (count) => `Of the planned activities ${count} ${count === 1 ? 'was' : 'were'} not recorded as done.`,
  unseen: (places) => `Planned, but not visited: ${places}.`,
  refused: (unit, day, time) => `Cooperation was refused${unit === null ? '' : ` at ${unit}`}${day === null ? '' : ` on ${day}`}, at ${time}.`,
  allSourced: 'At least one source was recorded for each expectation.',
  unsourced: (count, assessed, numbers) => `For ${count} of the ${assessed} expectations no source was recorded: ${numbers}.`,
  unnamed: (count) => several(count, 'part without a label', 'parts without a label'),
  privileged: (things) => `Legal privilege rests on ${things}: what is in it was left out of this report.`,
}

export const METHOD_WORDS: Readonly<Record<ReportLanguage, MethodWords>> = { nl, en }
