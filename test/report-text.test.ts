import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reportHtml } from '../electron/features/report/html.ts'
import { picturesOf } from '../electron/features/report/pictures.ts'
import { reportOf } from '../electron/features/report/repository.ts'
import { answer, at, lookAt, newInspection, openLaptop, openMachine, rate } from './helpers/backend.ts'
import { plainOf } from './helpers/html.ts'
import { PLAIN_JPEG, PLAIN_PNG } from './helpers/picture.ts'
import { retest } from './helpers/worked-case.ts'

const plain = (laptop: ReturnType<typeof openMachine>, inspection: string, language: 'nl' | 'en' = 'nl') => plainOf(reportHtml(reportOf(laptop.db(), inspection), language))

test('a text stands as it is composed until somebody writes another, and is marked once the data moved on', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const blockAt = async (id: string) => (await laptop.api.report.blocks({ inspection })).find((one) => one.id === id)!
  const { id, composed, state } = await blockAt('nl/summary')
  expect(state).toBe('composed')
  expect(composed).toContain('Het aantal verwachtingen dat nog geen oordeel heeft dat telt is 24.')
  expect(plain(laptop, inspection)).toContain(composed.replace(/\s+/g, ' '))

  await answer(laptop, at(inspection, 'reportText', id, 'text'), 'Veilig Thuis Drenthe liet zien wat er is.')
  await answer(laptop, at(inspection, 'reportText', id, 'basis'), composed)
  expect((await blockAt(id)).state).toBe('edited')
  expect(plain(laptop, inspection)).toContain('Veilig Thuis Drenthe liet zien wat er is.')
  expect(plain(laptop, inspection)).not.toContain('De gegevens zijn gewijzigd')

  await rate(laptop, inspection, '1.1.1', '+')
  expect((await blockAt(id)).state).toBe('outdated')
  expect(plain(laptop, inspection)).toContain('De gegevens zijn gewijzigd sinds deze tekst is geschreven. Samengesteld uit de gegevens luidt hij nu:')
  expect(plain(laptop, inspection)).toContain('Het aantal verwachtingen dat nog geen oordeel heeft dat telt is 23.')

  await answer(laptop, at(inspection, 'reportText', id, 'text'), null)
  expect((await blockAt(id)).state).toBe('composed')
  await expect(answer(laptop, at(inspection, 'reportText', 'nl/omslag', 'text'), 'x')).rejects.toThrow('not-found')
  await expect(answer(laptop, at(inspection, 'reportText', 'fr/summary', 'text'), 'x')).rejects.toThrow('not-found')
})

test('the worked case is a whole report in English as in Dutch, with the same figures', async () => {
  const machine = openMachine()
  await machine.api.workspace.openExample({})
  const { id } = (await machine.api.inspection.list({})).find(({ kind }) => kind === 'retest')!
  const [dutch, english] = [plain(machine, id), plain(machine, id, 'en')]
  for (const part of ['18 of the 24 assessed expectations are met. Verdict: does not yet meet the requirements.', 'Theme 1 (Randvoorwaarden): of the 13 assessed expectations, 9 are met.',
    'Not met: 1.1.2, 1.1.4, 1.2.4, 1.2.5, 2.1.1 and 3.1.4.', 'This report is about a retest of Veilig Thuis Drenthe.', 'Annex: framework', 'Annex: method', '20 May 2016',
    'at least 20 of the 24 assessed expectations are met: ✕ does not hold (18 of 24 met)']) expect(english).toContain(part)
  for (const word of ['Samenvatting', 'Bijlage', 'Bevindingen', 'Ondertekening', 'Inleiding', 'Noten', 'Kenmerk van']) {
    expect(english, word).not.toContain(word)
    expect(dutch, word).toContain(word)
  }
  const numbersIn = (text: string) => text.match(/\b\d\.\d\.\d\b/g)!.sort()
  expect(numbersIn(english)).toEqual(numbersIn(dutch))
  for (const text of Object.values(retest.rationales)) expect(english).toContain(text)
  const { composed } = (await machine.api.report.blocks({ inspection: id })).find((one) => one.id === 'nl/theme/2')!
  expect(composed).toContain('is aan 5 voldaan.\nIn de vorige ronde was dat aan 3.\nNiet voldaan wordt aan 2.1.1.')
})

test('an inspectorate has its own texts and logo: what it does not say stays as shipped, and faults are refused', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const [file, logo] = [join(laptop.home, 'eigen.txt'), join(laptop.home, 'logo.png')]
  writeFileSync(file, '[motto]\nZien wat er is.\n[title]\nOordeel over {organisation}\n')
  writeFileSync(logo, PLAIN_PNG)
  await laptop.api.report.bringTemplate({ language: 'nl', file })
  await laptop.api.report.bringLogo({ file: logo })
  expect(await laptop.api.report.own({})).toEqual({ nl: true, en: false, logo: true })
  const page = JSON.stringify(await laptop.api.report.read({ inspection }))
  for (const part of ['Zien wat er is.', 'Oordeel over Veilig Thuis Drenthe', 'Inspecties houden toezicht', 'data:image/png;base64,']) expect(page).toContain(part)

  writeFileSync(file, '[motto]\n{zomaar}')
  await expect(laptop.api.report.bringTemplate({ language: 'nl', file })).rejects.toThrow('template-place-unknown')
  writeFileSync(logo, '<svg/>')
  await expect(laptop.api.report.bringLogo({ file: logo })).rejects.toThrow('logo-unreadable')
  expect(JSON.stringify(await laptop.api.report.read({ inspection }))).toContain('Zien wat er is.')
  await laptop.api.report.saveTemplate({ language: 'nl', file })
  expect(readFileSync(file, 'utf8')).toContain('[motto]\nZien wat er is.')
  for (const what of ['nl', 'logo'] as const) await laptop.api.report.dropOwn({ what })
  expect(JSON.stringify(await laptop.api.report.read({ inspection }))).not.toContain('Zien wat er is.')
})

test('a photo stands in the report once it was chosen and nobody can be seen in it, with what to say instead of it', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const file = join(laptop.home, 'foto.jpg')
  writeFileSync(file, PLAIN_JPEG)
  const { id, label } = await laptop.api.evidence.add({ inspection, file, derivedFrom: null, scanOf: null })
  const say = async (field: string, value: unknown) => {
    const place = at(inspection, 'evidence', id, field)
    await laptop.api.field.record({ ...place, value: value as string, seen: (await lookAt(laptop, place)).seen, reason: null })
  }
  await say('caption', 'De spreekkamer')
  await say('inReport', true)
  expect(plain(laptop, inspection)).toContain('1 gekozen foto ontbreekt hier')
  await say('shows', 'nobody')
  await say('alternative', 'Een lege kamer met "twee" stoelen\u202e')
  const report = reportOf(laptop.db(), inspection)
  const page = reportHtml(report, 'nl', await picturesOf(laptop.context(), report))
  expect(page).toContain('alt="Een lege kamer met &quot;twee&quot; stoelen" width="18" height="12"')
  expect(plainOf(page)).toContain(`${label} De spreekkamer`)
  expect(plain(laptop, inspection)).toContain('De foto staat in het inspectiebestand onder dit kenmerk.')
})
