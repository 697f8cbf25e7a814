import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import nl from '../shared/i18n/nl.errors.json' with { type: 'json' }
import { DraftBody, emptyFramework } from '../shared/domain/framework-draft.ts'
import { inWords, PlaceKind, PlacePart, placeInFile } from '../shared/domain/framework-place.ts'
import { type Framework, parseFramework } from '../shared/domain/framework.ts'
import { sentenceFor } from '../electron/cli/sentence.ts'
import { AppError } from '../shared/errors.ts'
import { frameworkOf, openLaptop, openTestFolder } from './helpers/backend.ts'
import { openOffice } from './helpers/office.ts'
import { smallFramework } from './helpers/small-framework.ts'
import { framework as shipped } from './helpers/worked-case.ts'

const small = smallFramework([2], [{ kind: 'every', within: null }], 'left-out')
const saved = async (laptop: Awaited<ReturnType<typeof openLaptop>>, body: Framework) => {
  const { id } = await laptop.api.framework.draftStart({ from: null })
  const { revision } = await laptop.api.framework.draftSave({ id, revision: 1, body })
  return { id, revision }
}

test('a draft may be unfinished but never something else', () => {
  expect(DraftBody.safeParse(emptyFramework()).success).toBe(true)
  expect(DraftBody.safeParse({ ...shipped, title: '', themes: [] }).success).toBe(true)
  for (const other of [null, [], {}, { ...shipped, themes: null }, { ...shipped, colour: 'blue' }, { ...shipped, language: 'fr' }]) {
    expect(DraftBody.safeParse(other).success).toBe(false)
  }
})

test('a draft is kept as it was last saved, until it is frozen; then it is a version and no draft', async () => {
  const laptop = await openLaptop()
  const { id, revision } = await saved(laptop, { ...small, title: 'Nieuw kader' })
  expect(await laptop.api.framework.drafts({})).toMatchObject([{ id, title: 'Nieuw kader', listed: 2, faults: 0, base: null }])
  const { hash } = await laptop.api.framework.freeze({ id, revision })
  expect(await laptop.api.framework.drafts({})).toEqual([])
  expect((await laptop.api.framework.list({})).find((one) => one.hash === hash)).toMatchObject({ origin: 'made', used: false, hasNamesake: false })
})

test('a new version begins as the one it goes on from, without its version', async () => {
  const laptop = await openLaptop()
  const from = await frameworkOf(laptop)
  const { id } = await laptop.api.framework.draftStart({ from })
  const { body, base, revision } = await laptop.api.framework.draft({ id })
  expect([body, base]).toEqual([{ ...shipped, version: '' }, from])
  await expect(laptop.api.framework.freeze({ id, revision })).rejects.toThrow('framework-invalid')
  expect(await laptop.api.framework.drafts({})).toMatchObject([{ id, faults: 1 }])
})

test('what was saved in another window is not overwritten', async () => {
  const laptop = await openLaptop()
  const { id } = await saved(laptop, small)
  await expect(laptop.api.framework.draftSave({ id, revision: 1, body: shipped })).rejects.toThrow('draft-moved')
  await expect(laptop.api.framework.freeze({ id, revision: 1 })).rejects.toThrow('draft-moved')
  expect((await laptop.api.framework.draft({ id })).body).toEqual(small)
})

test('two versions with one name: a draft may not become one, and a file that is one says so', async () => {
  const laptop = await openLaptop()
  const first = await saved(laptop, small)
  await laptop.api.framework.freeze(first)
  const second = await saved(laptop, { ...small, title: 'Ander kader' })
  await expect(laptop.api.framework.freeze(second)).rejects.toThrow('version-taken')
  const file = join(openTestFolder(), 'kader.json')
  writeFileSync(file, JSON.stringify({ ...small, title: 'Ander kader' }))
  expect(await laptop.api.framework.import({ file })).toMatchObject({ known: false, hasNamesake: true })
  const named = (await laptop.api.framework.list({})).filter(({ hasNamesake }) => hasNamesake)
  expect(named.map(({ title }) => title).sort()).toEqual(['Ander kader', 'Klein kader'])
})

test('only an office offers a framework that came with an inspection', async () => {
  const [laptop, office] = [await openLaptop(), await openOffice()]
  const hash = await frameworkOf(laptop)
  await expect(laptop.api.framework.accept({ hash })).rejects.toThrow('office-only')
  expect(await office.api.framework.accept({ hash })).toMatchObject({ hash })
})

const sentenceOf = (value: unknown) => {
  try {
    parseFramework(value)
  } catch (error) {
    if (error instanceof AppError) return sentenceFor(error.failure).nl
  }
  return null
}

test('a refusal names the item as it is printed, and what is wrong with it', () => {
  const broken = structuredClone(shipped)
  broken.themes[0]!.criteria[1]!.expectations[2]!.statement = ''
  expect(sentenceOf(broken)).toBe('Het toetsingskader klopt niet. Bij verwachting 1.2.3, tekst: dit ontbreekt. Er is niets gewijzigd.')
  expect(sentenceOf({ ...shipped, title: undefined })).toBe('Het toetsingskader klopt niet. Bij het kader zelf, titel: dit ontbreekt. Er is niets gewijzigd.')
})

test('a place in words is safe to print, whatever the file calls its items', () => {
  expect(inWords({ themes: [{ number: '$t(error.internal) {{x}}' }] }, 'themes[0].title')).toEqual({ kind: 'theme', number: '?t?error.internal? ??x??', part: 'title' })
  expect(inWords({ themes: [{ number: 7 }] }, 'themes[0]')).toMatchObject({ kind: 'theme', number: '#1' })
  expect(inWords({ themes: [{ id: 'v1', number: '' }] }, 'themes[0].title')).toMatchObject({ kind: 'theme', number: '#1' })
  expect(inWords(null, 'themes[3].criteria')).toMatchObject({ kind: 'framework', part: 'themes' })
})

test('a place in a file of another kind is told as one counts it by hand', () => {
  expect(placeInFile('catalog.groups.0.controls.11.title')).toBe('catalog › groups 1 › controls 12 › title')
})

test('every kind and part of a place has a word', () => {
  expect(Object.keys(nl.frameworkKind).sort()).toEqual([...PlaceKind.options].sort())
  expect(Object.keys(nl.frameworkPart).sort()).toEqual([...PlacePart.options].sort())
})
