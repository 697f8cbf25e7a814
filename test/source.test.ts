import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readExampleFiles } from '../electron/example.ts'
import { citationsIn, doContradict, linkIdOf, placesIn, sharedLabels } from '../shared/domain/source.ts'
import { answer, at, carry, newInspection, openLaptop, openTestFolder } from './helpers/backend.ts'
import { addFile } from './helpers/evidence.ts'

async function openWithTalk() {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id: talk } = await laptop.api.activity.add({ inspection, kind: 'interview', role: 'management' })
  const note = (text: string) => laptop.api.interview.note({ inspection, talk, text, question: 'm-reach', followUp: false })
  const list = (expectation: string) => laptop.api.source.list({ inspection, expectation })
  return { laptop, inspection, talk, note, list }
}

test('an expectation shows its sources with their own words, and how many kinds are asked for', async () => {
  const { note, list } = await openWithTalk()
  expect(await list('1.1.1')).toMatchObject({ sources: [], present: [] })
  await note('De achterwacht neemt op.')
  await note('Ook in het weekend.')
  const { sources, present, wanted } = await list('1.1.1')
  expect(sources).toMatchObject([{ kind: 'interview', label: 'I1', title: 'Management', quotes: [{ text: 'De achterwacht neemt op.' }, { text: 'Ook in het weekend.' }] }])
  expect(present).toEqual(['interview'])
  expect(wanted).toBeGreaterThan(1)
  expect((await list('2.1.1')).sources).toEqual([])
})

test('what files say stands in the words of the framework, and what was never found is left out', async () => {
  const { laptop, inspection, list } = await openWithTalk()
  await readExampleFiles(laptop.api, inspection)
  const { quotes } = (await list('1.3.1')).sources.find(({ kind }) => kind === 'file')!
  expect(quotes[0]!.text).toBe('Registratiesysteem waarin het dossier staat: het huidige systeem 23, registratie van het voormalige AMK 2, registratie van het voormalige SHG 1')
})

test('a source that someone links speaks too; of adding and taking away at once, adding wins', async () => {
  const { laptop: ours, inspection, talk } = await openWithTalk()
  const theirs = await openLaptop('B. Visser')
  const place = at(inspection, 'link', linkIdOf(talk, '2.1.1'), 'linked')
  await answer(ours, place, true as unknown as string)
  carry(ours, theirs, inspection)
  await answer(ours, place, null)
  expect((await ours.api.source.list({ inspection, expectation: '2.1.1' })).sources).toEqual([])
  await answer(theirs, place, true as unknown as string)
  carry(theirs, ours, inspection)
  expect((await ours.api.source.list({ inspection, expectation: '2.1.1' })).sources).toMatchObject([{ label: 'I1', quotes: [] }])
})

test('what is erased, withdrawn or of a cancelled talk speaks no more', async () => {
  const { laptop, inspection, talk, note, list } = await openWithTalk()
  const [first, second] = [await note('Mevrouw Jansen neemt op.'), await note('De achterwacht neemt op.')]
  const [change] = await laptop.api.field.history(at(inspection, 'note', first.id, 'text'))
  await laptop.api.field.erase({ change: change!.id, reason: 'Een naam.' })
  expect((await list('1.1.1')).sources[0]!.quotes.map(({ text }) => text)).toEqual(['De achterwacht neemt op.'])
  await answer(laptop, at(inspection, 'note', second.id, 'text'), null)
  expect((await list('1.1.1')).sources).toEqual([])
  await note('Toch wel.')
  await answer(laptop, at(inspection, 'activity', talk, 'state'), 'cancelled')
  expect((await list('1.1.1')).sources).toEqual([])
})

test('coverage lists every assessed expectation, and agrees with what each of them shows', async () => {
  const { laptop, inspection, note, list } = await openWithTalk()
  await note('De achterwacht neemt op #1.1.1 #1.1.4.')
  const { expectations, without } = await laptop.api.source.coverage({ inspection })
  expect(expectations).toHaveLength(24)
  for (const { expectation, present, wanted } of expectations) {
    expect(await list(expectation)).toMatchObject({ present, wanted })
    expect(without.includes(expectation)).toBe(present.length === 0)
  }
  expect(expectations.filter(({ present }) => present.length > 0).map(({ expectation }) => expectation)).toEqual(['1.1.1', '1.1.4'])
})

test('what is not assessed or not there has no sources', async () => {
  const { list } = await openWithTalk()
  await expect(list('3.1.1')).rejects.toThrow('not-assessed')
  await expect(list('9.9.9')).rejects.toThrow('not-found')
})

test('citations are found in any text, each once and in order', () => {
  const label = fc.constantFrom('I2', 'D-07', 'DOC3', 'W1', 'F4', 'I12b')
  const other = fc.constantFrom('tekst', '[i2]', '[1]', '[ABCDE1]', '[I 2]', '[]', '[[', 'I2', '(D-07)')
  fc.assert(fc.property(fc.array(fc.oneof(label.map((one) => ({ one, cited: true })), other.map((one) => ({ one, cited: false })))), (parts) => {
    const text = parts.map(({ one, cited }) => (cited ? `[${one}]` : one)).join(' ')
    expect(citationsIn(text)).toEqual([...new Set(parts.filter(({ cited }) => cited).map(({ one }) => one))])
  }))
  expect(citationsIn('Zie [I2][D-07], en [I2].')).toEqual(['I2', 'D-07'])
  expect(sharedLabels(['I1', 'I2', 'I1', 'W1', 'W1', 'W1'])).toEqual(['I1', 'W1'])
})

test('a page behind a label is a place in that source', () => {
  expect(placesIn('Zie [DOC3] p. 4, [DOC3] p.12 en [DOC3], en nog eens [DOC3] p. 4.')).toEqual([{ label: 'DOC3', page: 4 }, { label: 'DOC3', page: 12 }, { label: 'DOC3', page: null }])
  expect(placesIn('[I2] p. 123456 en [I2] pp. 4')).toEqual([{ label: 'I2', page: null }])
})

test('of two sources with one label each can get the next number, and the other keeps the old one', async () => {
  const [ours, theirs] = [await openLaptop(), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  carry(ours, theirs, inspection)
  const add = { inspection, title: 'Verbeterplan', kind: 'improvement-plan', receivedOn: '2016-02-11' } as const
  const [mine] = [await ours.api.document.add(add), await theirs.api.document.add(add)]
  carry(theirs, ours, inspection)
  expect((await ours.api.source.coverage({ inspection })).shared).toEqual(['DOC1'])
  expect(await ours.api.source.renumber({ inspection, source: mine.id })).toMatchObject({ label: 'DOC2' })
  const { shared, sources } = await ours.api.source.coverage({ inspection })
  expect([shared, sources.find(({ id }) => id === mine.id)!.label]).toEqual([[], 'DOC2'])
  await expect(ours.api.source.renumber({ inspection, source: inspection })).rejects.toThrow('not-found')
})

test('the paper of a talk is shown with that talk, and is no source beside it', async () => {
  const { laptop, inspection, talk, list } = await openWithTalk()
  await addFile(laptop, inspection, Buffer.from('%PDF-1.7 blad'), 'blad.pdf')
  const file = join(openTestFolder(), 'blad.pdf')
  writeFileSync(file, '%PDF-1.7 blad')
  expect(await laptop.api.evidence.add({ inspection, file, derivedFrom: null, scanOf: talk })).toMatchObject({ known: true, label: 'F1' })
  await answer(laptop, at(inspection, 'link', linkIdOf(talk, '2.1.1'), 'linked'), true as unknown as string)
  expect((await list('2.1.1')).sources).toMatchObject([{ id: talk, scans: [{ label: 'F1' }], link: { seen: [expect.any(String)] } }])
  const { sources, scans } = await laptop.api.source.coverage({ inspection })
  expect([sources.length, scans.map(({ scanOf }) => scanOf)]).toEqual([1, [talk]])
})

test('which way a source points is the inspector\'s to say, whether it speaks by its notes or by a link; only both ways contradict', async () => {
  const { laptop, inspection, talk, note, list } = await openWithTalk()
  await note('De achterwacht neemt op.')
  const { id: document } = await laptop.api.document.add({ inspection, title: 'Belregister', kind: 'other', receivedOn: '2026-01-05' })
  await answer(laptop, at(inspection, 'link', linkIdOf(document, '1.1.1'), 'linked'), true)
  const contradict = async () => doContradict((await list('1.1.1')).sources.map(({ tells }) => tells.value))
  await answer(laptop, at(inspection, 'link', linkIdOf(talk, '1.1.1'), 'tells'), 'met')
  expect(await contradict()).toBe(false)
  await answer(laptop, at(inspection, 'link', linkIdOf(document, '1.1.1'), 'tells'), 'not-met')
  expect(await contradict()).toBe(true)
  await answer(laptop, at(inspection, 'link', linkIdOf(document, '1.1.1'), 'linked'), null) // what does not speak contradicts nothing
  expect(await contradict()).toBe(false)
  expect((await list('1.1.1')).demanded).toBe(false)
})
