import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { judgeExample } from '../../electron/example.ts'
import { openLaptop, openTestFolder } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('the office reads what leaves and what never does, exports all, and decides what the archive asks', async () => {
  const laptop = await openLaptop('C. de Wit', 'office')
  const [, retest] = [...(await judgeExample(laptop.api)).values()]
  const { page, goTo, complaints } = await openAppOf(laptop)
  const folder = openTestFolder()
  const look = async (name: string) => {
    expect([name, ...await violationsOf(page)]).toEqual([name])
    await page.screenshot({ path: `dist/e2e/${name}.png`, fullPage: true })
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Gegevens uitvoeren' }).click()
  await page.getByText('Er nooit in: namen van mensen').waitFor()
  await page.getByText('Nog te bepalen: Archiefvormer').waitFor()
  const zip = await saved(page, 'Alle inspecties uitvoeren…', folder)
  await page.getByText('Uitgevoerd: 2 inspecties, 50 rijen met verwachtingen.').waitFor()
  expect(readFileSync(zip, 'latin1')).toContain('verwachtingen.schema.json')
  for (const [label, value] of [
    ['Archiefvormer', 'Inspectie Jeugdzorg'], ['Waardering', 'Bewaren'], ['Selectielijst van de waardering', 'Selectielijst'], ['Beperking van het gebruik', 'Openbaar'],
    ['Begrippenlijst van de beperking', 'Begrippenlijst'], ['Bewaartermijn in jaren', '20'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(value)
    await page.keyboard.press('Enter')
  }
  await page.getByText('Nog te bepalen').waitFor({ state: 'detached' })
  await look('data-out')
  await page.emulateMedia({ colorScheme: 'dark' })
  await look('data-out-dark')

  await goTo(`/inspectie/${retest}/ondertekenen`)
  await page.getByLabel(/^Map voor het archief/).check()
  await page.getByRole('button', { name: 'Uitvoeren…', exact: true }).click()
  await page.getByText('ligt hier geen ontvangen ondertekend inspectiebestand').waitFor()
  await page.getByLabel(/^OSCAL, resultaten/).check()
  const oscal = await saved(page, 'Uitvoeren…', folder)
  expect(JSON.parse(readFileSync(oscal, 'utf8'))).toHaveProperty('assessment-results')
  await look('data-out-inspection')
  expect(complaints).toEqual([])
})

/** Presses a button that saves a file, and where that came. */
async function saved(page: Page, button: string, folder: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}
