import { type Answer, type Call, type Commands, optionIn } from './command.ts'
import { textOf } from './sentence.ts'
import { tableOf } from './table.ts'

/** What is asked of the publication of a report. */
export const publicationCommands: Commands = {
  publication: {
    form: 'INSPECTION --workspace DIR [--ics FILE]', opens: true, run: publication,
    about: { nl: 'waar een rapport staat op weg naar openbaarmaking, met de termijnen', en: 'where a report stands on its way to publication, with the terms' },
  },
}

/** Not good while something bars adopting what still has to be adopted. */
async function publication(call: Call): Promise<Answer> {
  const { api, args: [inspection = ''], language, run } = call
  const found = await api.publication.get({ inspection })
  const { standing, first, bars, next, deadlines, steps, changed } = found
  const ics = optionIn(call, 'ics')
  const written = ics === null ? null : await api.publication.calendar({ inspection, file: ics }, run)
  const lines = tableOf([
    [standing.since ?? '-', textOf(`publicationState.${standing.state}`, {}, language), first === null ? '' : `≥ ${first}`],
    ...deadlines.map(({ rule, last }) => [last ?? '-', textOf(`publicationTerm.${rule.kind}`, {}, language), rule.source]),
  ])
  const barring = next.some(({ kind }) => kind === 'adopted') ? bars : []
  const told = barring.map(({ code, count }) => `! ${textOf(`publicationBar.${code}`, {}, language)} (${count})`)
  return { good: barring.length === 0, json: { standing, changed, first, deadlines, bars, next, steps: steps.map(({ step }) => step.value), calendar: written }, lines: [...lines, ...told] }
}
