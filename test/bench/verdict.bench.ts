import { createRequire } from 'node:module'
import { test } from 'vitest'
import type { Condition } from '../../shared/domain/rule.ts'

/** Loaded by Node itself, as the program is: each import that the test runner wraps costs four times what is measured here. */
const load = createRequire(import.meta.url)
const { explanationOf, verdictOf } = load('../../shared/domain/verdict.ts') as typeof import('../../shared/domain/verdict.ts')
const { fullSensitivityOf } = load('../../shared/domain/sensitivity.ts') as typeof import('../../shared/domain/sensitivity.ts')
const { smallFramework } = load('../helpers/small-framework.ts') as typeof import('../helpers/small-framework.ts')

const met = (count: number): Condition => ({ kind: 'count', what: 'met', compare: 'at-least', count, within: null })
const share = (percent: number, theme: number): Condition => ({ kind: 'share', what: 'met', compare: 'at-least', percent, within: { theme: `${theme}` } })
const themes = Array.from({ length: 10 }, (_, index) => index + 1)

const RULES: Readonly<Record<string, Condition[]>> = {
  'a count and a whole theme': [{ kind: 'all', of: [met(833), { kind: 'every', within: { theme: '2' } }] }],
  'a share in each of ten themes': [{ kind: 'all', of: [met(750), ...themes.map((theme) => share(60, theme))] }, met(650)],
  'ten tangled denials': [{ kind: 'any', of: themes.map((theme) => ({ kind: 'all', of: [share(40, theme), { kind: 'not', of: [share(70, (theme + 2) % 10 + 1)] }, { kind: 'not', of: [met(700)] }] })) }],
}

test('verdict, explanation and sensitivity of 1,000 expectations', async ({ bench }) => {
  for (const [name, conditions] of Object.entries(RULES)) {
    const framework = smallFramework(Array(10).fill(100), conditions, 'unstated')
    let turn = 0
    await bench(name, () => {
      const nth = 2 + (turn++ % 7)
      const answers = { ratingOf: (id: string) => (Number(id.slice(id.lastIndexOf('.') + 1)) % nth === 0 ? '-' : '+'), factOf: () => null }
      verdictOf(framework, answers)
      explanationOf(framework, answers)
      fullSensitivityOf(framework, answers)
    }).run({ iterations: 200, time: 0, warmupIterations: 20, warmupTime: 0 })
  }
}, 120_000)
