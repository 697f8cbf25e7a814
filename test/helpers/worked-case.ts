import drenthe from '../../resources/examples/drenthe.json' with { type: 'json' }
import framework2015 from '../../resources/frameworks/vt-2015-step-1.json' with { type: 'json' }
import { ExampleCase, type ExampleRound } from '../../shared/domain/example-case.ts'
import { parseFramework } from '../../shared/domain/framework.ts'

export const framework = parseFramework(framework2015)

/** The published case of Drenthe: the first assessment and the retest. */
export const workedCase = ExampleCase.parse(drenthe)
export const [firstRound, retest] = workedCase.rounds as [ExampleRound, ExampleRound]

export const ratingsOf = ({ ratings }: ExampleRound) => (expectation: string) => ratings[expectation] ?? null
export const judgementsOf = ({ appraisals }: ExampleRound) => (criterion: string) => appraisals[criterion]?.judgement ?? null
