import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answer, at, carry, type Laptop, openLaptop, openTestFolder, rate } from './helpers/backend.ts'
import { plainOf } from './helpers/html.ts'
import { importStepTwo, underStepTwo } from './helpers/step-two.ts'

const valueAt = (inspection: string, fact: string) => at(inspection, 'fact', fact, 'value')
const codes = async ({ api }: Laptop, inspection: string) => (await api.bundle.gates({ inspection })).map(({ code }) => code)

test('a question of the rule is answered with its source, merges like any answer, and keeps the verdict open until then', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await underStepTwo(ours)
  for (let number = 1; number <= 12; number++) await rate(ours, inspection, `1.1.${number}`, number <= 9 ? '-' : '+')
  const told = async () => (await ours.api.verdict.get({ inspection })).told!
  expect(await told()).toMatchObject({ verdict: { open: 0, outcome: 'open', reasons: ['fact-unanswered', 'too-many-not-met'] }, sensitivity: { best: 'matig', worst: 'onvoldoende' } })
  expect(await codes(ours, inspection)).toContain('open-facts')

  await answer(ours, valueAt(inspection, 'waiting-triage'), false)
  await answer(ours, valueAt(inspection, 'waiting-investigation'), true)
  await answer(ours, at(inspection, 'fact', 'waiting-investigation', 'source'), 'Maandcijfers maart [DOC3]')
  expect(await told()).toMatchObject({ verdict: { outcome: 'onvoldoende' }, sensitivity: { fewestChanges: 1, setCount: 9, facts: ['waiting-investigation'] } })
  expect(await codes(ours, inspection)).not.toContain('open-facts')
  expect((await ours.api.verdict.facts({ inspection })).map(({ fact, value, source }) => [fact.id, value.value, source.value])).toEqual([
    ['waiting-triage', false, null], ['waiting-investigation', true, 'Maandcijfers maart [DOC3]'],
  ])

  const file = join(openTestFolder(), 'rapport.html')
  await ours.api.report.write({ inspection, format: 'html', file })
  const report = plainOf(readFileSync(file, 'utf8'))
  expect(report).toContain('Is er een wachtlijst voor onderzoek?')
  expect(report).toContain('Maandcijfers maart [DOC3]')
  expect(report).toMatch(/hoogstens 6 van de 12 beoordeelde verwachtingen voldoen niet: ✕ geldt niet \(9 van 12 voldoen niet\)/)
  expect(report).toContain('Verbeterplan, en een nieuwe beoordeling na zes maanden.')

  await importStepTwo(theirs)
  carry(ours, theirs, inspection)
  await answer(theirs, valueAt(inspection, 'waiting-investigation'), false)
  await answer(ours, valueAt(inspection, 'waiting-investigation'), null)
  carry(theirs, ours, inspection)
  expect(await told()).toMatchObject({ verdict: { outcome: 'open', reasons: ['fact-unanswered', 'too-many-not-met'] } })
  expect(await codes(ours, inspection)).toContain('differences')
})

test.each([
  ['waiting-triage', 3], ['waiting-triage', 'ja'], ['gone', true],
])('an answer to %s of %j is refused', async (fact, value) => {
  const laptop = await openLaptop()
  const inspection = await underStepTwo(laptop)
  await expect(answer(laptop, valueAt(inspection, fact), value)).rejects.toThrow(/not-found|change-invalid/)
})
