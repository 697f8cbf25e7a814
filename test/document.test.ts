import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { linkIdOf } from '../shared/domain/source.ts'
import { answer, at, carry, newInspection, openLaptop, openTestFolder } from './helpers/backend.ts'
import { plainOf, rowsOf } from './helpers/html.ts'

const given = { title: 'Verbeterplan 2016', kind: 'improvement-plan' as const, receivedOn: '2016-05-03' }

test('a document has its own date beside that of its receipt, and speaks to expectations on certain pages', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id, label } = await laptop.api.document.add({ inspection, ...given })
  expect(label).toBe('DOC1')
  for (const [field, value] of [['dated', '2016-02-11'], ['from', 'beleidsmedewerker'], ['reference', '2016-114']] as const) await answer(laptop, at(inspection, 'document', id, field), value)
  for (const expectation of ['2.1.1', '1.1.1']) await answer(laptop, at(inspection, 'link', linkIdOf(id, expectation), 'linked'), true as unknown as object)
  await answer(laptop, at(inspection, 'link', linkIdOf(id, '2.1.1'), 'pages'), 'p. 4 en 12')
  expect(await laptop.api.document.list({ inspection })).toMatchObject([{
    id, shared: false,
    fields: { label: { value: 'DOC1' }, dated: { value: '2016-02-11' }, receivedOn: { value: '2016-05-03' }, from: { value: 'beleidsmedewerker' } },
    links: [{ expectation: '1.1.1', pages: { value: null } }, { expectation: '2.1.1', pages: { value: 'p. 4 en 12' } }],
  }])
})

test('a label is never given twice on one laptop; where two gave the same, both are told', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  carry(ours, theirs, inspection)
  const first = await ours.api.document.add({ inspection, ...given })
  await answer(ours, at(inspection, 'document', first.id, 'label'), null)
  expect(await ours.api.document.list({ inspection })).toEqual([])
  expect((await ours.api.document.add({ inspection, ...given })).label).toBe('DOC2')
  expect((await ours.api.document.add({ inspection, ...given })).label).toBe('DOC3')
  for (let count = 0; count < 2; count++) await theirs.api.document.add({ inspection, ...given })
  carry(theirs, ours, inspection)
  const listed = await ours.api.document.list({ inspection })
  expect(listed.map(({ fields, shared }) => [fields.label.value, shared])).toEqual([['DOC1', false], ['DOC2', true], ['DOC2', true], ['DOC3', false]])
  await answer(ours, at(inspection, 'document', listed[1]!.id, 'label'), 'DOC4')
  expect((await ours.api.document.list({ inspection })).map(({ shared }) => shared)).toEqual([false, false, false, false])
})

test('originals are taken against a receipt that names them, and no other document', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const file = join(openTestFolder(), 'ontvangstbewijs.html')
  await expect(laptop.api.document.receipt({ inspection, format: 'html', file })).rejects.toThrow('no-originals')
  for (const title of ['Klachtenboek <b>2015</b>', 'Rooster', 'Logboek']) {
    const { id } = await laptop.api.document.add({ inspection, ...given, title })
    if (title !== 'Rooster') await answer(laptop, at(inspection, 'document', id, 'original'), true as unknown as object)
    if (title === 'Logboek') await answer(laptop, at(inspection, 'document', id, 'returnedOn'), '2016-05-04')
  }
  expect(await laptop.api.document.receipt({ inspection, format: 'html', file })).toEqual({ count: 1 })
  const page = readFileSync(file, 'utf8')
  expect(rowsOf(page).filter(({ length }) => length === 7)).toEqual([['DOC1', 'Klachtenboek <b>2015</b>', '', '', '3 mei 2016', '', '']])
  expect(plainOf(page)).toContain('meegenomen van Veilig Thuis Drenthe')
  expect(page).not.toContain('<b>')
  expect(page).toContain(`default-src 'none'`)
  expect(await laptop.api.document.receipt({ inspection, format: 'docx', file })).toEqual({ count: 1 })
  const word = await (await JSZip.loadAsync(readFileSync(file))).file('word/document.xml')!.async('string')
  for (const words of ['Ontvangstbewijs', 'Klachtenboek &lt;b&gt;2015&lt;/b&gt;', 'Namens de organisatie']) expect(word).toContain(words)
  expect(word).not.toContain('Logboek')
})

test('an observation has a text, a time on the wall and a place', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id, label } = await laptop.api.observation.add({ inspection, at: '2016-05-03T14:05' })
  expect(label).toBe('W1')
  await answer(laptop, at(inspection, 'observation', id, 'text'), 'De wachtruimte is open.\nIedereen hoort mee.')
  await answer(laptop, at(inspection, 'observation', id, 'unit'), 'Locatie Assen')
  expect(await laptop.api.observation.list({ inspection })).toMatchObject([{ id, fields: { at: { value: '2016-05-03T14:05' }, unit: { value: 'Locatie Assen' } }, draft: null }])
  for (const wrong of ['2016-05-03T14:05Z', '2016-05-03T25:00', '14:05']) await expect(answer(laptop, at(inspection, 'observation', id, 'at'), wrong)).rejects.toThrow('value-invalid')
})
