import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { test } from 'vitest'
import type { DataExport } from '../../shared/domain/data-export.ts'
import { openLaptop } from '../helpers/backend.ts'
import { fillWithInspections } from '../helpers/many-inspections.ts'

/** Loaded by Node itself, as the program is: each import that the test runner wraps costs four times what is measured here. */
const load = createRequire(import.meta.url)
const { writeTables } = load('../../electron/features/data-export/tables.ts') as typeof import('../../electron/features/data-export/tables.ts')
const { TABLES } = load('../../shared/domain/data-table.ts') as typeof import('../../shared/domain/data-table.ts')

const [INSPECTIONS, EACH] = [1_000, 1_000]
const RATIONALE = 'Uit de interviews [I1] [I2] en 12 van de 30 dossiers blijkt dat dit niet altijd gebeurt; het protocol "Handelen" zegt iets anders.'

/** One inspection with a thousand expectations, under an id of its own. */
function inspectionOf(index: number): DataExport {
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
  const zero = { listed: EACH, assessed: EACH, notAssessed: 0, notExamined: 0, met: EACH, notMet: 0, notApplicable: 0, open: 0 }
  return {
    format: 'veldtoets/data/1', inspection: id, stateHash: '0'.repeat(64), recordedAt: '2016-01-01T00:00:00.000Z', organisation: { id, name: 'Veilig Thuis Drenthe', kind: 'veilig-thuis', region: 'Drenthe' },
    framework: { id: 'k', version: '1', hash: '0'.repeat(64), title: 'K' }, kind: 'first', firstDay: '2016-05-20', lastDay: null, announced: true, earlier: null, takenFrom: null,
    status: 'draft', counts: zero, verdict: { outcome: 'open', label: null, reasons: [] }, differences: 0, themes: [], criteria: [], improvements: [], measures: [], sources: [], files: null,
    expectations: Array.from({ length: EACH }, (_, at) => ({
      id: `1.1.${at}`, number: `1.1.${at}`, theme: '1', criterion: '1.1', statement: 'Het Veilig Thuis is 24 uur per dag en 7 dagen per week bereikbaar.', wording: 'official', assessed: true,
      legal: false, standing: 'met', rating: { code: '+', label: 'Voldaan', counts: true, met: true }, rationale: RATIONALE, different: false,
      sources: { interview: 2, file: 1, document: 0, observation: 0 }, earlier: { code: '-', development: 'improved', changedText: false }, improvements: [],
    })),
  }
}

function* inspections(marks: number[]): Generator<DataExport> {
  for (let index = 0; index < INSPECTIONS; index++) {
    if (index % 100 === 0) marks.push(performance.now())
    yield inspectionOf(index)
  }
  marks.push(performance.now())
}

/** Beside the time on the clock the time of the processor, for on a machine that others use too the clock says little. */
const told = (what: string, rows: number, marks: readonly number[], size: number, { user, system }: NodeJS.CpuUsage) => {
  const batches = marks.slice(1).map((mark, index) => mark - marks[index]!)
  const seconds = (marks.at(-1)! - marks[0]!) / 1_000
  console.log(`${what}: ${Math.round(rows / seconds).toLocaleString('en')} rows/s (${Math.round(rows / ((user + system) / 1e6)).toLocaleString('en')} per second of processor), last batch ${(batches.at(-1)! / batches[0]!).toFixed(2)} x first, `
    + `${Math.round(process.memoryUsage.rss() / 1_048_576)} MB resident, ${Math.round(size / 1_000_000)} MB`)
}

test('100,000 rows of expectations from a database in use', async () => {
  const office = await openLaptop('Bureau', 'office')
  await fillWithInspections(office, 100)
  const marks = [performance.now()]
  const before = process.cpuUsage()
  const onProgress = ({ done }: { done: number | null }) => { if (Number(done) % 10 === 0) marks.push(performance.now()) }
  const { rows, size } = await office.api.dataExport.writeAll({ format: 'csv', file: join(office.home, 'alles.zip') }, { onProgress })
  told('csv from the database, zip included', rows, marks, size, process.cpuUsage(before))
}, 1_200_000)

test('1,000,000 rows of expectations', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'veldtoets-bench-'))
  try {
    for (const format of ['csv', 'xlsx'] as const) {
      const marks: number[] = []
      const before = process.cpuUsage()
      const path = join(folder, format)
      const { rows, size } = await writeTables(path, format, inspections(marks), { signal: new AbortController().signal })
      told(`${format}, zip included`, rows, marks, size, process.cpuUsage(before))
    }
    naive(join(folder, 'naive'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 600_000)

/** The peer: all rows in memory, then one call of the library that is usual for it; a tenth of the rows, for more does not fit in one text. */
function naive(path: string): void {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const rows = Array.from({ length: INSPECTIONS / 10 }, (_, index) => TABLES[0]!.rowsOf(inspectionOf(index))).flat()
  writeFileSync(path, stringify(rows, { bom: true, delimiter: ';', escape_formulas: true, cast: { boolean: String } }))
  told('naive, csv-stringify at once', rows.length, [start, performance.now()], statSync(path).size, process.cpuUsage(before))
}
