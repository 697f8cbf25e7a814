import type { State } from '../../../shared/domain/entity.ts'
import { commitmentOf, populationHashOf, sizeOf } from '../../../shared/domain/sample.ts'
import { sha256 } from '../../crypto/hash.ts'
import type { Keys } from '../../crypto/keyring.ts'
import { seedOf } from '../../crypto/seed.ts'

/** A draw as a screen shows it: without the names of its files, of which there may be thousands. */
export function shownSample(keys: Pick<Keys, 'evidenceKey'>, { id, state: { commitment, population, take, seed } }: { id: string; state: State<'sample'> }) {
  const strata = population.value
  const stage = seed.heads.length > 0 ? 'drawn' as const : strata ? 'listed' as const : 'committed' as const
  return {
    id, stage,
    commitment: commitment.value,
    committedAt: commitment.heads[0]?.at ?? null,
    population: strata && {
      size: sizeOf(strata), sha256: populationHashOf(sha256, strata), listed: strata.some(({ units }) => units !== null),
      strata: strata.map(({ name, size }) => ({ name, size })),
    },
    take: take.value,
    seed: seed.value,
    here: commitment.value === commitmentOf(sha256, seedOf(keys, id)),
  }
}
