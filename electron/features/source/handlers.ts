import { kindsAmong, wantedKinds } from '../../../shared/domain/coverage.ts'
import { assertAssessed } from '../../../shared/domain/framework.ts'
import type { Handlers } from '../../context.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { type Gathered, getCoverage, listSources } from './repository.ts'

export const source: Handlers<'source'> = {
  list: ({ db }, { inspection, expectation }) => {
    const { framework } = getFrameworkOf(db, inspection)
    assertAssessed(framework, expectation)
    const speaking = listSources(db, inspection).filter(({ quotes }) => quotes.has(expectation))
    return {
      sources: speaking.map((one) => ({ ...inShort(one), quotes: [...one.quotes.get(expectation)!] })),
      present: kindsAmong(speaking),
      wanted: wantedKinds(framework, expectation),
    }
  },

  coverage: ({ db }, { inspection }) => {
    const { sources, ...rest } = getCoverage(db, inspection)
    return { framework: getFrameworkOf(db, inspection).hash, sources: sources.map(inShort), ...rest }
  },
}

const inShort = ({ id, kind, label, title, day }: Gathered) => ({ id, kind, label, title, day })
