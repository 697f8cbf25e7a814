import { basename, dirname, resolve } from 'node:path'
import type { Progress } from '../../shared/api/client.ts'
import { createClient } from '../../shared/api/client.ts'
import { type Backend, createBackend } from '../backend.ts'
import type { Host } from '../context.ts'
import { failureOf } from '../failure.ts'
import { pathsAsHandles } from '../files.ts'
import { createHost } from '../host.ts'
import { type Language, languageOf } from '../plan.ts'
import type { Answer, Call, Command } from './command.ts'
import { commands } from './commands.ts'
import { GENERAL, type Given, readGiven } from './form.ts'
import type { Io } from './io.ts'
import { askPassphrase } from './passphrase.ts'
import { type Sentence, sentenceFor, UsageError } from './sentence.ts'

/** Exit status: done and good; refused or found wanting; not understood. */
const [GOOD, WANTING, USAGE] = [0, 1, 2]

/** Runs one command. Tests give their own host. */
export async function runCommand(typed: readonly string[], io: Io, hostAt: (home?: string) => Host = (home) => createHost(pathsAsHandles, home)): Promise<number> {
  const language = typed.includes('--english') ? 'en' : languageOf(io.env)
  const print = (part: Sentence) => void io.stderr.write(part[language])
  if (/^(-h|--help|help)$/.test(typed[0] ?? '')) return tell(io, usageOf(commands, language), GOOD)
  let known = commands
  try {
    const [name, command] = find(typed)
    known = { [name]: command }
    const given = readGiven(command.form, typed.slice(name.split(' ').length))
    if (given.options.help === true) return tell(io, usageOf(known, language), GOOD)
    return await perform(name, command, given, { io, language, print, hostAt })
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    print({ nl: `${error.sentence.nl}\n\n`, en: `${error.sentence.en}\n\n` })
    return tell(io, usageOf(known, language), USAGE)
  }
}

interface Setting {
  io: Io
  language: Language
  print: (part: Sentence) => void
  hostAt: (home?: string) => Host
}

async function perform(name: string, command: Command, given: Given, { io, language, print, hostAt }: Setting): Promise<number> {
  const json = given.options.json === true
  const workspace = typeof given.options.workspace === 'string' ? resolve(given.options.workspace) : null
  const host = workspace === null ? hostAt() : hostAt(dirname(workspace))
  const backend = createBackend(host)
  const call = callOf(given, backend, host, { io, language, print })
  try {
    if (command.opens && workspace !== null) {
      await call.api.workspace.unlock({ folder: basename(workspace), passphrase: await call.secret('passphrase') })
    }
    return show(io, json, await command.run(call))
  } catch (error) {
    if (error instanceof UsageError) throw error
    const failure = failureOf(error, name, host)
    const sentence = sentenceFor(failure)
    print({ nl: `${plain(sentence.nl)}\n`, en: `${plain(sentence.en)}\n` })
    if (json) io.stdout.write(`${jsonOf({ failure })}\n`)
    return WANTING
  } finally {
    backend.close()
  }
}

function callOf(given: Given, { send }: Backend, host: Host, { io, language, print }: Omit<Setting, 'hostAt'>): Call {
  const say = ({ nl, en }: Sentence) => print({ nl: `${nl}\n`, en: `${en}\n` })
  const onProgress = ({ done, total }: Progress) => say({ nl: `${done} van ${total ?? '?'}`, en: `${done} of ${total ?? '?'}` })
  const secret: Call['secret'] = (which, isNew = false) => askPassphrase(which, { io, options: given.options, say: print, isNew })
  const line = (text: string) => void (given.options.json !== true && io.stdout.write(`${plain(text)}\n`))
  return { ...given, api: createClient(send), send, host, language, say, line, secret, run: { onProgress, signal: io.signal } }
}

/** What a stranger's file says moves no cursor, turns no text around and begins no line of its own. */
const plain = (line: string) => line.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '\u{fffd}')

/** JSON escapes what moves a cursor but for the newer half of the control characters, and leaves what turns a text around. */
const jsonOf = (value: unknown) =>
  JSON.stringify(value, null, 2).replaceAll(/[\u007f-\u009f\p{Bidi_Control}]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

function show({ stdout }: Io, json: boolean, answer: Answer): number {
  const lines = json ? [jsonOf(answer.json)] : answer.lines.map(plain)
  stdout.write(lines.map((line) => `${line}\n`).join(''))
  return answer.good ? GOOD : WANTING
}

function find(typed: readonly string[]): [string, Command] {
  const name = [typed.slice(0, 2).join(' '), typed[0] ?? ''].find((name) => Object.hasOwn(commands, name))
  if (name === undefined) throw new UsageError({ nl: 'Dit commando is onbekend.', en: 'This command is unknown.' })
  return [name, commands[name]!]
}

function usageOf(shown: Readonly<Record<string, Command>>, language: Language): string[] {
  return [
    ...Object.entries(shown).flatMap(([name, { form, about }]) => [`veldtoets ${`${name} ${form}`.trim()}`, `    ${about[language]}`]),
    '',
    { nl: `Bij elk commando: ${GENERAL}`, en: `With each command: ${GENERAL}` }[language],
    {
      nl: 'Status: 0 gedaan en goed, 1 geweigerd of niet in orde, 2 verkeerd gebruik. De wachtzin komt uit VELDTOETS_PASSPHRASE, een bestand of een vraag.',
      en: 'Status: 0 done and good, 1 refused or found wanting, 2 wrong usage. The passphrase comes from VELDTOETS_PASSPHRASE, a file or a prompt.',
    }[language],
  ]
}

function tell({ stderr }: Io, lines: readonly string[], status: number): number {
  stderr.write(lines.map((line) => `${line}\n`).join(''))
  return status
}
