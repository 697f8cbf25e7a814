import type { State } from '../../../shared/domain/entity.ts'
import { assessedOf, expectationOf } from '../../../shared/domain/framework.ts'
import { roleTitleOf } from '../../../shared/domain/interview.ts'
import { sizeOf } from '../../../shared/domain/sample.ts'
import type { DrawDone, Work } from '../../../shared/domain/work-done.ts'
import type { Db } from '../../db/open.ts'
import { getFrameworkOf, getInspection, listTeam } from '../inspection/repository.ts'
import { listPrivileged } from '../privacy/privilege.ts'
import { getCoverage } from '../source/repository.ts'
import { countRatedTwice, listAll, listVisits } from './repository.ts'

/** Counts what was done; it holds no clock and no chance, so the same inspection gives the same. */
export function workOf(db: Db, inspection: string): Work {
  const { framework } = getFrameworkOf(db, inspection)
  const team = listTeam(db, inspection)
  const all = {
    activities: listAll(db, inspection, 'activity').filter(({ fields }) => fields.kind.value !== null),
    documents: listAll(db, inspection, 'document').filter(({ fields }) => fields.label.value !== null && fields.kind.value !== 'word-version'),
    files: listAll(db, inspection, 'caseFile').map(({ fields }) => fields),
  }
  const privileged = listPrivileged(db, inspection).map(({ label }) => label)
  const ofKind = (kind: string) => all.files.filter(({ origin, dropped }) => dropped.value === null && (origin.value?.kind ?? 'targeted') === kind).length
  return {
    announced: getInspection(db, inspection).announced.value,
    team: team.flatMap(({ member }) => member.value?.role ?? []),
    visits: listVisits(db, inspection).map(({ fields: { day, unit, refusedAt } }) => ({ day: day.value, unit: unit.value, refusedAt: refusedAt.value })),
    activities: all.activities.map(({ fields: { kind, state, role, place, leadBy, participants } }) => ({
      kind: kind.value!, state: state.value, place: place.value,
      role: role.value === null ? null : roleTitleOf(framework, role.value),
      ledBy: team.find(({ id }) => id === leadBy.value)?.member.value?.role ?? null,
      participants: participants.value === null ? null : participants.value.reduce((sum, { count }) => sum + count, 0),
    })),
    draws: listAll(db, inspection, 'sample').flatMap(({ fields }) => drawIn(fields)),
    files: {
      sample: ofKind('sample'), replacement: ofKind('replacement'), targeted: ofKind('targeted'),
      dropped: all.files.filter(({ dropped }) => dropped.value !== null).length,
    },
    documents: all.documents.length,
    originals: all.documents.filter(({ fields }) => fields.original.value === true).length,
    observations: listAll(db, inspection, 'observation').filter(({ fields }) => fields.label.value !== null).length,
    evidence: listAll(db, inspection, 'evidence').filter(({ fields }) => fields.label.value !== null).length,
    assessed: assessedOf(framework).length,
    ratedTwice: countRatedTwice(db, inspection),
    withoutSource: getCoverage(db, inspection).without.map((id) => expectationOf(framework, id)?.number ?? id),
    privileged: { labels: privileged.filter((label) => label !== null).sort(), unnamed: privileged.filter((label) => label === null).length },
  }
}

/** A draw that was made: with a population, and with the seed made known. What came first is told by the clock of who drew. */
function drawIn({ commitment, population, take, seed }: State<'sample'>): DrawDone[] {
  if (population.value === null || take.value === null || seed.value === null) return []
  const [fixed, known] = [commitment.heads[0]?.at, population.heads[0]!.at]
  return [{
    population: sizeOf(population.value), drawn: take.value.reduce((sum, many) => sum + many, 0),
    committed: commitment.value !== null && fixed !== undefined && fixed < known,
  }]
}
