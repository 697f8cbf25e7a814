import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { newInspection, openLaptop, rate } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('what is not met becomes points, a person says how each stands, and the plan of the organisation comes in beside it', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop, { firstDay: '2016-05-20' })
  for (const [id, code] of [['1.1.1', '-'], ['2.1.1', '-'], ['1.2.1', '+']] as const) await rate(laptop, inspection, id, code)
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  const picture = (name: string) => page.screenshot({ path: `dist/e2e/${name}.png`, fullPage: true })

  await goTo(`/inspectie/${inspection}/verbeterpunten`)
  await page.getByText('2 verwachtingen voldoen niet en hebben nog geen verbeterpunt:').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Maak de 2 verbeterpunten' }).press('Enter')
  await page.getByRole('button', { name: /VP2/ }).waitFor()

  await page.getByRole('button', { name: /VP1/ }).press('Enter')
  await page.getByLabel('Nieuwe maatregel').fill('Rooster aanvullen')
  await page.keyboard.press('Enter')
  await page.getByLabel('Gereed per').fill('1-4-16')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: /VP1.*1 over tijd/ }).waitFor()
  await page.getByLabel('Nieuwe stand').selectOption('ten dele opgelost')
  await page.getByLabel('Bron').fill('DOC1')
  await page.getByLabel('Waarom').fill('De helft van het rooster is er.')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /ten dele opgelost.*VP1/ }).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'De helft van het rooster is er.' }).first().waitFor()
  expect(await violationsOf(page)).toEqual([])
  await picture('improvement')
  await page.getByRole('region', { name: 'Maatregelen' }).screenshot({ path: 'dist/e2e/improvement-measures.png' })

  const file = join(laptop.home, 'verbeterplan.xlsx')
  await page.getByRole('button', { name: /VP1/ }).press('Enter')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Sjabloon opslaan' }).click()
  await (await download).saveAs(file)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const sheet = workbook.getWorksheet('Verbeterplan')!
  sheet.getCell('G3').value = 'Piketdienst inrichten'
  sheet.getCell('I3').value = 'ooit'
  sheet.addRow(['VP2', '', '', '', '', '', 'Afspraak met de buren', 'teammanager', '1-12-2026'])
  await workbook.xlsx.writeFile(file)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ingevuld plan openen' }).click()
  await (await chooser).setFiles(file)
  await page.getByText('I3: geen dag, zoals 31-12-2026').waitFor()
  await page.getByLabel('Datum van het plan').fill('1-6-2016')
  await page.keyboard.press('Tab')
  expect(await violationsOf(page)).toEqual([])
  await picture('improvement-plan')
  await page.getByRole('button', { name: '1 regel bewaren' }).click()
  await page.getByText('1 regel bewaard.').waitFor()

  await page.getByRole('button', { name: /VP2/ }).press('Enter')
  await page.getByRole('button', { name: 'Overnemen als maatregel' }).click()
  await page.getByRole('button', { name: /VP2.*1 maatregel/ }).waitFor()
  const { measures } = await api.improvement.list({ inspection, day: '2016-06-01' })
  expect(measures.map(({ fields }) => [fields.what.value, fields.owner.value])).toEqual([['Rooster aanvullen', null], ['Afspraak met de buren', 'teammanager']])
  await page.emulateMedia({ colorScheme: 'dark' })
  await api.settings.set({ language: 'en', theme: 'system', keys: true })
  await page.reload()
  await page.getByRole('heading', { name: 'Improvement points' }).waitFor()
  await page.getByRole('button', { name: /VP2/ }).press('Enter')
  await page.getByText('According to the improvement plan of').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await picture('improvement-dark')
  expect(complaints).toEqual([])
})
