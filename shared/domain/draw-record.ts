import { z } from 'zod'
import { Sha256 } from './change.ts'
import {
  ALGORITHM, allocationOf, commitmentOf, type Digest, drawOf, orderOf, Population, populationHashOf, Sample, sizeOf, Unit,
} from './sample.ts'
import { SourceLabel } from './source.ts'
import { Line, Text } from './text.ts'

/** Beside the words of a stratum that was only counted, a unit has its number behind a space. */
const Named = Unit.or(Line.max(80))
const Taken = z.strictObject({ stratum: z.string().max(60), unit: Named, place: z.int().positive(), pseudonym: SourceLabel })

/** A draw as it is handed over: with this alone anyone can make it again. `.json` holds it as canonical JSON (RFC 8785) with a line end. */
export const DrawRecord = z.strictObject({
  format: z.literal('veldtoets/draw/1'),
  algorithm: z.literal(ALGORITHM),
  inspection: z.uuid(),
  sample: z.uuid(),
  organisation: Line,
  /** When the seed was fixed, when the list was known, and when was drawn, by the clock of the laptop; the log holds the order itself. */
  committedAt: z.iso.datetime(),
  listedAt: z.iso.datetime(),
  drawnAt: z.iso.datetime(),
  commitment: Sha256,
  seed: Sha256,
  population: z.strictObject({ size: z.int().positive(), sha256: Sha256, strata: Population }),
  allocation: z.enum(['proportional', 'chosen']),
  take: Sample.shape.take,
  drawn: z.array(Taken).min(1).max(20_000),
  replacements: z.array(Taken.extend({ replaces: Named, reason: Text })).max(20_000),
  /** Files that were added on purpose: no part of the sample, and in no figure about it. */
  targeted: z.array(z.strictObject({ pseudonym: SourceLabel, reason: Text })).max(20_000),
})
export type DrawRecord = z.infer<typeof DrawRecord>

export const DrawFault = z.enum(['commitment', 'population', 'allocation', 'draw', 'replacement'])
export type DrawFault = z.infer<typeof DrawFault>

/** Whether the moments of a record follow on each other. A clock that was set back makes no draw wrong, but asks for a look at the log. */
export const isInOrder = ({ committedAt, listedAt, drawnAt }: DrawRecord) => committedAt <= listedAt && listedAt <= drawnAt

/** Whether the files were divided over the strata by their sizes. */
export function allocationIn(population: Population, take: readonly number[]): DrawRecord['allocation'] {
  const asked = take.reduce((sum, many) => sum + many, 0)
  return allocationOf(asked, population.map(({ size }) => size)).every((many, index) => many === take[index]) ? 'proportional' : 'chosen'
}

/** Makes the draw again from what the record says, and names the first thing that does not come out; null when all does. */
export function drawFaultOf(digest: Digest, record: DrawRecord): DrawFault | null {
  const { seed, commitment, take, population: { strata, size, sha256 } } = record
  if (commitmentOf(digest, seed) !== commitment) return 'commitment'
  if (sizeOf(strata) !== size || populationHashOf(digest, strata) !== sha256) return 'population'
  const fits = take.length === strata.length && strata.every((stratum, index) => take[index]! <= stratum.size)
  if (!fits || allocationIn(strata, take) !== record.allocation) return 'allocation'
  if (textOf(drawOf(digest, { population: strata, take, seed })) !== textOf(record.drawn)) return 'draw'
  return replacementsFollow(digest, record) ? null : 'replacement'
}

/** Those who come in are the next ones in the order of their stratum, and each stands in for a file of that stratum. */
function replacementsFollow(digest: Digest, { seed, take, population: { strata }, drawn, replacements }: DrawRecord): boolean {
  if (replacements.some(({ stratum }) => !strata.some(({ name }) => name === stratum))) return false
  return strata.every((stratum, index) => {
    const own = replacements.filter((replacement) => replacement.stratum === stratum.name)
    const order = orderOf(digest, seed, stratum)
    const expected = order.slice(take[index], take[index]! + own.length).map((unit, at) => ({ stratum: stratum.name, unit, place: take[index]! + at + 1 }))
    const inUse = new Set([...drawn, ...own].filter((taken) => taken.stratum === stratum.name).map(({ unit }) => unit))
    const left = own.map(({ replaces }) => replaces)
    return textOf(expected) === textOf(own) && left.every((unit) => inUse.has(unit)) && new Set(left).size === left.length
  })
}

const textOf = (taken: readonly { stratum: string; unit: string; place: number }[]) =>
  taken.map(({ stratum, unit, place }) => JSON.stringify([stratum, place, unit])).sort().join('\n')
