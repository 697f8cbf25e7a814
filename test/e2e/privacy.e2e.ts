import { expect, test } from 'vitest'
import { answer, newInspection, openLaptop, rationaleAt } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('what looks like personal data is told while typing, and answered in one list', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'In het dossier van 123456782 ontbreekt het plan.')
  await answer(laptop, rationaleAt(inspection, '1.1.2'), 'Genoteerd: BSN 123456783.')
  const { page, goTo, complaints } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/oordelen/verwachting/1.2.1`)
  await page.getByText('Onderbouwing toevoegen').click()
  await page.getByLabel('Onderbouwing', { exact: true }).fill('Bel 06-12345678 bij vragen.')
  await page.getByText('Lijkt op een telefoonnummer: …78').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/privacy-typing.png' })

  await page.keyboard.press('Tab')
  await page.getByText(/Opgeslagen \d\d:\d\d:\d\d/).waitFor()
  await goTo(`/inspectie/${inspection}/ondertekenen`)
  await page.getByRole('link', { name: 'Persoonsgegevens nalopen' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Persoonsgegevens nalopen' }).waitFor()
  const rowOf = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  await rowOf('…78').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/privacy-list.png' })

  await rowOf('…83').getByRole('button', { name: 'Geen persoon' }).click()
  await rowOf('…83').waitFor({ state: 'detached' })
  await rowOf('…78').getByRole('button', { name: 'Nodig, met reden' }).click()
  await page.getByLabel('Waarom is dit nodig?').fill('Algemeen nummer van de instelling.')
  await page.keyboard.press('Enter')
  await rowOf('…78').waitFor({ state: 'detached' })
  await rowOf('…82').getByRole('button', { name: 'Wissen…' }).click()
  await page.getByLabel('Waarom wordt dit gewist?').fill('Nummer van een kind.')
  await page.keyboard.press('Enter')
  await page.getByText('Er staat niets meer dat op een persoonsgegeven lijkt.').waitFor()
  expect(complaints).toEqual([])
})
