import { type Answer, type Call, type Commands } from './command.ts'
import { tableOf } from './table.ts'

/** What is asked of frameworks. */
export const frameworkCommands: Commands = {
  'framework check': {
    form: 'FILE', opens: false, run: check,
    about: { nl: 'controleert een toetsingskader', en: 'checks a framework' },
  },
  'framework import': {
    form: 'FILE --workspace DIR', opens: true, run: add,
    about: { nl: 'voegt een toetsingskader toe', en: 'adds a framework' },
  },
  'framework list': {
    form: '--workspace DIR', opens: true, run: list,
    about: { nl: 'de toetsingskaders die er zijn', en: 'the frameworks that are there' },
  },
}

type Told = { id: string; version: string; title: string; listed: number; assessed: number; hash: string }
const rowOf = ({ id, version, title, listed, assessed, hash }: Told) => [id, version, `${assessed}/${listed}`, hash, title]

async function check({ api, args: [file = ''] }: Call): Promise<Answer> {
  const found = await api.framework.check({ file })
  return { good: true, json: found, lines: tableOf([rowOf(found)]) }
}

async function add({ api, args: [file = ''] }: Call): Promise<Answer> {
  const found = await api.framework.import({ file })
  return { good: true, json: found, lines: tableOf([rowOf(found)]) }
}

async function list({ api }: Call): Promise<Answer> {
  const found = await api.framework.list({})
  return { good: true, json: found, lines: tableOf(found.map((framework) => [...rowOf(framework), framework.origin])) }
}
