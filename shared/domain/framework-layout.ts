/** Sheets, columns and values of a framework in a workbook, in both languages: written in one, read in either. */

export type Language = 'nl' | 'en'
export type Words = Readonly<Record<Language, string>>

/** A value that is written as a word. */
export interface Choice extends Words {
  readonly value: string | boolean
}

/**
 * What stands in the cells of a column: text; an identifier or printed number, which a spreadsheet may have taken for a number or a day;
 * one thing a line; options as `code: label`; JSON; or one of a few words.
 */
export type Kind = 'text' | 'name' | 'lines' | 'names' | 'options' | 'integer' | 'decimal' | 'json' | readonly Choice[]

export interface Column extends Words {
  readonly key: string
  readonly kind: Kind
  /** Whether a blank cell means what the cell above says, as with merged cells. */
  readonly fills?: true
  readonly optional?: true
  /** What people call it as well. */
  readonly also?: readonly string[]
  /** Of the column, in characters. */
  readonly width?: number
}

export interface Layout extends Words {
  readonly columns: readonly Column[]
  readonly optional?: true
}

/** A value and the words for it. */
export const choice = (value: string | boolean, nl: string, en: string): Choice => ({ value, nl, en })
export const YES_NO = [choice(true, 'ja', 'yes'), choice(false, 'nee', 'no')]
export const WORDING = [choice('official', 'officieel', 'official'), choice('ownWording', 'eigen woorden', 'own wording')]
const SHAPES = [
  choice('circle', 'cirkel', 'circle'), choice('hexagon', 'zeshoek', 'hexagon'), choice('diamond', 'ruit', 'diamond'),
  choice('triangle', 'driehoek', 'triangle'), choice('square', 'vierkant', 'square'), choice('bar', 'balk', 'bar'),
]

type Extra = Partial<Pick<Column, 'fills' | 'optional' | 'also' | 'width'>>
const column = (key: string, kind: Kind, nl: string, en: string, extra: Extra = {}): Column => ({ key, kind, nl, en, ...extra })
const MAY = { optional: true } as const
const wide = (width: number, extra: Extra = {}): Extra => ({ width, ...extra })
const ID = column('id', 'name', 'Id', 'Id', MAY)
const WORDED = column('wording', WORDING, 'Wiens woorden', 'Whose words', MAY)
const EXPECTATIONS = column('expectations', 'names', 'Verwachtingen', 'Expectations', wide(24, MAY))

export const LAYOUTS = {
  general: {
    nl: 'Kader', en: 'Framework',
    columns: [column('name', 'text', 'Gegeven', 'Item', wide(34)), column('value', 'text', 'Waarde', 'Value', wide(90))],
  },
  structure: {
    nl: 'Thema’s en criteria', en: 'Themes and criteria',
    columns: [
      column('level', 'integer', 'Niveau', 'Level', MAY), column('number', 'name', 'Nummer', 'Number'), column('title', 'text', 'Titel', 'Title', wide(50)),
      column('aim', 'text', 'Doelzin', 'Aim', wide(60, MAY)), WORDED, ID,
    ],
  },
  expectations: {
    nl: 'Verwachtingen', en: 'Expectations',
    columns: [
      column('criterion', 'name', 'Criterium', 'Criterion', { fills: true, optional: true }), column('number', 'name', 'Nummer', 'Number'),
      column('statement', 'text', 'Verwachting', 'Expectation', wide(70)), column('assessed', YES_NO, 'Beoordeeld', 'Assessed', MAY),
      column('notAssessedBecause', 'text', 'Waarom niet beoordeeld', 'Why not assessed', wide(30, MAY)),
      column('legal', YES_NO, 'Wettelijke eis', 'Demanded by law', MAY), column('limbs', 'lines', 'Onderdelen', 'Parts', wide(30, MAY)),
      column('footnotes', 'names', 'Voetnoten', 'Footnotes', MAY), column('guidance', 'text', 'Toelichting', 'Guidance', wide(50, MAY)), WORDED, ID,
    ],
  },
  footnotes: {
    nl: 'Voetnoten', en: 'Footnotes', optional: true,
    columns: [column('number', 'name', 'Nummer', 'Number'), column('text', 'text', 'Tekst', 'Text', wide(80)), ID],
  },
  scales: {
    nl: 'Schalen', en: 'Scales',
    columns: [
      column('scale', [choice('rating', 'verwachting', 'expectation'), choice('judgement', 'criterium', 'criterion')], 'Schaal voor', 'Scale for', { fills: true }),
      column('code', 'name', 'Code', 'Code'), column('label', 'text', 'Naam', 'Dutch name', wide(26)), column('english', 'text', 'Engelse naam', 'English name', wide(26)),
      column('key', 'name', 'Toets', 'Key'), column('sign', 'name', 'Teken', 'Sign', MAY), column('shape', SHAPES, 'Vorm', 'Shape', MAY),
      column('counts', YES_NO, 'Telt mee', 'Counts', MAY), column('met', YES_NO, 'Voldoet', 'Met', MAY), column('sufficient', YES_NO, 'Voldoende', 'Sufficient', MAY),
    ],
  },
  prompts: {
    nl: 'Rollen en vragen', en: 'Roles and questions', optional: true,
    columns: [
      column('kind', [choice('question', 'vraag', 'question'), choice('document', 'document', 'document'), choice('observation', 'waarneming', 'observation')], 'Soort', 'Kind', { fills: true }),
      column('role', 'name', 'Rol', 'Role', MAY), column('roleTitle', 'text', 'Naam van de rol', 'Name of the role', wide(26, MAY)),
      column('text', 'text', 'Tekst', 'Text', wide(80)), EXPECTATIONS, ID,
    ],
  },
  fields: {
    nl: 'Dossiervelden', en: 'File fields', optional: true,
    columns: [
      column('label', 'text', 'Naam', 'Name', wide(50)),
      column('kind', [
        choice('date', 'datum', 'date'), choice('yes-no', 'ja/nee', 'yes/no'), choice('text', 'tekst', 'text'), choice('number', 'getal', 'number'),
        choice('choice', 'keuze', 'choice'), choice('band', 'klasse', 'band'),
      ], 'Soort', 'Kind'),
      column('options', 'options', 'Keuzes', 'Options', wide(40, MAY)), column('least', 'integer', 'Minste', 'Least', MAY), column('most', 'integer', 'Meeste', 'Most', MAY),
      EXPECTATIONS, column('irrelevantField', 'name', 'Vervalt door veld', 'Dropped by field', MAY),
      column('irrelevantAnswers', 'lines', 'Bij antwoord', 'When answered', wide(24, MAY)), ID,
    ],
  },
  terms: {
    nl: 'Termijnen', en: 'Terms', optional: true,
    columns: [
      column('label', 'text', 'Naam', 'Name', wide(50)), column('value', 'integer', 'Aantal', 'Amount'),
      column('unit', [choice('days', 'dagen', 'days'), choice('weeks', 'weken', 'weeks'), choice('months', 'maanden', 'months')], 'Eenheid', 'Unit'),
      column('basis', [choice('calendar', 'kalenderdagen', 'calendar days'), choice('working', 'werkdagen', 'working days')], 'Telling', 'Counted in', MAY),
      column('from', 'name', 'Vanaf veld', 'From field'), column('to', 'names', 'Tot veld', 'To field'),
      column('act', YES_NO, 'Termijnenwet', 'Under the act', MAY), column('source', 'text', 'Bron', 'Source', wide(60)), EXPECTATIONS, ID,
    ],
  },
  targets: {
    nl: 'Streefgetallen', en: 'Targets', optional: true,
    columns: [
      column('term', 'name', 'Termijn', 'Term'), column('percentage', 'decimal', 'Percentage', 'Percentage'), column('source', 'text', 'Bron', 'Source', wide(60)),
    ],
  },
  facts: {
    nl: 'Feiten', en: 'Facts', optional: true,
    columns: [
      column('question', 'text', 'Vraag', 'Dutch question', wide(60)), column('english', 'text', 'Engelse vraag', 'English question', wide(60)),
      column('kind', [choice('yes-no', 'ja/nee', 'yes/no'), choice('number', 'getal', 'number')], 'Soort', 'Kind'),
      column('unit', 'text', 'Eenheid', 'Dutch unit', MAY), column('englishUnit', 'text', 'Engelse eenheid', 'English unit', MAY),
      column('guidance', 'text', 'Toelichting', 'Guidance', wide(50, MAY)), ID,
    ],
  },
  outcomes: {
    nl: 'Beslisregel', en: 'Decision rule',
    columns: [
      column('code', 'name', 'Code', 'Code', wide(20)), column('label', 'text', 'Naam', 'Dutch name', wide(30)),
      column('english', 'text', 'Engelse naam', 'English name', wide(30)), column('when', 'json', 'Voorwaarde', 'Condition', wide(70, MAY)),
      column('followUp', 'text', 'Vervolg', 'Follow-up', wide(40, MAY)),
    ],
  },
} as const satisfies Record<string, Layout>
export type LayoutName = keyof typeof LAYOUTS

/** A list of expectations as people have it who never saw our sheets: without scales and rule, under whatever name. */
export const LIST: Layout = {
  nl: 'Lijst', en: 'List',
  columns: [
    column('theme', 'name', 'Thema', 'Theme', { fills: true, optional: true, also: ['Onderwerp', 'Hoofdstuk', 'Topic', 'Chapter'] }),
    column('criterion', 'name', 'Criterium', 'Criterion', { fills: true, optional: true, also: ['Toetsingscriterium'] }),
    column('number', 'name', 'Nummer', 'Number', { also: ['Nr', 'Nr.', 'No', 'No.', '#'] }),
    column('statement', 'text', 'Verwachting', 'Expectation', { also: ['Norm', 'Eis', 'Omschrijving', 'Tekst', 'Standard', 'Requirement', 'Statement'] }),
    column('guidance', 'text', 'Toelichting', 'Guidance', { optional: true, also: ['Uitwerking', 'Opmerking', 'Remark'] }),
  ],
}

/** Explains the workbook to who fills it in; nothing is read from it. */
export const EXPLANATION: Words = { nl: 'Uitleg', en: 'Explanation' }

export const WIDTH = 14
