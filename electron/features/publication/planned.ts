import { eventsOf, type EventWords, type PublicationEvent } from '../../../shared/domain/publication-event.ts'
import nl from '../../../shared/i18n/nl.errors.json' with { type: 'json' }
import type { Db } from '../../db/open.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { dossierOf, getPublication, listNotices, listSteps } from './repository.ts'
import { wayOf } from './standing.ts'

/** What a calendar says, in Dutch as all papers of the inspectorate. */
const WORDS: EventWords = {
  term: (kind) => nl.publicationTerm[kind], audience: (audience) => nl.publicationAudience[audience], embargo: 'Einde van het embargo', telling: 'Bericht aan',
}

/** What stands in the calendar of a publication. */
export function plannedIn(db: Db, inspection: string): PublicationEvent[] {
  const [steps, { deadlines }, { embargo }] = [listSteps(db, inspection), wayOf(db, inspection), getPublication(db, inspection)]
  return eventsOf({
    inspection, organisation: getOrganisation(db, dossierOf(db, inspection)).name, deadlines,
    notices: listNotices(db, inspection).flatMap(({ id, notice }) => (notice.value ? [{ id, ...notice.value, stamp: notice.heads[0]!.at }] : [])),
    embargo: embargo.value === null ? null : { at: embargo.value, stamp: embargo.heads[0]!.at },
    stampOf: ({ start, rule }) => steps.find(({ step }) => step.value?.kind === rule.from && step.value.day === start)?.step.heads[0]!.at ?? `${start}T00:00:00Z`,
  }, WORDS)
}
