import { appError } from '../../shared/errors.ts'
import { type Answer, type Call, type Commands, optionOf } from './command.ts'
import { tableOf } from './table.ts'

/** What is asked of the supervision of organisations. */
export const figureCommands: Commands = {
  'figures import': {
    form: 'FILE --organisation ID --workspace DIR', opens: true, run: importFigures,
    about: { nl: 'leest maandcijfers in uit CSV of Excel; wat er al staat blijft', en: 'imports monthly figures from CSV or Excel; what is there stays' },
  },
  supervision: {
    form: 'ORGANISATION --workspace DIR', opens: true, run: supervision,
    about: { nl: 'de tijdlijn van een organisatie en wat afloopt of te laat is', en: 'the timeline of an organisation, and what ends soon or is late' },
  },
}

/** Takes nothing of a file in which a cell cannot be read, and is not good where none of it was a figure. Heads that nothing is known of are told. */
async function importFigures(call: Call): Promise<Answer> {
  const { api, args: [file = ''], run } = call
  const organisation = optionOf(call, 'organisation')
  const { figures, refused, ignored, marks } = await api.monthlyFigure.previewFile({ organisation, file }, run)
  const [first] = refused
  if (first) throw appError('figures-refused', { count: refused.length, first: `${first.column}${first.row} (${first.problem})` })
  const taken = figures.map(({ month, system, values }) => ({ month, system, values }))
  const { written } = taken.length === 0 ? { written: 0 } : await api.monthlyFigure.take({ organisation, figures: taken })
  const lines = [
    ...tableOf(figures.map(({ month, system, state }) => [month, system, state])),
    ...marks.map((mark) => (mark.what === 'missing' ? `! ${mark.month} ${mark.system}` : `! ${mark.month} ${mark.system} ${mark.name} ${mark.from} > ${mark.to}`)),
  ]
  const skipped = ignored.map((head) => `- ${head}`)
  return { good: figures.length > 0, json: { written, figures, ignored, marks }, lines: [...lines, ...skipped] }
}

async function supervision({ api, args: [organisation = ''], host }: Call): Promise<Answer> {
  const { alerts, timeline, standings, published } = await api.supervision.get({ organisation, today: host.now().slice(0, 10) })
  const lines = tableOf([
    ...timeline.map(({ day, until, code, text }) => [day, until ?? '-', code, (text ?? '').replaceAll('\n', ' ')]),
    ...alerts.map(({ due, kind, what, months }) => [due ?? '-', '!', kind, what ?? months.join(' ')]),
  ])
  return { good: true, json: { alerts, timeline, standings, published }, lines }
}
