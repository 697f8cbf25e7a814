import { expect, test } from 'vitest'
import { newInspection, openLaptop } from '../helpers/backend.ts'
import { ARMED_PDF, BROKEN_PDFS, pdfOf } from '../helpers/pdf.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

const fileOf = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer })

test('PDF pages, texts and recordings are seen and heard inside the program, and noted with where', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id: talk } = await laptop.api.activity.add({ inspection, kind: 'interview', role: 'management' })
  const { page, api, goTo, complaints } = await openAppOf(laptop, ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await goTo(`/inspectie/${inspection}/documenten`)
  const report = pdfOf({ pages: ['Bladzijde een', 'Bladzijde twee', 'Bladzijde drie'] })
  await page.getByLabel('Bestanden kiezen').last().setInputFiles([
    fileOf('verslag.pdf', report), fileOf('armed.pdf', ARMED_PDF), fileOf('mail.eml', Buffer.from('Onderwerp: <b>wachtlijst</b>\n<script>harmed = true</script>')),
    ...BROKEN_PDFS.map(([name, bytes]) => fileOf(`${name}.pdf`, bytes)),
  ])
  await page.getByRole('button', { name: /\bF1\b/ }).click()
  const viewer = page.getByRole('dialog')
  const sheet = viewer.locator('canvas')
  const drawn = (number: number) => viewer.locator(`canvas[data-page="${number}"]`).waitFor()
  await drawn(1)
  const blue = () => sheet.evaluate((canvas: HTMLCanvasElement) => [...canvas.getContext('2d')!.getImageData(canvas.width / 4, canvas.height * 0.67, 1, 1).data])
  expect(await blue()).toEqual([0, 0, 255, 255])
  await viewer.getByRole('region', { name: 'Bladzijde 1' }).focus()
  await page.keyboard.press('PageDown')
  await drawn(2)
  await page.keyboard.press('+')
  await viewer.getByText('Tekst van deze bladzijde').click()
  await viewer.getByText('Bladzijde twee').waitFor()
  await viewer.getByLabel('Notitie bij [F1] p. 2').fill('Hier staat de termijn #1.1.2')
  await page.keyboard.press('Enter')
  await viewer.getByText('Genoteerd.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/pdf.png' })
  await viewer.getByRole('button', { name: 'Sluiten' }).click()

  await page.getByRole('button', { name: /\bF2\b/ }).click()
  await drawn(1)
  expect(await blue()).toEqual([0, 0, 255, 255])
  await viewer.getByRole('button', { name: 'Sluiten' }).click()
  await page.getByRole('button', { name: /\bF3\b/ }).click()
  await viewer.getByText('<script>harmed = true</script>').waitFor()
  await viewer.getByRole('button', { name: 'Sluiten' }).click()
  for (const [index] of BROKEN_PDFS.entries()) {
    await page.getByRole('button', { name: new RegExp(`\\bF${4 + index}\\b`) }).click()
    await viewer.getByText('beschadigd of vraagt een wachtwoord').or(viewer.locator('canvas[data-page="1"]')).waitFor()
    await viewer.getByRole('button', { name: 'Sluiten' }).click()
  }
  expect(await page.evaluate(() => 'harmed' in globalThis)).toBe(false)
  expect(asked.filter((address) => !address.startsWith('http://127.0.0.1:'))).toEqual([])
  expect(await api.visit.loose({ inspection })).toEqual([]) // it names what it speaks to

  await page.getByRole('button', { name: 'Foto maken' }).click()
  await viewer.getByRole('button', { name: 'Foto maken' }).click()
  await viewer.getByText('1 foto gemaakt.').waitFor()
  await expect.poll(async () => (await api.evidence.list({ inspection })).at(-1)).toMatchObject({ type: 'image/jpeg', here: true })
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/camera.png' })
  const camera = await viewer.locator('video').evaluateHandle((video: HTMLVideoElement) => (video.srcObject as MediaStream).getTracks()[0]!)
  await viewer.getByRole('button', { name: 'Sluiten' }).click()
  expect(await camera.evaluate((track) => track.readyState)).toBe('ended')

  await goTo(`/inspectie/${inspection}/interviews/${talk}`)
  await page.getByLabel('Gescand verslag toevoegen').last().setInputFiles([fileOf('blad.pdf', pdfOf({ pages: ['Gespreksblad', 'Handtekening'] }))])
  await page.getByRole('link', { name: /^Papier: F/ }).waitFor()
  await page.getByLabel('Het akkoord staat getekend op papier').check()

  await goTo(`/inspectie/${inspection}/oordelen`)
  await page.getByRole('treeitem', { name: /1\.1\.1/ }).click()
  await page.getByLabel('Bron toevoegen').selectOption({ label: '[I1] Management' })
  const sources = page.getByRole('complementary', { name: 'Bronnen' })
  await sources.getByRole('link', { name: /^Papier: F/ }).waitFor()
  await sources.getByRole('button', { name: 'Koppeling weghalen [I1] Management' }).click()
  await sources.getByText('Nog geen bron zegt hier iets over.').waitFor()
  await sources.getByRole('button', { name: 'Ongedaan maken' }).click()
  await sources.getByRole('link', { name: '[I1] Management' }).waitFor()
  await page.getByText('Onderbouwing toevoegen (mag)').click()
  await page.getByLabel('Onderbouwing', { exact: true }).pressSequentially('Zie [I1] p. 2.')
  const cited = page.getByRole('button', { name: '[I1] p. 2 Management' })
  await cited.waitFor() // while it is still being typed
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/cited.png' })
  await cited.click()
  await drawn(2)
  await viewer.getByText('Dit is het papier van [I1] Management').waitFor()
  expect(complaints).toEqual([])
})
