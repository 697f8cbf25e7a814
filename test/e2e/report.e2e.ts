import { expect, test } from 'vitest'
import { newInspection, openLaptop, rate, answer, rationaleAt } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('the report stands on its screen as it prints, with its outline, and is saved as a Word file', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop, { firstDay: '2016-05-20' })
  await rate(laptop, inspection, '1.3.1', '-')
  await answer(laptop, rationaleAt(inspection, '1.3.1'), 'Oude zaken staan in <b>het vorige</b> systeem.')
  const { page, goTo, complaints } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/rapport`)
  await page.getByRole('heading', { name: 'Rapport', exact: true, level: 1 }).waitFor()
  const paper = page.getByRole('region', { name: 'Het rapport op papier' })
  await paper.getByText('Oude zaken staan in <b>het vorige</b> systeem.').waitFor()
  await page.getByRole('navigation', { name: 'Inhoud' }).getByRole('button', { name: 'Bevindingen' }).click()
  expect((await paper.getByRole('heading', { name: 'Bevindingen' }).boundingBox())!.y).toBeLessThan(200)
  expect((await page.getByRole('banner').boundingBox())!.y).toBe(0)
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/report.png' })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/report-dark.png' })

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word' }).click()
  expect((await download).suggestedFilename()).toMatch(/^rapport-[0-9a-f]{8}\.docx$/)
  await page.getByText('Het rapport is bewaard.').waitFor()
  expect(complaints).toEqual([])
})
