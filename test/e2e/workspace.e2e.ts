import { expect, test } from 'vitest'
import { openApp } from '../helpers/app.ts'
import { openMachine, openTestFolder, PASSPHRASE } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('an inspector makes a workspace, locks it, mistakes the passphrase, and opens it again', async () => {
  const { page, complaints } = await openApp({ home: openTestFolder() })
  const make = page.getByRole('button', { name: 'Werkruimte maken' })
  await page.getByRole('button', { name: 'Nieuwe werkruimte' }).click()
  await page.getByLabel('Naam van de werkruimte').fill('../elders')
  await page.getByText('Gebruik letters, cijfers').waitFor()
  await page.getByLabel('Naam van de werkruimte').fill('Noord')
  await page.getByLabel('Uw naam').fill('A. Bakker')
  await page.getByLabel('Wachtzin', { exact: true }).fill('fiets boom')
  await page.getByText('Te kort: nog 4 tekens, of nog 3 woorden.').waitFor()
  expect(await make.isDisabled()).toBe(true)
  await page.getByLabel('Wachtzin', { exact: true }).fill('fiets boom regen kaas lamp')
  await page.getByLabel('Nog eens: wachtzin').fill('fiets boom regen kaas lamp')
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/new-workspace.png' })
  await make.click()

  await page.getByRole('heading', { name: 'Inspecties', level: 1 }).waitFor()
  expect(await page.title()).toBe('Veldtoets')
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Vergrendelen' }).click()
  const passphrase = page.getByLabel('Wachtzin', { exact: true })
  await passphrase.fill('fiets boom')
  await page.keyboard.press('Enter')
  await page.getByText('Deze wachtzin past niet.').waitFor()
  expect(await passphrase.inputValue()).toBe('fiets boom')
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/wrong-passphrase.png' })
  await passphrase.fill('fiets boom regen kaas lamp')
  await page.keyboard.press('Enter')
  await page.getByText('A. Bakker').waitFor()
  expect(complaints).toEqual([])
})

test('a workspace that is open elsewhere stays there, and the page says so beside the passphrase', async () => {
  const machine = openMachine()
  const person = { name: 'A. Bakker', inspectorate: '' }
  await machine.api.workspace.create({ folder: 'werk', role: 'field', person, passphrase: PASSPHRASE })
  const { page } = await openApp({ home: machine.home })
  await page.getByLabel('Wachtzin', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByLabel('Wachtzin', { exact: true }).and(page.locator('[aria-invalid=true]')).waitFor()
  expect((await machine.api.workspace.status({}))?.folder).toBe('werk')
})

test('the worked example opens with one click, and closing it leaves nothing', async () => {
  const { page, complaints } = await openApp({ home: openTestFolder() })
  await page.getByRole('button', { name: 'Probeer het uitgewerkte voorbeeld' }).click()
  await page.getByRole('link', { name: 'Veilig Thuis Drenthe' }).first().waitFor()
  expect(await page.getByRole('row').filter({ hasText: 'voldoet nog niet aan de eisen' }).count()).toBe(2)
  await page.getByRole('searchbox').fill('hertoets 2016')
  await page.getByText('1 van 2').waitFor()
  await page.screenshot({ path: 'dist/e2e/inspections.png' })
  await page.getByRole('button', { name: 'Voorbeeld sluiten' }).click()
  await page.getByRole('button', { name: 'Nieuwe werkruimte' }).waitFor()
  expect(await page.getByText('Drenthe, 2015').count()).toBe(1)
  expect(await page.getByLabel('Wachtzin', { exact: true }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('an inspection begins with what is needed, asks for what lacks, and keeps every answer when its field is left', async () => {
  const machine = openMachine()
  const person = { name: 'A. Bakker', inspectorate: 'Inspectie Jeugdzorg' }
  await machine.api.workspace.create({ folder: 'werk', role: 'field', person, passphrase: PASSPHRASE })
  const { page, api, complaints } = await openAppOf(machine)
  await page.getByRole('button', { name: 'Nieuwe inspectie' }).click()
  await page.getByRole('button', { name: 'Inspectie beginnen' }).click()
  const organisation = page.getByRole('combobox', { name: 'Organisatie' })
  await organisation.and(page.locator(':focus')).waitFor()
  await organisation.pressSequentially('groni')
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('Deze naam is nog niet aan een bron gecontroleerd.').waitFor()
  await page.getByLabel('Eerste dag').fill('3-5-16')
  await page.getByText('3 mei 2016').waitFor()
  await page.getByRole('button', { name: 'Inspectie beginnen' }).click()

  await page.getByRole('heading', { name: 'Voorbereiding', level: 1 }).waitFor()
  await page.getByLabel('Laatste dag').fill('31-4-16')
  await page.keyboard.press('Tab')
  await page.getByText('Dit is geen dag.').waitFor()
  await page.getByLabel('Laatste dag').fill('4-5-16')
  await page.keyboard.press('Tab')
  await page.getByText(/Opgeslagen \d\d:\d\d:\d\d/).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/preparation.png' })
  const [made] = await api.inspection.list({})
  expect(made).toMatchObject({ organisation: { name: 'Veilig Thuis Groningen' }, firstDay: '2016-05-03', lastDay: '2016-05-04' })
  expect(complaints).toEqual([])
})

test('every screen around the judging is open to all, in both themes and languages, and fits at 200 %', async () => {
  const { page, complaints } = await openApp({ home: openTestFolder() })
  const send = (path: string, input: unknown) => page.evaluate(([to, what]) => window.bridge.send(to, what), [path, input] as const)
  const goTo = (address: string) => page.evaluate((to) => location.assign(`#${to}`), address)
  await page.getByRole('button', { name: 'Probeer het uitgewerkte voorbeeld' }).click()
  await page.getByRole('link', { name: 'Veilig Thuis Drenthe' }).last().click()
  await page.getByRole('navigation', { name: 'Fasen' }).waitFor()
  const [, inspection] = /inspectie\/([^/]+)/.exec(page.url())!
  const places = [
    '/', '/inspectie/nieuw', `/inspectie/${inspection}/voorbereiding`, `/inspectie/${inspection}/ondertekenen`, '/inlezen', '/toegang',
    '/toetsingskaders', '/instellingen',
  ]
  for (const [language, theme] of [['nl', 'light'], ['en', 'dark']] as const) {
    await send('settings.set', { language, theme, keys: true })
    await page.reload()
    for (const place of places) {
      await goTo(place)
      await page.locator('h1').waitFor()
      expect([language, theme, place, ...await violationsOf(page)]).toEqual([language, theme, place])
    }
  }
  await page.setViewportSize({ width: 512, height: 350 })
  for (const place of places) {
    await goTo(place)
    await page.locator('h1').waitFor()
    expect([place, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([place, 0])
  }
  expect(complaints).toEqual([])
})

test('settings hold at once and after the page is loaded again', async () => {
  const { page } = await openAppOf(await fieldWorkspace())
  await page.getByRole('link', { name: 'Instellingen' }).click()
  await page.getByRole('radio', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  await page.getByRole('radio', { name: 'Dark' }).click()
  await page.locator('html[data-theme=dark][lang=en]').waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await page.screenshot({ path: 'dist/e2e/settings.png' })
})

async function fieldWorkspace() {
  const machine = openMachine()
  await machine.api.workspace.create({ folder: 'werk', role: 'field', person: { name: 'A. Bakker', inspectorate: '' }, passphrase: PASSPHRASE })
  return machine
}
