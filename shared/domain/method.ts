import type { ActivityKind, ActivityState } from './activity.ts'
import type { Member } from './inspection.ts'

/** Files that were drawn from one population. `committed` tells whether the seed was fixed before the population was known. */
export interface DrawDone {
  population: number
  drawn: number
  committed: boolean
}

/** What was really done, as counted from what was recorded; places and roles in words, people by their role only. */
export interface Work {
  announced: boolean | null
  team: readonly Member['role'][]
  visits: readonly { day: string | null; unit: string | null; refusedAt: string | null }[]
  activities: readonly {
    kind: ActivityKind
    state: ActivityState | null
    /** Of a talk, with whom. */
    role: string | null
    place: string | null
    ledBy: Member['role'] | null
    /** How many people took part; null where that was not recorded. */
    participants: number | null
  }[]
  draws: readonly DrawDone[]
  files: { sample: number; replacement: number; targeted: number; dropped: number }
  documents: number
  originals: number
  observations: number
  evidence: number
  assessed: number
  ratedTwice: number
  /** The numbers of the expectations that no source speaks to. */
  withoutSource: readonly string[]
  /** On what legal privilege rests: the labels, and how many have none. */
  privileged: { labels: readonly string[]; unnamed: number }
}

const ROLES: Readonly<Record<Member['role'], string>> = { lead: 'de coördinerend inspecteur', inspector: 'een inspecteur', observer: 'een waarnemer' }

/** How the inspection was done, in Dutch, out of nothing but what was recorded: what was not done is said too. `dayOf` puts a day in words. */
export function methodOf(work: Work, dayOf: (day: string) => string): string[] {
  return [
    ...teamOf(work), ...visitsOf(work, dayOf), ...talksOf(work), ...filesOf(work), ...othersOf(work), ...doubleOf(work), ...limitsOf(work, dayOf), ...privilegedOf(work),
  ]
}

function teamOf({ team, announced }: Work): string[] {
  const members = countsOf(team).map(([role, count]) => several(count, ...TEAM[role]))
  return [
    ...(members.length === 0 ? [] : [`Het inspectieteam bestond uit ${listed(members)}.`]),
    ...(announced === null ? [] : [`De inspectie was ${announced ? 'aangekondigd' : 'onaangekondigd'}.`]),
  ]
}
const TEAM: Readonly<Record<Member['role'], [string, string]>> = {
  lead: ['coördinerend inspecteur', 'coördinerend inspecteurs'], inspector: ['inspecteur', 'inspecteurs'], observer: ['waarnemer', 'waarnemers'],
}

function visitsOf({ visits }: Work, dayOf: (day: string) => string): string[] {
  if (visits.length === 0) return []
  const said = visits.map(({ day, unit }) => `${unit ?? 'een niet genoemde plaats'}${day === null ? '' : ` op ${dayOf(day)}`}`)
  return [`De inspectie bezocht ${listed(said)}.`]
}

function talksOf({ activities }: Work): string[] {
  const talks = activities.filter(({ kind, state }) => kind === 'interview' && state === 'done')
  if (talks.length === 0) return ['Er zijn geen gesprekken als afgerond vastgelegd.']
  const byRole = [...Map.groupBy(talks, ({ role }) => role ?? 'een niet genoemde functie')].map(([role, own]) => {
    const counted = own.map(({ participants }) => participants)
    const people = counted.includes(null) ? 'aantal deelnemers niet vastgelegd' : several(sum(counted as number[]), 'deelnemer', 'deelnemers')
    return `${own.length} met ${role} (${people})`
  })
  const led = countsOf(talks.flatMap(({ ledBy }) => ledBy ?? [])).map(([role, count]) => `${ROLES[role]} (${count})`)
  return [
    `Er ${talks.length === 1 ? 'is' : 'zijn'} ${several(talks.length, 'gesprek', 'gesprekken')} gevoerd: ${listed(byRole)}.`,
    ...(led.length === 0 ? [] : [`De gesprekken zijn geleid door ${listed(led)}.`]),
  ]
}

function filesOf({ draws, files: { sample, replacement, targeted, dropped } }: Work): string[] {
  const read = sample + replacement + targeted
  return [
    ...draws.map(({ population, drawn, committed }) => `Uit een populatie van ${several(population, 'dossier', 'dossiers')} ${
      drawn === 1 ? 'is er' : 'zijn er'} ${drawn} door loting getrokken; het trekkingsgetal was ${committed ? '' : 'niet '}aantoonbaar vastgelegd voordat de populatie bekend was.`),
    ...(read + dropped === 0 ? [] : [
      `Gelezen ${read === 1 ? 'is' : 'zijn'} ${several(read, 'dossier', 'dossiers')}: ${sample} uit de steekproef, ${replacement} ter vervanging en ${targeted} gericht gekozen${
        dropped === 0 ? '' : `; ${dropped} ${dropped === 1 ? 'viel' : 'vielen'} af, met reden`}.`,
    ]),
  ]
}

function othersOf({ documents, originals, observations, evidence }: Work): string[] {
  const counted = [
    ...(documents === 0 ? [] : [`${several(documents, 'document', 'documenten')}${originals === 0 ? '' : ` (${originals} in origineel meegenomen)`}`]),
    ...(observations === 0 ? [] : [several(observations, 'eigen waarneming', 'eigen waarnemingen')]),
    ...(evidence === 0 ? [] : [several(evidence, 'bewijsstuk', 'bewijsstukken')]),
  ]
  return counted.length === 0 ? [] : [`Verder rust het onderzoek op ${listed(counted)}.`]
}

function doubleOf({ assessed, ratedTwice }: Work): string[] {
  return [`Van de ${assessed} verwachtingen ${ratedTwice === 1 ? 'is er' : 'zijn er'} ${ratedTwice} door meer dan één inspecteur beoordeeld.`]
}

/** What a reader must know about what was not seen. */
function limitsOf({ activities, visits, withoutSource, assessed }: Work, dayOf: (day: string) => string): string[] {
  const seen = new Set([
    ...visits.flatMap(({ unit }) => unit?.toLowerCase() ?? []),
    ...activities.flatMap(({ place, state }) => (place !== null && state === 'done' ? [place.toLowerCase()] : [])),
  ])
  const unseen = [...new Set(activities.flatMap(({ place }) => (place !== null && !seen.has(place.toLowerCase()) ? [place] : [])))]
  const undone = activities.filter(({ state }) => state !== 'done')
  const refused = visits.filter(({ refusedAt }) => refusedAt !== null)
  return [
    ...(undone.length === 0 ? [] : [`Van de geplande onderdelen ${undone.length === 1 ? 'is er' : 'zijn er'} ${undone.length} niet als afgerond vastgelegd.`]),
    ...(unseen.length === 0 ? [] : [`Wel gepland, maar niet bezocht: ${listed(unseen)}.`]),
    ...refused.map(({ unit, day, refusedAt }) => `Medewerking is geweigerd${unit === null ? '' : ` bij ${unit}`}${day === null ? '' : ` op ${dayOf(day)}`}, om ${refusedAt} uur.`),
    withoutSource.length === 0
      ? 'Bij elke verwachting is ten minste één bron vastgelegd.'
      : `Bij ${withoutSource.length} van de ${assessed} verwachtingen is geen bron vastgelegd: ${listed(withoutSource)}.`,
  ]
}

function privilegedOf({ privileged: { labels, unnamed } }: Work): string[] {
  const things = [...labels, ...(unnamed === 0 ? [] : [several(unnamed, 'onderdeel zonder kenmerk', 'onderdelen zonder kenmerk')])]
  return things.length === 0 ? [] : [`Op ${listed(things)} rust verschoningsrecht: wat daarin staat, is in dit rapport weggelaten.`]
}

const several = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const listed = (words: readonly string[]) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`)

/** How often each occurs, in the order of a team. */
const countsOf = (roles: readonly Member['role'][]): [Member['role'], number][] =>
  (['lead', 'inspector', 'observer'] as const).map((role): [Member['role'], number] => [role, roles.filter((one) => one === role).length]).filter(([, count]) => count > 0)
