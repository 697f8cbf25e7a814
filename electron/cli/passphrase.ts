import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { appError } from '../../shared/errors.ts'
import { readText } from '../json-file.ts'
import type { Options } from './form.ts'
import type { Io } from './io.ts'
import { type Sentence, UsageError } from './sentence.ts'

/** Whose words are asked: of a person's workspace, of the office's root, or of its next one. */
export type Secret = 'passphrase' | 'root-passphrase' | 'new-root-passphrase'

const VARIABLE: Readonly<Record<Secret, string>> = { passphrase: 'VELDTOETS_PASSPHRASE', 'root-passphrase': 'VELDTOETS_ROOT_PASSPHRASE', 'new-root-passphrase': 'VELDTOETS_NEW_ROOT_PASSPHRASE' }
const ASK: Readonly<Record<Secret, Sentence>> = {
  passphrase: { nl: 'Wachtzin: ', en: 'Passphrase: ' },
  'root-passphrase': { nl: 'Wachtzin van de hoofdsleutel: ', en: 'Passphrase of the root: ' },
  'new-root-passphrase': { nl: 'Wachtzin van de nieuwe hoofdsleutel: ', en: 'Passphrase of the new root: ' },
}
const AGAIN: Sentence = { nl: 'Nog een keer: ', en: 'Once more: ' }
const LARGEST = 8_192

/** A passphrase from its file, its variable, or whoever sits at the terminal; a new one is asked twice. Throws `UsageError`. */
export async function askPassphrase(secret: Secret, { io, options, say, isNew }: { io: Io; options: Options; say: (part: Sentence) => void; isNew: boolean }): Promise<string> {
  const file = options[`${secret}-file`]
  if (typeof file === 'string') return (await readText(file, LARGEST)).replace(/\r?\n$/, '')
  const variable = io.env[VARIABLE[secret]]
  if (variable) return variable
  if (!io.stdin.isTTY) throw new UsageError(nowhere(secret))
  const [first, second] = [await prompt(io, say, ASK[secret]), isNew ? await prompt(io, say, AGAIN) : null]
  if (second !== null && first !== second) throw new UsageError({ nl: 'De wachtzinnen zijn niet gelijk.', en: 'The passphrases are not the same.' })
  return first
}

const nowhere = (secret: Secret): Sentence => ({
  nl: `Er is geen wachtzin: zet haar in ${VARIABLE[secret]}, of geef --${secret}-file FILE.`,
  en: `There is no passphrase: set ${VARIABLE[secret]}, or give --${secret}-file FILE.`,
})

/** Asks without showing what is typed. */
function prompt({ stdin }: Io, say: (part: Sentence) => void, question: Sentence): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: silent, terminal: true })
  say(question)
  return new Promise((resolve, reject) => {
    lines.once('SIGINT', () => reject(appError('cancelled', {})))
    lines.once('close', () => reject(appError('cancelled', {})))
    lines.question('', resolve)
  }).then((answer) => String(answer)).finally(() => {
    say({ nl: '\n', en: '\n' })
    lines.close()
  })
}
