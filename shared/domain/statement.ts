import { z } from 'zod'

/** As what someone of the team signs. */
export const Capacity = z.enum(['lead', 'inspector'])
export type Capacity = z.infer<typeof Capacity>

/** Roles as they stand in what is signed, which is in Dutch whatever the language of the screen. */
export const CAPACITIES: Readonly<Record<Capacity, string>> = { lead: 'Coördinerend inspecteur', inspector: 'Inspecteur' }

/** What is stated: by who hands over, by who signs the same after reading it, and by who took over from paper what others judged. */
const SENTENCES = {
  made: 'Dit inspectiebestand geeft weer wat ik heb vastgelegd en bevonden.',
  seen: 'Ik heb dit inspectiebestand gelezen en onderschrijf wat erin is vastgelegd en bevonden.',
  paper: 'Dit bestand geeft weer wat uit een gedrukt rapport is overgenomen; het oordeel is van wie dat rapport maakten.',
} as const

/** What a person puts their name to, in words: role and sentence. */
export const statementOf = (capacity: Capacity, what: keyof typeof SENTENCES) => `${CAPACITIES[capacity]}. ${SENTENCES[what]}`
