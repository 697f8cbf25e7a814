import { dutchDayOf } from '../../shared/domain/dutch-day.ts'
import { STANDARD_TERM } from '../../shared/domain/factual-check.ts'
import { type Answer, type Call, type Commands, optionIn, optionOf } from './command.ts'
import { UsageError } from './sentence.ts'
import { tableOf } from './table.ts'

/** What is asked of factual checks (hoor en wederhoor). */
export const checkCommands: Commands = {
  'factual-check export': {
    form: 'INSPECTION --workspace DIR --out FILE [--on DAY] [--days NUMBER] [--source TEXT]', opens: true, run: exportCheck,
    about: {
      nl: 'schrijft de bevindingen met genummerde regels en het formulier voor opmerkingen, als zip of als map, en legt dat vast',
      en: 'writes the findings with numbered lines and the form for remarks, as a zip or a folder, and records it',
    },
  },
  'factual-check import': {
    form: 'FILE --inspection ID --check ID --workspace DIR [--on DAY]', opens: true, run: importForm,
    about: {
      nl: 'neemt de opmerkingen uit een ingevuld formulier over; status 1 als er een met de hand moet worden ingevoerd',
      en: 'takes the remarks of a filled-in form in; status 1 if one must be entered by hand',
    },
  },
}

const dayIn = (call: Call) => optionIn(call, 'on') ?? dutchDayOf(call.host.now())

async function exportCheck(call: Call): Promise<Answer> {
  const { api, args: [inspection = ''], run } = call
  const [file, days] = [optionOf(call, 'out'), optionIn(call, 'days')]
  if (days !== null && !/^[1-9]\d{0,2}$/.test(days)) throw new UsageError({ nl: '--days is een aantal dagen.', en: '--days is a number of days.' })
  const term = { ...STANDARD_TERM, ...(days === null ? {} : { value: Number(days), unit: 'days' as const }), source: optionIn(call, 'source') ?? STANDARD_TERM.source }
  const made = await api.factualCheck.write({ inspection, file, on: dayIn(call), term }, run)
  return { good: true, json: { file, ...made }, lines: [[file, made.id, made.lines, made.due].join('  ')] }
}

async function importForm(call: Call): Promise<Answer> {
  const { api, args: [file = ''], run } = call
  const [inspection, check] = [optionOf(call, 'inspection'), optionOf(call, 'check')]
  const { sha256, rows } = await api.factualCheck.previewForm({ inspection, check, file }, run)
  const { taken, left } = await api.factualCheck.takeForm({ inspection, check, file, sha256, on: dayIn(call) }, run)
  const lines = tableOf(rows.map(({ row, state, line, what, faults }) =>
    [row, state, line ?? '-', faults.map((fault) => `${fault.cell} ${fault.what}`).join(' ') || what.replaceAll('\n', ' ')]))
  return { good: left === 0, json: { taken, left, rows }, lines }
}
