import { dayInWords } from '../../../shared/domain/day-in-words.ts'
import type { InspectionKind, Member } from '../../../shared/domain/inspection.ts'
import type { VerdictReason } from '../../../shared/domain/verdict.ts'
import { type Both, both } from './markup.ts'

const KINDS: Readonly<Record<InspectionKind, Both>> = {
  first: both('Eerste beoordeling', 'First assessment'), retest: both('Hertoets', 'Retest'), 'final-test': both('Eindtoets', 'Final test'),
  'progress-visit': both('Voortgangsbezoek', 'Progress visit'), theme: both('Thema-inspectie', 'Theme inspection'),
}

/** What a member of the team is called, in Dutch. */
export const ROLES: Readonly<Record<Member['role'], string>> = { lead: 'Coördinerend inspecteur', inspector: 'Inspecteur', observer: 'Waarnemer' }
const ENGLISH_ROLES: Readonly<Record<Member['role'], string>> = { lead: 'Lead inspector', inspector: 'Inspector', observer: 'Observer' }
export const roleIn = (role: Member['role']) => both(ROLES[role], ENGLISH_ROLES[role])

export const TRUST: Readonly<Record<'yes' | 'partly' | 'no', Both>> = { yes: both('Ja', 'Yes'), partly: both('Ten dele', 'Partly'), no: both('Nee', 'No') }

export const REASONS: Readonly<Record<VerdictReason, Both>> = {
  unrated: both('Nog niet alles is beoordeeld.', 'Not everything has been judged.'),
  'partly-examined': both(
    'Dit bezoek ging over een deel van de verwachtingen. De beslisregel kijkt ook naar wat niet is onderzocht, dus is er geen eindoordeel volgens de regel.',
    'This visit was about a part of the expectations. The decision rule also looks at what was not examined, so there is no verdict by the rule.'),
  'not-applicable-unstated': both(
    'Iets is niet van toepassing, en het toetsingskader zegt niet wat dat met de drempel doet.',
    'Something is not applicable, and the framework does not say what that does to the threshold.'),
  'too-few-met': both('Er voldoen te weinig verwachtingen.', 'Too few expectations are met.'),
  'theme-incomplete': both(
    'Niet alle verwachtingen van het thema dat heel moet voldoen zijn gehaald.', 'Not all expectations are met of the theme that has to be met as a whole.'),
  'fact-unanswered': both('Een vraag van de beslisregel is nog niet beantwoord.', 'A question of the decision rule has not been answered.'),
  'too-many-met': both('Er voldoen meer verwachtingen dan hierbij hoort.', 'More expectations are met than belongs to this.'),
  'too-few-not-met': both('Er zijn minder verwachtingen waaraan niet wordt voldaan dan hierbij hoort.', 'Fewer expectations are not met than belongs to this.'),
  'too-many-not-met': both('Aan te veel verwachtingen wordt niet voldaan.', 'Too many expectations are not met.'),
  incomplete: both('Niet alle verwachtingen zijn gehaald.', 'Not all expectations are met.'),
  'criterion-incomplete': both(
    'Niet alle verwachtingen van het criterium dat heel moet voldoen zijn gehaald.', 'Not all expectations are met of the criterion that has to be met as a whole.'),
  fact: both('Een feit over de organisatie staat eraan in de weg.', 'A fact about the organisation stands in its way.'),
}

/** A day as it is written in a Dutch letter, from `2016-05-20`. */
export const dayOf = (date: string) => dayInWords(date, 'nl')

/** A day in the language of the report. */
export const day = (date: string): Both => (language) => dayInWords(date, language)

const isKind = (kind: string): kind is InspectionKind => Object.hasOwn(KINDS, kind)

export const kindIn = (kind: string): Both => (isKind(kind) ? KINDS[kind] : () => kind)
/** What an inspection is called, in Dutch. */
export const kindOf = (kind: string) => kindIn(kind)('nl')

