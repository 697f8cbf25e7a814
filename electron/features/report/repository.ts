import type { ChangeId } from '../../../shared/domain/change.ts'
import { statesOf } from '../../../shared/domain/entity.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { listHeads, listHeadsOfEntity } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import { findHandedOver, listSignatures } from '../bundle/repository.ts'
import { listCaseloads, listClaims, listPerformers, listProfile } from '../claim/repository.ts'
import { findEarlier } from '../comparison/repository.ts'
import { reportedCheckOf } from '../factual-check/repository.ts'
import { listPoints, listReportedMeasures } from '../improvement/repository.ts'
import { getFrameworkOf, getInspection, getRound, getStateHash, listDifferences, listTeam } from '../inspection/repository.ts'
import { listFacts } from '../verdict/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { workOf } from '../visit/work.ts'
import { standingOf } from '../publication/standing.ts'
import { listReportPhotos } from './photo-choice.ts'
import { templatesOf } from './template.ts'

/** The day on which what was last signed was adopted, as long as nothing changed since. */
function adoptedOf(db: Db, inspection: string, signed: Report['signed']): string | null {
  const { adopted } = signed?.current ? standingOf(db, inspection) : { adopted: null }
  return adopted?.bundle === signed?.manifest ? (adopted?.day ?? null) : null
}

function signedOf(db: Db, inspection: string): Report['signed'] {
  const last = findHandedOver(db, inspection)
  if (!last) return null
  const { manifest, header: { madeAt, replaces, stateHash } } = last
  const statements = [...listSignatures(db, manifest).values()].map(({ json }) => (JSON.parse(json.toString()) as { statement: string }).statement)
  return { manifest, madeAt, replaces, statements: statements.sort(), current: stateHash === getStateHash(db, inspection) }
}

/** How many rows this connection, the only one that writes, has changed since the workspace was opened: it grows with whatever is written. */
export const countWritten = (db: Db): number => sql<[], { count: number }>(db, 'SELECT total_changes() AS count').get()!.count

/** Who said of which sentence that it is right, as far as the change in which it was seen still says something. */
export const listProseAnswers = (db: Db, inspection: string) => sql<[string], { id: string; seen: ChangeId; salt: string; author: string; at: string }>(db, `
  SELECT head.entity_id AS id, content.change AS seen, content.salt, change.body ->> 'author' AS author, change.body ->> 'at' AS at
  FROM head JOIN content ON content.change = head.value ->> '$' JOIN change ON change.id = head.change
  WHERE head.inspection = ? AND head.entity = 'proseAnswer'`).all(inspection)

/** Gathers what the report tells; all of it is the same wherever the same is known. */
export function reportOf(db: Db, inspection: string): Report {
  const fields = getInspection(db, inspection)
  const organisation = fields.organisation.value
  const signed = signedOf(db, inspection)
  return {
    inspection,
    stateHash: getStateHash(db, inspection),
    fields,
    organisation: organisation === null ? null : getOrganisation(db, organisation),
    frameworkHash: getFrameworkOf(db, inspection).hash,
    team: listTeam(db, inspection).map(({ member }) => member),
    round: getRound(db, inspection),
    facts: listFacts(db, inspection),
    findingOf: statesOf('finding', listHeads(db, inspection, 'finding')),
    appraisalOf: statesOf('appraisal', listHeads(db, inspection, 'appraisal')),
    conclusion: statesOf('conclusion', listHeadsOfEntity(db, inspection, 'conclusion', inspection))(inspection),
    reportTextOf: statesOf('reportText', listHeads(db, inspection, 'reportText')),
    templates: templatesOf(db),
    work: workOf(db, inspection),
    ...listReportPhotos(db, inspection),
    claims: listClaims(db, inspection),
    caseloads: listCaseloads(db, inspection),
    profile: listProfile(db, inspection),
    performers: listPerformers(db, inspection),
    points: listPoints(db, inspection),
    measures: listReportedMeasures(db, inspection, null),
    check: reportedCheckOf(db, inspection),
    differences: listDifferences(db, inspection).length,
    signed,
    adoptedOn: adoptedOf(db, inspection, signed),
    earlier: findEarlier(db, inspection),
  }
}
