import { z } from 'zod'
import { Person } from '../domain/person.ts'
import { Passphrase } from '../domain/workspace.ts'
import { action, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Words = z.array(z.string()).length(6)
const Kid = z.string()

/** How a person gets a certificate from the office, by file; both sides read six words aloud. */
export const enrolment = {
  /** `words` stand for the person's key, once it is made; `pass` is what the office gave for it. */
  status: query(
    z.strictObject({}),
    z.strictObject({
      kid: Kid.nullable(),
      words: Words.nullable(),
      pass: z.strictObject({ office: z.string(), rootWords: Words, validTo: z.iso.datetime(), daysLeft: z.int() }).nullable(),
      /** Only at an office: its root, once it is made. */
      root: z.strictObject({ name: z.string(), words: Words }).nullable(),
    }),
  ),
  /** Makes the person's key where there is none, and writes the request. */
  request: action(z.strictObject({ file: Handle }), z.strictObject({ words: Words })),
  /** Reads a pass and tells whose it is, before it is accepted. */
  readPass: action(
    z.strictObject({ file: Handle }),
    z.strictObject({ office: z.string(), rootWords: Words, validTo: z.iso.datetime(), pinned: z.boolean() }),
  ),
  /** Accepts the pass; an office that is not known yet is trusted once its six words are confirmed. */
  acceptPass: action(z.strictObject({ file: Handle, rootWords: Words }), z.strictObject({ validTo: z.iso.datetime() })),
  /** Office: makes its root under a passphrase of its own, and its own certificate. */
  makeRoot: action(z.strictObject({ name: z.string().regex(/\S/).max(200), rootPassphrase: Passphrase }), z.strictObject({ rootWords: Words })),
  /** Office: reads a request and tells whose it is. */
  readRequest: action(z.strictObject({ file: Handle }), z.strictObject({ person: Person, words: Words })),
  /** Office: answers a request whose words were confirmed with a pass. */
  grant: action(
    z.strictObject({ request: Handle, words: Words, rootPassphrase: Passphrase, file: Handle }),
    z.strictObject({ person: Person, validTo: z.iso.datetime() }),
  ),
  /** Office: everyone it gave a certificate. */
  certificates: query(
    z.strictObject({}),
    z.array(z.strictObject({ kid: Kid, person: Person, validFrom: z.iso.datetime(), validTo: z.iso.datetime() })),
  ),
  /** Those for whom a work file can be encrypted: whose certificate is here and holds. */
  colleagues: query(z.strictObject({}), z.array(z.strictObject({ person: z.uuid(), name: z.string() }))),
  /** Writes one's own certificate, with which a colleague can encrypt. */
  exportCard: action(z.strictObject({ file: Handle }), z.strictObject({ validTo: z.iso.datetime() })),
  /** Reads the card of a colleague whom an office that is trusted here enrolled. */
  readCard: action(z.strictObject({ file: Handle }), z.strictObject({ name: z.string() })),
  /** Office: writes the key that reads all that was encrypted for it, should its workspaces be lost. */
  exportRecovery: action(z.strictObject({ rootPassphrase: Passphrase, file: Handle }), Saved),
  /** Writes the root certificate, with which anyone can verify a bundle. */
  exportRoot: action(z.strictObject({ file: Handle }), z.strictObject({ rootWords: Words })),
}
