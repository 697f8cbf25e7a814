import { dayInWords, summedUp } from './day-in-words.ts'
import type { Member } from './inspection.ts'
import { METHOD_WORDS, type MethodWords } from './method-words.ts'
import type { ReportLanguage } from './report-text.ts'
import type { Work } from './work-done.ts'

/** How the inspection was done, out of nothing but what was recorded: what was not done is said too. */
export function methodOf(work: Work, language: ReportLanguage = 'nl'): string[] {
  const say: Say = { ...METHOD_WORDS[language], list: (words) => summedUp(words, language), day: (date) => dayInWords(date, language) }
  return [teamOf, visitsOf, talksOf, filesOf, othersOf, doubleOf, limitsOf, privilegedOf].flatMap((part) => part(work, say))
}

type Say = MethodWords & { list: (words: readonly string[]) => string; day: (date: string) => string }

function teamOf({ team, announced }: Work, say: Say): string[] {
  const members = countsOf(team).map(([role, count]) => say.member(role, count))
  return [...(members.length === 0 ? [] : [say.team(say.list(members))]), ...(announced === null ? [] : [say.announced(announced)])]
}

function visitsOf({ visits }: Work, say: Say): string[] {
  return visits.length === 0 ? [] : [say.visited(say.list(visits.map(({ day, unit }) => say.place(unit, day === null ? null : say.day(day)))))]
}

function talksOf({ activities }: Work, say: Say): string[] {
  const talks = activities.filter(({ kind, state }) => kind === 'interview' && state === 'done')
  if (talks.length === 0) return [say.noTalks]
  const byRole = [...Map.groupBy(talks, ({ role }) => role ?? say.unnamedRole)].map(([role, own]) => {
    const counted = own.map(({ participants }) => participants)
    return say.talksWith(own.length, role, counted.includes(null) ? null : sum(counted as number[]))
  })
  const led = countsOf(talks.flatMap(({ ledBy }) => ledBy ?? [])).map(([role, count]) => say.leader(role, count))
  return [say.talks(talks.length, say.list(byRole)), ...(led.length === 0 ? [] : [say.led(say.list(led))])]
}

function filesOf({ draws, files }: Work, say: Say): string[] {
  const { sample, replacement, targeted, dropped } = files
  return [...draws.map((draw) => say.draw(draw)), ...(sample + replacement + targeted + dropped === 0 ? [] : [say.files(files)])]
}

function othersOf({ documents, originals, observations, evidence }: Work, say: Say): string[] {
  const counted = [
    ...(documents === 0 ? [] : [say.documents(documents, originals)]), ...(observations === 0 ? [] : [say.observations(observations)]),
    ...(evidence === 0 ? [] : [say.evidence(evidence)]),
  ]
  return counted.length === 0 ? [] : [say.others(say.list(counted))]
}

const doubleOf = ({ assessed, ratedTwice }: Work, say: Say): string[] => [say.twice(assessed, ratedTwice)]

/** What a reader must know about what was not seen. */
function limitsOf({ activities, visits, withoutSource, assessed }: Work, say: Say): string[] {
  const seen = new Set([
    ...visits.flatMap(({ unit }) => unit?.toLowerCase() ?? []),
    ...activities.flatMap(({ place, state }) => (place !== null && state === 'done' ? [place.toLowerCase()] : [])),
  ])
  const unseen = [...new Set(activities.flatMap(({ place }) => (place !== null && !seen.has(place.toLowerCase()) ? [place] : [])))]
  const undone = activities.filter(({ state }) => state !== 'done')
  const refused = visits.filter(({ refusedAt }) => refusedAt !== null)
  return [
    ...(undone.length === 0 ? [] : [say.undone(undone.length)]),
    ...(unseen.length === 0 ? [] : [say.unseen(say.list(unseen))]),
    ...refused.map(({ unit, day, refusedAt }) => say.refused(unit, day === null ? null : say.day(day), refusedAt!)),
    withoutSource.length === 0 ? say.allSourced : say.unsourced(withoutSource.length, assessed, say.list(withoutSource)),
  ]
}

function privilegedOf({ privileged: { labels, unnamed } }: Work, say: Say): string[] {
  const things = [...labels, ...(unnamed === 0 ? [] : [say.unnamed(unnamed)])]
  return things.length === 0 ? [] : [say.privileged(say.list(things))]
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** How often each occurs, in the order of a team. */
const countsOf = (roles: readonly Member['role'][]): [Member['role'], number][] =>
  (['lead', 'inspector', 'observer'] as const).map((role): [Member['role'], number] => [role, roles.filter((one) => one === role).length]).filter(([, count]) => count > 0)
