import { expect, test } from 'vitest'
import { newInspection, openLaptop } from '../helpers/backend.ts'
import { phonePhoto, PLAIN_JPEG } from '../helpers/picture.ts'
import { openAppOf, violationsOf } from '../helpers/screen.ts'

const fileOf = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer })

test('documents, observations and photos are registered, seen, turned, edited, linked and erased', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { page, api, goTo, complaints } = await openAppOf(laptop)
  const picture = (name: string) => page.screenshot({ path: `dist/e2e/${name}.png` })
  await goTo(`/inspectie/${inspection}/documenten`)
  await page.getByRole('heading', { level: 1, name: 'Documenten en observaties' }).waitFor()
  expect(await violationsOf(page)).toEqual([])

  await page.getByLabel('Titel').fill('Verbeterplan 2016')
  await page.keyboard.press('Enter')
  await page.getByLabel('Kenmerk').fill('2016-114')
  await page.getByLabel('Datum van het document').fill('11-2-16')
  await page.getByLabel('Zegt iets over verwachtingen').fill('2.1.1, 1.1.2')
  await page.keyboard.press('Tab')
  await page.getByLabel('Bladzijden bij 2.1.1').fill('4 en 12')
  await page.getByLabel('Het origineel is meegenomen').check()
  await page.getByRole('button', { name: 'Ontvangstbewijs (Webpagina)' }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/documents.png', fullPage: true })
  await expect.poll(async () => (await api.document.list({ inspection }))[0]).toMatchObject({
    fields: { label: { value: 'DOC1' }, dated: { value: '2016-02-11' }, reference: { value: '2016-114' }, original: { value: true } },
    links: [{ expectation: '1.1.2' }, { expectation: '2.1.1', pages: { value: '4 en 12' } }],
  })
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Ontvangstbewijs (Webpagina)' }).click()])
  expect(download.suggestedFilename()).toBe('ontvangstbewijs.html')
  await page.getByRole('button', { name: /DOC1/ }).click()

  await page.getByRole('button', { name: 'Observatie toevoegen' }).click()
  const seen = page.getByRole('article', { name: 'W1' })
  await seen.getByLabel('Wat zag of hoorde u?').fill('De wachtruimte is open; iedereen hoort mee.')
  await seen.getByLabel('Tijd').fill('930')
  await seen.getByLabel('Locatie of afdeling').fill('Assen')
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await api.observation.list({ inspection }))[0]).toMatchObject({ fields: { text: { value: 'De wachtruimte is open; iedereen hoort mee.' }, unit: { value: 'Assen' } } })
  expect((await api.observation.list({ inspection }))[0]!.fields.at.value).toMatch(/T09:30$/)

  const files = [fileOf('IMG_1.JPG', phonePhoto()), fileOf('IMG_2.JPG', phonePhoto()), fileOf('plan.docx', Buffer.from('PK\x03\x04\0')), fileOf('kapot.jpg', PLAIN_JPEG.subarray(0, 40))]
  await page.getByLabel('Bestanden kiezen').last().setInputFiles(files)
  await page.getByText('Uit 2 foto\'s is de plaats verwijderd').waitFor()
  await page.getByText('1 bestand was er al').waitFor()
  await page.getByText(/^kapot.jpg: Deze foto is beschadigd/).waitFor()
  const photo = page.getByRole('button', { name: /\bF1\b/ })
  await photo.scrollIntoViewIfNeeded()
  await expect.poll(() => photo.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(240)
  expect(await violationsOf(page)).toEqual([])
  await page.screenshot({ path: 'dist/e2e/evidence.png', fullPage: true })

  await page.evaluate(async (bytes) => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png'))
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, [...PLAIN_JPEG])
  await page.getByRole('button', { name: /\bF3\b/ }).waitFor()
  await page.locator('ul').last().evaluate((place, bytes) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([new Uint8Array(bytes)], 'geluid.ogg'))
    place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, [...Buffer.from('OggS\0\x02')])
  await page.getByRole('button', { name: /\bF4\b/ }).waitFor()

  await photo.click()
  const viewer = page.getByRole('dialog')
  const image = viewer.getByRole('img', { name: 'Foto F1' })
  await expect.poll(() => image.evaluate((shown: HTMLImageElement) => [shown.naturalWidth, shown.naturalHeight])).toEqual([16, 24]) // held as the phone said
  await viewer.getByRole('button', { name: 'Kwartslag draaien' }).click()
  await viewer.getByLabel('Bijschrift').fill('De wachtruimte')
  await viewer.getByLabel('Zegt iets over verwachtingen').fill('1.1.1')
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await api.evidence.list({ inspection }))[0]).toMatchObject({ rotation: 90, caption: 'De wachtruimte', links: 1 })
  expect(await violationsOf(page)).toEqual([])
  await picture('evidence-viewer')

  await viewer.getByRole('button', { name: 'Bijsnijden of markeren' }).click()
  const board = viewer.getByRole('img', { name: 'Foto om te bewerken' })
  await expect.poll(() => board.evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height])).toEqual([24, 16])
  const { x, y, width, height } = (await board.boundingBox())!
  await page.mouse.move(x + 1, y + 1)
  await page.mouse.down()
  await page.mouse.move(x + width / 2, y + height - 1)
  await page.mouse.up()
  expect(await viewer.getByLabel('Breedte').inputValue()).toMatch(/^(4|5)\d$/)
  for (const [label, value] of [['Links', '0'], ['Boven', '0'], ['Breedte', '50'], ['Hoogte', '100']] as const) await viewer.getByLabel(label).fill(value)
  await viewer.getByRole('button', { name: 'Bijsnijden' }).click()
  await expect.poll(() => board.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(12)
  await viewer.getByRole('button', { name: 'Omkaderen' }).click()
  expect(await violationsOf(page)).toEqual([])
  await picture('evidence-editor')
  await viewer.getByRole('button', { name: 'Bewaren als nieuwe versie' }).click()
  await viewer.getByText('Nieuwe versie van F1').waitFor()
  const all = await api.evidence.list({ inspection })
  expect(all.at(-1)).toMatchObject({ label: 'F5', derivedFrom: all[0]!.id, type: 'image/jpeg' })

  await viewer.getByRole('button', { name: 'Sluiten' }).click()
  await page.getByRole('button', { name: /\bF2\b/ }).click()
  await viewer.getByText('toont het programma niet zelf').waitFor()
  const [saved] = await Promise.all([page.waitForEvent('download'), viewer.getByRole('button', { name: 'Buiten het programma bewaren' }).click()])
  expect(saved.suggestedFilename()).toBe('F2.docx')
  await viewer.getByRole('button', { name: 'Wissen' }).click()
  await viewer.getByLabel('Waarom wordt dit gewist?').fill('Er staan namen in.')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /\bF2\b/ }).waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})
