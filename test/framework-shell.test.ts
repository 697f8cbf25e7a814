import { expect, test } from 'vitest'
import stepTwo from '../resources/frameworks/vt-2016-step-2.json' with { type: 'json' }
import { assessedOf, criteriaOf, listedOf, parseFramework } from '../shared/domain/framework.ts'
import { adoptionBlockersOf } from '../shared/domain/framework-official.ts'
import { inferredStepTwo } from './helpers/published-rules.ts'

const shell = parseFramework(stepTwo)

test('step 2 is an open shell: four subjects, eleven known topics, and room for thirty without an invented list', () => {
  expect(shell.themes.map(({ title }) => title)).toEqual(['Vervolgtrajecten', 'Onderzoek', 'Cliëntenpositie', 'Organisatie'])
  expect(listedOf(shell)).toHaveLength(30)
  expect(assessedOf(shell).map(({ id }) => id)).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10', 'K11'])
  const open = listedOf(shell).filter(({ assessed }) => !assessed)
  expect(open.map(({ statement }) => statement)).toEqual(Array.from({ length: 19 }, (_, index) => `Open plaats ${index + 1} van 19: hier is nog geen verwachting ingevuld.`))
  expect(new Set(open.map(({ notAssessedBecause }) => notAssessedBecause))).toEqual(new Set([expect.stringContaining('De officiële lijst van dertig verwachtingen is niet bijgevoegd')]))
})

test('everything in it is marked as ours, and it says that it is not for use', () => {
  expect(adoptionBlockersOf(shell)).toHaveLength(2 + 4 + criteriaOf(shell).length + 30)
  expect(shell.title).toContain('nog niet te gebruiken')
  expect(shell.provenance[0]).toContain('Niet gebruiken voordat dit is ingevuld')
})

test('its rule is the inferred one, and says that it is inferred', () => {
  expect(shell.rule.outcomes).toEqual(inferredStepTwo.outcomes)
  expect(shell.rule).toMatchObject({ wording: 'ownWording', statement: expect.stringContaining('Afgeleid') })
})
