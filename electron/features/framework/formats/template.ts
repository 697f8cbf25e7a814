import { emptyFramework } from '../../../../shared/domain/framework-draft.ts'
import type { Language } from '../../../../shared/domain/framework-layout.ts'
import type { Expectation, Framework } from '../../../../shared/domain/framework.ts'

const TEXTS = {
  nl: {
    title: 'Voorbeeldkader', inspectorate: 'Naam van de inspectie', provenance: 'Voorbeeld: vervang alle regels door die van uw eigen kader.',
    rule: 'Voldoende is wie ten minste 2 van de 3 verwachtingen haalt en geen wachtlijst heeft.', standard: 'Uiteindelijk moet een organisatie aan alle verwachtingen voldoen.',
    theme: 'Veiligheid', aim: 'Zijn alle betrokkenen veilig?', criterion: 'Zicht op veiligheid', second: 'Handelen bij onveiligheid',
    statements: ['Van ieder gezinslid is bekend hoe veilig het is.', 'De veiligheid wordt door meer dan één discipline beoordeeld.', 'Bij acute onveiligheid wordt dezelfde dag gehandeld.', 'De nazorg is geregeld.'],
    notYet: 'Wordt nog niet beoordeeld: de norm is nog niet uitgewerkt.', note: 'Het gaat om alle leden van het gezin of huishouden.', limbs: ['kinderen', 'volwassenen'],
    role: 'Management', question: 'Hoe weet u dat ieder gezinslid veilig is?', document: 'Werkinstructie veiligheid', observation: 'Meekijken bij een veiligheidsbeoordeling',
    report: 'Dag van de melding', decision: 'Dag van het besluit', term: 'Besluit binnen 5 werkdagen na de melding', source: 'Voorbeeld', fact: 'Is er een wachtlijst?', list: 'wachtlijst',
  },
  en: {
    title: 'Example framework', inspectorate: 'Name of the inspectorate', provenance: 'Example: replace all lines by those of your own framework.',
    rule: 'Sufficient is who meets at least 2 of the 3 expectations and has no waiting list.', standard: 'In the end an organisation must meet all expectations.',
    theme: 'Safety', aim: 'Is everyone concerned safe?', criterion: 'Knowing how safe people are', second: 'Acting when they are not',
    statements: ['Of each member of the family it is known how safe they are.', 'Safety is judged by more than one discipline.', 'When someone is in acute danger, something is done the same day.', 'Aftercare is arranged.'],
    notYet: 'Not yet assessed: the standard has not been worked out.', note: 'This is about all members of the family or household.', limbs: ['children', 'adults'],
    role: 'Management', question: 'How do you know that each member of the family is safe?', document: 'Work instruction on safety', observation: 'Watching a safety assessment',
    report: 'Day of the report', decision: 'Day of the decision', term: 'Decision within 5 working days after the report', source: 'Example', fact: 'Is there a waiting list?', list: 'waiting-list',
  },
} as const

/** The small framework on the template, in which every sheet has an example. It can be read in as it is. */
export function exampleIn(language: Language): Framework {
  const say = TEXTS[language]
  const empty = emptyFramework()
  const wording = 'ownWording' as const
  const expectation = (number: string, statement: string, more: Partial<Expectation> = {}): Expectation => ({
    id: number, number, statement, wording, assessed: true, notAssessedBecause: null, legal: false, limbs: [], footnotes: [], guidance: null, ...more,
  })
  const date = (id: string, label: string) => ({ id, label, kind: 'date' as const, expectations: ['1.2.1'], irrelevantWhen: null })
  return {
    ...empty, id: language === 'nl' ? 'voorbeeld' : 'example', version: '1', title: say.title, language, inspectorates: [say.inspectorate], provenance: [say.provenance],
    rule: {
      ...empty.rule, statement: say.rule,
      facts: [{ id: say.list, question: TEXTS.nl.fact, english: TEXTS.en.fact, kind: 'yes-no', guidance: null }],
      outcomes: empty.rule.outcomes.map((outcome) => (outcome.when === null ? outcome : {
        ...outcome, when: {
          kind: 'all' as const,
          of: [
            { kind: 'count' as const, what: 'met' as const, compare: 'at-least' as const, count: 2, within: null },
            { kind: 'fact' as const, fact: say.list, compare: 'equals' as const, value: false },
          ],
        },
      })),
    },
    standard: { statement: say.standard, wording },
    footnotes: [{ id: 'fn-1', number: '1', text: say.note }],
    themes: [{
      id: '1', number: '1', title: say.theme, aim: say.aim, wording,
      criteria: [
        { id: '1.1', number: '1.1', title: say.criterion, wording, expectations: [
          expectation('1.1.1', say.statements[0], { legal: true, limbs: [...say.limbs], footnotes: ['fn-1'] }), expectation('1.1.2', say.statements[1]),
        ] },
        { id: '1.2', number: '1.2', title: say.second, wording, expectations: [
          expectation('1.2.1', say.statements[2]), expectation('1.2.2', say.statements[3], { assessed: false, notAssessedBecause: say.notYet }),
        ] },
      ],
    }],
    fieldwork: {
      wording, provenance: [say.provenance], roles: [{ id: 'management', title: say.role, questions: [{ id: 'm-1', text: say.question, expectations: ['1.1.1', '1.2.1'] }] }],
      documents: [{ id: 'd-1', text: say.document, expectations: ['1.1.2'] }], observations: [{ id: 'w-1', text: say.observation, expectations: ['1.1.1'] }],
      fileFields: [date('report', say.report), date('decision', say.decision)], chronology: ['report', 'decision'],
      terms: [{ id: 'decision', label: say.term, value: 5, unit: 'days', basis: 'working', from: 'report', to: ['decision'], act: false, source: say.source, expectations: ['1.2.1'] }],
      targets: [{ term: 'decision', percentage: 90, source: say.source }], minimumSourceKinds: null,
    },
  }
}
