import type { Client, Run, Send } from '../../shared/api/client.ts'
import type { Host } from '../context.ts'
import type { Language } from '../plan.ts'
import type { Given } from './form.ts'
import type { Secret } from './passphrase.ts'
import type { Sentence } from './sentence.ts'

/** What a command works with: the contract, on the workspace that was named if any. */
export interface Call extends Given {
  readonly api: Client
  readonly send: Send
  readonly host: Host
  readonly language: Language
  /** One line for the person at the terminal. */
  readonly say: (sentence: Sentence) => void
  /** One line of the result at once, for what takes long; nothing where the result is asked as JSON. */
  readonly line: (text: string) => void
  readonly secret: (secret: Secret, isNew?: boolean) => Promise<string>
  /** Shows how far a long operation is, and passes on that it was cancelled. */
  readonly run: Run
}

/** What came of a command: a document for programs, and the same as lines for people. `good` is false when something was found wanting. */
export interface Answer {
  readonly good: boolean
  readonly json: unknown
  readonly lines: readonly string[]
}

export interface Command {
  /** What it takes, as people read it and as `form.ts` does. */
  readonly form: string
  readonly about: Sentence
  /** Whether the workspace that is named must be open. */
  readonly opens: boolean
  readonly run: (call: Call) => Promise<Answer>
}
export type Commands = Readonly<Record<string, Command>>

/** The value of an option that the form demands. */
export const optionOf = ({ options }: Given, name: string) => String(options[name])

/** The value of an option that may be left out. */
export const optionIn = ({ options }: Given, name: string): string | null => {
  const value = options[name]
  return typeof value === 'string' ? value : null
}
