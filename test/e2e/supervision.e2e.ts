import { expect, test } from 'vitest'
import { newInspection, openLaptop } from '../helpers/backend.ts'
import { DRENTHE } from '../helpers/history.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('the office follows an organisation over the years: what is late, the timeline, and monthly figures from a sheet', { timeout: 120_000 }, async () => {
  const laptop = await openLaptop('C. de Wit', 'office')
  await newInspection(laptop, { firstDay: '2016-05-20' })
  const organisation = (await laptop.api.organisation.list({})).find(({ name }) => name.includes('Drenthe'))!.id
  for (const event of DRENTHE) await laptop.api.supervision.add({ organisation, event: { ...event } })
  const { page, goTo, complaints } = await openAppOf(laptop)
  const look = async (name: string) => {
    expect([name, ...await violationsOf(page)]).toEqual([name])
    await page.screenshot({ path: `dist/e2e/${name}.png`, fullPage: true })
  }

  await page.getByText('Toezicht: wat afloopt of te laat is').waitFor()
  await page.getByText('Toezegging: Informatie binnen vier weken').waitFor()
  await look('supervision-start')
  await page.getByRole('link', { name: /Drenthe/ }).first().click()
  await page.getByRole('heading', { name: 'Stand van zaken' }).waitFor()
  await page.getByRole('row', { name: /31 mei 2016.*30 nov 2016.*Verscherpt toezicht/ }).waitFor()

  await page.getByRole('row', { name: /31 mei 2016/ }).getByRole('button', { name: 'Verscherpt toezicht' }).click()
  const opened = page.getByRole('region', { name: 'Wat is vastgelegd' })
  await opened.getByLabel('Opgeheven op').fill('10-11-16')
  await page.keyboard.press('Tab')
  await page.getByText('Verscherpt toezicht is opgeheven na 163 dagen.').waitFor()
  await opened.getByLabel('Tot en met').fill('1-12-16')
  await page.keyboard.press('Tab')
  await page.getByText('Verscherpt toezicht duurt telkens ten hoogste 6 maanden').waitFor()
  await look('supervision-opened')
  await opened.getByRole('button', { name: 'Sluiten' }).click()

  await page.getByLabel('Wat is er gebeurd?').selectOption('Vertrouwen in het bestuur')
  await page.getByLabel('Beoordeeld op').fill('10-11-16')
  await page.getByLabel('Oordeel', { exact: true }).selectOption('vertrouwen')
  await page.getByLabel('Onderbouwing', { exact: true }).fill('Het bestuur volgt de wachtlijst zelf.')
  await page.getByRole('button', { name: 'Vastleggen', exact: true }).click()
  await page.getByRole('row', { name: /10 nov 2016.*Vertrouwen in het bestuur.*volgt de wachtlijst/ }).first().waitFor()

  await page.getByLabel('Plak rijen uit een rekenblad').fill(
    ['maand\tregistratiesysteem\twerkvoorraad\twachtlijst onderzoek\ttriage in termijn (%)', 'jan 2016\tRegas\t210\t20\t64,5', 'feb 2016\tRegas\t215\t43\tveel', 'apr 2016\tRegas\t190\t38\t81'].join('\n'))
  await page.getByRole('button', { name: 'Nakijken' }).click()
  const preview = page.getByRole('dialog', { name: 'Cijfers overnemen' })
  await preview.getByText('3 nieuwe maanden').waitFor()
  await preview.getByRole('row', { name: /E3.*veel.*geen getal/ }).waitFor()
  await look('figures-preview')
  await preview.getByRole('button', { name: '3 maanden overnemen' }).click()
  await preview.waitFor({ state: 'detached' })
  await page.getByText('mrt 2016 (Regas) ontbreekt').waitFor()
  await page.getByText('feb 2016 (Regas): Wachtlijst onderzoek van 20 naar 43').waitFor()
  await page.getByLabel('Toon in de grafiek').selectOption('Triage in termijn (%)')
  await page.getByText('Streefwaarde 90%').waitFor()
  await page.setViewportSize({ width: 1280, height: 4200 })
  await look('supervision')
  await page.emulateMedia({ colorScheme: 'dark' })
  await look('supervision-dark')
  await page.setViewportSize({ width: 640, height: 900 })
  expect(await page.evaluate(() => [document.documentElement, document.querySelector('main')!].filter((one) => one.scrollWidth > one.clientWidth).length)).toBe(0)
  await page.screenshot({ path: 'dist/e2e/supervision-narrow.png', fullPage: true })
  await goTo('/organisaties')
  await page.getByRole('link', { name: /Drenthe/ }).waitFor()
  expect(complaints).toEqual([])
})
