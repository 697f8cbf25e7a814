import type { InspectionSummary } from '../../shared/domain/summary.ts'
import { criteriaOf, expectationsBelow } from '../../shared/domain/framework.ts'
import { countsOf } from '../../shared/domain/verdict.ts'
import { linesOfVerdict } from './verdict-lines.ts'
import { type Answer, type Call, type Commands, optionIn, optionOf } from './command.ts'
import { tableOf } from './table.ts'

/** What is asked of inspections. */
export const inspectionCommands: Commands = {
  export: {
    form: 'INSPECTION --workspace DIR --out FILE [--exchange] [--builds-on MANIFEST]', opens: true, run: exportBundle,
    about: { nl: 'schrijft een ondertekend inspectiebestand, of een werkbestand voor een collega', en: 'writes a signed bundle, or unfinished work for a colleague' },
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
  report: {
    form: 'INSPECTION --workspace DIR --format html --out FILE', opens: true, run: report,
    about: { nl: 'schrijft een leesbaar rapport', en: 'writes a readable report' },
  },
}

async function exportBundle(call: Call): Promise<Answer> {
  const { api, args: [inspection = ''], options, run } = call
  const file = optionOf(call, 'out')
  const made = options.exchange === true
    ? await api.bundle.exchange({ inspection, file, buildsOn: optionIn(call, 'builds-on') }, run)
    : await api.bundle.handOver({ inspection, file }, run)
  return { good: true, json: { file, ...made }, lines: [`${file}  ${made.manifest}`] }
}

async function list({ api }: Call): Promise<Answer> {
  const inspections = await api.inspection.list({})
  return { good: true, json: inspections, lines: tableOf(inspections.map(rowOf)) }
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

async function report(call: Call): Promise<Answer> {
  const { api, args: [inspection = ''], run } = call
  const file = optionOf(call, 'out')
  const { size } = await api.report.write({ inspection, format: 'html', file }, run)
  return { good: true, json: { file, size }, lines: [file] }
}
