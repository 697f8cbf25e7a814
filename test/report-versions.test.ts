import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listHeadIds } from '../electron/db/change-log.ts'
import { readingVersion } from '../electron/db/kept-version.ts'
import { linesOf, pageChanges } from '../shared/domain/page-comparison.ts'
import type { PageElement } from '../shared/domain/report-page.ts'
import { answer, at, lookAt, newInspection, openLaptop, rate, rationaleAt } from './helpers/backend.ts'
import { run } from './helpers/command.ts'
import { firstRound, retest } from './helpers/worked-case.ts'

const line = (text: string, of?: string): PageElement => ({ tag: 'p', attributes: of === undefined ? {} : { 'data-of': of }, children: [text] })
const pageOf = (lines: readonly string[]): PageElement => ({ tag: 'main', attributes: {}, children: lines.map((text) => line(text)) })

test('the changes between two pages lead from the one to the other, whatever they say', () => {
  const Lines = fc.array(fc.constantFrom('een twee drie', 'een twee vier', 'vijf', 'zes zeven acht', 'zes negen acht', 'tien', 'elf', 'twaalf dertien'), { maxLength: 12 })
  const counted = (texts: readonly string[]) => new Map([...Map.groupBy(texts, (text) => text)].map(([text, { length }]) => [text, length]))
  fc.assert(fc.property(Lines, Lines, (before, after) => {
    const sides = (kind: 'removed' | 'added') => pageChanges(pageOf(before), pageOf(after))
      .map(({ pieces }) => pieces.filter((piece) => piece.kind !== (kind === 'removed' ? 'added' : 'removed')).map(({ text }) => text).join('')).filter((text) => text !== '')
    const [was, is] = [counted(before), counted(after)]
    for (const text of sides('removed')) was.set(text, was.get(text)! - 1)
    for (const text of sides('added')) is.set(text, is.get(text)! - 1)
    const left = (counts: ReadonlyMap<string, number>) => [...counts].filter(([, count]) => count !== 0).sort()
    expect(left(was)).toEqual(left(is))
  }), { numRuns: 300 })
})

test('a page that says the same has no changes, and one word is one word', () => {
  const page = pageOf(['Het bestuur pakt dit op.', 'Er is een plan.'])
  expect(pageChanges(page, page)).toEqual([])
  expect(pageChanges(page, pageOf(['Het bestuur pakt dit nu op.', 'Er is een plan.']))).toEqual([
    { heading: '', of: null, pieces: [{ kind: 'same', text: 'Het bestuur pakt dit ' }, { kind: 'added', text: 'nu ' }, { kind: 'same', text: 'op.' }] },
  ])
})

test('a text that is written anew is held against itself, and not against its neighbour', () => {
  const [before, after] = [['Alles is goed.', 'Niets is goed.'], ['Wij zagen een plan.', 'Niets is goed.']].map(([one, two]): PageElement =>
    ({ tag: 'main', attributes: {}, children: [{ tag: 'h2', attributes: {}, children: ['Bevindingen'] }, line(one!, 'finding:1:rationale'), line(two!, 'finding:2:rationale')] }))
  const changes = pageChanges(before!, after!)
  expect(changes.map(({ heading, of }) => [heading, of])).toEqual([['Bevindingen', 'finding:1:rationale']])
  expect(linesOf(before!).map(({ text }) => text)).toEqual(['Bevindingen', 'Alles is goed.', 'Niets is goed.'])
})

test('versions are kept when the report is saved or somebody asks, and tell what changed since, word by word', async () => {
  const laptop = await openLaptop()
  const { api, home } = laptop
  const inspection = await newInspection(laptop, { firstDay: '2016-05-20' })
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Buiten kantoortijd is niemand bereikbaar.')
  await api.report.write({ inspection, format: 'html', file: join(home, 'een.html') })
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Buiten kantoortijd is Friesland bereikbaar.')
  await rate(laptop, inspection, '1.1.2', '-')
  const { id } = await api.report.keepVersion({ inspection })
  expect(await api.report.keepVersion({ inspection })).toEqual({ id })
  const versions = await api.report.versions({ inspection })
  expect(versions.map(({ kind }) => kind)).toEqual(['saved', 'kept'])
  const [first] = versions

  const heads = listHeadIds(laptop.db(), inspection)
  const changes = await api.report.compare({ inspection, before: first!.id, after: null })
  const own = changes.find(({ of }) => of === 'finding:1.1.1:rationale')!
  expect(own.pieces.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'removed', text: 'niemand' }, { kind: 'added', text: 'Friesland' }])
  expect(await api.report.compare({ inspection, before: id, after: null })).toEqual([])
  expect(listHeadIds(laptop.db(), inspection)).toEqual(heads)

  const file = join(home, 'wijzigingen.html')
  await api.report.writeComparison({ inspection, before: first!.id, after: id, format: 'html', file })
  expect(readFileSync(file, 'utf8')).toContain('<em>[− niemand −]</em> <strong>[+ Friesland +]</strong>')
  const unknown = '00000000-0000-4000-8000-00000000ffff'
  await expect(api.report.compare({ inspection, before: unknown, after: null })).rejects.toThrow('not-found')

  const { seen } = await lookAt(laptop, rationaleAt(inspection, '1.1.1'))
  await api.field.erase({ change: seen[0]!, reason: 'Naam.' })
  const erased = await api.report.compare({ inspection, before: id, after: null })
  expect(JSON.stringify([erased, await api.report.compare({ inspection, before: first!.id, after: id })])).not.toContain('Friesland')
  expect(() => readingVersion(laptop.db(), inspection, id, () => { throw new TypeError('stuk') })).toThrow('stuk')
  expect(listHeadIds(laptop.db(), inspection)).toEqual(heads)

  await answer(laptop, at(inspection, 'conclusion', inspection, 'text'), 'Veilig Thuis Drente voldoet aan verwachting 1.1.2.')
  expect((await api.report.prose({ inspection })).map(({ kind, data, about }) => [kind, data, about])).toEqual([
    ['expectation', '1.1.2 voldoet niet', { entity: 'finding', entityId: '1.1.2' }],
    ['name', 'Veilig Thuis Drenthe', { entity: 'inspection', entityId: inspection }],
  ])
})

test('a text that is written wholly anew is shown whole, and not through the old one', () => {
  const [first] = pageChanges(pageOf(['Wij schreven dit zelf.']), pageOf(['Het team is bezocht op een dag in mei.']))
  expect(first!.pieces).toHaveLength(1)
  const own = (text: string): PageElement => ({ tag: 'main', attributes: {}, children: [line(text, 'reportText:nl/summary:text')] })
  expect(pageChanges(own('Wij schreven dit zelf.'), own('Het team is bezocht op een dag in mei.'))[0]!.pieces.map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

test('versions are listed, numbered, and compared from the command line', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await laptop.api.report.keepVersion({ inspection })
  await answer(laptop, at(inspection, 'conclusion', inspection, 'text'), 'Het bestuur pakt dit op.')
  await laptop.close()
  const workspace = join(laptop.home, 'werk')
  expect((await run(['versions', inspection, '--workspace', workspace, '--json'])).json).toMatchObject([{ kind: 'kept' }])
  const out = join(laptop.home, 'verschil.md')
  const compared = await run(['report', inspection, '--workspace', workspace, '--compare', '1', '--format', 'md', '--out', out, '--json'])
  expect(compared).toMatchObject({ status: 0 })
  expect(readFileSync(out, 'utf8')).toContain('Het bestuur pakt dit op.')
  expect(await run(['report', inspection, '--workspace', workspace, '--compare', '7', '--format', 'md', '--out', out])).toMatchObject({ status: 2 })
})

test('what is composed of the data says nothing that the data do not, in either language, and what somebody wrote of it neither', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const first = await newInspection(laptop, { firstDay: firstRound.firstDay })
  for (const [id, rating] of Object.entries(firstRound.ratings)) await rate(laptop, first, id, rating)
  const inspection = await newInspection(laptop, { kind: 'retest', earlier: first, firstDay: retest.firstDay })
  for (const [id, rating] of Object.entries(retest.ratings)) await rate(laptop, inspection, id, rating)
  for (const [id, { judgement }] of Object.entries(retest.appraisals)) await answer(laptop, at(inspection, 'appraisal', id, 'judgement'), judgement!)
  for (const language of ['nl', 'en'] as const) {
    const composed = (await api.report.blocks({ inspection, language })).filter((block) => block.composed !== '')
    for (const { id, composed: text } of composed) await answer(laptop, at(inspection, 'reportText', id, 'text'), text)
    expect(composed.length).toBeGreaterThan(5)
    expect(await api.report.prose({ inspection, language })).toEqual([])
  }
})
