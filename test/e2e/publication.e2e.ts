import { expect, test } from 'vitest'
import { judgeOfficial, openAdoptable } from '../helpers/adoptable.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('the office adopts a report, decides, sends it, sees the terms with their sources, and plans the day', { timeout: 120_000 }, async () => {
  const { office, inspection } = await openAdoptable()
  const barred = await judgeOfficial(office, 'Bureau')
  const { page, goTo, complaints } = await openAppOf(office)
  const look = async (name: string) => {
    expect([name, ...await violationsOf(page)]).toEqual([name])
    await page.screenshot({ path: `dist/e2e/${name}.png`, fullPage: true })
  }
  const today = new Date().toLocaleDateString('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' })

  await goTo(`/inspectie/${barred}/openbaarmaking`)
  await page.getByText('Eerst dit; dan kan het rapport worden vastgesteld:').waitFor()
  await page.getByRole('link', { name: 'de nieuwste stand is niet ondertekend' }).waitFor()
  await look('publication-barred')

  await goTo(`/inspectie/${inspection}/openbaarmaking`)
  await page.getByText('Eerst dit; dan kan het rapport worden vastgesteld:').waitFor({ state: 'detached' })
  await page.getByText('Er is nog geen stap vastgelegd.').waitFor()
  const form = page.getByRole('form', { name: 'Stap vastleggen' })
  const take = async (step: string, state: string) => {
    await form.getByLabel('Welke stap is gezet?').selectOption(step)
    await form.getByLabel('Door wie').fill('hoofdinspecteur')
    await form.getByRole('button', { name: 'Stap vastleggen' }).click()
    await page.getByText(`${state} sinds ${today}`).waitFor()
  }
  await take('vastgesteld', 'vastgesteld')
  await take('besluit tot openbaarmaking', 'tot openbaarmaking besloten')
  await take('gestuurd aan het bestuur', 'gestuurd aan het bestuur')
  await page.getByRole('row', { name: /Eerste dag van openbaarmaking.*2 weken vanaf.*Gezondheidswet/ }).waitFor()
  await form.getByText(/is te vroeg: openbaar maken kan vanaf/).waitFor()
  await page.getByRole('button', { name: 'Embargo vastleggen' }).click()
  await page.getByText(/Embargo tot .*10:00/).waitFor()
  await page.getByRole('button', { name: 'Gebruikelijke volgorde overnemen' }).click()
  await page.getByRole('button', { name: 'Site: afvinken of wijzigen' }).click()
  await page.getByRole('group', { name: 'Site' }).getByRole('button', { name: 'Als gedaan vastleggen' }).click()
  await page.getByText('is nog niet geweest').waitFor()
  await page.setViewportSize({ width: 1280, height: 2600 })
  await look('publication')
  await page.emulateMedia({ colorScheme: 'dark' })
  await look('publication-dark')
  await page.setViewportSize({ width: 640, height: 900 })
  expect(await page.evaluate(() => [document.documentElement, document.querySelector('main')!].filter((one) => one.scrollWidth > one.clientWidth).length)).toBe(0)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Agenda opslaan (.ics)' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.ics$/)
  expect(complaints).toEqual([])
})
