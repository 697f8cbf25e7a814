import { expect, test } from 'vitest'
import { newInspection } from '../helpers/backend.ts'
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
  await page.screenshot({ path: '/tmp/rev.png' })
  await look('revoke-dialog')
  await page.getByRole('button', { name: 'Nu intrekken' }).click()
  await page.getByText(/Ingetrokken op/).waitFor()
  await page.emulateMedia({ colorScheme: 'dark' })
  await look('revoked')
  await office.goTo('/inlezen')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Bestanden kiezen' }).click()])
  await chooser.setFiles(file)
  await page.getByText(/is ingetrokken op/).waitFor()
  expect(office.complaints).toEqual([])
})
