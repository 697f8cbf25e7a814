import { ReportFormat } from '../../shared/domain/report-page.ts'
import { ReportLanguage } from '../../shared/domain/report-text.ts'
import { type Answer, type Call, type Commands, optionIn, optionOf } from './command.ts'
import { UsageError } from './sentence.ts'
import { tableOf } from './table.ts'

/** What is asked about the versions of a report that were kept. */
export const versionCommands: Commands = {
  versions: {
    form: 'INSPECTION --workspace DIR', opens: true, run: versions,
    about: { nl: 'de bewaarde versies van een rapport, genummerd', en: 'the kept versions of a report, numbered' },
  },
}

async function versions({ api, args: [inspection = ''] }: Call): Promise<Answer> {
  const kept = await api.report.versions({ inspection })
  return { good: true, json: kept, lines: tableOf(kept.map(({ kind, at, state }, index) => [String(index + 1), at, kind, state.slice(0, 16)])) }
}

/** Writes what reads otherwise in the second of two versions, each named by its number or id; without a second it is held against the report of now. */
export async function compareVersions(call: Call): Promise<Answer> {
  const { api, args: [inspection = '', second], run } = call
  const kept = await api.report.versions({ inspection })
  const idOf = (named: string): string => {
    const version = kept.find(({ id }, index) => id === named || String(index + 1) === named)
    if (!version) throw new UsageError({ nl: `Er is geen bewaarde versie ${named}.`, en: `There is no kept version ${named}.` })
    return version.id
  }
  const format = ReportFormat.safeParse(optionOf(call, 'format'))
  if (!format.success) throw new UsageError({ nl: 'Een vergelijking wordt geschreven als html, docx, pdf of md.', en: 'A comparison is written as html, docx, pdf or md.' })
  const [before, after] = [idOf(optionOf(call, 'compare')), second === undefined ? null : idOf(second)]
  const language = ReportLanguage.parse(optionIn(call, 'language') ?? 'nl')
  const file = optionOf(call, 'out')
  const changes = await api.report.compare({ inspection, language, before, after })
  const { size } = await api.report.writeComparison({ inspection, language, before, after, format: format.data, file }, run)
  return { good: true, json: { file, size, before, after, changes }, lines: [file] }
}
