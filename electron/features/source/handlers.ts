import { kindsAmong, wantedKinds } from '../../../shared/domain/coverage.ts'
import { assertAssessed } from '../../../shared/domain/framework.ts'
import { statesOf } from '../../../shared/domain/entity.ts'
import { linkIdOf, nextLabel, prefixOf } from '../../../shared/domain/source.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeads, listHeadsOf, listHeadsOfEntity, record } from '../../db/change-log.ts'
import type { Handlers } from '../../context.ts'
import { labelsOf, listLinks } from '../document/repository.ts'
import { scansOf } from '../evidence/repository.ts'
import { listFiles } from '../file-review/repository.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { type Gathered, getCoverage, listSources } from './repository.ts'

export const source: Handlers<'source'> = {
  list: ({ db }, { inspection, expectation }) => {
    const { framework } = getFrameworkOf(db, inspection)
    assertAssessed(framework, expectation)
    const speaking = listSources(db, inspection).filter(({ quotes }) => quotes.has(expectation))
    const links = listLinks(db, inspection)
    const linkOf = statesOf('link', listHeads(db, inspection, 'link'))
    const scans = scansOf(db, inspection)
    return {
      sources: speaking.map((one) => {
        const link = links.get(one.id)?.find((own) => own.expectation === expectation)
        return {
          ...inShort(one), quotes: [...one.quotes.get(expectation)!], link: link ? { seen: link.linked.heads.map(({ id }) => id) } : null,
          tells: linkOf(linkIdOf(one.id, expectation)).tells,
          scans: scans.filter(({ scanOf }) => scanOf === one.id).map(({ id, label }) => ({ id, label })),
        }
      }),
      present: kindsAmong(speaking),
      wanted: wantedKinds(framework, expectation),
      demanded: framework.fieldwork?.minimumSourceKinds != null,
    }
  },

  coverage: ({ db }, { inspection }) => {
    const { sources, ...rest } = getCoverage(db, inspection)
    const files = listFiles(db, inspection).map(({ id, pseudonym }) => ({ id, label: pseudonym }))
    return { framework: getFrameworkOf(db, inspection).hash, sources: sources.map(inShort), files, scans: scansOf(db, inspection), ...rest }
  },

  renumber: (context, { inspection, source: entityId }) => {
    const { db } = context
    const entity = LABELLED.find((one) => listHeadsOf(db, { inspection, entity: one, entityId, field: 'label' }).length > 0)
    if (!entity) throw appError('not-found', { what: 'source', id: entityId })
    const { label: { value, heads } } = statesOf(entity, listHeadsOfEntity(db, inspection, entity, entityId))(entityId)
    if (value === null) throw appError('difference-open', {})
    const label = nextLabel(prefixOf(value), labelsOf(db, inspection, entity))
    return { label, ...record(context, inspection, [{ entity, entityId, field: 'label', value: label, kind: 'set', reason: null, seen: heads.map(({ id }) => id) }]) }
  },
}

/** What has a label of its own. */
const LABELLED = ['activity', 'document', 'observation', 'evidence'] as const

const inShort = ({ id, kind, label, title, day }: Gathered) => ({ id, kind, label, title, day })
