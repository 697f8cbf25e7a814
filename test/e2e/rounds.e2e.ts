import { expect, test } from 'vitest'
import { openLaptop, PASSPHRASE } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'
import { firstRound, retest, workedCase } from '../helpers/worked-case.ts'

const SECOND = 'de tweede heeft een eigen wachtzin'

test('step 1 at Drenthe is taken over from its report by keys, checked by a second person, and stands beside the retest and a progress visit', async () => {
  const laptop = await openLaptop()
  await laptop.api.workspace.addPerson({ person: { name: 'B. Visser', inspectorate: 'Inspectie Jeugdzorg' }, passphrase: SECOND })
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  const picture = (name: string) => page.screenshot({ path: `dist/e2e/${name}.png`, fullPage: true })

  await goTo('/inspectie/overnemen')
  await page.getByRole('combobox', { name: 'Organisatie' }).fill('Drenthe')
  await page.keyboard.press('Enter')
  await page.getByLabel('Toetsingskader').selectOption((await api.framework.list({})).find(({ id }) => id === workedCase.framework)!.hash)
  await page.getByLabel('Dag van die beoordeling').fill('24-8-15')
  await page.getByLabel('Rapport', { exact: true }).fill('Rapport stap 1, augustus 2015')
  await page.getByRole('button', { name: 'Beginnen met overnemen' }).click()
  await page.getByRole('heading', { name: 'Overnemen uit rapport' }).waitFor()
  const { id: paper } = (await api.inspection.list({}))[0]!

  const cell = (name: string) => page.getByRole('textbox', { name, exact: true })
  await cell('Bladzijde Het geheel').fill('41')
  await cell('Voldoet volgens het rapport Het geheel').fill('9')
  await cell('Beoordeeld volgens het rapport Het geheel').fill('24')
  await cell('Oordeel 1.1').focus()
  const order = (await api.paperRound.get({ inspection: paper })).parts.map(({ part }) => part.split('/') as [string, string])
  for (const [kind, id] of order) {
    if (kind === 'criterion') await page.keyboard.press(firstRound.appraisals[id]!.judgement.toLowerCase())
    if (kind === 'expectation') await page.keyboard.press(firstRound.ratings[id]!)
  }
  await page.getByText('Het geheel: het rapport zegt 9 van 24, de ingevoerde oordelen tellen op tot 8 van 24.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await picture('paper-entry')
  await cell('Voldoet volgens het rapport Het geheel').fill('8')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByText(/de ingevoerde oordelen tellen op/).count()).toBe(0)
  const { parts } = await api.paperRound.get({ inspection: paper })
  expect(parts.flatMap(({ part, fields }) => (fields.rating.value === null ? [] : [[part.split('/')[1], fields.rating.value, fields.page.value]]))).toEqual(
    Object.entries(firstRound.ratings).map(([id, rating]) => [id, rating, '41']))
  await page.getByRole('button', { name: 'Controleren' }).click()
  await page.getByText(/Wat u zelf invoerde controleert iemand anders: nog 32 onderdelen/).waitFor()

  await api.workspace.switch({ passphrase: SECOND })
  await page.reload()
  await goTo(`/inspectie/${paper}/overnemen`)
  await page.getByRole('button', { name: 'Controleren' }).click()
  await page.getByText('Nog 32 onderdelen te controleren').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await picture('paper-check')
  for (const left of [31, 30]) {
    await page.keyboard.press('Enter')
    await page.getByText(`Nog ${left} onderdelen te controleren`).waitFor()
  }
  for (const { part, seen, state } of (await api.paperRound.get({ inspection: paper })).parts) {
    if (state === 'entered' && !part.startsWith('expectation/3')) await api.paperRound.agree({ inspection: paper, part, seen })
  }

  const { framework } = (await api.inspection.list({}))[0]!
  const about = { organisation: workedCase.organisation, framework: framework.hash, lastDay: null, announced: true, team: [] }
  const { id: second } = await api.inspection.create({ ...about, kind: 'retest', earlier: paper, firstDay: '2016-05-20' })
  for (const [entityId, value] of Object.entries(retest.ratings)) {
    await api.field.record({ inspection: second, entity: 'finding', entityId, field: 'rating', value, reason: null, seen: [] })
  }
  await goTo(`/inspectie/${second}/oordelen/verwachting/1.1.1`)
  await page.getByText(/overgenomen uit rapport “Rapport stap 1, augustus 2015”, blz. 41, ingevoerd door A. Bakker, gecontroleerd door B. Visser/).waitFor()
  await picture('paper-earlier')

  await page.getByRole('link', { name: 'Inspecties' }).click()
  await page.getByRole('button', { name: 'Nieuwe inspectie' }).click()
  await page.getByRole('combobox', { name: 'Organisatie' }).fill('Drenthe')
  await page.keyboard.press('Enter')
  await page.getByLabel('Toetsingskader').selectOption(framework.hash)
  await page.getByLabel('Soort').selectOption('progress-visit')
  await page.getByLabel('Eerdere beoordeling').selectOption(second)
  await page.locator('summary').filter({ hasText: 'Veiligheid' }).click()
  await page.getByLabel('Heel Veiligheid').check()
  await page.getByLabel('Waarom deze keuze?').fill('Hierop liep het toezicht.')
  await page.getByLabel('Eerste dag').fill('10-11-16')
  expect(await violationsOf(page)).toEqual([])
  await picture('new-progress-visit')
  await page.getByRole('button', { name: 'Inspectie beginnen' }).click()
  await page.getByRole('heading', { name: 'Voorbereiding' }).waitFor()
  await page.getByText(/^6 van de 24 verwachtingen: 2\.1\.1/).waitFor()
  const third = (await api.inspection.list({})).find(({ kind }) => kind === 'progress-visit')!
  expect(third.counts).toMatchObject({ listed: 25, assessed: 6, notAssessed: 1, notExamined: 18 })

  await goTo(`/inspectie/${third.id}/oordelen/verwachting/1.1.1`)
  await page.getByRole('group', { name: 'niet onderzocht' }).waitFor()
  for (const { id } of (await api.framework.get({ hash: framework.hash })).themes[1]!.criteria.flatMap(({ expectations }) => expectations)) {
    await api.field.record({ inspection: third.id, entity: 'finding', entityId: id, field: 'rating', value: '+', reason: null, seen: [] })
  }
  await page.reload()
  await goTo(`/inspectie/${third.id}/vergelijking`)
  await page.getByText('over een deel: geen eindoordeel volgens de regel').waitFor()
  expect(await page.getByRole('checkbox').count()).toBe(2)
  expect(await page.getByRole('columnheader').allTextContents()).toEqual(expect.arrayContaining(['Sinds de eerste', 'Sinds de vorige']))
  expect(await violationsOf(page)).toEqual([])
  await picture('three-rounds')
  await api.settings.set({ language: 'nl', theme: 'dark', keys: true })
  await page.reload()
  await page.getByText('over een deel: geen eindoordeel volgens de regel').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await picture('three-rounds-dark')
  await goTo(`/organisaties/${workedCase.organisation}`)
  await page.getByRole('heading', { name: 'Beoordelingen' }).waitFor()
  await picture('organisation-rounds')
  expect(complaints).toEqual([])
  await api.workspace.switch({ passphrase: PASSPHRASE })
})
