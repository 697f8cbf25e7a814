import { parseArgs } from 'node:util'
import { UsageError } from './sentence.ts'

/** The values given on the command line, by the name of their option. */
export type Options = Readonly<Record<string, string | true | undefined>>
export interface Given {
  readonly args: readonly string[]
  readonly options: Options
}

/** What every command takes besides its own. */
export const GENERAL = '[--json] [--english] [--help] [--passphrase-file FILE] [--root-passphrase-file FILE]'

interface Form {
  options: Map<string, { value: string | null; required: boolean }>
  least: number
  most: number
}

/**
 * Reads what a command takes from the line that tells people so: `FILE` or `FILE…` are arguments, `--out DIR` is an option with a value
 * (in small letters, as `a|b`, where only these will do), and what stands in brackets may be left out.
 */
function readForm(form: string): Form {
  const read: Form = { options: new Map(), least: 0, most: 0 }
  for (const [, bracket, flag, value, argument] of form.matchAll(/(\[)?(?:--([a-z-]+)(?: ([A-Za-z|]+))?|([A-Z]+…?))\]?/g)) {
    const required = bracket === undefined
    if (flag !== undefined) read.options.set(flag, { value: value ?? null, required: required && value !== undefined })
    else {
      read.least += required ? 1 : 0
      read.most += argument!.endsWith('…') ? Infinity : 1
    }
  }
  return read
}

/** Holds what was typed against the form of its command. Throws `UsageError`. */
export function readGiven(form: string, typed: readonly string[]): Given {
  const { options, least, most } = readForm(`${form} ${GENERAL}`)
  const { values, positionals } = parse(options, typed)
  if (values.help === true) return { args: positionals, options: values }
  if (positionals.length < least || positionals.length > most) throw new UsageError(WRONG_NUMBER)
  for (const [name, { value, required }] of options) checkOption(name, values[name], value, required)
  return { args: positionals, options: values }
}

function parse(options: Form['options'], typed: readonly string[]) {
  const known = [...options].map(([name, { value }]) => [name, { type: value === null ? 'boolean' as const : 'string' as const }])
  try {
    const { values, positionals } = parseArgs({ args: [...typed], options: Object.fromEntries(known), allowPositionals: true })
    return { values: values as Options, positionals }
  } catch {
    throw new UsageError({ nl: 'Deze optie is hier onbekend, of er ontbreekt een waarde.', en: 'This option is unknown here, or a value is missing.' })
  }
}

function checkOption(name: string, given: string | true | undefined, value: string | null, required: boolean): void {
  if (required && given === undefined) throw new UsageError({ nl: `--${name} ontbreekt.`, en: `--${name} is missing.` })
  if (given === '') throw new UsageError({ nl: `--${name} is leeg.`, en: `--${name} is empty.` })
  const choices = value !== null && /^[a-z|]+$/.test(value) ? value.split('|') : null
  if (choices && given !== undefined && !choices.includes(String(given))) {
    throw new UsageError({ nl: `--${name} is een van: ${choices.join(', ')}.`, en: `--${name} is one of: ${choices.join(', ')}.` })
  }
}

const WRONG_NUMBER = { nl: 'Er staat te veel of te weinig achter het commando.', en: 'There is too much or too little behind the command.' }
