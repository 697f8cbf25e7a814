import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Laptop, newInspection, openLaptop, openMachine, openTestFolder, PASSPHRASE, rate } from '../helpers/backend.ts'
import { enrol, exchange, openOffice } from '../helpers/office.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

/** From where the clocks of tests begin until now, by which the app goes. */
const DAYS = Math.floor((Date.now() - Date.UTC(2026, 0, 5)) / 86_400_000)

async function openToday(office: Laptop, name: string): Promise<Laptop> {
  const laptop = await openLaptop(name)
  laptop.pass(DAYS)
  await enrol(laptop, office)
  return laptop
}

test('what comes from a copied workspace is set apart, a number that lacks is told, and a person puts it away', { timeout: 120_000 }, async () => {
  const office = await openOffice()
  office.pass(DAYS)
  const [ours, theirs] = [await openToday(office, 'A. Bakker'), await openToday(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  const home = openTestFolder()
  const { path } = ours.context()
  await ours.api.workspace.lock({})
  cpSync(path, join(home, 'werk'), { recursive: true })
  const copy = openMachine(home)
  copy.pass(DAYS)
  for (const { api } of [ours, copy]) await api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  await rate(copy, inspection, '1.1.1', '-')
  await rate(ours, inspection, '1.1.1', '+')
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  await exchange(ours, inspection)
  const third = await exchange(ours, inspection)
  const other = join(home, 'van-de-kopie.veldtoets') // a browser elsewhere writes files of one name over each other
  cpSync(await exchange(copy, inspection), other)

  const { page, goTo, api } = await openAppOf(theirs)
  const look = async (name: string) => {
    expect([name, ...await violationsOf(page)]).toEqual([name])
    await page.screenshot({ path: `dist/e2e/${name}.png`, fullPage: true })
  }
  await goTo('/inlezen')
  await give(page, third, other)
  await page.getByText('Bestand 2 van dit apparaat ontbreekt').waitFor()
  await page.getByRole('row').filter({ hasText: 'Apart gehouden' }).waitFor()
  await look('quarantine-decision')
  await page.getByRole('button', { name: '2 bestanden inlezen' }).click()
  await page.getByRole('heading', { name: 'Apart gehouden' }).waitFor()
  await page.getByText('Het gaat om de laptop van A. Bakker.').waitFor()
  await page.getByText(/bestand 2 ontbreekt; binnen is 1, 3/).waitFor()
  await look('quarantine')
  await page.getByText('Bekijken', { exact: true }).first().click()
  await page.getByLabel('Waarom u erin kijkt').fill('Wat schreef de kopie?')
  await page.getByRole('button', { name: 'Bekijken' }).click()
  await page.getByRole('dialog').getByRole('cell', { name: /1\.1\.1/ }).waitFor()
  await look('quarantine-inside')
  await page.keyboard.press('Escape')
  await page.getByText('Wegleggen').first().click()
  await page.getByLabel('Waarom er niets meer mee hoeft').fill('A. Bakker werkt verder op de nieuwe laptop.')
  await page.getByRole('button', { name: 'Wegleggen' }).click()
  await page.getByText('1 weggelegd bestand').click()
  await page.getByText(/A. Bakker werkt verder op de nieuwe laptop/).waitFor()
  await page.emulateMedia({ colorScheme: 'dark' })
  await api.settings.set({ language: 'nl', theme: 'system', keys: true })
  await page.reload()
  await goTo('/inlezen')
  await page.getByText('1 weggelegd bestand').click()
  await look('quarantine-dark')
  expect(await api.bundle.quarantine({})).toMatchObject([{ putAway: { by: 'B. Visser' } }])
})

/** Chooses files to read in. */
async function give(page: Page, ...files: string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Bestanden kiezen' }).click()])
  await chooser.setFiles(files)
}
