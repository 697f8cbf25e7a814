import { LetterKind } from '../../shared/domain/letter.ts'
import { ReportFormat } from '../../shared/domain/report-page.ts'
import { ReportLanguage } from '../../shared/domain/report-text.ts'
import type { InspectionSummary } from '../../shared/domain/summary.ts'
import { criteriaOf, expectationsBelow } from '../../shared/domain/framework.ts'
import { dutchDayOf } from '../../shared/domain/dutch-day.ts'
import { countsOf } from '../../shared/domain/verdict.ts'
import { linesOfGaps } from './gap-lines.ts'
import { linesOfVerdict } from './verdict-lines.ts'
import { type Answer, type Call, type Commands, optionIn, optionOf } from './command.ts'
import { cosign } from './cosign.ts'
import { tableOf } from './table.ts'
import { compareVersions, versionCommands } from './version-commands.ts'

/** What is asked of inspections. */
export const inspectionCommands: Commands = {
  ...versionCommands,
  export: {
    form: 'INSPECTION --workspace DIR --out FILE[.age] [--exchange] [--builds-on MANIFEST] [--to PERSON]', opens: true, run: exportBundle,
    about: {
      nl: 'schrijft een ondertekend inspectiebestand, of een werkbestand voor een collega; versleuteld als de naam op .age eindigt',
      en: 'writes a signed bundle, or unfinished work for a colleague; encrypted if the name ends in .age',
    },
  },
  cosign: {
    form: 'FILE --workspace DIR --out FILE[.age] [--words WORDS]', opens: true, run: cosign,
    about: {
      nl: 'zonder de zes woorden: toont wat u zou meetekenen; met die woorden: ondertekent en schrijft het bestand opnieuw',
      en: 'without the six words: shows what you would sign too; with them: signs and writes the bundle again',
    },
  },
  list: {
    form: '--workspace DIR', opens: true, run: list,
    about: { nl: 'inspecties met stand, aantallen en eindoordeel', en: 'inspections with status, counts and verdict' },
  },
  verdict: {
    form: 'INSPECTION --workspace DIR [--explain]', opens: true, run: verdict,
    about: {
      nl: 'aantallen per thema en criterium, en het eindoordeel, desgewenst uitgelegd; status 0 als dat het beste is',
      en: 'counts per theme and criterion, and the verdict, explained if asked; status 0 if it is the best one',
    },
  },
  improvements: {
    form: 'INSPECTION --workspace DIR', opens: true, run: improvements,
    about: { nl: 'verbeterpunten met hun stand en maatregelen; status 1 als er een ontbreekt of over tijd is', en: 'improvement points with their state and measures; status 1 if one is missing or overdue' },
  },
  data: {
    form: '--workspace DIR --format xlsx|csv --out FILE', opens: true, run: data,
    about: { nl: 'schrijft de gegevens van alle inspecties als tabellen: een werkmap, of een zip met CSV', en: 'writes the data of all inspections as tables: a workbook, or a zip with CSV' },
  },
  letter: {
    form: 'INSPECTION --workspace DIR --kind announcement|board|municipalities|news|facts|explanation --format docx|pdf|html|md --out FILE [--letter-language nl|en]', opens: true, run: letter,
    about: { nl: 'schrijft een brief of bericht, samengesteld uit de gegevens', en: 'writes a letter or message, composed of the data' },
  },
  report: {
    form: 'INSPECTION [VERSION] --workspace DIR --format html|docx|pdf|md|xlsx|csv|json|oscal|poam|bagit --out FILE [--language nl|en] [--compare VERSION]', opens: true, run: report,
    about: {
      nl: 'schrijft een leesbaar rapport, of de gegevens als tabellen, JSON, OSCAL, plan van aanpak (POA&M) of map voor het archief (BagIt)',
      en: 'writes a readable report, or the data as tables, JSON, OSCAL, plan of action (POA&M) or bag for the archive (BagIt)',
    },
  },
  'report read-word': {
    form: 'FILE --workspace DIR --inspection ID', opens: true, run: readWord,
    about: {
      nl: 'leest een bewerkte Word-versie van het rapport in: toont wat wordt voorgesteld, en neemt niets over',
      en: 'reads an edited Word version of the report in: shows what is proposed, and takes nothing over',
    },
  },
}

async function exportBundle(call: Call): Promise<Answer> {
  const { api, args: [inspection = ''], options, run } = call
  const file = optionOf(call, 'out')
  const made = options.exchange === true
    ? await api.bundle.exchange({ inspection, file, buildsOn: optionIn(call, 'builds-on'), to: optionIn(call, 'to') }, run)
    : await api.bundle.handOver({ inspection, file, plain: !file.endsWith('.age') }, run)
  return { good: true, json: { file, ...made }, lines: [`${file}  ${made.manifest}`] }
}

async function list({ api }: Call): Promise<Answer> {
  const inspections = await api.inspection.list({})
  const gaps = await api.bundle.gaps({ inspection: null })
  const gapsOf = (id: string) => gaps.filter(({ inspection }) => inspection === id).map(({ inspection: _, ...gap }) => gap)
  return { good: true, json: inspections.map((one) => ({ ...one, gaps: gapsOf(one.id) })), lines: [...tableOf(inspections.map(rowOf)), ...linesOfGaps(gaps)] }
}

const rowOf = ({ id, organisation, kind, firstDay, status, counts, verdict }: InspectionSummary) =>
  [id, organisation.name, firstDay ?? '-', kind, status, `${counts.met}/${counts.assessed}`, verdict.outcome, verdict.reasons.join(' ')]

async function verdict({ api, args: [inspection = ''], options, language }: Call): Promise<Answer> {
  const { summary } = await api.inspection.get({ inspection })
  const framework = await api.framework.get({ hash: summary.framework.hash })
  const { findings } = await api.finding.marks({ inspection })
  const { told } = await api.verdict.get({ inspection })
  const themes = framework.themes.map((theme) => ({
    id: theme.id, counts: countsOf(framework, (expectation) => findings[expectation]?.code ?? null, expectationsBelow(theme)),
  }))
  const criteria = criteriaOf(framework).map(({ id }) => summary.criteria.find((criterion) => criterion.id === id)!)
  const lines = tableOf([
    ...themes.map(({ id, counts }) => [`thema ${id}`, `${counts.met}/${counts.assessed}`, '']),
    ...criteria.map(({ id, met, assessed, judgement }) => [id, `${met}/${assessed}`, judgement ?? '-']),
    [summary.verdict.outcome, `${summary.counts.met}/${summary.counts.assessed}`, summary.verdict.reasons.join(' ')],
  ])
  const json = { ...summary, themes, explanation: told?.explanation ?? null, sensitivity: told?.sensitivity ?? null }
  if (options.explain === true && told) lines.push('', ...linesOfVerdict(framework, told, language))
  return { good: told !== null && told.verdict.outcome === framework.rule.outcomes[0]?.code, json, lines }
}

async function improvements({ api, host, args: [inspection = ''] }: Call): Promise<Answer> {
  const day = dutchDayOf(host.now())
  const { points, measures, lines, missing, earlier, stand } = await api.improvement.list({ inspection, day })
  const json = {
    day, stand, missing, earlier,
    points: points.map(({ id, fields, expectations, measures: own, establishedOn }) => ({
      id, label: fields.label.value, title: fields.title.value, urgency: fields.urgency.value ?? 'normal', state: fields.state.value, expectations, measures: own, establishedOn,
    })),
    measures: measures.map(({ id, fields: { label, what, owner, due, claimedOn, establishedOn }, standing }) => ({
      id, label: label.value, what: what.value, owner: owner.value, due: due.value, claimedOn: claimedOn.value, establishedOn: establishedOn.value, standing,
    })),
    claims: lines,
  }
  const rows = json.points.map(({ label, state, urgency, expectations, measures: own, title }) =>
    [label ?? '≠', state?.state ?? 'open', urgency, expectations.join(' '), json.measures.filter(({ id }) => own.includes(id)).map((one) => `${one.label} ${one.standing}`).join(', ') || '-', title ?? '≠'])
  return { good: missing.length === 0 && json.measures.every(({ standing }) => standing !== 'overdue'), json, lines: [...tableOf(rows), ...missing.map((id) => `${id}  -`)] }
}

async function data(call: Call): Promise<Answer> {
  const file = optionOf(call, 'out')
  const written = await call.api.dataExport.writeAll({ format: optionOf(call, 'format') as 'xlsx' | 'csv', file }, call.run)
  return { good: written.leftOut === 0, json: { file, ...written }, lines: [[file, written.inspections, written.rows].join('  ')] }
}

/** Makes the letter where there is none of its kind yet, and writes the newest. */
async function letter(call: Call): Promise<Answer> {
  const { api, host, args: [inspection = ''], run } = call
  const [file, format, kind] = [optionOf(call, 'out'), ReportFormat.parse(optionOf(call, 'format')), LetterKind.parse(optionOf(call, 'kind'))]
  const language = ReportLanguage.parse(optionIn(call, 'letter-language') ?? 'nl')
  const known = (await api.letter.list({ inspection })).letters.find((one) => one.kind === kind && one.language === language)
  const { id } = known ?? await api.letter.add({ inspection, kind, language, day: dutchDayOf(host.now()) })
  const { size } = await api.letter.write({ inspection, letter: id, format, file }, run)
  return { good: true, json: { file, size, letter: id }, lines: [file] }
}

type TableFormat = Parameters<Call['api']['dataExport']['write']>[0]['format']

async function report(call: Call): Promise<Answer> {
  if (optionIn(call, 'compare') !== null) return compareVersions(call)
  const { api, args: [inspection = ''], run } = call
  const file = optionOf(call, 'out')
  const format = optionOf(call, 'format')
  const { size } = await written()
  return { good: true, json: { file, size }, lines: [file] }

  async function written() {
    const asReport = ReportFormat.safeParse(format)
    if (asReport.success) return api.report.write({ inspection, format: asReport.data, file, language: optionIn(call, 'language') as ReportLanguage ?? 'nl' }, run)
    if (format === 'bagit') return api.dataExport.archive({ inspection, file }, run)
    return api.dataExport.write({ inspection, format: format as TableFormat, file }, run)
  }
}

async function readWord(call: Call): Promise<Answer> {
  const { api, args: [handle = ''], run } = call
  const inspection = optionOf(call, 'inspection')
  const read = await api.word.read({ inspection, handle }, run)
  const { proposals, notes, ...rest } = await api.word.get({ inspection, file: read.file })
  const rows = [
    ...proposals.map(({ of, stand, answer, proposed }) => [answer?.outcome ?? stand, of, proposed.split('\n')[0]!.slice(0, 80)]),
    ...notes.map(({ of, done, text }) => [done ? 'done' : 'note', of ?? '-', text.split('\n')[0]!.slice(0, 80)]),
    ...rest.outside.map(({ after }) => ['outside', '-', after.split('\n')[0]!.slice(0, 80)]),
    ...[...(rest.missing ?? []).map((of) => ['missing', of, '']), ...rest.doubled.map((of) => ['doubled', of, ''])],
  ]
  return { good: true, json: { ...read, ...rest, proposals, notes }, lines: tableOf(rows) }
}
