import { expect, test } from 'vitest'
import { newInspection, openLaptop } from '../helpers/backend.ts'
import { ARMED_PDF, BROKEN_PDFS, pdfOf } from '../helpers/pdf.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

const fileOf = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer })

/** Two seconds of silence: 8,000 samples of one byte a second. */
const SILENCE = (() => {
  const [samples, header] = [Buffer.alloc(16_000, 128), Buffer.from('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\x01\0\x08\0data\0\0\0\0', 'latin1')]
  for (const [at, value] of [[4, 36 + samples.length], [24, 8_000], [28, 8_000], [40, samples.length]] as const) header.writeUInt32LE(value, at)
  return Buffer.concat([header, samples])
})()

test('PDF pages, texts and recordings are seen and heard inside the program, and noted with where', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id: talk } = await laptop.api.activity.add({ inspection, kind: 'interview', role: 'management' })
  await laptop.api.document.add({ inspection, title: 'Belregister', kind: 'other', receivedOn: '2026-01-05' })
  const { page, api, goTo, complaints } = await openAppOf(laptop, ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await goTo(`/inspectie/${inspection}/documenten`)
  const report = pdfOf({ pages: ['Bladzijde een', 'Bladzijde twee', 'Bladzijde drie'] })
  await page.getByLabel('Bestanden kiezen').last().setInputFiles([
    fileOf('verslag.pdf', report), fileOf('armed.pdf', ARMED_PDF), fileOf('mail.eml', Buffer.from('Onderwerp: <b>wachtlijst</b>\n<script>harmed = true</script>')),
    ...BROKEN_PDFS.map(([name, bytes]) => fileOf(`${name}.pdf`, bytes)), fileOf('opname.wav', SILENCE),
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
  await page.getByRole('button', { name: new RegExp(`\\bF${4 + BROKEN_PDFS.length}\\b`) }).click()
  const sound = viewer.locator('audio')
  await sound.focus()
  await page.keyboard.press('l') // ten seconds on: the end
  await viewer.getByLabel(/^Notitie bij \[F\d+\] 0:02/).fill('Hier belt iemand #1.1.2')
  await page.keyboard.press('Enter')
  await viewer.getByText('Genoteerd.').waitFor()
  await viewer.getByRole('group', { name: 'Zijn hierop personen of cliëntgegevens te horen?' }).getByRole('button', { name: 'Nee', exact: true }).click()
  await expect.poll(async () => await api.privacy.pictures({ inspection })).toEqual([])
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/recording.png' })
  await viewer.getByRole('button', { name: 'Sluiten' }).click()
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
  await sources.getByLabel('Waar wijst [I1] Management op?').selectOption('voldoet niet')
  await sources.getByLabel('Bron toevoegen').selectOption({ label: '[DOC1] Belregister' })
  await sources.getByLabel('Waar wijst [DOC1] Belregister op?').selectOption('voldoet')
  await sources.getByText('Bronnen spreken elkaar tegen').waitFor()
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
