import { cellOf, type Cell } from './framework-cell.ts'
import { type Language, type LayoutName, LAYOUTS, type Words, WORDING } from './framework-layout.ts'
import type { Criterion, Framework, Theme } from './framework.ts'

/** A sheet of a workbook; row 1 is the first. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

type Item = Words & { at: string; kind: 'text' | 'names' | 'integer' | typeof WORDING | typeof NOT_APPLICABLE; many?: true }
const NOT_APPLICABLE = [
  { value: 'unstated', nl: 'niet vermeld', en: 'not stated' }, { value: 'left-out', nl: 'telt niet mee', en: 'left out' },
]
const item = (at: string, nl: string, en: string, kind: Item['kind'] = 'text'): Item => ({ at, nl, en, kind })
const many = (at: string, nl: string, en: string): Item => ({ at, nl, en, kind: 'text', many: true })

/** What is said once of a whole framework; `at` is the path to it. What can be said more than once has a row each time. */
export const ITEMS: readonly Item[] = [
  item('id', 'Id', 'Id'),
  item('version', 'Versie', 'Version'),
  item('title', 'Titel', 'Title'),
  item('language', 'Taal (nl of en)', 'Language (nl or en)'),
  many('inspectorates', 'Inspectie', 'Inspectorate'),
  many('provenance', 'Herkomst', 'Provenance'),
  item('unfinished', 'Nog niet te gebruiken omdat', 'Not for use yet because'),
  item('standard.statement', 'Norm', 'Standard'),
  item('standard.wording', 'Norm: wiens woorden', 'Standard: whose words', WORDING),
  item('rule.statement', 'Beslisregel in woorden', 'Decision rule in words'),
  item('rule.wording', 'Beslisregel: wiens woorden', 'Decision rule: whose words', WORDING),
  item('rule.notApplicable', 'Niet van toepassing', 'Not applicable', NOT_APPLICABLE),
  item('fieldwork.wording', 'Werkwijze: wiens woorden', 'Fieldwork: whose words', WORDING),
  many('fieldwork.provenance', 'Werkwijze: herkomst', 'Fieldwork: provenance'),
  item('fieldwork.chronology', 'Volgorde van de datumvelden', 'Order of the date fields', 'names'),
  item('fieldwork.minimumSourceKinds', 'Soorten bronnen per verwachting', 'Kinds of source per expectation', 'integer'),
]

type Values = Readonly<Record<string, unknown>>

/** A framework as the sheets of a workbook; reading them gives the same framework again. */
export function sheetsOf(framework: Framework, language: Language): Sheet[] {
  const { scales, footnotes, rule, fieldwork } = framework
  const { roles = [], documents = [], observations = [], fileFields = [], terms = [], targets = [] } = fieldwork ?? {}
  const rows: Record<Exclude<LayoutName, 'general'>, readonly Values[]> = {
    structure: framework.themes.flatMap((theme) => levelsOf(theme, 1)),
    expectations: framework.themes.flatMap(({ criteria }) => criteria.flatMap(expectationsOf)),
    footnotes,
    scales: [...scales.rating.map((grade) => ({ scale: 'rating', ...grade })), ...scales.judgement.map((one) => ({ scale: 'judgement', ...one }))],
    prompts: [
      ...roles.flatMap(({ id, title, questions }) => questions.map((question) => ({ kind: 'question', role: id, roleTitle: title, ...question }))),
      ...documents.map((document) => ({ kind: 'document', ...document })),
      ...observations.map((observation) => ({ kind: 'observation', ...observation })),
    ],
    fields: fileFields.map((field) => ({ ...field, irrelevantField: field.irrelevantWhen?.field, irrelevantAnswers: field.irrelevantWhen?.answers })),
    terms,
    targets,
    facts: rule.facts,
    outcomes: rule.outcomes,
  }
  const names = Object.keys(rows) as (keyof typeof rows)[]
  return [generalOf(framework, language), ...names.map((name) => sheetOf(name, rows[name], language))]
}

function sheetOf(name: Exclude<LayoutName, 'general'>, values: readonly Values[], language: Language): Sheet {
  const layout = LAYOUTS[name]
  const heads = layout.columns.map((column) => column[language])
  return { name: layout[language], rows: [heads, ...values.map((value) => layout.columns.map(({ key, kind }) => cellOf(kind, value[key], language)))] }
}

function generalOf(framework: Framework, language: Language): Sheet {
  const { columns, [language]: name } = LAYOUTS.general
  const rows = ITEMS.flatMap((item) => {
    const value = item.at.split('.').reduce<unknown>((of, key) => (of as Values | null)?.[key], framework)
    const values = item.many ? (value as string[] | undefined) ?? [] : [value]
    return values.map((one) => [item[language], cellOf(item.kind, one, language)]).filter(([, cell]) => cell !== null)
  })
  return { name, rows: [columns.map((column) => column[language]), ...rows] }
}

function levelsOf(part: Theme | Criterion, level: number): Values[] {
  return [{ level, ...part }, ...(part.criteria ?? []).flatMap((criterion) => levelsOf(criterion, level + 1))]
}

function expectationsOf({ id, expectations, criteria = [] }: Criterion): Values[] {
  return [...expectations.map((expectation) => ({ criterion: id, ...expectation })), ...criteria.flatMap(expectationsOf)]
}
