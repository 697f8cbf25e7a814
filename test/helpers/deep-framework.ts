import type { Criterion, Framework, Grade } from '../../shared/domain/framework.ts'
import { expectationOf, smallFramework } from './small-framework.ts'

const FOUR_POINTS: readonly Grade[] = [
  { code: 'v', label: 'voldoet', english: 'meets', key: '4', sign: '++', shape: 'circle', counts: true, met: true },
  { code: 'vg', label: 'voldoet grotendeels', english: 'mostly meets', key: '3', sign: '+', shape: 'hexagon', counts: true, met: true },
  { code: 'vgn', label: 'voldoet grotendeels niet', english: 'mostly does not meet', key: '2', sign: '−', shape: 'diamond', counts: true, met: false },
  { code: 'vn', label: 'voldoet niet', english: 'does not meet', key: '1', sign: '−−', shape: 'square', counts: true, met: false },
  { code: 'nvt', label: 'niet van toepassing', english: 'not applicable', key: 'n', sign: 'n.v.t.', shape: 'bar', counts: false, met: false },
]

/** Criteria below criteria, so many on each level and so many levels of them, with expectations below each; ids are numbers as printed. */
function criterionOf(id: string, broad: number, levels: number, expectations: number): Criterion {
  const own = Array.from({ length: expectations }, (_, at) => expectationOf(`${id}.${at + 1}`))
  const below = Array.from({ length: levels > 1 ? broad : 0 }, (_, at) => criterionOf(`${id}.${expectations + at + 1}`, broad, levels - 1, expectations))
  const criterion = { id, number: id, title: `Criterium ${id}`, wording: 'ownWording' as const, expectations: own }
  return below.length === 0 ? criterion : { ...criterion, criteria: below }
}

/** A framework of six levels with a scale of four points: themes × broad⁴ criteria at the deepest. */
export function deepFramework(themes: number, broad: number, expectations: number): Framework {
  const small = smallFramework([1], [{ kind: 'count', what: 'met', compare: 'at-least', count: 1, within: null }], 'left-out')
  return {
    ...small, id: 'diep', title: 'Diep kader', scales: { ...small.scales, rating: [...FOUR_POINTS] },
    themes: Array.from({ length: themes }, (_, at) => {
      const id = String(at + 1)
      const criteria = Array.from({ length: broad }, (_, index) => criterionOf(`${id}.${index + 1}`, broad, 4, expectations))
      return { id, number: id, title: `Thema ${id}`, aim: null, wording: 'ownWording', criteria }
    }),
  }
}
