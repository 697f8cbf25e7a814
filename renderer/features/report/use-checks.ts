import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Misspelling } from '../../../shared/domain/spelling.ts'
import type { AnsweredHit } from '../../../shared/domain/prose.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, asking } from '../../api.ts'
import { createMarks, type Marks } from './marks.ts'

export type Untrue = AnsweredHit & { mark: string }

export interface Checks {
  /** What nobody answered, and what is right nevertheless; none until they are known. */
  prose: Untrue[] | undefined
  answered: Untrue[]
  /** The same, of one word each. */
  spelling: (Misspelling & { mark: string })[] | undefined
  marks: Marks
}

/** What the sentences of the report are held against, beside the paper: it is asked once that stands there. */
export function useChecks(inspection: string, language: ReportLanguage): Checks {
  const { data: hits } = useQuery({ ...asking(api.report.prose, { inspection, language }), placeholderData: (before) => before })
  const { data: slips } = useQuery({ ...asking(api.spelling.check, { inspection, language }), placeholderData: (before) => before })
  const [marks] = useState(createMarks)
  const found = useMemo(() => {
    const all = hits?.map((hit, index) => ({ ...hit, mark: `zin-${index}` }))
    const prose = all?.filter(({ right }) => right === null)
    const spelling = slips?.map((slip, index) => ({ ...slip, mark: `woord-${index}` }))
    const marked = [
      ...(prose ?? []).map(({ of, mark, start, end }) => ({ of, mark: { id: mark, start, end, kind: 'prose' as const } })),
      ...(spelling ?? []).map(({ of, mark, start, end }) => ({ of, mark: { id: mark, start, end, kind: 'spelling' as const } })),
    ]
    return { prose, answered: all?.filter(({ right }) => right !== null) ?? [], spelling, marked: new Map([...Map.groupBy(marked, ({ of }) => of)].map(([of, own]) => [of, own.map(({ mark }) => mark)])) }
  }, [hits, slips])
  const { marked, ...checks } = found
  useEffect(() => marks.show(marked), [marks, marked])
  return { ...checks, marks }
}
