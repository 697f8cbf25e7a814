import { createRequire } from 'node:module'
import { test } from 'vitest'

/** Loaded by Node itself, as the program is: each import that the test runner wraps costs four times what is measured here. */
const load = createRequire(import.meta.url)
const { findPersonalData } = load('../../shared/domain/privacy.ts') as typeof import('../../shared/domain/privacy.ts')
const { known, reportOf } = load('../helpers/privacy-text.ts') as typeof import('../helpers/privacy-text.ts')

test('looking for personal data in a text of a megabyte', async ({ bench }) => {
  const text = reportOf(1_000_000)
  await bench('what inspectors write, one sentence in ten with personal data', () => {
    findPersonalData(text, known)
  }).run({ iterations: 60, time: 0, warmupIterations: 20, warmupTime: 0 })
}, 120_000)
