import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { answer, newInspection, openLaptop, rate, rationaleAt } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('findings go to the organisation, its remarks come back, and each gets a decision, a reason and a text', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop, { firstDay: '2016-05-20' })
  await laptop.api.activity.add({ inspection, kind: 'interview', role: 'management' })
  await rate(laptop, inspection, '1.3.1', '-')
  await answer(laptop, rationaleAt(inspection, '1.3.1'), 'Oude zaken staan in het vorige systeem [I1]. Dat is zo sinds 2014.')
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/wederhoor`)

  await page.getByText('3 regels bekijken').click()
  await page.getByText('Oude zaken staan in het vorige systeem (interviews).').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Pakket bewaren en vastleggen' }).click()
  const packed = join(laptop.home, 'pakket.zip')
  await (await download).saveAs(packed)
  await page.getByText('3 regels zijn voorgelegd').waitFor()
  expect(await violationsOf(page)).toEqual([])

  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await (await JSZip.loadAsync(readFileSync(packed))).file('opmerkingen.xlsx')!.async('nodebuffer') as unknown as ExcelJS.Buffer)
  workbook.getWorksheet('Opmerkingen')!.addRow([3, 'Dat is niet sinds 2014.', 'Sinds 2015.', 'Jaarverslag 2015'])
  const filled = join(laptop.home, 'terug.xlsx')
  await workbook.xlsx.writeFile(filled)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Formulier openen' }).click()
  await (await chooser).setFiles(filled)
  await page.getByRole('button', { name: '1 opmerking overnemen' }).click()
  await page.getByText('1 opmerking is vastgelegd.').waitFor()

  await page.getByRole('button', { name: /geen besluit.*regel 3/ }).press('Enter')
  await page.getByLabel('Besluit').selectOption('overgenomen')
  await page.getByRole('button', { name: /tekst nog niet verwerkt.*regel 3/ }).waitFor()
  await page.getByLabel('De tekst in het rapport').fill('Oude zaken staan in het vorige systeem [I1]. Dat is zo sinds 2015.')
  await page.getByLabel('Reactie aan de organisatie').fill('Het jaarverslag laat dat zien.')
  await page.keyboard.press('Tab')
  await page.getByRole('heading', { name: 'Gewijzigd sinds het voorleggen: 1 tekst' }).waitFor()
  await page.getByRole('button', { name: 'Zo is de opmerking verwerkt' }).click()
  await page.getByRole('button', { name: /beantwoord.*regel 3/ }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/factual-check.png', fullPage: true })

  await page.getByLabel('Welk voornemen?').fill('Openbaarmaking van het rapport')
  await page.keyboard.press('Enter')
  await page.getByText('nog niet gevraagd').click()
  await page.getByLabel('In het rapport', { exact: true }).scrollIntoViewIfNeeded()
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/factual-check-dark.png', fullPage: true })
  const { remarks, blockers } = await api.factualCheck.get({ inspection, day: '2099-01-01' })
  expect([remarks[0]!.standing, remarks[0]!.after, blockers]).toEqual(['answered', 'Oude zaken staan in het vorige systeem (interviews). Dat is zo sinds 2015.', []])
  expect(complaints).toEqual([])
})
