import type { DataExport } from './data-export.ts'

export type Cell = string | number | boolean | null
type Type = 'string' | 'integer' | 'boolean' | 'date'

interface Column<Row> {
  readonly name: string
  readonly title: string
  readonly type: Type
  readonly of: (row: Row, whole: DataExport) => Cell
}

/** One table for analysts: what it is called, its columns, and the rows that one inspection has in it. */
export interface Table {
  readonly name: string
  readonly title: string
  readonly columns: readonly Omit<Column<never>, 'of'>[]
  readonly key: readonly string[]
  readonly rowsOf: (whole: DataExport) => Cell[][]
}

const column = <Row>(name: string, title: string, of: Column<Row>['of'], type: Type = 'string'): Column<Row> => ({ name, title, type, of })

function table<Row>(name: string, title: string, key: readonly string[], listed: (whole: DataExport) => readonly Row[], columns: readonly Column<Row>[]): Table {
  const rowsOf = (whole: DataExport) => listed(whole).map((row) => columns.map(({ of }) => of(row, whole)))
  return { name, title, key, columns: columns.map(({ name, title, type }) => ({ name, title, type })), rowsOf }
}

const inspection = <Row>() => column<Row>('inspectie', 'Inspectie', (_, { inspection }) => inspection)

type Expectation = DataExport['expectations'][number]
const expectations = table<Expectation>('verwachtingen', 'Verwachtingen', ['inspectie', 'verwachting'], ({ expectations }) => expectations, [
  inspection(),
  column('organisatie', 'Organisatie', (_, { organisation }) => organisation?.name ?? null),
  column('organisatie_id', 'Organisatie-id', (_, { organisation }) => organisation?.id ?? null),
  column('soort', 'Soort inspectie', (_, { kind }) => kind),
  column('eerste_dag', 'Eerste dag', (_, { firstDay }) => firstDay, 'date'),
  column('kader', 'Toetsingskader', (_, { framework }) => framework.id),
  column('kader_versie', 'Versie van het kader', (_, { framework }) => framework.version),
  column('kader_hash', 'SHA-256 van het kader', (_, { framework }) => framework.hash),
  column('thema', 'Thema', ({ theme }) => theme),
  column('criterium', 'Criterium', ({ criterion }) => criterion),
  column('verwachting', 'Verwachting', ({ id }) => id),
  column('nummer', 'Nummer', ({ number }) => number),
  column('tekst', 'Tekst van de verwachting', ({ statement }) => statement),
  column('woorden', 'Wiens woorden', ({ wording }) => wording),
  column('wettelijk', 'Wettelijke eis', ({ legal }) => legal, 'boolean'),
  column('stand', 'Hoe zij meetelt', ({ standing }) => standing),
  column('oordeel', 'Oordeel', ({ rating }) => rating?.code ?? null),
  column('oordeel_woord', 'Oordeel in woorden', ({ rating }) => rating?.label ?? null),
  column('telt', 'Telt mee', ({ rating }) => rating?.counts ?? null, 'boolean'),
  column('voldaan', 'Voldaan', ({ rating }) => (rating?.counts ? rating.met : null), 'boolean'),
  column('verschil', 'Verschil niet beslecht', ({ different }) => different, 'boolean'),
  column('onderbouwing', 'Onderbouwing', ({ rationale }) => rationale),
  column('bronnen_interview', 'Interviews', ({ sources }) => sources.interview, 'integer'),
  column('bronnen_dossier', 'Dossieronderzoek', ({ sources }) => sources.file, 'integer'),
  column('bronnen_document', 'Documenten', ({ sources }) => sources.document, 'integer'),
  column('bronnen_waarneming', 'Waarnemingen', ({ sources }) => sources.observation, 'integer'),
  column('oordeel_eerder', 'Oordeel in de vorige ronde', ({ earlier }) => earlier?.code ?? null),
  column('ontwikkeling', 'Ontwikkeling', ({ earlier }) => earlier?.development ?? null),
  column('tekst_gewijzigd', 'Tekst gewijzigd sinds de vorige ronde', ({ earlier }) => earlier?.changedText ?? null, 'boolean'),
  column('verbeterpunten', 'Verbeterpunten', ({ improvements }, whole) => labelsOf(whole.improvements, improvements)),
])

type Criterion = DataExport['criteria'][number]
const criteria = table<Criterion>('criteria', 'Criteria', ['inspectie', 'criterium'], ({ criteria }) => criteria, [
  inspection(),
  column('criterium', 'Criterium', ({ id }) => id),
  column('nummer', 'Nummer', ({ number }) => number),
  column('titel', 'Titel', ({ title }) => title),
  column('thema', 'Thema', ({ theme }) => theme),
  column('voldaan', 'Voldaan', ({ met }) => met, 'integer'),
  column('beoordeeld', 'Te beoordelen', ({ assessed }) => assessed, 'integer'),
  column('oordeel', 'Oordeel', ({ judgement }) => judgement?.code ?? null),
  column('oordeel_woord', 'Oordeel in woorden', ({ judgement }) => judgement?.label ?? null),
  column('oordeel_eerder', 'Oordeel in de vorige ronde', ({ earlier }) => earlier),
  column('onderbouwing', 'Onderbouwing', ({ substantiation }) => substantiation),
])

type Point = DataExport['improvements'][number]
const improvements = table<Point>('verbeterpunten', 'Verbeterpunten', ['inspectie', 'verbeterpunt'], ({ improvements }) => improvements, [
  inspection(),
  column('verbeterpunt', 'Verbeterpunt', ({ id }) => id),
  column('kenmerk', 'Kenmerk', ({ label }) => label),
  column('titel', 'Waarover', ({ title }) => title),
  column('toelichting', 'Toelichting', ({ text }) => text),
  column('urgentie', 'Urgentie', ({ urgency }) => urgency),
  column('stand', 'Stand', ({ state }) => state?.state ?? 'open'),
  column('stand_sinds', 'Stand sinds', ({ state }) => state?.on ?? null, 'date'),
  column('stand_bron', 'Bron van de stand', ({ state }) => state?.source ?? null),
  column('vastgesteld_op', 'In het toezicht vastgesteld op', ({ establishedOn }) => establishedOn, 'date'),
  column('verwachtingen', 'Verwachtingen', ({ expectations }) => expectations.join(' ')),
])

type Measure = DataExport['measures'][number]
const measures = table<Measure>('maatregelen', 'Maatregelen', ['inspectie', 'maatregel'], ({ measures }) => measures, [
  inspection(),
  column('maatregel', 'Maatregel', ({ id }) => id),
  column('kenmerk', 'Kenmerk', ({ label }) => label),
  column('wat', 'Wat', ({ what }) => what),
  column('wie', 'Wie', ({ owner }) => owner),
  column('gereed_per', 'Gereed per', ({ due }) => due, 'date'),
  column('klaar_gemeld_op', 'Klaar gemeld op', ({ claimedOn }) => claimedOn, 'date'),
  column('vastgesteld_op', 'Vastgesteld op', ({ establishedOn }) => establishedOn, 'date'),
  column('verbeterpunten', 'Verbeterpunten', ({ id }, { improvements }) => labelsOf(improvements, improvements.filter(({ measures }) => measures.includes(id)).map((one) => one.id))),
])

interface Counted {
  readonly part: 'termijn' | 'veld'
  readonly id: string
  readonly label: string
  readonly expectations: readonly string[]
  readonly answer: string
  readonly count: number
}
const files = table<Counted>('dossiers', 'Dossiers', ['inspectie', 'onderdeel', 'id', 'antwoord'], countedIn, [
  inspection(),
  column('peildatum', 'Peildatum', (_, { files }) => files?.referenceDate ?? null, 'date'),
  column('gelezen', 'Dossiers in de steekproef', (_, { files }) => files?.n ?? null, 'integer'),
  column('onderdeel', 'Termijn of veld', ({ part }) => part),
  column('id', 'Id in het kader', ({ id }) => id),
  column('omschrijving', 'Omschrijving', ({ label }) => label),
  column('antwoord', 'Antwoord', ({ answer }) => answer),
  column('aantal', 'Aantal', ({ count }) => count, 'integer'),
  column('verwachtingen', 'Verwachtingen', ({ expectations }) => expectations.join(' ')),
])

/** Each answer that the files of the sample can have, and how often they had it. */
function countedIn({ files }: DataExport): Counted[] {
  if (!files) return []
  const terms = files.terms.flatMap(({ term: id, label, expectations, onTime, late, running, notDeterminable, notApplicable }) =>
    Object.entries({ onTime, late, running, notDeterminable, notApplicable })
      .map(([answer, count]) => ({ part: 'termijn' as const, id, label, expectations, answer, count })))
  const fields = files.fields.flatMap(({ field: id, label, expectations, counts, notFound, notApplicable, unanswered }) =>
    Object.entries({ ...counts, notFound, notApplicable, unanswered })
      .map(([answer, count]) => ({ part: 'veld' as const, id, label, expectations, answer, count })))
  return [...terms, ...fields]
}

const inspections = table<DataExport>('inspecties', 'Inspecties', ['inspectie'], (whole) => [whole], [
  inspection(),
  column('organisatie', 'Organisatie', ({ organisation }) => organisation?.name ?? null),
  column('organisatie_id', 'Organisatie-id', ({ organisation }) => organisation?.id ?? null),
  column('regio', 'Regio', ({ organisation }) => organisation?.region ?? null),
  column('soort', 'Soort inspectie', ({ kind }) => kind),
  column('eerste_dag', 'Eerste dag', ({ firstDay }) => firstDay, 'date'),
  column('laatste_dag', 'Laatste dag', ({ lastDay }) => lastDay, 'date'),
  column('aangekondigd', 'Aangekondigd', ({ announced }) => announced, 'boolean'),
  column('eerdere_inspectie', 'Vorige ronde', ({ earlier }) => earlier),
  column('overgenomen_uit', 'Overgenomen uit', ({ takenFrom }) => takenFrom),
  column('kader', 'Toetsingskader', ({ framework }) => framework.id),
  column('kader_versie', 'Versie van het kader', ({ framework }) => framework.version),
  column('kader_hash', 'SHA-256 van het kader', ({ framework }) => framework.hash),
  column('stand', 'Stand', ({ status }) => status),
  column('verwachtingen', 'Verwachtingen', ({ counts }) => counts.listed, 'integer'),
  column('te_beoordelen', 'Te beoordelen', ({ counts }) => counts.assessed, 'integer'),
  column('voldaan', 'Voldaan', ({ counts }) => counts.met, 'integer'),
  column('niet_voldaan', 'Niet voldaan', ({ counts }) => counts.notMet, 'integer'),
  column('nvt', 'Niet van toepassing', ({ counts }) => counts.notApplicable, 'integer'),
  column('open', 'Open', ({ counts }) => counts.open, 'integer'),
  column('niet_beoordeeld', 'Wordt nog niet beoordeeld', ({ counts }) => counts.notAssessed, 'integer'),
  column('niet_onderzocht', 'Niet onderzocht', ({ counts }) => counts.notExamined, 'integer'),
  column('eindoordeel', 'Eindoordeel', ({ verdict }) => verdict.outcome),
  column('eindoordeel_woord', 'Eindoordeel in woorden', ({ verdict }) => verdict.label),
  column('verschillen', 'Verschillen niet beslecht', ({ differences }) => differences, 'integer'),
  column('vastgelegd_op', 'Laatst vastgelegd', ({ recordedAt }) => recordedAt),
  column('stand_hash', 'SHA-256 van de stand', ({ stateHash }) => stateHash),
])

/** All tables, in the order in which they are shown. */
export const TABLES: readonly Table[] = [expectations, criteria, improvements, measures, files, inspections]

const labelsOf = (improvements: DataExport['improvements'], ids: readonly string[]): string =>
  ids.map((id) => improvements.find((one) => one.id === id)?.label ?? '≠').join(' ')

/** The Frictionless Table Schema of a table (specs.frictionlessdata.io/table-schema): an empty cell is a missing value. */
export const schemaOfTable = ({ columns, key }: Table) => ({
  fields: columns.map(({ name, title, type }) => ({ name, title, type, ...(type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}) })),
  missingValues: [''],
  primaryKey: key,
  ...(key.length > 1 ? { foreignKeys: [{ fields: ['inspectie'], reference: { resource: 'inspecties', fields: ['inspectie'] } }] } : {}),
})

/** The Frictionless Data Package that says which table is in which file and how those are written. */
export const packageOf = (files: (table: Table) => string) => ({
  profile: 'tabular-data-package',
  name: 'veldtoets',
  resources: TABLES.map((table) => ({
    profile: 'tabular-data-resource', name: table.name, title: table.title, path: files(table), format: 'csv', mediatype: 'text/csv', encoding: 'utf-8',
    dialect: { delimiter: ';', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true }, schema: schemaOfTable(table),
  })),
})
