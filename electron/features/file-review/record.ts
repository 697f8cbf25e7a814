import { allocationIn, DrawRecord } from '../../../shared/domain/draw-record.ts'
import { ALGORITHM, populationHashOf, sizeOf } from '../../../shared/domain/sample.ts'
import { appError } from '../../../shared/errors.ts'
import { canonicalFile } from '../../crypto/canonical-file.ts'
import { sha256 } from '../../crypto/hash.ts'
import type { Db } from '../../db/open.ts'
import { writeWhole } from '../../whole-file.ts'
import { getInspection } from '../inspection/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { recordHtml } from './record-html.ts'
import { getSample, listFiles } from './repository.ts'

/** The record of a draw, from what the log says of it. Refuses with `sample-step` what is not drawn. */
export function recordOf(db: Db, inspection: string, sample: string): DrawRecord {
  const { commitment, population, take, seed } = getSample(db, inspection, sample)
  if (!commitment.value || !population.value || !take.value || !seed.value) throw appError('sample-step', {})
  const files = listFiles(db, inspection)
  const taken = files.flatMap(({ id, pseudonym, origin }) =>
    (origin && origin.kind !== 'targeted' && origin.sample === sample ? [{ id, pseudonym, origin }] : []))
  const unitOf = new Map(taken.map(({ id, origin }) => [id, origin.unit]))
  const known = new Set<string>()
  const once = taken.filter(({ origin: { unit } }) => !known.has(unit) && known.add(unit)) // two laptops can have taken the same next one
  const organisation = getInspection(db, inspection).organisation.value
  return DrawRecord.parse({
    format: 'veldtoets/draw/1', algorithm: ALGORITHM, inspection, sample,
    organisation: organisation === null ? '–' : getOrganisation(db, organisation).name,
    committedAt: commitment.heads[0]!.at, listedAt: population.heads[0]!.at, drawnAt: seed.heads[0]!.at,
    commitment: commitment.value, seed: seed.value,
    population: { size: sizeOf(population.value), sha256: populationHashOf(sha256, population.value), strata: population.value },
    allocation: allocationIn(population.value, take.value), take: take.value,
    drawn: once.flatMap(({ pseudonym, origin: { kind, stratum, unit, place } }) => (kind === 'sample' ? [{ stratum, unit, place, pseudonym }] : [])),
    replacements: once.flatMap(({ pseudonym, origin }) => {
      if (origin.kind !== 'replacement') return []
      const { stratum, unit, place, replaces, reason } = origin
      return [{ stratum, unit, place, pseudonym, replaces: unitOf.get(replaces) ?? replaces, reason }]
    }),
    targeted: files.flatMap(({ pseudonym, origin }) => (origin?.kind === 'targeted' ? [{ pseudonym, reason: origin.reason }] : [])),
  })
}

/** Writes the record as canonical JSON to draw it again from, or as a page to print; returns its size in bytes. */
export function writeRecord(db: Db, inspection: string, sample: string, format: 'json' | 'html', path: string): number {
  const record = recordOf(db, inspection, sample)
  const bytes = Buffer.from(format === 'json' ? canonicalFile(record) : recordHtml(record))
  writeWhole(path, bytes)
  return bytes.length
}
