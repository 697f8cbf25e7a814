import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openPage } from '../helpers/app.ts'
import { newInspection, openLaptop, openTestFolder, rate } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

/** An inspection with a talk with management in its plan, and another with the frontline staff. */
async function openPlanned() {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id: talk } = await laptop.api.activity.add({ inspection, kind: 'interview', role: 'management' })
  const { id: other } = await laptop.api.activity.add({ inspection, kind: 'interview', role: 'frontline' })
  await laptop.api.interview.note({ inspection, talk: other, text: 'Uit het andere gesprek.', question: null, followUp: false })
  await rate(laptop, inspection, '1.1.1', '-')
  return { laptop, inspection, talk }
}

test('a talk is held by keyboard only: questions, notes, tags, a question of their own, and a blank screen', async () => {
  const { laptop, inspection, talk } = await openPlanned()
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  const keys = page.keyboard
  const get = () => api.interview.get({ inspection, talk })
  const textsOf = async () => (await get()).notes.map(({ text, tags }) => [text.value, tags])

  await goTo(`/inspectie/${inspection}/interviews/${talk}`)
  const field = page.getByLabel('Notitie', { exact: true })
  await field.waitFor()
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
  await keys.type('De achterwacht neemt op.')
  await keys.press('Enter')
  await keys.press('ArrowDown')
  await keys.type('Wie er komt')
  await keys.press('Shift+Enter')
  await keys.type('verschilt per regio.')
  await keys.press('Alt+ArrowDown')
  await keys.press('Control+Enter')
  await keys.type('Een eigen medewerker komt niet #1.1.2.')
  await keys.press('Enter')
  await keys.press('Alt+Enter')
  await expect.poll(async () => (await get()).notes.length).toBe(3)
  const { questions, notes } = await get()
  expect(await textsOf()).toEqual([
    ['De achterwacht neemt op.', questions[0]!.expectations], ['Wie er komt\nverschilt per regio.', questions[2]!.expectations],
    ['Een eigen medewerker komt niet #1.1.2.', ['1.1.2']],
  ])
  expect(notes.map(({ followUp }) => followUp.value)).toEqual([null, 'open', null])
  await expect.poll(async () => (await get()).questions[2]!.asked.value).toBe(true)

  await keys.type('half')
  await keys.press('F9')
  await page.getByRole('dialog', { name: 'Scherm verborgen' }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await keys.press('x')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await field.inputValue()).toBe('half')
  expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
  await keys.press('Control+a')
  await keys.type('Zie #9.9.9.')
  await keys.press('Enter')
  await page.getByText('Dit toetsingskader heeft geen 9.9.9.').waitFor()
  await page.getByRole('heading', { name: /Nog in te delen/ }).waitFor()

  const screen = await page.locator('body').innerText()
  expect(screen).not.toMatch(/andere gesprek|voldoet|beoordeeld|Oordelen/)
  await page.screenshot({ path: 'dist/e2e/talk.png' })
  await page.screenshot({ path: 'dist/e2e/talk-full.png', fullPage: true })
  expect(complaints).toEqual([])
})

test('what is typed survives a kill, and is one note once Enter is pressed', async () => {
  const { laptop, inspection, talk } = await openPlanned()
  const first = await openAppOf(laptop)
  await first.goTo(`/inspectie/${inspection}/interviews/${talk}`)
  await first.page.getByLabel('Notitie', { exact: true }).waitFor()
  await first.page.keyboard.type('Dit staat vast.')
  await first.page.keyboard.press('Enter')
  await first.page.keyboard.press('ArrowDown')
  for (const part of ['De vertrouwensarts ', 'is er, ', 'maar niet in het weekend.']) {
    const kept = first.page.waitForResponse(/interview.type/)
    await first.page.keyboard.type(part)
    await kept
  }
  await expect.poll(async () => (await first.api.interview.get({ inspection, talk })).typed?.text).toBe('De vertrouwensarts is er, maar niet in het weekend.')
  await first.close('SIGKILL')

  const { page, api, goTo } = await openAppOf({ home: laptop.home, close: async () => {} })
  const before = await api.interview.get({ inspection, talk })
  expect(before.notes.map(({ text }) => text.value)).toEqual(['Dit staat vast.'])
  await goTo(`/inspectie/${inspection}/interviews/${talk}`)
  const field = page.getByLabel('Notitie', { exact: true })
  await field.waitFor()
  expect(await field.inputValue()).toBe('De vertrouwensarts is er, maar niet in het weekend.')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await api.interview.get({ inspection, talk })).notes.length).toBe(2)
  const { notes, typed, questions } = await api.interview.get({ inspection, talk })
  expect([typed, notes[1]!.question, notes[1]!.text.heads.length]).toEqual([null, questions[1]!.id, 1])
})

test('a talk starts, ends and tells what is still without a source; a note is tagged anew, altered and erased', async () => {
  const { laptop, inspection, talk } = await openPlanned()
  await laptop.api.interview.note({ inspection, talk, text: 'Nieuwe locatie.', question: null, followUp: false })
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  const get = () => api.interview.get({ inspection, talk })
  await goTo(`/inspectie/${inspection}/interviews/${talk}`)
  await page.getByRole('button', { name: 'Gesprek beginnen' }).click()
  await page.getByRole('button', { name: 'Pauze' }).click()
  await page.getByRole('button', { name: 'Hervatten' }).click()
  await page.getByRole('button', { name: 'Gesprek beëindigen' }).click()
  await page.getByText(/^klaar · vanaf/).waitFor()
  await page.getByLabel('Gesproken met').fill('2 managers, 1 x bestuurder')
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await get()).activity.participants.value).toEqual([{ role: 'managers', count: 2 }, { role: 'bestuurder', count: 1 }])
  await page.getByLabel('Akkoord op het verslag').selectOption('with-remarks')
  await expect.poll(async () => (await get()).activity.accord.value).toBe('with-remarks')
  await page.getByText('Na dit gesprek nog zonder bron').waitFor()

  const note = page.getByRole('listitem').filter({ hasText: 'Nieuwe locatie.' })
  await note.getByRole('button', { name: 'Bewerken' }).click()
  await page.getByLabel('Gaat over', { exact: true }).fill('1.1.3')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await get()).notes[0]!.tags).toEqual(['1.1.3'])
  await page.getByLabel('Tekst van de notitie').fill('Nieuwe locatie per maart.')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await get()).notes[0]!.text.value).toBe('Nieuwe locatie per maart.')
  await page.getByRole('button', { name: 'Geschiedenis Tekst van de notitie' }).click()
  const changes = page.getByRole('dialog').getByRole('listitem')
  await changes.last().getByRole('button', { name: 'Wissen' }).click()
  await page.getByLabel('Waarom wordt dit gewist?').fill('Hoorde hier niet.')
  await page.keyboard.press('Enter')
  await changes.filter({ hasText: 'gewist' }).waitFor()
  expect(complaints).toEqual([])
})

test('judging shows its sources, knows what a rationale cites, and warns of a rating without a source', async () => {
  const { laptop, inspection, talk } = await openPlanned()
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  await page.setViewportSize({ width: 1600, height: 900 })
  await goTo(`/inspectie/${inspection}/oordelen/verwachting/1.1.1`)
  const sources = page.getByRole('complementary', { name: 'Bronnen' })
  await sources.getByText('Er is een oordeel, maar nog geen bron.').waitFor()
  await api.interview.note({ inspection, talk, text: 'De achterwacht neemt op.', question: 'm-reach', followUp: false })
  await page.reload()
  await sources.getByText('De achterwacht neemt op.').waitFor()
  await sources.getByText(/soorten bron: 1 van \d/).waitFor()
  expect(await sources.getByText('nog geen bron').count()).toBe(0)
  await page.getByLabel('Onderbouwing', { exact: true }).fill('Volgens [I1], anders dan [DOC3].')
  await page.keyboard.press('Escape')
  await page.getByText('Onbekende bron: [DOC3].').waitFor()
  await page.getByRole('group', { name: 'Aangehaald:' }).getByRole('button', { name: '[I1] Management' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('De achterwacht neemt op.')
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/sources.png' })
  await page.getByLabel('Bron toevoegen').selectOption({ label: '[I2] Uitvoerend medewerkers' })
  await sources.getByText(/\[I2\] Uitvoerend/).first().waitFor()
  expect(complaints).toEqual([])
})

test('the sheet of every role of the framework is one A4, and runs nothing', async () => {
  const { laptop, inspection } = await openPlanned()
  const file = join(openTestFolder(), 'gespreksblad.html')
  const { api } = laptop
  const { fieldwork } = await api.framework.get({ hash: (await api.activity.list({ inspection })).framework })
  const pages: [string, number][] = []
  for (const { id: role } of fieldwork!.roles) {
    const { id: talk } = await api.activity.add({ inspection, kind: 'interview', role })
    await api.interview.print({ inspection, talk, file })
    const { page, complaints, closePage } = await openPage(pathToFileURL(file).href)
    const printed = (await page.pdf({ preferCSSPageSize: true, path: `dist/e2e/sheet-${role}.pdf` })).toString('latin1')
    pages.push([role, (printed.match(/\/Type \/Page\b/g) ?? []).length])
    await page.screenshot({ path: `dist/e2e/sheet-${role}.png`, fullPage: true })
    expect([await violationsOf(page), complaints]).toEqual([[], []])
    await closePage()
  }
  expect(pages).toEqual(fieldwork!.roles.map(({ id }) => [id, 1]))
})

test('a plan is made on the screen, and tells at once what it reaches', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/voorbereiding`)
  await page.getByText('Met dit plan zijn 0 van 24 verwachtingen bereikbaar.').waitFor()
  await page.getByLabel('Toevoegen aan het plan').selectOption({ label: 'Management' })
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  const details = page.getByRole('region', { name: 'Onderdeel van het plan' })
  await details.getByLabel('Tijd', { exact: true }).fill('930')
  await details.getByLabel('Locatie of unit').fill('Assen')
  await page.keyboard.press('Tab')
  await details.getByLabel('Leidt').selectOption({ label: 'A. Bakker' })
  await expect.poll(async () => (await api.activity.list({ inspection })).activities[0]!.fields.leadBy.value).not.toBeNull()
  const { time, place } = (await api.activity.list({ inspection })).activities[0]!.fields
  expect([time.value, place.value]).toEqual(['09:30', 'Assen'])
  expect(await page.getByText('Met dit plan zijn 0 van').count()).toBe(0)
  await page.getByLabel('Toevoegen aan het plan').selectOption({ label: 'Een andere rol …' })
  await page.getByLabel('Welke rol?').fill('Wijkagent')
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  await page.getByRole('button', { name: '[I2] Interview Wijkagent' }).waitFor()
  await page.getByText('Per verwachting').click()
  await page.screenshot({ path: 'dist/e2e/plan.png', fullPage: true })
  expect(complaints).toEqual([])
})

test('plan, interviews and talk are open to all, in both themes and languages, and fit at 200 %', async () => {
  const { laptop, inspection, talk } = await openPlanned()
  await laptop.api.interview.note({ inspection, talk, text: 'De achterwacht neemt op.', question: 'm-reach', followUp: true })
  await laptop.api.interview.note({ inspection, talk, text: 'Nieuwe locatie per maart.', question: null, followUp: false })
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  const places = ['voorbereiding', 'interviews', `interviews/${talk}`, 'oordelen/verwachting/1.1.1']
  const shown = (place: string) => page.locator(place.includes('/') ? '[data-talk], aside[aria-label="Bronnen"], aside[aria-label="Sources"]' : 'main h1').first().waitFor()
  for (const [language, theme] of [['nl', 'light'], ['en', 'dark']] as const) {
    await api.settings.set({ language, theme, keys: true })
    await page.reload()
    for (const place of places) {
      await goTo(`/inspectie/${inspection}/${place}`)
      await shown(place)
      expect([language, theme, place, ...await violationsOf(page)]).toEqual([language, theme, place])
      expect(await page.locator('h1').count()).toBe(1)
      if (language === 'nl') await page.screenshot({ path: `dist/e2e/fieldwork-${theme}-${places.indexOf(place)}.png` })
    }
  }
  await page.setViewportSize({ width: 640, height: 400 })
  for (const place of places) {
    await goTo(`/inspectie/${inspection}/${place}`)
    await shown(place)
    expect([place, ...await violationsOf(page)]).toEqual([place])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640)
  }
  expect(complaints).toEqual([])
})
