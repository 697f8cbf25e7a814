import { expect, test } from 'vitest'
import { at, newInspection, openLaptop } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

/** A laptop with a drawn sample, looked at on 20 May 2016. */
async function openDrawn(files: number) {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { commitSeed, setPopulation, draw } = laptop.api.fileReview
  const { id: sample } = await commitSeed({ inspection })
  await setPopulation({ inspection, sample, population: [{ name: '', size: files * 2, units: null }] })
  await draw({ inspection, sample, take: [files] })
  await laptop.api.field.record({ ...at(inspection, 'fileReckoning', inspection, 'referenceDate'), value: '2016-05-20', reason: null, seen: [] })
  return { laptop, inspection }
}

test('an inspector fixes the seed, tells how many files there are, and draws', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { page, goTo, api, complaints } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/dossieronderzoek`)
  await page.getByRole('button', { name: 'Trekkingsgetal vastleggen' }).click()
  await page.getByLabel('Aantal', { exact: true }).fill('Regas 120\noud AMK 30')
  await page.getByRole('button', { name: 'Aantal vastleggen' }).click()
  await page.getByText('150 dossiers: Regas 120, oud AMK 30').waitFor()
  await page.getByLabel('Aantal dossiers').fill('10')
  expect(await page.getByLabel('Regas').inputValue()).toBe('8')
  await page.screenshot({ path: 'dist/e2e/draw.png', fullPage: true })
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: '10 dossiers trekken' }).click()
  await page.getByText('10 dossiers getrokken.').waitFor()
  expect((await api.fileReview.grid({ inspection })).files).toHaveLength(10)
  expect(complaints).toEqual([])
})

test('files are entered by keys alone, terms appear at once, and what is typed is what is kept', async () => {
  const { laptop, inspection } = await openDrawn(12)
  const { page, goTo, api, complaints } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/dossieronderzoek`)
  const grid = page.getByRole('grid')
  await grid.waitFor()
  const columns = (await page.getByRole('grid').getAttribute('aria-colcount'))
  expect(Number(columns)).toBe(1 + 42 + 6)
  await grid.focus()
  const active = () => page.locator('[aria-selected=true]')
  const goToColumn = async (label: string) => {
    await page.keyboard.press('Home')
    for (let step = 0; step < 60; step++) {
      const index = await active().getAttribute('aria-colindex')
      const heading = page.locator(`[role=columnheader][aria-colindex="${index}"]`)
      if (await heading.getAttribute('title') === label) return
      await page.keyboard.press('ArrowRight')
    }
    throw new Error(`no column ${label}`)
  }
  await goToColumn('Ontvangst van de melding')
  await page.keyboard.type('21-3-16')
  await page.keyboard.press('Enter')
  await page.keyboard.type('240316')
  await page.keyboard.press('Enter')
  await page.keyboard.type('2 mei 2016')
  await page.keyboard.press('Enter')
  await page.keyboard.type('gisteren')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'Geen dag.' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Home')
  await goToColumn('Was er acute onveiligheid?')
  for (const key of ['+', '-', 'n', '?']) {
    await page.keyboard.press(key)
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Control+Home')
  await goToColumn('Triagebesluit')
  for (const day of ['26-3-16', '4-4-16', '-', '1-5-16']) {
    await page.keyboard.type(day)
    await page.keyboard.press(day === '-' ? 'ArrowDown' : 'Enter')
  }
  const terms = page.locator('[role=gridcell][data-kind=term]')
  await terms.filter({ hasText: 'op tijd' }).first().waitFor()
  await terms.filter({ hasText: /buiten termijn \(\d+ dag/ }).first().waitFor()
  await terms.filter({ hasText: 'open, buiten termijn' }).first().waitFor()
  await page.getByText(/Opgeslagen \d\d:\d\d:\d\d/).waitFor()
  await page.screenshot({ path: 'dist/e2e/file-grid.png' })

  await page.keyboard.press('Control+Home')
  await goToColumn('Ontvangst van de melding')
  await page.keyboard.press('F2')
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('5')
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await api.fileReview.grid({ inspection })).files[0]!.answers.filter(Boolean)).toContain('2015-03-21')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await api.fileReview.grid({ inspection })).files[0]!.answers.filter(Boolean)).toContain('2016-03-21')

  const { files } = await api.fileReview.grid({ inspection })
  expect(files.slice(0, 4).map(({ answers }) => answers.filter((answer) => answer !== null))).toEqual([
    ['2016-03-21', 'yes', '2016-03-26'], ['2016-03-24', 'no', '2016-04-04'], ['2016-05-02', 'not-applicable', 'not-yet'], ['not-found', '2016-05-01'],
  ])
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('file-review-keys')
  expect(complaints).toEqual([])
})

test('a block from a spreadsheet is pasted once it is seen what is refused', async () => {
  const { laptop, inspection } = await openDrawn(12)
  const { page, goTo, api } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/dossieronderzoek`)
  const grid = page.getByRole('grid')
  await grid.focus()
  await page.keyboard.press('End')
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowLeft')
  await grid.evaluate((element) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'ja\t3-5-16\t4-5-16\nnee\tmorgen\t\n')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  const dialog = page.getByRole('dialog', { name: 'Plakken' })
  await dialog.getByText('morgen').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/file-paste.png' })
  await dialog.getByRole('button', { name: /cellen invullen/ }).click()
  await expect.poll(async () => (await api.fileReview.grid({ inspection })).files.slice(0, 2).map(({ answers }) => answers.filter(Boolean).length)).not.toEqual([0, 0])
})

/** A review of thirty files with all that a row can show. */
async function openBusy() {
  const { laptop, inspection } = await openDrawn(30)
  const { files } = await laptop.api.fileReview.grid({ inspection })
  const cells = files.flatMap(({ id }, index) => [
    { file: id, field: 'report', value: `2016-03-${String(index % 28 + 1).padStart(2, '0')}`, before: null },
    { file: id, field: 'triage-decision', value: index % 4 === 0 ? 'not-found' : `2016-04-${String(index % 10 + 1).padStart(2, '0')}`, before: null },
    { file: id, field: 'investigation-start', value: index % 3 === 0 ? 'not-yet' : '2016-03-15', before: null },
  ])
  await laptop.api.fileReview.enter({ inspection, cells })
  await laptop.api.fileReview.replace({ inspection, file: files[2]!.id, reason: 'niet te vinden' })
  await laptop.api.fileReview.addTargeted({ inspection, pseudonym: null, reason: 'genoemd in een interview' })
  return { laptop, inspection }
}

test('the grid and one file are open to all in both languages and themes; at 200 % one file stands at a time; its name and reader are changed there', async () => {
  const { laptop, inspection } = await openBusy()
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  for (const [language, theme] of [['nl', 'light'], ['en', 'dark']] as const) {
    await api.settings.set({ language, theme, keys: true })
    await page.reload()
    await goTo(`/inspectie/${inspection}/dossieronderzoek`)
    await page.getByRole('grid').waitFor()
    expect([language, theme, ...await violationsOf(page)]).toEqual([language, theme])
    await page.screenshot({ path: `dist/e2e/file-review-${theme}.png` })
    await page.getByText(language === 'nl' ? 'Per dossier' : 'File by file').click()
    await page.getByRole('region', { name: 'D-01' }).waitFor()
    for (const fold of await page.locator('summary').all()) await fold.click()
    expect([language, theme, ...await violationsOf(page)]).toEqual([language, theme])
    await page.screenshot({ path: `dist/e2e/file-view-${theme}.png`, fullPage: true })
  }
  await page.getByLabel('Pseudonym').fill('D-77')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await api.fileReview.grid({ inspection })).files.map(({ pseudonym }) => pseudonym)).toContain('D-77')
  await page.getByLabel('Read by').selectOption({ label: 'A. Bakker' })
  await api.settings.set({ language: 'nl', theme: 'light', keys: true })
  await page.setViewportSize({ width: 640, height: 400 })
  await page.reload()
  await page.getByRole('region', { name: /^D-/ }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640)
  await page.screenshot({ path: 'dist/e2e/file-view-narrow.png' })
  expect(complaints).toEqual([])
})

test('a day that the office adds to the holidays is taken over where the terms are counted, and can be taken away again', async () => {
  const { laptop, inspection } = await openDrawn(2)
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  const days = async () => (await api.holiday.get({})).table.years.find(({ year }) => year === 2016)!.days.map(({ name }) => name)
  await goTo('/instellingen')
  await page.getByLabel('Jaar', { exact: true }).selectOption('2016')
  await page.getByLabel('Datum', { exact: true }).fill('23-5-16')
  await page.getByLabel('Naam', { exact: true }).fill('Brugdag')
  await page.getByLabel('Waar staat dat?').fill('Stcrt. 2015, 1')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Dag toevoegen' }).click()
  await expect.poll(days).toContain('Brugdag')
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/holidays.png', fullPage: true })

  await goTo(`/inspectie/${inspection}/dossieronderzoek`)
  await page.getByText('Peildatum en termijnen').click()
  const used = page.getByRole('region', { name: 'Feestdagen' })
  await used.getByText('23 mei').waitFor()
  await page.screenshot({ path: 'dist/e2e/holidays-used.png', fullPage: true })
  await used.getByRole('button').click()
  await used.getByRole('button').waitFor({ state: 'detached' })
  expect(await violationsOf(page)).toEqual([])

  await goTo('/instellingen')
  await page.getByLabel('Jaar', { exact: true }).selectOption('2016')
  await page.getByRole('button', { name: 'Brugdag' }).click()
  await expect.poll(days).not.toContain('Brugdag')
  expect(complaints).toEqual([])
})

test('a rating that goes against the files is pointed out quietly, and stands', async () => {
  const { laptop, inspection } = await openDrawn(30)
  const { files } = await laptop.api.fileReview.grid({ inspection })
  await laptop.api.fileReview.enter({ inspection, cells: files.flatMap(({ id: file }) => [
    { file, field: 'report', value: '2016-03-01', before: null }, { file, field: 'triage-decision', value: '2016-03-20', before: null },
  ]) })
  const { page, goTo } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/oordelen/verwachting/1.2.4`)
  const rating = page.getByRole('group', { name: 'Oordeel over 1.2.4', exact: true }).getByRole('button', { name: 'voldoet', exact: true })
  await rating.click()
  await page.getByText('Uw oordeel gaat tegen de telling van de dossiers in').waitFor()
  expect(await rating.getAttribute('aria-pressed')).toBe('true')
  await page.screenshot({ path: 'dist/e2e/against-files.png' })
})

test('what was entered in the grid stands there after a crash, by key and from a spreadsheet', async () => {
  const { laptop, inspection } = await openDrawn(4)
  const openGrid = async () => {
    const app = await openAppOf(laptop)
    await app.goTo(`/inspectie/${inspection}/dossieronderzoek`)
    await app.page.getByRole('grid').focus()
    return app
  }
  const first = await openGrid()
  for (const key of ['?', '?']) {
    await first.page.keyboard.press(key)
    await first.page.keyboard.press('ArrowDown')
  }
  await first.page.getByText(/Opgeslagen \d\d:\d\d:\d\d/).waitFor()
  const answersOf = async ({ api }: typeof first) => (await api.fileReview.grid({ inspection })).files.map(({ answers }) => answers.filter((answer) => answer !== null))
  await expect.poll(() => answersOf(first)).toEqual([['not-found'], ['not-found'], [], []])
  await first.close('SIGKILL')

  const second = await openGrid()
  expect(await answersOf(second)).toEqual([['not-found'], ['not-found'], [], []])
  await second.page.keyboard.press('Control+End')
  await second.page.keyboard.press('Home')
  await second.page.getByRole('grid').evaluate((grid) => {
    const data = new DataTransfer()
    data.setData('text/plain', '?')
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect.poll(() => answersOf(second)).toEqual([['not-found'], ['not-found'], [], ['not-found']])
  await second.close('SIGKILL')
  expect(await answersOf(await openGrid())).toEqual([['not-found'], ['not-found'], [], ['not-found']])
})
