import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportHtml } from '../electron/features/report/html.ts'
import { reportOf } from '../electron/features/report/repository.ts'
import { getInspection } from '../electron/features/inspection/repository.ts'
import { entities } from '../shared/domain/entity.ts'
import type { Field } from '../shared/domain/field.ts'
import { expectationsBelow } from '../shared/domain/framework.ts'
import type { Report } from '../shared/domain/report.ts'
import { answer, at, carry, lookAt, type Machine, newInspection, openLaptop, openMachine, rate, ratingAt, rationaleAt, twoWhoDiffer } from './helpers/backend.ts'
import { plainOf, rowsOf, tagsOf } from './helpers/html.ts'
import { firstRound, framework, retest as secondRound } from './helpers/worked-case.ts'

const told = (machine: Machine, inspection: string) => reportHtml(reportOf(machine.db(), inspection))

/** The worked case as its retest and its first assessment, gathered by the first test that asks: what is made of it takes no database. */
let gathered: Promise<{ first: Report; retest: Report }> | undefined
const drenthe = () => (gathered ??= gatherDrenthe())

async function gatherDrenthe() {
  const { api, db } = openMachine()
  await api.workspace.openExample({})
  const list = await api.inspection.list({})
  const of = (kind: string) => reportOf(db(), list.find((one) => one.kind === kind)!.id)
  return { first: of('first'), retest: of('retest') }
}

test('the figures of the retest are those of the published case', async () => {
  const { retest } = await drenthe()
  const text = plainOf(reportHtml(retest))
  expect(text).toContain('Concept, geen vastgesteld rapport')
  expect(text).toContain('18 van de 24 beoordeelde verwachtingen voldoen. Eindoordeel: voldoet nog niet aan de eisen.')
  expect(text).toContain('In de vorige ronde voldeden 8 van de 24. Sindsdien: 10 verbeterd, 0 verslechterd, 8 bleven voldoen, 6 voldoen nog niet.')
  expect(text).toContain('ten minste 20 van de 24 beoordeelde verwachtingen voldoen: ✕ geldt niet (18 van 24 voldoen)')
  expect(text).toContain('alle beoordeelde verwachtingen van thema Veiligheid voldoen: ✕ geldt niet (5 van 6 voldoen)')
  expect(text).toContain('Het zou anders luiden bij ten minste 2 andere oordelen over een verwachting.')
  expect(text).toContain('6 verwachtingen voldoen niet, en zijn elk een punt om te verbeteren')
})

test('the chart of the summary says by theme what is met, drawn, instead of the picture and in a table', async () => {
  const { retest } = await drenthe()
  const page = reportHtml(retest)
  const { framework } = retest.round
  const metIn = (ratings: Readonly<Record<string, string>>, theme: (typeof framework.themes)[number]) =>
    expectationsBelow(theme).filter(({ id, assessed }) => assessed && ratings[id] === '+').length
  const bars = framework.themes.map((theme) => {
    const of = expectationsBelow(theme).filter(({ assessed }) => assessed).length
    return { theme: `${theme.number} ${theme.title}`, then: metIn(firstRound.ratings, theme), now: metIn(secondRound.ratings, theme), of }
  })
  expect(rowsOf(page)).toEqual(expect.arrayContaining(bars.map(({ theme, then, now, of }) => [theme, `${then} van ${of}`, `${now} van ${of}`])))
  const [, drawn, alternative] = /<img src="data:image\/svg\+xml;base64,([^"]+)" alt="([^"]+)"/.exec(page)!
  for (const { then, now, of } of bars) expect(alternative).toMatch(new RegExp(`${then}/${of}; [^;]*${now}/${of}`))
  const svg = Buffer.from(drawn!, 'base64').toString()
  expect(svg.match(/fill="#1d3f72"/g)).toHaveLength(8 + 18 + 1)
  expect(svg.match(/<rect /g)).toHaveLength(2 * 24 + 2)
})

test('both columns say what each round found, sign and word', async () => {
  const { retest } = await drenthe()
  const signs: Readonly<Record<string, string>> = { '+': '+ voldoet', '-': '− voldoet niet' }
  const rows = new Map(rowsOf(reportHtml(retest)).filter(({ length }) => length === 4).map((row) => [row[0], row]))
  for (const [expectation, before] of Object.entries(firstRound.ratings)) {
    expect(rows.get(expectation)!.slice(2)).toEqual([signs[before], signs[secondRound.ratings[expectation]!]])
  }
  expect(rows.get('3.1.1')![3]).toMatch(/^wordt nog niet beoordeeld/)
  const words: Readonly<Record<string, string>> = { V: 'V voldoende', M: 'M matig', O: 'O onvoldoende' }
  const judged = Object.keys(secondRound.appraisals).map((criterion) => rows.get(criterion)!.slice(2))
  expect(judged).toEqual([...'OOOOMVO'].map((before, index) => [words[before], words['MMVMVVV'[index]!]]))
})

test('what is not met is a point to improve, and what it was before stands beside it', async () => {
  const { retest } = await drenthe()
  const improvements = rowsOf(reportHtml(retest)).filter(([number, ...rest]) => /^\d\.\d\.\d$/.test(number!) && rest.length === 2).map(([number, , before]) => [number, before])
  expect(improvements).toEqual(['1.1.2', '1.1.4', '1.2.4', '1.2.5', '2.1.1', '3.1.4'].map((number) => [number, 'ook niet gehaald']))
})

test('it tells what, when and by whom: by role and inspectorate, never by name', async () => {
  const { retest } = await drenthe()
  const text = plainOf(reportHtml(retest))
  for (const part of ['Veilig Thuis Drenthe', 'versie 2015', 'Hertoets', '20 mei 2016', '24 augustus 2015', 'Aangekondigd', retest.frameworkHash]) {
    expect(text).toContain(part)
  }
  expect(text).toContain('Coördinerend inspecteur, Inspectie Jeugdzorg')
  expect(text).not.toContain('Inspecteur A')
})

test('every criterion is substantiated then and now, and every text of an inspector is there', async () => {
  const { retest } = await drenthe()
  const text = plainOf(reportHtml(retest))
  for (const { before, now } of Object.values(secondRound.appraisals)) for (const part of [before!, now]) expect(text).toContain(part)
  for (const rationale of Object.values(secondRound.rationales)) expect(text).toContain(rationale)
})

test('every text that someone recorded tells where it stands in the log and of which heads it was read', async () => {
  const { retest } = await drenthe()
  const page = reportHtml(retest)
  const said = [...page.matchAll(/<span data-of="([^"]*)" data-seen="([^"]*)"><span class="prose">([^<]*)</g)].map(([, of, seen, text]) => ({ of, seen, text: plainOf(text!) }))
  for (const [expectation, rationale] of Object.entries(secondRound.rationales)) {
    const { heads } = retest.findingOf(expectation).rationale
    expect(said).toContainEqual({ of: `finding:${expectation}:rationale`, seen: heads.map(({ id }) => id).sort().join(' '), text: rationale })
  }
  for (const criterion of Object.keys(secondRound.appraisals)) for (const field of ['before', 'now']) {
    expect(said.some(({ of }) => of === `appraisal:${criterion}:${field}`)).toBe(true)
  }
})

test('the words are ours as long as the official ones are not read in', async () => {
  const { retest } = await drenthe()
  expect(plainOf(reportHtml(retest))).toContain(`${framework.themes[0]!.criteria[0]!.title}* (eigen woorden)`)
  expect(plainOf(reportHtml(retest))).toContain('De officiële tekst van het toetsingskader gaat voor.')
})

test('a first assessment has one column', async () => {
  const { first } = await drenthe()
  const rows = rowsOf(reportHtml(first))
  expect(rows.find(([number]) => number === '1.1.1')!.slice(2)).toEqual(['− voldoet niet'])
  expect(plainOf(reportHtml(first))).toContain('Vorige ronde geen')
})

test('the file needs nothing beside it, runs nothing and fetches nothing', async () => {
  const { retest } = await drenthe()
  const page = reportHtml(retest)
  expect(page).toMatch(/^<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">/)
  expect(page.replace(/<img src="data:image\/(svg\+xml|png|jpeg);base64,[A-Za-z0-9+/=]*"/g, '<picture')).not.toMatch(/<(script|link|img|iframe|object|base|form)\b|\son\w+=|\bsrc=|url\(|@import|https?:/i)
  const anchors = [...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target!)
  expect(anchors).toContain('#noot-fn-va247')
  for (const target of anchors) expect(page).toContain(`id="${target.slice(1)}"`)
})

test('headings go down one level at a time, and every table names its columns and rows', async () => {
  const { retest } = await drenthe()
  const page = reportHtml(retest)
  const levels = [...page.matchAll(/<h(\d)[ >]/g)].map(([, level]) => Number(level))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1))
  for (const [table] of page.matchAll(/<table>.*?<\/table>/gs)) {
    expect(table).toContain('<caption')
    expect(table).not.toMatch(/<th(?! scope="(col|row)")[ >]/)
  }
})

const HOSTILE = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', `' onmouseover='alert(1)`, '</td></table></main><h1>Vastgesteld</h1>',
  '<!-- ', ']]>', '&lt;b&gt;', 'goed\u202efdp.exe', 'nul\u0000einde', 'halve \ud800 letter', '${report}', 'twee\nregels\r\nen een tab\t.', 'valueOf', '__proto__',
]

const fieldOf = <T>(value: T, reason: string | null = null): Field<T> =>
  ({ value, different: false, heads: [{ id: '0'.repeat(64), author: '', at: '', value, reason, erased: false }] })

const { claim, caseload, profile, performer } = entities
const NO_TEXT: Readonly<Record<string, unknown>> = { dated: '2016-05-20', readyBy: '2016-05-20', day: '2016-05-20', reported: 43, found: 51, about: [] }

/** The fields of an entity with one text in all that takes any; `found` is a count or a text, and of a choice it is the first. */
const withFields = <E extends (typeof entities)[keyof typeof entities]>({ shape }: E, text: string) =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => {
    const known = 'options' in schema ? schema.options[0] : NO_TEXT[name]
    return [name, fieldOf(schema.safeParse(known).success ? known : text)]
  })) as never

/** The worked case with one text wherever a person may type one. */
function withText(retest: Report, text: string): Report {
  return {
    ...retest,
    organisation: { ...retest.organisation!, name: text, region: text, partOf: text },
    team: [fieldOf({ name: text, role: 'lead' as const, inspectorate: text })],
    findingOf: () => ({ rating: fieldOf('nvt', text), rationale: fieldOf(text) }),
    appraisalOf: () => ({ judgement: fieldOf(text), before: fieldOf(text), now: fieldOf(text) }),
    claims: [{ id: 'claim', fields: withFields(claim, text), because: ['rating', 'found'] }],
    caseloads: [{ id: 'caseload', fields: withFields(caseload, text), more: 8 }],
    profile: [{ id: 'profile', fields: withFields(profile, text) }],
    performers: [{ expectation: '1.1.1', fields: withFields(performer, text) }],
    conclusion: { ...retest.conclusion, text: fieldOf(text), trustRationale: fieldOf(text), measure: fieldOf(text) },
  }
}

test('text that would be a page of its own stays text, and what cannot be seen is shown', async () => {
  const { retest } = await drenthe()
  const plain = tagsOf(reportHtml(withText(retest, 'x')))
  fc.assert(fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', minLength: 1 })), (text) => {
    const page = reportHtml(withText(retest, text))
    expect(tagsOf(page)).toEqual(plain)
    expect(page).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
  }), { numRuns: 60, examples: HOSTILE.map((text) => [text]) })
  expect(reportHtml(withText(retest, 'goed\u202efdp.exe'))).toContain('goed<span class="unseen">\\u202e</span>fdp.exe')
})

test('planted: a text that is written as it stands is noticed', async () => {
  const page = reportHtml(withText((await drenthe()).retest, 'x'))
  for (const text of HOSTILE.slice(0, 2)) expect(tagsOf(page.replace('>x<', `>${text}<`))).not.toEqual(tagsOf(page))
})

test('while something is open it does not say how far the threshold is', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  for (const expectation of ['1.1.1', '1.1.2']) await rate(laptop, inspection, expectation, '+')
  const text = plainOf(told(laptop, inspection))
  expect(text).toContain('Beoordeeld 2 · open 22. Het eindoordeel volgt als alles is beoordeeld.')
  expect(text).not.toMatch(/geldt|2 van (de )?24|\(2 van/)
  expect(rowsOf(told(laptop, inspection)).find(([number]) => number === '1.1.3')!.slice(2)).toEqual(['nog niet beoordeeld'])
})

test('what does not apply is told with its reason, and keeps the outcome open', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  for (const [expectation, rating] of Object.entries(secondRound.ratings)) await rate(laptop, inspection, expectation, rating)
  await rate(laptop, inspection, '1.1.4', 'nvt', 'Geregeld door een ander.')
  const page = told(laptop, inspection)
  expect(rowsOf(page).find(([number]) => number === '1.1.4')!.slice(2)).toEqual(['n.v.t. niet van toepassing'])
  expect(plainOf(page)).toContain('Niet van toepassing, omdat: Geregeld door een ander.')
  expect(plainOf(page)).toContain('Eindoordeel: nog open.')
  expect(plainOf(page)).toContain('het toetsingskader zegt niet wat dat met de drempel doet')
})

test('answers that differ are all shown, and whoever knows the same reads the same bytes', async () => {
  const { ours, theirs, inspection } = await twoWhoDiffer()
  const page = told(ours, inspection)
  expect(plainOf(page)).toContain('1 verschil is nog niet beslecht.')
  expect(rowsOf(page).find(([number]) => number === '1.1.1')!.slice(2)).toEqual(['≠ verschil, nog niet beslecht: + voldoet − voldoet niet'])
  carry(ours, theirs, inspection)
  expect(told(theirs, inspection)).toBe(page)
  expect(told(ours, inspection)).toBe(page)
})

test('what was erased is shown as erased', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await rate(laptop, inspection, '1.1.1', '-')
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Roos de Wit zei het.')
  for (const place of [rationaleAt(inspection, '1.1.1'), ratingAt(inspection, '1.1.1')]) {
    await laptop.api.field.erase({ change: (await lookAt(laptop, place)).seen[0]!, reason: 'Naam van een kind.' })
  }
  expect(told(laptop, inspection)).not.toContain('Roos')
  expect(rowsOf(told(laptop, inspection)).find(([number]) => number === '1.1.1')!.slice(2)).toEqual(['× gewist'])
  expect(plainOf(told(laptop, inspection))).toContain('1.1.1 × gewist')
})

test('the conclusion is there once it is written', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  expect(plainOf(told(laptop, inspection))).not.toContain('Conclusie en vervolg')
  const conclude = (field: string, value: string) => answer(laptop, at(inspection, 'conclusion', inspection, field), value)
  await conclude('text', 'Het bestuur pakt dit op.')
  await conclude('trust', 'partly')
  await conclude('deadline', '2016-12-01')
  const text = plainOf(told(laptop, inspection))
  for (const part of ['Het bestuur pakt dit op.', 'Vertrouwen in het bestuur Ten dele', 'Uiterlijk op 1 december 2016']) expect(text).toContain(part)
})

test('it is written whole, with what was still being typed, and a second time the same', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await laptop.api.field.draft({ ...rationaleAt(inspection, '1.1.1'), value: 'Half getypt.', seen: [] })
  const [one, two] = ['een.html', 'twee.html'].map((name) => join(laptop.home, name)) as [string, string]
  const { size } = await laptop.api.report.write({ inspection, format: 'html', file: one })
  await laptop.api.report.write({ inspection, format: 'html', file: two })
  expect(readFileSync(one)).toHaveLength(size)
  expect(readFileSync(one, 'utf8')).toContain('Half getypt.')
  expect(readFileSync(two)).toEqual(readFileSync(one))
  expect(existsSync(`${one}.part`)).toBe(false)
})

test('a report of nothing, or to a place that is not there, is refused and writes nothing', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const file = join(laptop.home, 'rapport.html')
  const unknown = '00000000-0000-4000-8000-00000000ffff'
  await expect(laptop.api.report.write({ inspection: unknown, format: 'html', file })).rejects.toThrow('not-found')
  expect(existsSync(file)).toBe(false)
  writeFileSync(file, 'wat er stond')
  await expect(laptop.api.report.write({ inspection, format: 'html', file: join(laptop.home, 'nergens', 'x.html') })).rejects.toThrow('file-gone')
  await expect(laptop.api.report.write({ inspection, format: 'html', file: join(file, 'x.html') })).rejects.toThrow('place-not-writable')
  expect(readFileSync(file, 'utf8')).toBe('wat er stond')
  expect(getInspection(laptop.db(), inspection).kind.value).toBe('first')
})
