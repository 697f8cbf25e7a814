import type { Language } from '../../../../shared/domain/framework-layout.ts'

/** What a person reads who fills in the spreadsheet; the examples are those of the template. */
const TOLD: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'Zo werkt dit bestand',
    'Elk blad heeft één kopregel. Kolommen mogen in elke volgorde staan, lege regels mogen, en eigen bladen of kolommen worden overgeslagen. Is er iets niet goed, dan noemt Veldtoets elke cel.',
    'Formules worden niet uitgerekend en niet overgenomen: plak waarden. Zet kolommen met nummers op opmaak Tekst, anders maakt Excel van 1.10 het getal 1,1 en van 1.2 een datum. Veldtoets herstelt dat alleen als het nummer direct op het vorige volgt, en zegt het dan.',
    'Kader: één gegeven per regel. Inspectie en Herkomst mogen vaker voorkomen, elk op een eigen regel.',
    'Thema’s en criteria: van boven naar beneden, een criterium onder zijn thema. Niveau 1 is een thema, 2 een criterium, 3 tot en met 5 een criterium daaronder. Zonder niveau telt Veldtoets de delen van het nummer: 1 is een thema, 1.2 een criterium.',
    'Verwachtingen: onder Criterium staat het nummer of het id van het criterium. Is de cel leeg (ook bij samengevoegde cellen), dan geldt die erboven; zonder die kolom het begin van het nummer: 1.2.3 hoort bij 1.2.',
    'Onderdelen: elk op een eigen regel in de cel (Alt+Enter). Voetnoten: nummers met een komma ertussen.',
    'Leeg betekent: wel beoordeeld (niet als er staat waarom niet), geen wettelijke eis, eigen woorden, telt niet mee, voldoet niet.',
    'Id: waarmee een onderdeel in gegevens wordt aangeduid, en wat in een volgende versie gelijk moet blijven. Leeg betekent: het nummer of de naam.',
    'Schalen: Schaal voor is verwachting of criterium. Telt mee: wordt tegen de beslisregel gehouden. Toets: het ene teken waarmee het antwoord wordt gegeven.',
    'Dossiervelden: Keuzes staan elk op een eigen regel als code: naam. Vervalt door veld: dit veld is niet aan de orde als het andere veld een van de genoemde antwoorden heeft (yes, no of een code).',
    'Beslisregel: de uitkomsten, de beste eerst. De eerste waarvan de voorwaarde geldt is het oordeel; de laatste heeft geen voorwaarde. Een voorwaarde is JSON:',
    '{"kind":"count","what":"met","compare":"at-least","count":20,"within":null}   ten minste 20 verwachtingen gehaald (what: met of not-met; compare: at-least of at-most)',
    '{"kind":"every","within":{"theme":"2"}}   alles van thema 2 gehaald; {"criterion":"1.2"} voor een criterium, null voor het geheel',
    '{"kind":"share","what":"met","compare":"more-than","percent":75,"within":null}   meer dan 75 procent gehaald (more-than, at-least, at-most, less-than)',
    '{"kind":"fact","fact":"wachtlijst","compare":"equals","value":false}   het antwoord op een vraag van het blad Feiten',
    '{"kind":"all","of":[…]}   alle voorwaarden; "any": ten minste één; "not": de ene voorwaarde geldt niet',
    'Een cel die met json: begint, is een tekst tussen aanhalingstekens die letterlijk wordt overgenomen. Veldtoets schrijft zo alleen wat een cel anders zou veranderen.',
  ],
  en: [
    'How this file works',
    'Each sheet has one line of heads. Columns may stand in any order, blank lines are fine, and sheets or columns of your own are skipped. Where something is wrong, Veldtoets names every cell.',
    'Formulas are not worked out and not taken over: paste values. Format columns of numbers as Text, or Excel makes the number 1.1 of 1.10 and a date of 1.2. Veldtoets mends that only where the number follows right after the one above, and says so.',
    'Framework: one item a line. Inspectorate and Provenance may be there more than once, each on a line of its own.',
    'Themes and criteria: from top to bottom, a criterion below its theme. Level 1 is a theme, 2 a criterion, 3 to 5 a criterion below that. Without a level the parts of the number are counted: 1 is a theme, 1.2 a criterion.',
    'Expectations: Criterion has the number or the id of the criterion. If it is blank (as with merged cells) the one above holds; without that column the beginning of the number: 1.2.3 belongs to 1.2.',
    'Parts: each on a line of its own in the cell (Alt+Enter). Footnotes: numbers with a comma between them.',
    'Blank means: assessed (not so where it says why not), not demanded by law, own wording, does not count, not met.',
    'Id: what a part is called in data, and what must stay the same in a next version. Blank means: the number or the name.',
    'Scales: Scale for is expectation or criterion. Counts: is held against the decision rule. Key: the one sign that gives the answer.',
    'File fields: options stand each on a line of its own as code: name. Dropped by field: this field does not arise when the other has one of the answers named (yes, no or a code).',
    'Decision rule: the outcomes, best first. The first whose condition holds is the verdict; the last has no condition. A condition is JSON:',
    '{"kind":"count","what":"met","compare":"at-least","count":20,"within":null}   at least 20 expectations met (what: met or not-met; compare: at-least or at-most)',
    '{"kind":"every","within":{"theme":"2"}}   everything of theme 2 met; {"criterion":"1.2"} for a criterion, null for the whole',
    '{"kind":"share","what":"met","compare":"more-than","percent":75,"within":null}   more than 75 per cent met (more-than, at-least, at-most, less-than)',
    '{"kind":"fact","fact":"waiting-list","compare":"equals","value":false}   the answer to a question of the sheet Facts',
    '{"kind":"all","of":[…]}   all conditions; "any": at least one; "not": the one condition does not hold',
    'A cell that begins with json: is a text in quotation marks, taken over as it is. Veldtoets writes only what a cell would otherwise change so.',
  ],
}

export const explanationIn = (language: Language): readonly string[] => TOLD[language]
