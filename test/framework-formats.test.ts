import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hash } from '../electron/crypto/hash.ts'
import { readFramework } from '../electron/features/framework/formats/read.ts'
import { valueOf, yamlFrom } from '../electron/features/framework/formats/text.ts'
import { type Format, writeFramework, writeTemplate } from '../electron/features/framework/formats/write.ts'
import { AppError } from '../shared/errors.ts'
import { anyFramework } from './helpers/any-framework.ts'
import { deepFramework } from './helpers/deep-framework.ts'
import { openTestFolder } from './helpers/folder.ts'
import { framework } from './helpers/worked-case.ts'

const failureOf = async (reading: Promise<unknown>) => {
  const error = await reading.then(() => null, (reason: unknown) => reason)
  if (error !== null && !(error instanceof AppError)) throw error
  return error?.failure ?? null
}
const fileOf = (content: string | Uint8Array, name = 'kader.bestand') => {
  const path = join(openTestFolder(), name)
  writeFileSync(path, content)
  return path
}

/** A workbook of the framework of 2015, changed as a person would in Excel, and what comes of reading it. */
async function edited(change: (workbook: ExcelJS.Workbook) => void): Promise<string> {
  const path = join(openTestFolder(), 'kader.xlsx')
  await writeFramework(path, framework, 'xlsx')
  const workbook = await new ExcelJS.Workbook().xlsx.readFile(path)
  change(workbook)
  await workbook.xlsx.writeFile(path)
  return path
}
const sheetOf = (workbook: ExcelJS.Workbook, name: string) => workbook.getWorksheet(name)!
const faultsOf = async (path: string) => {
  const failure = await failureOf(readFramework(path))
  if (failure?.code !== 'framework-faulty') throw new Error(`no faults but ${JSON.stringify(failure)}`)
  return failure.details.faults.map(({ sheet, cell, what }) => `${sheet} ${cell} ${what}`)
}

test.each<Format>(['json', 'yaml', 'xlsx'])('written as %s and read again, the framework of 2015 has the same hash, whatever the file is called', async (format) => {
  const path = join(openTestFolder(), 'kader.txt')
  await writeFramework(path, framework, format)
  const read = await readFramework(path)
  expect(read).toMatchObject({ kind: format, notes: [] })
  expect(hash(read.framework)).toBe(hash(framework))
})

test('any framework comes back out of YAML and out of a spreadsheet as the same', { timeout: 60_000 }, async () => {
  const folder = openTestFolder()
  await fc.assert(fc.asyncProperty(anyFramework, async (any) => {
    expect(hash(valueOf(yamlFrom(any)))).toBe(hash(any))
    await writeFramework(join(folder, 'x.xlsx'), any, 'xlsx')
    expect(hash((await readFramework(join(folder, 'x.xlsx'))).framework)).toBe(hash(any))
  }), { numRuns: 2 })
})

test('six levels and a scale of four points go through a spreadsheet', async () => {
  const path = join(openTestFolder(), 'diep.xlsx')
  const deep = deepFramework(1, 2, 1)
  await writeFramework(path, deep, 'xlsx')
  expect((await readFramework(path)).framework).toEqual(deep)
})

test.each(['nl', 'en'] as const)('the template can be read in as it is (%s)', async (language) => {
  const path = join(openTestFolder(), 'sjabloon.xlsx')
  await writeTemplate(path, language)
  expect(await readFramework(path)).toMatchObject({ kind: 'xlsx', notes: [], framework: { language, themes: [{ criteria: [{}, {}] }] } })
})

test('columns in another order, blank lines, a title above the heads, merged cells, spaces and sheets of their own say the same', async () => {
  const path = await edited((workbook) => {
    const sheet = sheetOf(workbook, 'Verwachtingen')
    for (let row = 1; row <= sheet.rowCount; row++) {
      const [criterion, number] = [sheet.getCell(row, 1).value, sheet.getCell(row, 2).value]
      sheet.getCell(row, 1).value = number
      sheet.getCell(row, 2).value = row > 2 && sheet.getCell(row - 1, 20).value === criterion ? null : criterion
      sheet.getCell(row, 20).value = criterion
    }
    for (let row = 1; row <= sheet.rowCount; row++) sheet.getCell(row, 20).value = null
    sheet.getCell(2, 3).value = `  ${String(sheet.getCell(2, 3).value)} `
    sheet.getCell(1, 2).value = ' criterium* '
    sheet.insertRow(4, [])
    sheet.insertRow(1, ['Toetsingskader, versie van het team'])
    sheet.mergeCells('B3:B4')
    workbook.addWorksheet('Kladblok').getCell('A1').value = 'bellen'
  })
  const { framework: read, notes } = await readFramework(path)
  expect(hash(read)).toBe(hash(framework))
  expect(notes).toEqual([{ what: 'sheet-ignored', about: 'Kladblok', sheet: 'Kladblok', cell: null, count: 1 }])
})

test('a number that Excel made another of is mended where it follows on the one above, and told; elsewhere it is refused', async () => {
  const many = structuredClone(framework)
  const [criterion] = many.themes[0]!.criteria
  criterion!.expectations = Array.from({ length: 11 }, (_, index) => ({ ...criterion!.expectations[0]!, id: `1.1.${index + 1}`, number: `1.${index + 1}` }))
  many.fieldwork = null
  many.rule.outcomes = [many.rule.outcomes.at(-1)!, many.rule.outcomes.at(-1)!].map((outcome, index) => ({ ...outcome, code: `u${index}`, when: index === 0 ? { kind: 'every', within: null } : null }))
  const path = join(openTestFolder(), 'kader.xlsx')
  await writeFramework(path, many, 'xlsx')
  const workbook = await new ExcelJS.Workbook().xlsx.readFile(path)
  const sheet = sheetOf(workbook, 'Verwachtingen')
  sheet.getCell('B11').value = 1.1
  sheet.getCell('B3').value = new Date(Date.UTC(2026, 1, 1))
  sheet.getCell('B3').style = { numFmt: 'd-mmm' }
  await workbook.xlsx.writeFile(path)
  const read = await readFramework(path)
  expect(hash(read.framework)).toBe(hash(many))
  expect(read.notes.map(({ cell, about }) => [cell, about])).toEqual([['B3', '1.2'], ['B11', '1.10']])
  sheet.getCell('B5').value = new Date(Date.UTC(2026, 8, 1))
  sheet.getCell('B5').style = { numFmt: 'd-mmm' }
  await workbook.xlsx.writeFile(path)
  expect(await faultsOf(path)).toEqual(['Verwachtingen B5 date-instead'])
})

test('everything that is wrong is told at once, each with its cell', async () => {
  const path = await edited((workbook) => {
    const sheet = sheetOf(workbook, 'Verwachtingen')
    sheet.getCell('C3').value = null
    sheet.getCell('D4').value = 'misschien'
    sheet.getCell('C5').value = { formula: 'HYPERLINK("http://x")', result: 'een tekst' }
    sheet.getCell('A6').value = '9.9'
    sheetOf(workbook, 'Kader').getCell('A3').value = 'Versienummer'
    sheetOf(workbook, 'Beslisregel').getCell('D2').value = '{"kind":'
    sheetOf(workbook, 'Thema’s en criteria').getCell('A11').value = 4
    sheetOf(workbook, 'Termijnen').getCell('B2').value = 'vijf'
  })
  expect(await faultsOf(path)).toEqual([
    'Kader B3 unknown-item', 'Thema’s en criteria A11 level-wrong', 'Verwachtingen D4 unknown-choice', 'Verwachtingen C5 formula',
    'Verwachtingen A6 unknown-criterion', 'Beslisregel D2 not-json', 'Termijnen B2 not-a-number', 'Kader null missing', 'Verwachtingen C3 missing',
  ])
})

test('a fault that only shows in the whole is told at its cell too', async () => {
  expect(await faultsOf(await edited((workbook) => { sheetOf(workbook, 'Verwachtingen').getCell('H7').value = 'fn-onbekend' }))).toEqual(['Verwachtingen H7 unknown-footnote'])
  expect(await faultsOf(await edited((workbook) => workbook.removeWorksheet('Schalen')))).toEqual(['Schalen null sheet-missing'])
  expect(await faultsOf(await edited((workbook) => { sheetOf(workbook, 'Verwachtingen').getCell('C1').value = 'Anders' }))).toEqual(['Verwachtingen null column-missing'])
})

// Files that mean harm.

/** A zip with one deflated part (APPNOTE 4.3). */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(8, 4)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(content.length, 18)
  shared.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, Buffer.alloc(14), Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

test('a spreadsheet that is no spreadsheet, or inflates to more than there is room for, is refused before it is opened', async () => {
  expect(await failureOf(readFramework(fileOf(Buffer.from('PK\x03\x04 en verder niets'))))).toEqual({ code: 'xlsx-unreadable', details: {} })
  expect(await failureOf(readFramework(fileOf(zipOf('xl/workbook.xml', Buffer.alloc(70_000_000)))))).toMatchObject({ code: 'file-too-large' })
})

test('a list of words or merged cells over a whole sheet take no step per cell', async () => {
  const path = await edited((workbook) => {
    const sheet = sheetOf(workbook, 'Voetnoten') as ExcelJS.Worksheet & { dataValidations: { add: (cells: string, validation: object) => void } }
    sheet.dataValidations.add('D1:XFD1048576', { type: 'list', formulae: ['"a,b"'] })
  })
  expect(hash((await readFramework(path)).framework)).toBe(hash(framework))
})

const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`).join('\n')}\n`
test.each([
  ['references that multiply', bomb], ['one reference', 'a: &a [1]\nb: *a\n'], ['a type of its own', 'a: !!js/function "x"\n'], ['a key twice', 'a: 1\na: 2\n'],
  ['two documents', 'a: 1\n---\nb: 2\n'], ['brackets without end', `a: ${'['.repeat(100_000)}`], ['steps without end', Array.from({ length: 400 }, (_, deep) => `${'  '.repeat(deep)}a:`).join('\n')],
  ['lists in a line without end', `a:\n${'- '.repeat(50_000)}x`], ['a merge', 'a: {b: 1}\n<<: {c: 2}\n? [x]\n: 3\n'],
])('YAML with %s is refused in words', async (_, text) => {
  expect(await failureOf(readFramework(fileOf(text)))).toMatchObject({ code: 'not-yaml' })
})

test('JSON that is no framework, or sets what every object has, is refused with all that is wrong', async () => {
  expect(await failureOf(readFramework(fileOf('{"a":')))).toMatchObject({ code: 'not-json' })
  for (const text of ['geen kader', '', '7', 'null']) expect(await failureOf(readFramework(fileOf(text)))).toMatchObject({ code: 'not-a-framework' })
  const odd = JSON.stringify({ ...framework, title: 7, version: undefined }).replace('{', '{"__proto__":{"title":"x"},')
  const failure = await failureOf(readFramework(fileOf(odd)))
  expect(failure).toMatchObject({ code: 'framework-faulty', details: { count: expect.any(Number) } })
  expect(JSON.stringify(failure)).toContain('"part":"version"')
  expect(({} as { title?: string }).title).toBeUndefined()
})
