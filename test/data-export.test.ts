import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { namedId } from '../electron/crypto/named-id.ts'
import { atOnce } from '../electron/db/at-once.ts'
import { listAnswers, listEntries } from '../electron/db/change-log.ts'
import type { Db } from '../electron/db/open.ts'
import { csvRows } from '../electron/features/data-export/csv.ts'
import { exportOf } from '../electron/features/data-export/gather.ts'
import { writeTables } from '../electron/features/data-export/tables.ts'
import { type ArchiveTerms, missingTermsOf, NO_TERMS } from '../shared/domain/archive-terms.ts'
import { DataExport } from '../shared/domain/data-export.ts'
import { TABLES } from '../shared/domain/data-table.ts'
import { mdtoOfInspection } from '../shared/domain/mdto.ts'
import { privilegeIdOf } from '../shared/domain/privilege.ts'
import { answer, at, carry, type Laptop, lookAt, newInspection, openLaptop, openTestFolder, rate, rationaleAt } from './helpers/backend.ts'
import { handOver, openJudged, openOffice } from './helpers/office.ts'

const SCHEMAS = '/work/shared/facts/schemas'
/** What is wrong by a schema; null when nothing is. */
const checkBy = (schema: string) => {
  const check = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(join(SCHEMAS, schema), 'utf8')) as object)
  return (value: unknown) => (check(value) ? null : check.errors)
}
const hasXmllint = process.env.PATH!.split(':').some((folder) => existsSync(join(folder, 'xmllint')))

const TERMS: ArchiveTerms = {
  creator: { name: 'Inspectie Jeugdzorg & co', id: 'X1', register: 'Register' },
  appraisal: { label: 'Bewaren', code: 'B', list: 'Selectielijst 2016' },
  restriction: { label: 'Openbaarheid: beperkt', code: null, list: 'Begrippenlijst', description: 'Artikel < 15' },
  retention: 'P20Y',
  category: NO_TERMS.category,
}

const newFile = (name: string) => join(openTestFolder(), name)
const unzipped = (path: string) => {
  const folder = openTestFolder()
  execFileSync('unzip', ['-q', path, '-d', folder])
  return folder
}

async function write({ api }: Laptop, inspection: string, format: 'xlsx' | 'csv' | 'json' | 'oscal' | 'poam') {
  const folder = openTestFolder()
  const path = join(folder, 'uit')
  const { size } = await api.dataExport.write({ inspection, format, file: path })
  expect(readdirSync(folder)).toEqual(['uit'])
  const bytes = readFileSync(path)
  expect(bytes.length).toBe(size)
  return { path, bytes, json: () => JSON.parse(bytes.toString()) as Record<string, object> }
}

test('the retest of Drenthe goes out as JSON, tables, OSCAL and plan of action that say the same, twice in the same bytes, and name nobody', async () => {
  const { laptop, first, retest } = await openJudged(await openOffice())
  await laptop.api.improvement.make({ inspection: retest })
  await answer(laptop, rationaleAt(retest, '1.1.2'), '=HYPERLINK("x") van "ons"; en\nmeer _x0041_ \u0007')

  const json = await write(laptop, retest, 'json')
  const whole = DataExport.parse(json.json())
  expect(whole.counts).toMatchObject({ listed: 25, assessed: 24, met: 18, notMet: 6 })
  expect([whole.verdict.outcome, whole.improvements.length, whole.expectations.filter(({ earlier }) => earlier?.development === 'improved').length]).toEqual(['niet-voldoende', 6, 10])

  const folder = unzipped((await write(laptop, retest, 'csv')).path)
  expect(readdirSync(folder).sort()).toEqual([...TABLES.flatMap(({ name }) => [`${name}.csv`, `${name}.schema.json`]), 'datapackage.json'].sort())
  const tables = new Map(TABLES.map((table) => [table, parse(readFileSync(join(folder, `${table.name}.csv`)), { bom: true, delimiter: ';' }) as string[][]]))
  for (const [table, [head, ...rows]] of tables) {
    const schema = JSON.parse(readFileSync(join(folder, `${table.name}.schema.json`), 'utf8')) as { fields: { name: string; type: string }[] }
    expect(schema.fields.map(({ name }) => name)).toEqual(head)
    for (const row of rows) for (const [index, { type }] of schema.fields.entries()) if (row[index] !== '') expect(row[index]).toMatch(TYPES[type]!)
    expect(rows.length).toBe(table.rowsOf(whole).length)
  }
  const [head, ...expectations] = tables.get(TABLES[0]!)!
  const of = (row: string[], column: string) => row[head!.indexOf(column)]
  expect(expectations).toHaveLength(25)
  expect(expectations.filter((row) => of(row, 'voldaan') === 'true')).toHaveLength(18)
  expect(of(expectations[1]!, 'onderbouwing')).toBe('\'=HYPERLINK("x") van "ons"; en\nmeer _x0041_ \u0007')
  expect(new Set(expectations.map((row) => of(row, 'oordeel')))).toEqual(new Set(['+', '-', ''])) // a sign alone is no formula

  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile((await write(laptop, retest, 'xlsx')).path)
  expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([...tables].map(([{ title }, rows]) => [title, rows.length]))
  const sheet = workbook.getWorksheet('Verwachtingen')!
  expect(unescaped(sheet.getCell(3, head!.indexOf('onderbouwing') + 1).text)).toBe('=HYPERLINK("x") van "ons"; en\nmeer _x0041_ \uFFFD')
  expect(sheet.getCell(3, head!.indexOf('bronnen_document') + 1).value).toBe(whole.expectations[1]!.sources.document)

  const oscal = (await write(laptop, retest, 'oscal')).json()['assessment-results'] as { results: [{ findings: { uuid: string; target: { status: { state: string } } }[]; risks: object[] }] }
  expect(oscal.results[0].findings.map(({ target }) => target.status.state).sort()).toEqual([...Array<string>(6).fill('not-satisfied'), ...Array<string>(18).fill('satisfied')])
  const poam = (await write(laptop, retest, 'poam')).json()['plan-of-action-and-milestones'] as { 'poam-items': { 'related-findings': { 'finding-uuid': string }[] }[]; findings: { uuid: string }[] }
  expect(poam['poam-items']).toHaveLength(6)
  const known = new Set(oscal.results[0].findings.map(({ uuid }) => uuid))
  expect(poam['poam-items'].flatMap((item) => item['related-findings']).every((one) => known.has(one['finding-uuid']))).toBe(true)
  await expect(write(laptop, first, 'poam')).rejects.toThrow('no-improvement-points')

  for (const format of ['json', 'csv', 'xlsx', 'oscal', 'poam'] as const) {
    const { bytes } = await write(laptop, retest, format)
    expect(bytes.equals((await write(laptop, retest, format)).bytes), format).toBe(true)
    expect(bytes.includes('Bakker'), format).toBe(false)
  }
})

const TYPES: Readonly<Record<string, RegExp>> = { string: /\S/, integer: /^-?\d+$/, boolean: /^(true|false)$/, date: /^\d{4}-\d\d-\d\d$/ }

test.skipIf(!existsSync(SCHEMAS))('what goes out as OSCAL holds against the schemas of NIST, also of an inspection on which nothing was judged', async () => {
  const laptop = await openLaptop()
  const [blank, inspection] = [await newInspection(laptop), await newInspection(laptop)]
  await rate(laptop, inspection, '1.1.1', '+')
  await rate(laptop, inspection, '1.1.2', '-')
  await answer(laptop, rationaleAt(inspection, '1.1.2'), ' Een regel,\n en nog een. ')
  await laptop.api.improvement.make({ inspection })
  const [point] = (await laptop.api.improvement.list({ inspection, day: '2016-06-01' })).points
  await laptop.api.improvement.addMeasure({ inspection, point: point!.id, what: ' Iets doen\nen nog iets ' })
  const { id } = await laptop.api.document.add({ inspection, title: 'Jaarplan', kind: 'other', receivedOn: '2026-01-05' })
  await answer(laptop, at(inspection, 'link', `${id}/1.1.2`, 'linked'), true)
  const [isResults, isPlan] = [checkBy('oscal_assessment-results_schema.json'), checkBy('oscal_poam_schema.json')]
  const results = (await write(laptop, inspection, 'oscal')).json()
  const plan = (await write(laptop, inspection, 'poam')).json()
  expect([isResults(results), isResults((await write(laptop, blank, 'oscal')).json()), isPlan(plan)]).toEqual([null, null, null])
  expect(JSON.stringify(results)).toContain('related-observations')
  expect(isPlan({ 'plan-of-action-and-milestones': { ...plan['plan-of-action-and-milestones'], uuid: 'x' } })).not.toBeNull()
})

test('while privilege rests on something of an inspection it does not leave, alone or with all', async () => {
  const laptop = await openLaptop()
  const [one, other] = [await newInspection(laptop), await newInspection(laptop)]
  const { id } = await laptop.api.document.add({ inspection: one, title: 'Brief van de advocaat', kind: 'other', receivedOn: '2026-01-05' })
  await answer(laptop, at(one, 'privilege', privilegeIdOf('document', id), 'claim'), 'Advocaat van moeder-1.')
  for (const format of ['json', 'csv', 'oscal'] as const) await expect(write(laptop, one, format)).rejects.toThrow('privileged')
  const file = newFile('alles.zip')
  expect(await laptop.api.dataExport.writeAll({ format: 'csv', file })).toMatchObject({ rows: 25, inspections: 1, leftOut: 1 })
  const text = readFileSync(file, 'utf8')
  expect([text.includes(one), text.includes(other), text.includes('Brief van')]).toEqual([false, true, false])
})

test('the tables of all inspections go out in one file; whoever cancels leaves nothing behind', async () => {
  const { laptop } = await openJudged(await openOffice())
  const folder = openTestFolder()
  const file = join(folder, 'alles.zip')
  const told: (number | null)[] = []
  const done = await laptop.api.dataExport.writeAll({ format: 'csv', file }, { onProgress: ({ done }) => void told.push(done) })
  expect(done).toMatchObject({ rows: 50, inspections: 2, leftOut: 0 })
  expect(told).toEqual([1, 2])
  expect(readdirSync(folder)).toEqual(['alles.zip'])

  const stop = new AbortController()
  const other = join(folder, 'half.xlsx')
  await expect(laptop.api.dataExport.writeAll({ format: 'xlsx', file: other }, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow('cancelled')
  expect(readdirSync(folder)).toEqual(['alles.zip'])
})

/** One thing that one of two colleagues records: the same ones again and again, so that they differ, agree and take back. */
const step = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom(
    ['finding', '1.1.1', 'rating', '+'], ['finding', '1.1.1', 'rating', '-'], ['finding', '1.1.2', 'rationale', 'Zie [DOC1]'], ['finding', '1.1.2', 'rationale', null],
    ['appraisal', '1.1', 'judgement', 'V'], ['appraisal', '1.1', 'judgement', 'O'], ['appraisal', '1.1', 'now', 'Nu beter.'], ['inspection', '', 'lastDay', '2026-01-09'],
    ['link', 'D/1.1.1', 'linked', true], ['link', 'D/1.1.1', 'linked', null], ['meeting', '', '', null], ['erase', '1.1.2', 'rationale', null],
  ),
})

test('an inspection that is read at once says what it says when it is asked field by field, and when it was last written', async () => {
  const [one, other] = [await openLaptop(), await openLaptop('B. Visser')]
  const together = (db: Db, inspection: string) => atOnce(db, inspection, () => exportOf(db, inspection))
  let differing = 0
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
    const inspection = await newInspection(one)
    const document = (await one.api.document.add({ inspection, title: 'Jaarplan', kind: 'other', receivedOn: '2026-01-05' })).id
    carry(one, other, inspection)
    for (const { who, what: [entity, id, field, value] } of steps) {
      const laptop = [one, other][who]!
      const place = at(inspection, entity === 'erase' ? 'finding' : entity!, id === '' ? inspection : id!.replace('D/', `${document}/`), field!)
      if (entity === 'meeting') carry(one, other, inspection)
      else if (entity === 'erase') for (const { id } of (await lookAt(laptop, place)).heads.filter(({ erased }) => !erased).slice(0, 1)) await laptop.api.field.erase({ change: id, reason: 'Naam.' })
      else if (!(await lookAt(laptop, place)).different) await answer(laptop, place, value)
    }
    carry(other, one, inspection)
    for (const laptop of [one, other]) {
      const [db, asked] = [laptop.db(), exportOf(laptop.db(), inspection)]
      expect(together(db, inspection)).toEqual(asked)
      expect(asked.recordedAt).toBe(listEntries(db, inspection).map((entry) => entry.at).sort().at(-1))
      differing += asked.differences
    }
  }), { numRuns: 15 })
  expect(differing).toBeGreaterThan(0)
})

test('what is held while an inspection is read at once is of that one, and over when it ends, also by a failure', async () => {
  const laptop = await openLaptop()
  const [one, other] = [await newInspection(laptop), await newInspection(laptop, { kind: 'retest' })]
  const kindIn = (inspection: string) => listAnswers(laptop.db(), inspection, 'inspection').find(({ field }) => field === 'kind')?.value
  const during = atOnce(laptop.db(), one, () => [kindIn(one), kindIn(other)])
  expect(() => atOnce(laptop.db(), one, () => { throw new Error('half way') })).toThrow('half way')
  await answer(laptop, at(one, 'inspection', one, 'kind'), 'theme')
  expect([during, kindIn(one)]).toEqual([['first', 'retest'], 'theme'])
})

test('the office puts the signed bundle in a bag for the archive once its terms are decided; sha256sum finds every byte', async () => {
  const office = await openOffice()
  const { laptop, retest } = await openJudged(office)
  const bundle = await handOver(laptop, retest)
  await office.api.bundle.import({ files: [bundle] })
  const bag = newFile('bag.zip')
  await expect(office.api.dataExport.archive({ inspection: retest, file: bag })).rejects.toThrow('archive-terms-missing')
  expect((await office.api.dataExport.terms({})).missing).toEqual(['creator', 'appraisal', 'appraisalList', 'restriction', 'restrictionList'])
  expect((await office.api.dataExport.setTerms({ terms: TERMS })).missing).toEqual([])
  await office.api.dataExport.archive({ inspection: retest, file: bag })

  const folder = join(unzipped(bag), `bag-${retest.slice(-8)}`)
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) execFileSync('sha256sum', ['--strict', '--quiet', '-c', manifest], { cwd: folder })
  const payload = readdirSync(join(folder, 'data'))
  expect(readFileSync(join(folder, 'data', payload.find((name) => name.endsWith('.veldtoets'))!)).equals(readFileSync(bundle))).toBe(true)
  expect(readFileSync(join(folder, 'manifest-sha256.txt'), 'utf8').trim().split('\n')).toHaveLength(payload.length)
  const xml = payload.filter((name) => name.endsWith('.xml')).map((name) => join(folder, 'data', name))
  expect(xml).toHaveLength(3)
  for (const path of xml) expect(ordersOf(readFileSync(path, 'utf8'))).toEqual([])
  if (hasXmllint && existsSync(SCHEMAS)) execFileSync('xmllint', ['--noout', '--schema', join(SCHEMAS, 'MDTO-XML-1.0.2.xsd'), ...xml], { stdio: 'pipe' })
  else console.warn('MDTO was not held against its XSD: xmllint or the schemas are not here')

  await answer(office, at(retest, 'conclusion', retest, 'text'), 'Later gewijzigd')
  await expect(office.api.dataExport.archive({ inspection: retest, file: newFile('b.zip') })).rejects.toThrow('archive-without-bundle')
})

/** What the XSD of MDTO 1.0.2 says: per type the elements in order; `!` is mandatory. */
const MDTO: Readonly<Record<string, readonly string[]>> = {
  informatieobject: [
    '!identificatie', '!naam', 'aggregatieniveau', 'classificatie', 'trefwoord', 'omschrijving', 'raadpleeglocatie', 'dekkingInTijd', 'dekkingInRuimte', 'taal', 'event', '!waardering',
    'bewaartermijn', 'informatiecategorie', 'isOnderdeelVan', 'bevatOnderdeel', 'heeftRepresentatie', 'aanvullendeMetagegevens', 'gerelateerdInformatieobject', '!archiefvormer',
    'betrokkene', 'activiteit', '!beperkingGebruik',
  ],
  bestand: ['!identificatie', '!naam', '!omvang', '!bestandsformaat', '!checksum', 'URLBestand', '!isRepresentatieVan'],
  identificatie: ['!identificatieKenmerk', '!identificatieBron'],
  checksum: ['!checksumAlgoritme', '!checksumWaarde', '!checksumDatum'],
  beperkingGebruik: ['!beperkingGebruikType', 'beperkingGebruikNadereBeschrijving', 'beperkingGebruikDocumentatie', 'beperkingGebruikTermijn'],
  dekkingInTijd: ['!dekkingInTijdType', '!dekkingInTijdBegindatum', 'dekkingInTijdEinddatum'],
  event: ['!eventType', 'eventTijd', 'eventVerantwoordelijkeActor', 'eventResultaat'],
  bewaartermijn: ['termijnTriggerStartLooptijd', 'termijnStartdatumLooptijd', 'termijnLooptijd', 'termijnEinddatum'],
  ...Object.fromEntries(['waardering', 'aggregatieniveau', 'eventType', 'dekkingInTijdType', 'bestandsformaat', 'checksumAlgoritme', 'beperkingGebruikType', 'informatiecategorie']
    .map((name) => [name, ['!begripLabel', 'begripCode', '!begripBegrippenlijst']])),
  ...Object.fromEntries(['archiefvormer', 'heeftRepresentatie', 'isRepresentatieVan', 'begripBegrippenlijst'].map((name) => [name, ['!verwijzingNaam', 'verwijzingIdentificatie']])),
}

/** What is missing, out of order, unknown or empty in MDTO, by a reader of our own. */
function ordersOf(xml: string): string[] {
  const wrong: string[] = []
  const open: { name: string; children: string[]; text: boolean }[] = []
  for (const [, close, name, text] of xml.matchAll(/<(\/)?([A-Za-z]+)[^>]*>([^<]*)/g)) {
    if (!close) {
      open.at(-1)?.children.push(name!)
      open.push({ name: name!, children: [], text: text!.trim() !== '' })
      continue
    }
    const { children, text: said } = open.pop()!
    const order = MDTO[name!]
    if (order) {
      const places = children.map((child) => order.findIndex((one) => one.replace('!', '') === child))
      if (places.some((place, index) => place < 0 || place < (places[index - 1] ?? 0))) wrong.push(`${name}: ${children.join(' ')}`)
      for (const one of order) if (one.startsWith('!') && !children.includes(one.slice(1))) wrong.push(`${name} lacks ${one}`)
    } else if (children.length === 0 && !said) wrong.push(`${name} is empty`)
  }
  return wrong
}

test('the check of MDTO in these tests sees an element that is missing or in another place', () => {
  const about = { inspection: namedId('i'), organisation: 'O', title: 'T', firstDay: '2016-01-01', lastDay: null, signedAt: '2016-01-02T00:00:00Z', at: '2016-01-02T00:00:00Z', files: [] }
  const good = mdtoOfInspection(about, TERMS)
  expect(ordersOf(good)).toEqual([])
  expect(ordersOf(good.replace(/ {4}<naam>.*\n/, ''))).toEqual(['informatieobject lacks !naam'])
  expect(ordersOf(good.replace(/( {4}<naam>.*\n)( {4}<aggregatieniveau>[^]*?<\/aggregatieniveau>\n)/, '$2$1'))).toHaveLength(1)
  expect(missingTermsOf({ ...TERMS, restriction: { ...TERMS.restriction, list: null } })).toEqual(['restrictionList'])
})

test('a row of CSV is what another library writes, whatever stands in its cells', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '1', ';', '"', '\n', '\r', '=', '+', '-', '@', '\t', '＝', ' ', 'é'), maxLength: 6 })
  const more = text.filter((cell) => !/^(?:[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]$|\n)/u.test(cell)) // a sign alone is left as it is, and the library lets a line break go before one
  const row = csvRows()
  fc.assert(fc.property(fc.array(more, { minLength: 2, maxLength: 5 }), (cells) => {
    expect(row(cells)).toBe(stringify([cells], { delimiter: ';', escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ }))
  }), { numRuns: 2_000 })
  expect(row(['\n=1'])).toBe(`"'\n=1"\r\n`)
  for (const again of [csvRows(), row]) expect([again(['+', -1, true, null, '']), again(['+', '-1', 'true', null, null])]).toEqual(['+;-1;true;;\r\n', `+;'-1;true;;\r\n`])
})

test('whatever text stands in a cell of the workbook is read back as it was', async () => {
  const odd = ['<b>&"', '_x0041_', '_xyz_', ' voor en na ', '\n', 'a\r\nb', '=1+1', '😀', '\u2028', ']]>']
  const path = newFile('x.xlsx')
  await writeTables(path, 'xlsx', odd.map(oneOf), { signal: new AbortController().signal })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.getWorksheet('Criteria')!
  expect(odd.map((_, index) => unescaped(sheet.getCell(index + 2, 4).text))).toEqual(odd)
})

/** A text of a sheet as ECMA-376 has it read (ST_Xstring); this reader leaves that to whoever asks. */
const unescaped = (text: string) => text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** An inspection with one criterion and nothing else. */
function oneOf(title: string): DataExport {
  const zero = { listed: 0, assessed: 0, notAssessed: 0, notExamined: 0, met: 0, notMet: 0, notApplicable: 0, open: 0 }
  return {
    format: 'veldtoets/data/1', inspection: namedId(title), stateHash: '0'.repeat(64), recordedAt: '2016-01-01T00:00:00.000Z', organisation: null,
    framework: { id: 'k', version: '1', hash: '0'.repeat(64), title: 'K' }, kind: null, firstDay: null, lastDay: null, announced: null, earlier: null, takenFrom: null,
    status: 'draft', counts: zero, verdict: { outcome: 'open', label: null, reasons: [] }, differences: 0, themes: [],
    criteria: [{ id: '1', number: '1', title, theme: '1', met: 0, assessed: 0, judgement: null, earlier: null, substantiation: null }],
    expectations: [], improvements: [], measures: [], sources: [], files: null,
  }
}

test('an id by name is the UUID of version 5 that RFC 9562 gives, the same every time', () => {
  expect(namedId('finding/1')).toBe('60c6bf7c-5cc4-513d-a4dc-727b10e55e56') // as Python's uuid5 makes it
})

test('the published JSON Schema is that of the data that go out', async () => {
  const schema = { title: 'Veldtoets data', ...z.toJSONSchema(DataExport) }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../docs/data.schema.json')
})
