import type { Fact } from '../../shared/domain/fact.ts'
import type { Expectation, Framework, Grade, Theme } from '../../shared/domain/framework.ts'
import type { Condition, DecisionRule } from '../../shared/domain/rule.ts'

const own = 'ownWording' as const

export const expectationOf = (id: string, assessed = true): Expectation => ({
  id, number: id, statement: `Verwachting ${id}`, wording: own, assessed, notAssessedBecause: assessed ? null : 'nog niet uitgewerkt',
  legal: false, limbs: [], footnotes: [], guidance: null,
})

/** A theme with one criterion, of so many assessed expectations: theme 2 has 2.1.1, 2.1.2 and so on. */
const themeOf = (size: number, index: number): Theme => {
  const id = String(index + 1)
  const expectations = Array.from({ length: size }, (_, at) => expectationOf(`${id}.1.${at + 1}`))
  return {
    id, number: id, title: `Thema ${id}`, aim: null, wording: own,
    criteria: [{ id: `${id}.1`, number: `${id}.1`, title: `Criterium ${id}.1`, wording: own, expectations }],
  }
}

const grade = (code: string, counts: boolean, met: boolean): Grade => ({
  code, label: code, english: code, key: code[0]!, sign: code, shape: !counts ? 'bar' : met ? 'circle' : 'square', counts, met,
})

/** A framework small enough to try everything: one criterion per theme, the outcomes `first`, `second` … and at last `otherwise`. */
export function smallFramework(
  sizes: readonly number[], conditions: readonly Condition[], notApplicable: DecisionRule['notApplicable'],
  facts: readonly Fact[] = [],
): Framework {
  const names = ['first', 'second', 'third']
  const outcome = (code: string, when: Condition | null) => ({ code, label: code, english: code, followUp: null, when })
  return {
    format: 'veldtoets/framework/1', id: 'small', version: '1', title: 'Klein kader', language: 'nl', inspectorates: [],
    provenance: ['Gemaakt voor een test.'],
    scales: {
      rating: [grade('+', true, true), grade('-', true, false), grade('nvt', false, false)],
      judgement: [
        { code: 'V', label: 'voldoende', english: 'sufficient', key: 'v', sufficient: true },
        { code: 'O', label: 'onvoldoende', english: 'insufficient', key: 'o', sufficient: false },
      ],
    },
    rule: {
      statement: 'Een regel.', wording: own, notApplicable, facts: [...facts],
      outcomes: [...conditions.map((when, index) => outcome(names[index]!, when)), outcome('otherwise', null)],
    },
    standard: { statement: 'Alles.', wording: own },
    footnotes: [],
    themes: sizes.map(themeOf),
    fieldwork: null,
  }
}
