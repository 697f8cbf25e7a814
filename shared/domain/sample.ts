import { z } from 'zod'
import { appError } from '../errors.ts'
import { Sha256 } from './change.ts'

/** SHA-256 of a text as UTF-8, in lowercase hex. The host supplies it, for the domain knows no crypto. */
export type Digest = (text: string) => string

/**
 * How files are drawn, exactly. The seed (trekkingsgetal) is 64 hexadecimal characters. Within each stratum the files are put in the order
 * of SHA-256(seed, line feed, name of the file) as hexadecimal text, and the first ones are taken; who drops out is replaced by the next.
 */
export const ALGORITHM = 'veldtoets/sha256-order/1'

/** A file by the name that its population gives it: a pseudonym or a number, never a person. */
export const Unit = z.string().regex(/^[\p{L}\d][\p{L}\d._/-]{0,31}$/u)
const StratumName = z.string().regex(/^(?:[\p{L}\d][\p{L}\d ._/()-]{0,59})?$/u)

/** A part of the population that is drawn from apart; `units` is null where only the number of files is known. */
export const Stratum = z.strictObject({
  name: StratumName, size: z.int().min(1).max(20_000), units: z.array(Unit).min(1).max(20_000).nullable(),
}).refine(({ size, units }) => units === null || units.length === size, { path: ['size'] })
export type Stratum = z.infer<typeof Stratum>

/** All files that could be drawn. Its strata have names of their own; a population without strata is one without a name. */
export const Population = z.array(Stratum).min(1).max(40)
  .refine((strata) => allDiffer(strata.map(({ name }) => name)))
  .refine((strata) => strata.length === 1 || strata.every(({ name }) => name !== ''))
  .refine((strata) => strata.reduce((sum, { size }) => sum + size, 0) <= 20_000)
  .refine((strata) => allDiffer(strata.flatMap(unitsOf)))
export type Population = z.infer<typeof Population>

/** One draw, in the order in which it becomes known: each is a change of its own, so that the log shows what came first. */
export const Sample = z.strictObject({
  /** SHA-256 of the seed, fixed before the population is known. */
  commitment: Sha256,
  population: Population,
  /** How many of each stratum. */
  take: z.array(z.int().min(0).max(20_000)).min(1).max(40),
  seed: Sha256,
})
export type Sample = z.infer<typeof Sample>

/** The files of a stratum: as listed, or `Regas 7` for the seventh of those that were counted under that name. */
export function unitsOf({ name, size, units }: Stratum): readonly string[] {
  return units ?? Array.from({ length: size }, (_, index) => `${name} ${index + 1}`.trim())
}

export const sizeOf = (population: Population) => population.reduce((sum, { size }) => sum + size, 0)

/** SHA-256 of one line `stratum TAB file LF` per file, in the order of the population. */
export const populationHashOf = (digest: Digest, population: Population) =>
  digest(population.flatMap((stratum) => unitsOf(stratum).map((unit) => `${stratum.name}\t${unit}\n`)).join(''))

/** What a seed is held to: SHA-256 of its 64 characters. */
export const commitmentOf = (digest: Digest, seed: string) => digest(seed)

/** All files of a stratum in the order of the draw. */
export function orderOf(digest: Digest, seed: string, stratum: Stratum): string[] {
  return unitsOf(stratum)
    .map((unit) => ({ unit, key: digest(`${seed}\n${unit}`) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ unit }) => unit)
}

/**
 * Divides a sample over strata in proportion to their sizes: to each the whole part of its share, and what is left one by one to the
 * largest remainders, at equal remainders to the first (Hare–Niemeyer). No stratum gets more than it has.
 */
export function allocationOf(sample: number, sizes: readonly number[]): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const asked = Math.min(sample, total)
  const shares = sizes.map((size, index) => ({ index, whole: Math.floor((asked * size) / total), rest: (asked * size) % total }))
  const left = asked - shares.reduce((sum, { whole }) => sum + whole, 0)
  const luckier = new Set(shares.toSorted((one, other) => other.rest - one.rest || one.index - other.index).slice(0, left).map(({ index }) => index))
  return shares.map(({ index, whole }) => whole + (luckier.has(index) ? 1 : 0))
}

/** A file that was drawn: from which stratum, and the how manieth in its order, from 1. */
export interface Drawn {
  readonly stratum: string
  readonly unit: string
  readonly place: number
}

/** What a draw gives. Refuses more files than there are with `sample-too-large`. */
export function drawOf(digest: Digest, { population, take, seed }: Pick<Sample, 'population' | 'take' | 'seed'>): Drawn[] {
  assertTakes(population, take)
  return population.flatMap((stratum, index) =>
    orderOf(digest, seed, stratum).slice(0, take[index]).map((unit, place) => ({ stratum: stratum.name, unit, place: place + 1 })))
}

/** Refuses to take nothing, or more than there is. */
export function assertTakes(population: Population, take: readonly number[]): void {
  const fits = take.length === population.length && population.every(({ size }, index) => take[index]! <= size)
  if (!fits || take.every((many) => many === 0)) throw appError('sample-too-large', { size: sizeOf(population) })
}

/** The next file of a stratum that is not in use; refuses with `sample-exhausted` where all are. */
export function nextDrawn(digest: Digest, { population, seed }: Pick<Sample, 'population' | 'seed'>, from: string, isUsed: (unit: string) => boolean): Drawn {
  const stratum = population.find(({ name }) => name === from)
  const order = stratum ? orderOf(digest, seed, stratum) : []
  const place = order.findIndex((unit) => !isUsed(unit))
  if (place < 0) throw appError('sample-exhausted', { stratum: from })
  return { stratum: from, unit: order[place]!, place: place + 1 }
}

function allDiffer(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
