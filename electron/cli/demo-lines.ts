import type { Language } from '../plan.ts'
import { tableOf } from './table.ts'

/** What the demo shows: each assessment as the office has it, and what came of the way there. */
export interface Shown {
  assessments: { label: string; met: number; assessed: number; outcome: string; reasons: string[]; criteria: Record<string, string | null> }[]
  /** Improvement points of each assessment, and how many of them go on from the round before. */
  improvements: { points: number; goingOn: number }[]
  comparison: Record<'improved' | 'worsened' | 'unchangedMet' | 'unchangedNotMet', string[]>
  /** Of invented files: they say nothing about the organisation. */
  rollUp: {
    invented: true
    referenceDate: string
    n: number
    terms: {
      term: string; onTime: number; late: number; running: number; notDeterminable: number; median: number | null; maximum: number | null; percentage: number | null
    }[]
  }
  bundles: { file: string; verified: boolean }[]
  imported: number
  /** SHA-256 of the canonical JSON of the sorted state hashes of all inspections. */
  stateHashes: { field: string; office: string }
}

const WORDS = {
  nl: {
    met: 'voldoet', outcome: 'eindoordeel', reasons: 'omdat', improved: 'verbeterd', worsened: 'verslechterd', unchangedMet: 'voldoet nog steeds',
    unchangedNotMet: 'voldoet nog steeds niet', points: 'verbeterpunten', goingOn: 'waarvan van de vorige ronde', invented: 'verzonnen dossiers',
    terms: ['termijn', 'op tijd', 'te laat', 'loopt', 'niet vast te stellen', 'mediaan', 'hoogste', 'aandeel'],
    good: 'gecontroleerd en goed', bad: 'GEWEIGERD', imported: 'ingelezen bij het bureau',
    same: 'inspecteur en bureau weten hetzelfde', different: 'INSPECTEUR EN BUREAU WETEN NIET HETZELFDE',
  },
  en: {
    met: 'met', outcome: 'verdict', reasons: 'because', improved: 'improved', worsened: 'worsened', unchangedMet: 'still met',
    unchangedNotMet: 'still not met', points: 'improvement points', goingOn: 'of which from the round before', invented: 'invented files',
    terms: ['term', 'on time', 'late', 'running', 'not determinable', 'median', 'highest', 'share'],
    good: 'verified', bad: 'REFUSED', imported: 'imported at the office',
    same: 'inspector and office know the same', different: 'INSPECTOR AND OFFICE DO NOT KNOW THE SAME',
  },
} as const

/** The demo as a table. */
export function demoLines({ assessments, improvements, comparison, rollUp, bundles, imported, stateHashes }: Shown, language: Language): string[] {
  const words = WORDS[language]
  const criteria = Object.keys(assessments[0]?.criteria ?? {})
  const same = stateHashes.field === stateHashes.office
  return [
    ...tableOf([
      ['', ...assessments.map(({ label }) => label)],
      ...criteria.map((id) => [id, ...assessments.map((assessment) => assessment.criteria[id] ?? '-')]),
      [words.met, ...assessments.map(({ met, assessed }) => `${met} / ${assessed}`)],
      [words.outcome, ...assessments.map(({ outcome }) => outcome)],
      [words.reasons, ...assessments.map(({ reasons }) => reasons.join(' '))],
      [words.points, ...improvements.map(({ points }) => points)],
      [words.goingOn, ...improvements.map(({ goingOn }) => goingOn)],
    ]),
    '',
    ...tableOf(Object.entries(comparison).map(([development, ids]) => [words[development as keyof typeof comparison], ids.length, ids.join(' ')])),
    '',
    `${words.invented} (n = ${rollUp.n}, ${rollUp.referenceDate})`,
    ...tableOf([
      words.terms,
      ...rollUp.terms.map(({ term, percentage, ...counts }) => [
        term, counts.onTime, counts.late, counts.running, counts.notDeterminable, counts.median ?? '-', counts.maximum ?? '-', percentage === null ? '-' : `${Math.round(percentage)} %`,
      ]),
    ]),
    '',
    ...bundles.map(({ file, verified }) => `${file}  ${verified ? words.good : words.bad}`),
    `${imported} ${words.imported}; ${same ? words.same : words.different}`,
    stateHashes.office,
  ]
}
