import { expect, test } from 'vitest'
import { judgeExample } from '../../electron/example.ts'
import { openLaptop } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('a letter to the board is made, addressed, altered and saved, and stands among the letters sent', async () => {
  const laptop = await openLaptop('K. Kantoor', 'office')
  const [, inspection] = [...(await judgeExample(laptop.api)).values()] as [string, string]
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/brieven`)
  await page.getByRole('button', { name: 'Brief maken' }).click()
  const paper = page.getByRole('region', { name: 'De brief zoals hij wordt afgedrukt' })
  await paper.getByText('is aan 18 voldaan').waitFor()

  await page.getByRole('textbox', { name: 'Aan', exact: true }).fill('Bestuur GGD Drenthe\nCollege van Assen')
  await page.keyboard.press('Tab')
  await paper.getByText('Aan: College van Assen').waitFor()
  const text = page.getByRole('textbox', { name: 'Tekst', exact: true })
  await text.fill(`${await text.inputValue()}\n\nMet vriendelijke groet,`)
  await page.keyboard.press('Tab')
  await paper.getByText('Met vriendelijke groet,').first().waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/letter.png', fullPage: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: 'dist/e2e/letter-dark.png' })

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'PDF' }).click()
  expect((await download).suggestedFilename()).toMatch(/^brief-[0-9a-f]{8}\.pdf$/)
  await page.getByRole('button', { name: 'Vandaag verstuurd' }).click()
  await page.getByText('De brief ligt vast en staat per geadresseerde in het toezichtdossier.').waitFor()
  await page.getByRole('button', { name: 'Verbeterbrief maken' }).click()
  await paper.getByText('Dit komt in de plaats van onze brief van').first().waitFor()
  const { file } = await api.letter.list({ inspection })
  const { events } = await api.supervision.get({ organisation: file, today: '2026-12-01' })
  expect(events.filter(({ entity }) => entity === 'letter')).toHaveLength(2)
  expect(complaints).toEqual([])
})
