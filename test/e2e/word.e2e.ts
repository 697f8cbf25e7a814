import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { answer, newInspection, openLaptop, openTestFolder, rate, rationaleAt } from '../helpers/backend.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

test('what an editor changed in Word stands beside the report, is taken over or left, and its comments are ticked off', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop, { firstDay: '2016-05-20' })
  const texts = { '1.3.1': 'Oude zaken staan in het vorige systeem.', '1.3.2': 'De lijst is er niet.' }
  for (const [expectation, text] of Object.entries(texts)) {
    await rate(laptop, inspection, expectation, '-')
    await answer(laptop, rationaleAt(inspection, expectation), text)
  }
  const file = join(openTestFolder(), 'terug.docx')
  await laptop.api.report.write({ inspection, format: 'docx', file })
  const zip = await JSZip.loadAsync(readFileSync(file))
  const xml = await zip.file('word/document.xml')!.async('string')
  zip.file('word/document.xml', xml.replace('Oude zaken staan', 'Alle oude zaken staan nog').replace('De lijst is er niet', 'De lijst is er niet en komt er niet').replace('<w:sectPr', '<w:p><w:r><w:t>Een alinea van de jurist.</w:t></w:r></w:p><w:sectPr'))
  writeFileSync(file, await zip.generateAsync({ type: 'nodebuffer' }))
  await answer(laptop, rationaleAt(inspection, '1.3.2'), 'De lijst is er nu wel.')

  const { page, goTo, complaints, api } = await openAppOf(laptop)
  await goTo(`/inspectie/${inspection}/rapport`)
  await page.getByRole('link', { name: 'Word-versie inlezen' }).click()
  await page.getByText('Bewaar het rapport als Word').waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Word-versie inlezen' }).click()
  await (await chooser).setFiles(file)
  await page.getByRole('heading', { name: '2 gewijzigde teksten' }).waitFor()
  await page.getByText('Ingelezen en ingeschreven als DOC1.').waitFor()
  await page.getByText('De tekst is intussen gewijzigd. Alle drie staan hieronder.').waitFor()
  await page.getByText('Een alinea van de jurist.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/word.png', fullPage: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/word-dark.png', fullPage: true })

  await page.getByRole('button', { name: /^Overnemen/ }).first().click()
  await page.getByText('Overgenomen ·').waitFor()
  await page.getByRole('button', { name: /^Bewerken/ }).click()
  await page.getByRole('textbox', { name: 'Tekst zoals u die overneemt' }).fill('De lijst is er nu wel, en was er niet.')
  await page.getByRole('button', { name: /^Bewerkt overnemen/ }).click()
  await page.getByText('Bewerkt en overgenomen ·').waitFor()
  const said = async (expectation: string) => (await api.field.get({ inspection, entity: 'finding', entityId: expectation, field: 'rationale' })).field.value
  expect([await said('1.3.1'), await said('1.3.2')]).toEqual(['Alle oude zaken staan nog in het vorige systeem.', 'De lijst is er nu wel, en was er niet.'])
  expect(complaints).toEqual([])
})
