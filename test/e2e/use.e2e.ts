import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import shipped from '../../resources/frameworks/vt-2015-step-1.json' with { type: 'json' }
import { answer, at, carry, newInspection, openLaptop, openTestFolder, rate, rationaleAt } from '../helpers/backend.ts'
import { exchange, openEnrolled, openOffice } from '../helpers/office.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

/** Presses a button that asks for files, and chooses these. */
async function give(page: Page, button: string, files: string | string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button, exact: true }).click()])
  await chooser.setFiles(files)
}

test('a text that is refused stays on the screen, the reason beside it, and is saved once it is mended', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { page, api, goTo } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/oordelen/verwachting/1.1.1`)
  await page.getByText('Onderbouwing toevoegen').click()
  const text = page.getByLabel('Onderbouwing', { exact: true })
  const tooLong = 'Te lang. '.repeat(2_300)
  await text.fill(tooLong)
  await text.blur()
  await page.getByRole('alert').filter({ hasText: /./ }).waitFor()
  expect(await text.inputValue()).toBe(tooLong)
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/refused-text.png' })
  await text.fill('Kort genoeg.')
  await text.blur()
  await page.getByText(/Opgeslagen \d\d:\d\d:\d\d/).waitFor()
  await expect.poll(async () => (await api.field.get(rationaleAt(inspection, '1.1.1'))).field.value).toBe('Kort genoeg.')
})

test('a text that is typed back to what it was leaves nothing in its history', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Het rooster is rond.')
  const { page, api, goTo } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/oordelen/verwachting/1.1.1`)
  const text = page.getByLabel('Onderbouwing', { exact: true })
  await text.fill('Het rooster is rond, op papier.')
  await expect.poll(async () => (await api.field.get(rationaleAt(inspection, '1.1.1'))).draft).toBe('Het rooster is rond, op papier.')
  await text.fill('Het rooster is rond.')
  await text.blur()
  await page.getByText('Nog niet vastgelegd').waitFor({ state: 'detached' })
  await expect.poll(async () => (await api.field.get(rationaleAt(inspection, '1.1.1'))).draft).toBeNull()
  expect(await api.field.history(rationaleAt(inspection, '1.1.1'))).toHaveLength(1)
})

test('two different first days are settled where the visit is prepared', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  carry(ours, theirs, inspection)
  for (const [laptop, first, last] of [[ours, '2026-03-03', '2026-03-05'], [theirs, '2026-03-04', '2026-03-06']] as const) {
    await answer(laptop, at(inspection, 'inspection', inspection, 'firstDay'), first)
    await answer(laptop, at(inspection, 'inspection', inspection, 'lastDay'), last)
  }
  carry(theirs, ours, inspection)
  const { page, api, goTo, complaints } = await openAppOf(ours)
  await goTo(`/inspectie/${inspection}/voorbereiding`)
  await page.getByRole('link', { name: 'Los 2 verschillen op' }).waitFor()
  const difference = page.getByRole('region', { name: 'verschil: Eerste dag' })
  expect(await violationsOf(page)).toEqual([])
  await difference.getByRole('article').filter({ hasText: '4 maart 2026' }).getByRole('button', { name: 'Kies dit' }).click()
  await page.getByLabel('Waarom kiest u dit?').fill('Zo is het afgesproken met het bestuur.')
  await page.screenshot({ path: 'dist/e2e/difference-of-days.png' })
  await page.keyboard.press('Enter')
  await difference.waitFor({ state: 'detached' })
  expect(await page.getByLabel('Eerste dag').inputValue()).toBe('4-3-2026')
  await page.getByRole('link', { name: 'Los 1 verschil op' }).waitFor()
  expect((await api.inspection.get({ inspection })).fields.firstDay.value).toBe('2026-03-04')
  expect(complaints).toEqual([])
})

test('a framework file with a mistake is refused with its place, and read once it is mended', async () => {
  const { page, goTo, complaints } = await openAppOf(await openLaptop())
  const file = join(openTestFolder(), 'kader.json')
  const [theme, ...others] = shipped.themes
  const broken = { ...shipped, version: '2', themes: [{ ...theme, title: '' }, ...others] }
  await goTo('/toetsingskaders')
  await page.getByRole('row').nth(1).waitFor()
  const listed = await page.getByRole('row').count()
  for (const [content, said] of [['geen kader', /Dit bestand is geen toetsingskader/], [JSON.stringify(broken), /thema 1, titel: dit ontbreekt/]] as const) {
    writeFileSync(file, content)
    await give(page, 'Toetsingskader inlezen', file)
    await page.getByRole('alert').filter({ hasText: said }).waitFor()
    expect(await page.getByRole('row').count()).toBe(listed)
  }
  expect(await violationsOf(page)).toEqual([])
  writeFileSync(file, JSON.stringify({ ...shipped, version: '2' }))
  await give(page, 'Toetsingskader inlezen', file)
  await page.getByText(/is ingelezen\./).waitFor()
  expect(await page.getByRole('row').count()).toBe(listed + 1)
  expect(complaints).toEqual([])
})

test('an inspector opens the work of a colleague, and stopping it changes nothing and alarms nobody', { timeout: 180_000 }, async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office, 'A. Bakker'), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  await rate(ours, inspection, '1.1.1', '+')
  await rate(theirs, inspection, '1.1.1', '-')
  const work = await exchange(theirs, inspection)
  const { page, api, goTo, complaints } = await openAppOf(ours)

  await goTo('/inlezen')
  const folder = openTestFolder()
  const copies = [...Array(300).keys()].map((n) => join(folder, `${n}.veldtoets`))
  for (const copy of copies) copyFileSync(work, copy)
  await give(page, 'Bestanden kiezen', copies)
  await page.getByText(/^\d+ van 300$/).waitFor()
  await page.screenshot({ path: 'dist/e2e/checking.png' })
  await page.getByRole('button', { name: 'Stoppen' }).click()
  await page.getByRole('status').filter({ hasText: /^.?Gestopt: \d+ bestanden zijn niet bekeken/ }).waitFor()
  await page.screenshot({ path: 'dist/e2e/stopped.png' })
  expect(await page.getByText('Geweigerd').count()).toBe(0)
  expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0)

  await give(page, 'Bestanden kiezen', work)
  await page.getByRole('heading', { name: '1 bestand gecontroleerd' }).waitFor()
  await page.getByRole('row').filter({ hasText: 'Veilig Thuis Drenthe' }).getByText(/1 verschil/).waitFor()
  expect((await api.inspection.get({ inspection })).summary.differences).toBe(0)
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: '1 bestand inlezen' }).click()
  await page.getByText('Ingelezen', { exact: false }).first().waitFor()
  await page.screenshot({ path: 'dist/e2e/work-of-a-colleague.png' })
  await goTo(`/inspectie/${inspection}/oordelen/verwachting/1.1.1`)
  await page.getByRole('region', { name: 'verschil' }).waitFor()
  expect(complaints).toEqual([])
})
