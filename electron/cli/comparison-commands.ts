import { compareFrameworks } from '../../shared/domain/framework-comparison.ts'
import { outlineOf } from '../../shared/domain/framework-edit.ts'
import { appError } from '../../shared/errors.ts'
import type { Answer, Call, Commands } from './command.ts'
import { textOf } from './sentence.ts'
import { tableOf } from './table.ts'

/** What lays frameworks and rounds beside each other. */
export const comparisonCommands: Commands = {
  'framework show': {
    form: 'HASH --workspace DIR', opens: true, run: show,
    about: { nl: 'toont een toetsingskader met al zijn verwachtingen', en: 'shows a framework with all of its expectations' },
  },
  'framework compare': {
    form: 'HASH HASH --workspace DIR', opens: true, run: compareTwo,
    about: { nl: 'wat een versie anders zegt dan een andere', en: 'what one version says otherwise than another' },
  },
  compare: {
    form: 'ROUND ROUND --workspace DIR', opens: true, run: compareRounds,
    about: { nl: 'twee rondes van een organisatie naast elkaar, de oudste eerst', en: 'two rounds of an organisation side by side, the oldest first' },
  },
}

async function frameworkAt({ api }: Call, start: string) {
  const found = (await api.framework.list({})).filter(({ hash }) => hash.startsWith(start))
  if (found.length !== 1) throw appError('not-found', { what: 'framework', id: start })
  return api.framework.get({ hash: found[0]!.hash })
}

async function show(call: Call): Promise<Answer> {
  const framework = await frameworkAt(call, call.args[0]!)
  const lines = outlineOf(framework).map(({ level, node }) => `${'  '.repeat(level)}${node.number}  ${'statement' in node ? node.statement : node.title}`)
  return { good: true, json: framework, lines: [`${framework.title} (${framework.version})`, ...lines] }
}

/** Good when both say the same. */
async function compareTwo(call: Call): Promise<Answer> {
  const [before, after] = [await frameworkAt(call, call.args[0]!), await frameworkAt(call, call.args[1]!)]
  const { items, rest } = compareFrameworks(before, after)
  const said = (part: string) => textOf(`frameworkPart.${part}` as Parameters<typeof textOf>[0], {}, call.language)
  const lines = [
    ...items.flatMap(({ state, numberBefore, numberAfter, text, altered }) => [
      `${{ added: '+', removed: '-', kept: '~' }[state]} ${numberAfter ?? numberBefore}  ${text}`, ...altered.map(({ place, before, after }) => `    ${said(place.part)}: ${before ?? '-'} > ${after ?? '-'}`),
    ]),
    ...rest.map(({ place, before, after }) => `~ ${said(place.part)}: ${before ?? '-'} > ${after ?? '-'}`),
  ]
  return { good: lines.length === 0, json: { items, rest }, lines }
}

async function compareRounds({ api, args: [one = '', other = ''] }: Call): Promise<Answer> {
  const found = await api.comparison.trend({ inspection: other, rounds: [one, other] })
  if (found.columns.length < 2) throw appError('not-found', { what: 'inspection', id: one })
  const heads = found.columns.map((id) => found.all.find((column) => column.id === id)!)
  const changed = found.trend.rows.map(({ number, cells, statement }) => [number, ...cells.map((cell) => cell?.code ?? '-'), statement]).filter(([, first, second]) => first !== second)
  return { good: true, json: found, lines: [...tableOf(heads.map(({ id, kind, firstDay, outcome }) => [id, kind, firstDay ?? '-', outcome])), ...tableOf(changed)] }
}
