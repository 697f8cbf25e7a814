import type { InspectionKind, Member } from '../../../shared/domain/inspection.ts'
import type { VerdictReason } from '../../../shared/domain/verdict.ts'

const KINDS: Readonly<Record<InspectionKind, string>> = {
  first: 'Eerste beoordeling', retest: 'Hertoets', 'final-test': 'Eindtoets', 'progress-visit': 'Voortgangsbezoek', theme: 'Thema-inspectie',
}

export const ROLES: Readonly<Record<Member['role'], string>> = { lead: 'Coördinerend inspecteur', inspector: 'Inspecteur', observer: 'Waarnemer' }

export const TRUST: Readonly<Record<'yes' | 'partly' | 'no', string>> = { yes: 'Ja', partly: 'Ten dele', no: 'Nee' }

export const REASONS: Readonly<Record<VerdictReason, string>> = {
  unrated: 'Nog niet alles is beoordeeld.',
  'partly-examined': 'Dit bezoek ging over een deel van de verwachtingen. De beslisregel kijkt ook naar wat niet is onderzocht, dus is er geen eindoordeel volgens de regel.',
  'not-applicable-unstated': 'Iets is niet van toepassing, en het toetsingskader zegt niet wat dat met de drempel doet.',
  'too-few-met': 'Er voldoen te weinig verwachtingen.',
  'theme-incomplete': 'Niet alle verwachtingen van het thema dat heel moet voldoen zijn gehaald.',
  'fact-unanswered': 'Een vraag van de beslisregel is nog niet beantwoord.',
  'too-many-met': 'Er voldoen meer verwachtingen dan hierbij hoort.',
  'too-few-not-met': 'Er zijn minder verwachtingen waaraan niet wordt voldaan dan hierbij hoort.',
  'too-many-not-met': 'Aan te veel verwachtingen wordt niet voldaan.',
  incomplete: 'Niet alle verwachtingen zijn gehaald.',
  'criterion-incomplete': 'Niet alle verwachtingen van het criterium dat heel moet voldoen zijn gehaald.',
  fact: 'Een feit over de organisatie staat eraan in de weg.',
}

const MONTHS = [
  'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december',
]

/** A day as it is written in a letter, from `2016-05-20`. */
export function dayOf(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[month! - 1]} ${year}`
}

export const kindOf = (kind: string) => (Object.hasOwn(KINDS, kind) ? KINDS[kind as InspectionKind] : kind)

export const several = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
