import { EarlierRound } from '../../../shared/domain/earlier.ts'
import { criteriaOf, listedOf } from '../../../shared/domain/framework.ts'
import type { InspectionKind } from '../../../shared/domain/inspection.ts'
import type { EarlierPoint } from '../../../shared/domain/improvement.ts'
import type { TakenOver } from '../../../shared/domain/paper-round.ts'
import type { PastRound } from '../../../shared/domain/trend.ts'
import { verdictOf } from '../../../shared/domain/verdict.ts'
import { canonical } from '../../crypto/hash.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import { findHandedOver } from '../bundle/repository.ts'
import { earlierPointsOf } from '../improvement/repository.ts'
import { codeIn, getInspection, getRound, listReadings } from '../inspection/repository.ts'
import { takenOverOf } from '../paper-round/repository.ts'

/** A round as context for a later one. */
export interface Earlier {
  id: string
  kind: InspectionKind
  firstDay: string | null
  /** The round before it. */
  earlier: string | null
  takenOver: TakenOver | null
  round: PastRound
  /** A code of its framework's rule, or `open`. */
  outcome: string
  rationaleOf: (expectation: string) => string | null
  substantiationOf: (criterion: string) => string | null
  /** Its improvement points, gathered only where they are shown. */
  readonly points: readonly EarlierPoint[]
}

/** The round before an inspection: from its own log where that is here, else from what travelled along; null when neither is. */
export function findEarlier(db: Db, inspection: string): Earlier | null {
  const id = getInspection(db, inspection).earlier.value
  return id === null ? null : findRound(db, id)
}

/** One round, whether it is here or only came along with a later one. */
export const findRound = (db: Db, id: string): Earlier | null => (hasInspection(db, id) ? roundOfLog(db, id) : roundOfSnapshot(db, id))

/** As many rounds as are followed back. */
const LONGEST_CHAIN = 20

/** An inspection and all rounds before it, the oldest first. A round that names itself as earlier, by way of others, ends the chain. */
export function chainOf(db: Db, inspection: string): Earlier[] {
  const chain: Earlier[] = []
  for (let id: string | null = inspection; id !== null && chain.length < LONGEST_CHAIN;) {
    const round: Earlier | null = chain.some((one) => one.id === id) ? null : findRound(db, id)
    if (round) chain.unshift(round)
    id = round?.earlier ?? null
  }
  return chain
}

function roundOfLog(db: Db, id: string): Earlier {
  const { kind, firstDay, earlier, takenFrom } = getInspection(db, id)
  const round = getRound(db, id)
  const takenOver = takenFrom.value === 'report' ? takenOverOf(db, id) : null
  const { outcome, open } = verdictOf(round.framework, round)
  return {
    id, kind: kind.value ?? 'first', firstDay: firstDay.value, earlier: earlier.value, takenOver,
    round: { ...round, ...printing(takenOver) },
    outcome: open > 0 ? (takenOver?.outcome ?? 'open') : outcome,
    rationaleOf: codeIn(listReadings(db, id, 'finding', 'rationale')),
    substantiationOf: codeIn(listReadings(db, id, 'appraisal', 'now')),
    get points() { return earlierPointsOf(db, id) },
  }
}

function roundOfSnapshot(db: Db, id: string): Earlier | null {
  const row = sql<[string], { body: string }>(db, 'SELECT body FROM earlier WHERE inspection = ?').get(id)
  if (!row) return null
  const { kind, firstDay, earlier, takenOver, framework, ratings, rationales, judgements, substantiations, verdict, points = [] } = EarlierRound.parse(JSON.parse(row.body))
  return {
    id, kind, firstDay, earlier, takenOver,
    round: { framework, ratingOf: from(ratings), judgementOf: from(judgements), ...printing(takenOver) },
    outcome: verdict, rationaleOf: from(rationales), substantiationOf: from(substantiations), points,
  }
}

const from = <T>(answers: Readonly<Record<string, T>>) => (key: string): T | null => (Object.hasOwn(answers, key) ? answers[key]! : null)

const printing = (takenOver: TakenOver | null): Pick<PastRound, 'printedOf'> =>
  (takenOver ? { printedOf: (criterion) => from(takenOver.printed)(criterion === null ? 'whole' : `criterion/${criterion}`) } : {})

/** All earlier rounds as they travel along with an inspection, the oldest first. */
export const snapshotsOf = (db: Db, inspection: string): EarlierRound[] =>
  chainOf(db, inspection).filter(({ id }) => id !== inspection).map((earlier) => snapshotOf(db, earlier))

function snapshotOf(db: Db, { id, kind, firstDay, earlier, takenOver, round, outcome, rationaleOf, substantiationOf, points }: Earlier): EarlierRound {
  const { framework, ratingOf, judgementOf } = round
  const answered = (ids: readonly { id: string }[], answerOf: (id: string) => string | null) =>
    Object.fromEntries(ids.flatMap((one) => {
      const answer = answerOf(one.id)
      return answer === null ? [] : [[one.id, answer]]
    }))
  const [expectations, criteria] = [listedOf(framework), criteriaOf(framework)]
  return {
    inspection: id,
    kind, firstDay, earlier, takenOver, framework,
    ratings: answered(expectations, ratingOf),
    rationales: answered(expectations, rationaleOf),
    judgements: answered(criteria, judgementOf),
    substantiations: answered(criteria, substantiationOf),
    verdict: outcome,
    manifest: findHandedOver(db, id)?.manifest ?? null,
    ...(points.length > 0 ? { points: [...points] } : {}),
  }
}

/** Keeps what a bundle told of the rounds before an inspection: those that follow from it, one after the other, and no other. */
export function addEarlier(db: Db, inspection: string, rounds: readonly EarlierRound[]): void {
  const add = sql<[string, string]>(db, 'INSERT INTO earlier VALUES (?, ?) ON CONFLICT DO NOTHING')
  const named = new Set(getInspection(db, inspection).earlier.heads.map(({ value }) => value))
  const left = new Set(rounds)
  for (let found = true; found;) {
    const next = [...left].filter((round) => named.has(round.inspection))
    for (const round of next) {
      left.delete(round)
      named.add(round.earlier)
      add.run(round.inspection, canonical(round))
    }
    found = next.length > 0
  }
}

export function hasInspection(db: Db, id: string): boolean {
  return sql<[string]>(db, `SELECT 1 FROM head WHERE inspection = ? AND entity = 'inspection' LIMIT 1`).get(id) !== undefined
}
