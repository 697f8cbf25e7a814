import { expect, test } from 'vitest'
import { answer, rationaleAt } from '../helpers/backend.ts'
import { judgeOfficial } from '../helpers/adoptable.ts'
import { handOver, openEnrolled, openOffice } from '../helpers/office.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('at the office a report is adopted, a name and a selection are left out, and the public version is saved', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await judgeOfficial(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Zoete-Inval B.V. houdt de wachtlijst bij, aldus zoete inval.')
  await office.api.bundle.import({ files: [await handOver(laptop, inspection)] })
  await office.api.publication.record({ inspection, languages: ['nl', 'en'], step: { kind: 'adopted', day: '2026-01-05', by: 'hoofdinspecteur', reason: null, ground: null } })
  const { page, goTo, complaints } = await openAppOf(office)
  await goTo(`/inspectie/${inspection}/openbare-versie`)
  await page.getByRole('heading', { name: 'Openbare versie', level: 1 }).waitFor()
  await page.getByText(/Vastgesteld op 5 januari 2026 door/).waitFor()

  await page.getByLabel('Naam, nummer of adres').fill('Zoete Inval')
  await page.getByRole('button', { name: 'Zoek alle schrijfwijzen' }).click()
  await page.getByRole('radio', { name: /Vertrouwelijke bedrijfsgegevens/ }).check()
  await page.getByRole('button', { name: 'Laat 2 plaatsen weg' }).click()
  await page.getByRole('heading', { name: '2 passages weggelaten' }).waitFor()

  const paper = page.getByRole('region', { name: 'Het vastgestelde rapport, met wat wordt weggelaten' })
  await paper.getByText('Er is geen zicht op de wachtlijst.').selectText()
  await page.getByRole('checkbox', { name: /Laat de hele alinea of cel weg/ }).check()
  await page.getByRole('button', { name: 'Laat de selectie weg' }).click()
  await page.getByRole('heading', { name: '3 passages weggelaten' }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/public-version.png' })
  await page.getByRole('button', { name: 'Openbare versie', exact: true }).click()
  const after = page.getByRole('region', { name: 'De openbare versie zoals zij wordt' })
  await after.getByText('[weggelaten: bedrijfsgegevens]', { exact: true }).first().waitFor()
  expect(await after.textContent()).not.toMatch(/zoete|geen zicht op/i)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/public-version-dark.png' })

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Openbare versie bewaren' }).click()
  expect((await download).suggestedFilename()).toMatch(/^[0-9a-f]{8}-openbaar\.zip$/)
  await page.getByText('Bewaard, met 3 weggelaten passages.').waitFor()
  expect(complaints).toEqual([])
})
