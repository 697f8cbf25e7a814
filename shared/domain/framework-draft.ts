import { z } from 'zod'
import { Framework } from './framework.ts'

/** A draft has every part that a framework has, but what a person fills in may still be empty, too long or at odds with the rest. */
export const DraftBody = z.looseObject({ format: z.literal('veldtoets/framework/1') }).refine(isDraft).meta({ examples: [emptyFramework()] })

function isDraft(value: unknown): value is Framework {
  return Framework.safeParse(value).error?.issues.every(isUnfinished) ?? true
}

/** What filling in can mend, apart from what has the wrong form altogether. */
function isUnfinished({ code, message }: z.core.$ZodIssue): boolean {
  return ['too_small', 'too_big', 'invalid_format'].includes(code) || (code === 'invalid_union' && message !== 'too-many-levels')
}

/** A version that someone goes on from: the same, with a version to be filled in. */
export const draftFrom = (framework: Framework): Framework => ({ ...framework, version: '' })

/** A framework with nothing in it but what every framework has: the scale and the judgements that the inspectorates use most. */
export function emptyFramework(): Framework {
  return {
    format: 'veldtoets/framework/1', id: '', version: '1', title: '', language: 'nl', inspectorates: [], provenance: [''],
    scales: {
      rating: [
        { code: '+', label: 'voldoet', english: 'met', key: '+', sign: '+', shape: 'circle', counts: true, met: true },
        { code: '-', label: 'voldoet niet', english: 'not met', key: '-', sign: '−', shape: 'square', counts: true, met: false },
        { code: 'nvt', label: 'niet van toepassing', english: 'not applicable', key: 'n', sign: 'n.v.t.', shape: 'bar', counts: false, met: false },
      ],
      judgement: [
        { code: 'V', label: 'voldoende', english: 'sufficient', key: 'v', sufficient: true },
        { code: 'M', label: 'matig', english: 'moderate', key: 'm', sufficient: false },
        { code: 'O', label: 'onvoldoende', english: 'insufficient', key: 'o', sufficient: false },
      ],
    },
    rule: {
      statement: '', wording: 'ownWording', notApplicable: 'unstated', facts: [],
      outcomes: [
        { code: 'voldoende', label: 'voldoende', english: 'sufficient', followUp: null, when: { kind: 'every', within: null } },
        { code: 'onvoldoende', label: 'onvoldoende', english: 'insufficient', followUp: null, when: null },
      ],
    },
    standard: { statement: '', wording: 'ownWording' },
    footnotes: [], themes: [], fieldwork: null,
  }
}
