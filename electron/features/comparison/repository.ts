import type { Round } from '../../../shared/domain/comparison.ts'
import { EarlierRound } from '../../../shared/domain/earlier.ts'
import { criteriaOf, listedOf } from '../../../shared/domain/framework.ts'
import { verdictOf } from '../../../shared/domain/verdict.ts'
import { canonical } from '../../crypto/hash.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import { findHandedOver } from '../bundle/repository.ts'
import { codeIn, getInspection, getRound, listReadings } from '../inspection/repository.ts'

/** An earlier round as context. */
export interface Earlier {
  id: string
  kind: string
  firstDay: string | null
  round: Round
  rationaleOf: (expectation: string) => string | null
  substantiationOf: (criterion: string) => string | null
}

/** The round before an inspection: from its own log where that is here, else from what travelled along; null when neither is. */
export function findEarlier(db: Db, inspection: string): Earlier | null {
  const id = getInspection(db, inspection).earlier.value
  if (id === null) return null
  return hasInspection(db, id) ? earlierOfLog(db, id) : earlierOfSnapshot(db, id)
}

function earlierOfLog(db: Db, id: string): Earlier {
  const { kind, firstDay } = getInspection(db, id)
  return {
    id, kind: kind.value ?? 'first', firstDay: firstDay.value, round: getRound(db, id),
    rationaleOf: codeIn(listReadings(db, id, 'finding', 'rationale')),
    substantiationOf: codeIn(listReadings(db, id, 'appraisal', 'now')),
  }
}

function earlierOfSnapshot(db: Db, id: string): Earlier | null {
  const row = sql<[string], { body: string }>(db, 'SELECT body FROM earlier WHERE inspection = ?').get(id)
  if (!row) return null
  const { kind, firstDay, framework, ratings, rationales, judgements, substantiations } = EarlierRound.parse(JSON.parse(row.body))
  const from = (answers: Readonly<Record<string, string>>) => (key: string) => (Object.hasOwn(answers, key) ? answers[key]! : null)
  return {
    id, kind, firstDay, round: { framework, ratingOf: from(ratings), judgementOf: from(judgements) },
    rationaleOf: from(rationales), substantiationOf: from(substantiations),
  }
}

/** An earlier round as it travels along. */
export function snapshotOf(db: Db, inspection: string): EarlierRound | null {
  const earlier = findEarlier(db, inspection)
  if (!earlier) return null
  const { framework, ratingOf, judgementOf } = earlier.round
  const answered = (ids: readonly { id: string }[], answerOf: (id: string) => string | null) =>
    Object.fromEntries(ids.flatMap(({ id }) => {
      const answer = answerOf(id)
      return answer === null ? [] : [[id, answer]]
    }))
  const [expectations, criteria] = [listedOf(framework), criteriaOf(framework)]
  return {
    inspection: earlier.id,
    kind: earlier.kind as EarlierRound['kind'],
    firstDay: earlier.firstDay,
    framework,
    ratings: answered(expectations, ratingOf),
    rationales: answered(expectations, earlier.rationaleOf),
    judgements: answered(criteria, judgementOf),
    substantiations: answered(criteria, earlier.substantiationOf),
    verdict: verdictOf(framework, ratingOf).outcome,
    manifest: findHandedOver(db, earlier.id)?.manifest ?? null,
  }
}

/** Keeps what a bundle told of an earlier round. */
export function addEarlier(db: Db, round: EarlierRound): void {
  sql<[string, string]>(db, 'INSERT INTO earlier VALUES (?, ?) ON CONFLICT DO NOTHING').run(round.inspection, canonical(round))
}

function hasInspection(db: Db, id: string): boolean {
  return sql<[string]>(db, 'SELECT 1 FROM head WHERE inspection = ? LIMIT 1').get(id) !== undefined
}
