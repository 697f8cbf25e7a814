import { type FileNote, toldOf } from '../../shared/domain/framework-file.ts'
import { AppError } from '../../shared/errors.ts'
import { type Answer, type Call, type Commands, optionIn, optionOf } from './command.ts'
import { sentenceFor, textOf } from './sentence.ts'
import { tableOf } from './table.ts'

/** What is asked of frameworks. */
export const frameworkCommands: Commands = {
  'framework check': {
    form: 'FILE', opens: false, run: (call) => told(call, check),
    about: { nl: 'controleert een toetsingskader (JSON, YAML, XLSX, OSCAL of CISO Assistant)', en: 'checks a framework (JSON, YAML, XLSX, OSCAL or CISO Assistant)' },
  },
  'framework import': {
    form: 'FILE --workspace DIR', opens: true, run: (call) => told(call, add),
    about: { nl: 'voegt een toetsingskader toe', en: 'adds a framework' },
  },
  'framework list': {
    form: '--workspace DIR', opens: true, run: list,
    about: { nl: 'de toetsingskaders die er zijn', en: 'the frameworks that are there' },
  },
  'framework export': {
    form: 'HASH --workspace DIR --format json|yaml|xlsx --out FILE', opens: true, run: write,
    about: { nl: 'schrijft een toetsingskader als bestand; het begin van de hash is genoeg', en: 'writes a framework as a file; the beginning of the hash is enough' },
  },
  'framework template': {
    form: '--out FILE', opens: false, run: template,
    about: { nl: 'het invulbestand voor een toetsingskader (XLSX)', en: 'the spreadsheet to fill in a framework on (XLSX)' },
  },
  'framework official': {
    form: 'FILE OFFICIAL --out FILE [--version TEXT]', opens: false, run: (call) => told(call, official),
    about: { nl: 'vervangt eigen woorden door de officiële tekst uit een XLSX, als nieuw kader', en: 'replaces own wording by the official text of an XLSX, as a new framework' },
  },
}

type Told = { id: string; version: string; title: string; listed: number; assessed: number; hash: string }
const rowOf = ({ id, version, title, listed, assessed, hash }: Told) => [id, version, `${assessed}/${listed}`, hash, title]

/** Tells everything that is wrong with a file, a line for each. */
async function told(call: Call, run: (call: Call) => Promise<Answer>): Promise<Answer> {
  try {
    return await run(call)
  } catch (error) {
    if (!(error instanceof AppError) || error.failure.code !== 'framework-faulty') throw error
    call.say(sentenceFor(error.failure))
    const lines = error.failure.details.faults.map((fault) => saidOf(toldOf(fault), call))
    return { good: false, json: { failure: error.failure }, lines }
  }
}

const saidOf = ({ key, facts }: ReturnType<typeof toldOf>, { language }: Call) => textOf(key, facts, language)

const notesOf = (notes: readonly FileNote[], { language }: Call) => notes.map((note) => textOf(`fileNote.${note.what}`, { ...note, times: note.count }, language))

async function check(call: Call): Promise<Answer> {
  const found = await call.api.framework.check({ file: call.args[0]! })
  return { good: true, json: found, lines: [...tableOf([rowOf(found)]), ...notesOf(found.notes, call)] }
}

async function add(call: Call): Promise<Answer> {
  const found = await call.api.framework.import({ file: call.args[0]! })
  const draft = found.draft === null ? [] : [{ nl: 'Als concept toegevoegd: stel eerst de beslisregel vast.', en: 'Added as a draft: decide on the decision rule first.' }[call.language]]
  return { good: true, json: found, lines: [...tableOf([rowOf(found)]), ...draft, ...notesOf(found.notes, call)] }
}

async function list({ api }: Call): Promise<Answer> {
  const found = await api.framework.list({})
  return { good: true, json: found, lines: tableOf(found.map((framework) => [...rowOf(framework), framework.origin])) }
}

async function write(call: Call): Promise<Answer> {
  const [start = ''] = call.args
  const all = (await call.api.framework.list({})).filter(({ hash }) => hash.startsWith(start))
  const hash = all.length === 1 ? all[0]!.hash : start
  const file = optionOf(call, 'out')
  const written = await call.api.framework.export({ hash, format: optionOf(call, 'format') as 'json' | 'yaml' | 'xlsx', file })
  return { good: true, json: { hash, file, ...written }, lines: [file] }
}

async function template(call: Call): Promise<Answer> {
  const file = optionOf(call, 'out')
  return { good: true, json: { file, ...await call.api.framework.template({ language: call.language, file }) }, lines: [file] }
}

async function official(call: Call): Promise<Answer> {
  const [framework, words] = call.args as [string, string]
  const found = await call.api.framework.officialFile({ framework, official: words, version: optionIn(call, 'version'), file: optionOf(call, 'out') })
  const left = found.blockers.map(({ kind, number }) => textOf(`adoptionBlocker.${kind}`, { number }, call.language))
  const said = { nl: `${found.lines} ingelezen; nog in eigen woorden: ${left.length}`, en: `${found.lines} read in; still in own wording: ${left.length}` }[call.language]
  return { good: true, json: found, lines: [...tableOf([rowOf(found)]), said, ...left, ...notesOf(found.notes, call)] }
}
