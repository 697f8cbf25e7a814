import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answer, openTestFolder, rationaleAt } from '../helpers/backend.ts'
import { enrol, openJudged, openOffice } from '../helpers/office.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

const SECOND = 'de tweede heeft een eigen wachtzin'

test('two inspectors sign the same content at one laptop, and a later change says where the signature ends', async () => {
  const office = await openOffice()
  const { laptop, retest: inspection } = await openJudged(office)
  await laptop.api.workspace.addPerson({ person: { name: 'B. Visser', inspectorate: 'Inspectie Gezondheidszorg' }, passphrase: SECOND })
  await laptop.api.workspace.switch({ passphrase: SECOND })
  await enrol(laptop, office)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Samen nagebeld.')
  await laptop.api.bundle.signOwnLog({ inspection })

  const { page, api, goTo, complaints } = await openAppOf(laptop)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await goTo(`/inspectie/${inspection}/ondertekenen`)
  await page.getByRole('checkbox', { name: /B\. Visser/, checked: true }).waitFor()
  await page.getByText('verklaart: “Coördinerend inspecteur. Dit inspectiebestand').waitFor()
  await press('Ondertekenen en voorleggen')
  await page.getByText('wacht op de anderen').waitFor()
  await page.getByText('B. Visser heeft nog niet ondertekend').first().waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/cosign-proposed.png', fullPage: true })

  await api.workspace.switch({ passphrase: SECOND })
  await page.reload()
  await press('Bekijken en meetekenen')
  const dialog = page.getByRole('dialog', { name: 'Wat u meetekent' })
  await dialog.getByText('18 van 24 verwachtingen voldoen').waitFor()
  await dialog.getByText('Wat hier bekend is, is precies wat in dit bestand staat.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/cosign-review.png' })
  await dialog.getByRole('button', { name: 'Meetekenen', exact: true }).click()
  await page.getByText('Iedereen heeft ondertekend.').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), press('Bewaren voor het bureau')])
  const file = join(openTestFolder(), 'samen.veldtoets')
  await download.saveAs(file)
  const [arrival] = await office.api.bundle.import({ files: [file] })
  expect(arrival!.contents!.signers.map(({ name }) => name).sort()).toEqual(['A. Bakker', 'B. Visser'])

  const place = rationaleAt(inspection, '2.1.1')
  const { field } = await api.field.get(place)
  await api.field.record({ ...place, value: 'Nog eens gebeld.', reason: null, seen: field.heads.map(({ id }) => id) })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.reload()
  await page.getByText(/Gewijzigd sinds de ondertekening van bestand nummer 1/).waitFor()
  await page.getByRole('listitem').filter({ hasText: '2.1.1 onderbouwing' }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/cosign-changed.png', fullPage: true })
  expect(complaints).toEqual([])
}, 120_000)
