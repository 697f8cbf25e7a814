import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openApp } from '../helpers/app.ts'
import { newInspection, openTestFolder } from '../helpers/backend.ts'
import { exchange, openEnrolled, openOffice, ROOT_PASSPHRASE } from '../helpers/office.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('the office revokes someone, and refuses what they bring after that', { timeout: 90_000 }, async () => {
  const machine = await openOffice()
  const laptop = await openEnrolled(machine)
  const file = await exchange(laptop, await newInspection(laptop))
  const office = await openAppOf(machine)
  const { page } = office
  const look = async (name: string) => {
    expect([name, ...await violationsOf(page)]).toEqual([name])
    await page.screenshot({ path: `dist/e2e/${name}.png`, fullPage: true })
  }
  await office.goTo('/inspecteurs')
  await page.getByRole('button', { name: 'Toegang van A. Bakker intrekken' }).click()
  await page.getByLabel('Laptop of sleutel kwijt').check()
  await page.getByRole('dialog').getByLabel('Wachtzin van de hoofdsleutel').fill(ROOT_PASSPHRASE)
  await look('revoke-dialog')
  await page.getByRole('button', { name: 'Nu intrekken' }).click()
  await page.getByText(/Ingetrokken op/).waitFor()
  await page.emulateMedia({ colorScheme: 'dark' })
  await look('revoked')
  await office.goTo('/inspecteurs')
  await page.getByRole('button', { name: 'Vernieuwen: toegang van A. Bakker' }).waitFor({ state: 'detached' }) // whose key is lost gets no new pass for it
  await page.getByRole('button', { name: 'Hoofdsleutel van Landelijk toezicht jeugd niet meer vertrouwen' }).click()
  await page.getByLabel('Waarom').fill('De kluis is opengebroken.')
  await page.getByLabel('Het bureau bevestigt dat het om deze hoofdsleutel gaat.').check()
  await look('distrust')
  await page.getByRole('button', { name: 'Voorgoed niet meer vertrouwen' }).click()
  await page.getByText(/Maak eerst een nieuwe hoofdsleutel/).waitFor()
  await page.keyboard.press('Escape')
  await office.goTo('/inlezen')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Bestanden kiezen' }).click()])
  await chooser.setFiles(file)
  await page.getByText(/is ingetrokken op/).waitFor()
  expect(office.complaints).toEqual([])
})

test('an office takes a new root, asks for two signers, and lets in again who forgot a passphrase', { timeout: 120_000 }, async () => {
  const [NEXT, OWN] = ['de tweede wortel ligt in een andere kluis', 'een nieuwe wachtzin die ik onthoud']
  const [machine, files] = [await openOffice(), openTestFolder()]
  const laptop = await openEnrolled(machine)
  await laptop.close()
  const [office, field] = [await openAppOf(machine), await openApp({ home: laptop.home })]
  for (const { page } of [office, field]) await page.setViewportSize({ width: 1280, height: 2000 })
  const look = async (page: Page, name: string) => {
    expect([name, ...await violationsOf(page)]).toEqual([name])
    await page.screenshot({ path: `dist/e2e/${name}.png`, fullPage: true })
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const saved = async (page: Page, name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)])
    const file = join(files, download.suggestedFilename())
    await download.saveAs(file)
    return file
  }
  const give = async (page: Page, name: string, file: string) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, name)])
    await chooser.setFiles(file)
  }

  await office.goTo('/inspecteurs')
  const before = await office.page.getByRole('list', { name: 'Zes woorden van het bureau' }).innerText()
  await office.page.getByText('Nieuwe hoofdsleutel', { exact: true }).click()
  const form = office.page.locator('form').filter({ hasText: 'Is de wachtzin van de huidige hoofdsleutel bekend?' })
  await form.getByLabel('Wachtzin van de hoofdsleutel').fill(ROOT_PASSPHRASE)
  await form.getByLabel('Wachtzin van de nieuwe hoofdsleutel', { exact: true }).fill(NEXT)
  await form.getByLabel('Nog eens: wachtzin van de nieuwe hoofdsleutel').fill(NEXT)
  await look(office.page, 'roll-over')
  await press(office.page, 'Nieuwe hoofdsleutel maken')
  await office.page.getByText(/De nieuwe hoofdsleutel is gemaakt/).waitFor()
  expect(await office.page.getByRole('list', { name: 'Zes woorden van het bureau' }).innerText()).not.toBe(before)
  await office.page.getByLabel('Minstens zoveel personen ondertekenen een inspectiebestand').selectOption('2')
  await office.page.getByText('Eerdere hoofdsleutel', { exact: true }).waitFor()

  await field.page.getByText('Wachtzin vergeten?').click()
  await field.page.getByLabel('Nieuwe wachtzin', { exact: true }).fill(OWN)
  await field.page.getByLabel('Nog eens: nieuwe wachtzin').fill(OWN)
  const request = await saved(field.page, 'Herstelaanvraag bewaren')
  const words = await field.page.getByRole('list', { name: 'Zes woorden' }).innerText()
  await look(field.page, 'recovery-asked')
  await office.page.getByText('Wachtzin vergeten', { exact: true }).click()
  await give(office.page, 'Herstelaanvraag openen', request)
  expect(await office.page.getByRole('list', { name: 'Zes woorden', exact: true }).innerText()).toBe(words)
  await office.page.getByLabel('De inspecteur heeft deze zes woorden voorgelezen').check()
  await office.page.locator('form').filter({ hasText: 'Antwoord bewaren' }).getByLabel('Wachtzin van de hoofdsleutel').fill(NEXT)
  await office.page.emulateMedia({ colorScheme: 'dark' })
  await look(office.page, 'recovery-office')
  const answer = await saved(office.page, 'Antwoord bewaren')
  await office.page.getByText(/Het antwoord voor A. Bakker is bewaard/).waitFor()
  await give(field.page, 'Antwoord van het bureau openen', answer)
  await field.page.getByRole('link', { name: 'Toegang' }).click()
  await field.page.getByRole('button', { name: 'Aanvraag bewaren' }).waitFor()
  await field.page.emulateMedia({ colorScheme: 'dark' })
  await look(field.page, 'access-anew')
  expect([...office.complaints, ...field.complaints]).toEqual([])
})
