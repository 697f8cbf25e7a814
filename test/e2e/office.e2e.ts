import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { criteriaOf, listedOf } from '../../shared/domain/framework.ts'
import { openLaptop, openTestFolder } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

const ROOT_PASSPHRASE = 'vis appel dak kraan wolk'

test('an inspector is enrolled, hands over and gets a receipt, with every file going in and out through the page', { timeout: 180_000 }, async () => {
  const files = openTestFolder()
  const [field, office] = [await openAppOf(await openLaptop('A. Bakker')), await openAppOf(await openLaptop('C. de Wit', 'office'))]
  const look = async (page: Page, name: string) => {
    expect([name, ...await violationsOf(page)]).toEqual([name])
    await page.screenshot({ path: `dist/e2e/${name}.png` })
  }

  await goTo(office.page, 'Inspecteurs')
  await office.page.getByLabel('Naam van het bureau').fill('Samenwerkend Toezicht Jeugd')
  await office.page.getByLabel('Wachtzin van de hoofdsleutel', { exact: true }).fill(ROOT_PASSPHRASE)
  await office.page.getByLabel('Nog eens: wachtzin van de hoofdsleutel').fill(ROOT_PASSPHRASE)
  await look(office.page, 'office-root')
  await press(office.page, 'Hoofdsleutel maken')
  const root = await office.page.getByRole('list', { name: 'Zes woorden van het bureau' }).innerText()
  expect(await saved(office.page, 'Certificaat bewaren (root.pem)', files)).toMatch(/root\.pem$/)

  await goTo(field.page, 'Toegang')
  const request = await saved(field.page, 'Aanvraag bewaren', files)
  const own = await field.page.getByRole('list', { name: 'Zes woorden' }).innerText()
  await look(field.page, 'access-request')

  await give(office.page, 'Aanvraag openen', request)
  expect(await office.page.getByRole('list', { name: 'Zes woorden', exact: true }).innerText()).toBe(own)
  const grant = office.page.getByRole('button', { name: 'Toegangsbestand bewaren' })
  await office.page.getByRole('textbox', { name: 'Wachtzin van de hoofdsleutel' }).fill('een andere wachtzin dan deze')
  expect(await grant.isDisabled()).toBe(true)
  await office.page.getByLabel('De inspecteur heeft deze zes woorden voorgelezen').check()
  await grant.click()
  await office.page.getByText('Deze wachtzin past niet.').waitFor()
  await look(office.page, 'office-grant-refused')
  await office.page.getByRole('textbox', { name: 'Wachtzin van de hoofdsleutel' }).fill(ROOT_PASSPHRASE)
  const pass = await saved(office.page, 'Toegangsbestand bewaren', files)
  await office.page.getByRole('cell', { name: 'A. Bakker', exact: true }).waitFor()
  await look(office.page, 'office-inspectors')

  await give(field.page, 'Toegangsbestand openen', pass)
  await field.page.getByText('Dit toegangsbestand komt van Samenwerkend Toezicht Jeugd').waitFor()
  expect(await field.page.getByRole('list', { name: 'Zes woorden' }).last().innerText()).toBe(root)
  await field.page.getByLabel('Het bureau heeft deze zes woorden voorgelezen').check()
  await press(field.page, 'Toegang aannemen')
  await field.page.getByText(/U kunt ondertekenen tot en met/).waitFor()
  await look(field.page, 'access-accepted')

  const inspection = await judgedInspection(field.api)
  await field.goTo(`/inspectie/${inspection}/ondertekenen`)
  await field.page.getByText('Niets staat het ondertekenen in de weg.').waitFor()
  await look(field.page, 'sign-ready')
  const bundle = await saved(field.page, 'Ondertekenen en bewaren', files)
  await field.page.getByText('Ondertekend en bewaard als bestand nummer 1.').waitFor()
  await look(field.page, 'signed')

  const noise = join(files, 'kapot.veldtoets')
  writeFileSync(noise, 'geen bestand van Veldtoets')
  await goTo(office.page, 'Inlezen')
  await look(office.page, 'import-empty')
  await give(office.page, 'Bestanden kiezen', bundle, noise)
  const row = (name: string) => office.page.getByRole('row').filter({ hasText: name })
  await row('kapot.veldtoets').getByText('Geweigerd').waitFor()
  await row('Veilig Thuis Drenthe').getByText('Nieuw').waitFor()
  await look(office.page, 'import-decision')
  expect(await office.api.inspection.list({})).toEqual([])
  await press(office.page, '1 bestand inlezen')
  await row('Veilig Thuis Drenthe').getByText('Ingelezen').waitFor()
  await look(office.page, 'imported')
  const receipt = await saved(office.page, 'Bevestiging bewaren', files)
  await give(office.page, 'Bestanden kiezen', bundle)
  await row('Veilig Thuis Drenthe').getByText('Al bekend').waitFor()

  await give(field.page, 'Ontvangstbevestigingen inlezen', receipt)
  await field.page.getByText(/door het bureau ontvangen op/).waitFor()
  await look(field.page, 'received')
  const [[mine], [theirs]] = [await field.api.inspection.list({}), await office.api.inspection.list({})]
  expect(mine!.status).toBe('received')
  expect(theirs!.stateHash).toBe(mine!.stateHash)
  await goTo(office.page, 'Organisaties')
  await office.page.getByRole('heading', { name: 'Organisaties' }).waitFor()
  await look(office.page, 'organisations')
  expect([...field.complaints, ...office.complaints]).toEqual([])
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const goTo = (page: Page, name: string) => page.getByRole('navigation', { name: 'Schermen' }).getByRole('link', { name }).click()

/** Presses a button after which the page hands over a file, and keeps that file. */
async function saved(page: Page, button: string, folder: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)])
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  return file
}

/** Presses a button that asks for files, and chooses these. */
async function give(page: Page, button: string, ...files: string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, button)])
  await chooser.setFiles(files)
}

/** A first assessment of Veilig Thuis Drenthe in which all is judged to be well. */
async function judgedInspection(api: Awaited<ReturnType<typeof openAppOf>>['api']): Promise<string> {
  const { hash } = (await api.framework.list({})).find(({ id }) => id === 'vt-2015-step-1')!
  const organisation = (await api.organisation.list({})).find(({ name }) => name === 'Veilig Thuis Drenthe')!.id
  const day = '2015-08-24'
  const { id: inspection } = await api.inspection.create({
    organisation, framework: hash, kind: 'first', earlier: null, firstDay: day, lastDay: day, announced: true, team: [],
  })
  const framework = await api.framework.get({ hash })
  const record = (entity: string, entityId: string, field: string, value: string) =>
    api.field.record({ inspection, entity, entityId, field, value, seen: [], reason: null })
  for (const { id, assessed } of listedOf(framework)) if (assessed) await record('finding', id, 'rating', '+')
  for (const { id } of criteriaOf(framework)) {
    await record('appraisal', id, 'judgement', 'V')
    await record('appraisal', id, 'now', 'Zo blijkt uit de gesprekken.')
  }
  return inspection
}
