import { expect, test } from 'vitest'
import stepTwo from '../resources/frameworks/vt-2016-step-2.json' with { type: 'json' }
import { assessedOf, criteriaOf, listedOf, parseFramework } from '../shared/domain/framework.ts'
import { adoptionBlockersOf, withOfficial } from '../shared/domain/framework-official.ts'
import { openLaptop } from './helpers/backend.ts'
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

test('no inspection can begin with it, in words that say what to do, until its official text is there', async () => {
  const { api } = await openLaptop()
  const { hash, unfinished } = (await api.framework.list({})).find(({ id }) => id === shell.id)!
  expect(unfinished).toContain('Negentien')
  const about = { framework: hash, kind: 'first' as const, earlier: null, firstDay: '2016-11-10', lastDay: null, announced: true, team: [], part: null }
  await expect(api.inspection.create({ ...about, organisation: (await api.organisation.list({}))[0]!.id })).rejects.toMatchObject({ failure: { code: 'framework-unfinished', details: { reason: unfinished } } })
  expect(await api.inspection.list({})).toEqual([])

  const lines = adoptionBlockersOf(shell).map(({ kind, number }) => ({ kind, number, text: `Officieel ${number}`, assessed: true }))
  expect(withOfficial(shell, lines.slice(1), '2').unfinished).toBe(shell.unfinished)
  expect(withOfficial(shell, lines, '2').unfinished).toBeUndefined()
})
