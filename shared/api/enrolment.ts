import { z } from 'zod'
import { Distrust, Policy, RevocationReason } from '../domain/enrolment.ts'
import { Person } from '../domain/person.ts'
import { Passphrase } from '../domain/workspace.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Words = z.array(z.string()).length(6)
const Kid = z.string()
const OfficeName = z.string().regex(/\S/).max(200)
/** A revocation list: later ones have a higher number. */
const List = { number: z.int(), nextUpdate: z.iso.datetime() }

/** How a person gets a certificate from the office, by file; both sides read six words aloud. */
export const enrolment = {
  /** `words` stand for the person's key, once it is made; `pass` is what the office gave for it, and how many it asks to sign a hand-over at least. */
  status: query(
    z.strictObject({}),
    z.strictObject({
      kid: Kid.nullable(),
      words: Words.nullable(),
      pass: z.strictObject({ office: z.string(), rootWords: Words, validTo: z.iso.datetime(), daysLeft: z.int(), revoked: z.iso.datetime().nullable(), signers: z.int() }).nullable(),
      /** Only at an office: its root, once it is made; who checks files without this program compares the fingerprint (SHA-256) of its certificate. */
      root: z.strictObject({ name: z.string(), words: Words, fingerprint: z.string() }).nullable(),
    }),
  ),
  /** Makes the person's key where there is none, and writes the request. */
  request: action(z.strictObject({ file: Handle }), z.strictObject({ words: Words })),
  /** Reads a pass and tells whose it is, before it is accepted. */
  readPass: action(
    z.strictObject({ file: Handle }),
    z.strictObject({ office: z.string(), rootWords: Words, validTo: z.iso.datetime(), pinned: z.boolean(), vouchedBy: z.string().nullable() }),
  ),
  /** Accepts the pass; an office that is not known yet is trusted once its six words are confirmed. */
  acceptPass: action(z.strictObject({ file: Handle, rootWords: Words }), z.strictObject({ validTo: z.iso.datetime() })),
  /** Office: makes its root under a passphrase of its own, and its own certificate. */
  makeRoot: action(z.strictObject({ name: OfficeName, rootPassphrase: Passphrase }), z.strictObject({ rootWords: Words })),
  /**
   * Office: makes its next root in the place of the one it has. Without the passphrase of that one (null) nobody vouches for the new one:
   * whoever trusted the old one confirms six words again, and asks for access anew.
   */
  rollOver: action(
    z.strictObject({ rootPassphrase: Passphrase.nullable(), name: OfficeName, nextPassphrase: Passphrase }), z.strictObject({ rootWords: Words, vouched: z.boolean() }),
  ),
  /**
   * Trusts a root no longer, since a moment from which others may have its key (now, where null): nothing more that hangs from it counts, and that is for good.
   * `ended` are the offices with what was trusted on its word since; `later` what came in since that moment.
   */
  distrust: action(
    z.strictObject({ root: Kid, rootWords: Words, since: z.iso.datetime().nullable(), reason: z.string().regex(/\S/).max(400) }),
    z.strictObject({ savedAt: z.iso.datetime(), ended: z.array(z.string()), later: z.array(z.strictObject({ manifest: z.string(), words: Words, at: z.iso.datetime() })) }),
  ),
  /** Office: how many different persons must sign a hand-over at least. Who is enrolled already hears of it with the next pass. */
  setPolicy: command(z.strictObject({ signers: Policy.shape.signers }), Saved),
  /** Office: reads who asks to be let in again after forgetting a passphrase. */
  readRecovery: action(z.strictObject({ file: Handle }), z.strictObject({ persons: z.array(Person), words: Words })),
  /** Office: answers such a request once its words were confirmed by voice. */
  answerRecovery: action(z.strictObject({ request: Handle, person: z.uuid(), words: Words, rootPassphrase: Passphrase, file: Handle }), z.strictObject({ name: z.string(), savedAt: z.iso.datetime() })),
  /** Office: reads a request and tells whose it is, whether that key was given a certificate before, and who else has one under a name that reads the same. */
  readRequest: action(z.strictObject({ file: Handle }), z.strictObject({ person: Person, words: Words, known: z.boolean(), namesake: z.string().nullable() })),
  /** Office: answers a request whose words were confirmed with a pass. */
  grant: action(
    z.strictObject({ request: Handle, words: Words, rootPassphrase: Passphrase, file: Handle }),
    z.strictObject({ person: Person, validTo: z.iso.datetime() }),
  ),
  /** Office: gives whoever has a certificate a new one for the same key. */
  renewPass: action(z.strictObject({ kid: Kid, rootPassphrase: Passphrase, file: Handle }), z.strictObject({ person: Person, validTo: z.iso.datetime() })),
  /** Office: ends the certificates of a key, in a new list. `since` is when a key was lost that others may have; otherwise it is now. */
  revoke: action(
    z.strictObject({ kid: Kid, reason: RevocationReason, since: z.iso.datetime().nullable(), rootPassphrase: Passphrase }),
    z.strictObject({ person: Person, at: z.iso.datetime(), ...List }),
  ),
  /** Office: makes a new list and, where it is time, a new certificate of the office itself. */
  renew: action(z.strictObject({ rootPassphrase: Passphrase }), z.strictObject({ validTo: z.iso.datetime(), ...List })),
  /** Office: everyone it gave a certificate, by key. `daysLeft` does not look at whether it was revoked; `earlierRoot` tells who is to get a pass of the newest root. */
  certificates: query(
    z.strictObject({}),
    z.array(z.strictObject({
      kid: Kid, person: Person, role: z.enum(['inspector', 'office']), validFrom: z.iso.datetime(), validTo: z.iso.datetime(), daysLeft: z.int(), earlierRoot: z.boolean(),
      revoked: z.strictObject({ at: z.iso.datetime(), reason: RevocationReason }).nullable(),
    })),
  ),
  /** The offices that are or were trusted here, each with the newest revocation list that is known of it; one that has a newer root is `succeeded` by it. */
  roots: query(
    z.strictObject({}),
    z.array(z.strictObject({
      id: Kid, name: z.string(), words: Words, outOfDate: z.boolean(), succeeded: z.boolean(), distrusted: Distrust.nullable(),
      list: z.strictObject({ ...List, madeAt: z.iso.datetime(), revoked: z.int() }).nullable(),
    })),
  ),
  /** Writes the newest revocation list of an office (X.509, PEM). */
  exportList: action(z.strictObject({ file: Handle, root: Kid }), Saved),
  /** Reads a newer revocation list of an office that is trusted here. */
  readList: action(z.strictObject({ file: Handle }), z.strictObject({ office: z.string(), ...List })),
  /** Reads a root certificate, or the roots of an office, and tells whose it is before it is trusted; `vouchedBy` is one that is trusted and stands behind it. */
  readRoot: action(z.strictObject({ file: Handle }), z.strictObject({ name: z.string(), words: Words, pinned: z.boolean(), vouchedBy: z.string().nullable() })),
  /** Trusts another office, once its six words are confirmed. */
  acceptRoot: action(z.strictObject({ file: Handle, rootWords: Words }), z.strictObject({ name: z.string() })),
  /** Those for whom a work file can be encrypted: whose certificate is here and holds. */
  colleagues: query(z.strictObject({}), z.array(z.strictObject({ person: z.uuid(), name: z.string() }))),
  /** Writes one's own certificate, with which a colleague can encrypt. */
  exportCard: action(z.strictObject({ file: Handle }), z.strictObject({ validTo: z.iso.datetime() })),
  /** Reads the card of a colleague whom an office that is trusted here enrolled. */
  readCard: action(z.strictObject({ file: Handle }), z.strictObject({ name: z.string() })),
  /** Office: writes the key that reads all that was encrypted for it, should its workspaces be lost. */
  exportRecovery: action(z.strictObject({ rootPassphrase: Passphrase, file: Handle }), Saved),
  /** Writes the root certificate, and those before it, with which anyone can verify a bundle (PEM). */
  exportRoot: action(z.strictObject({ file: Handle }), z.strictObject({ rootWords: Words })),
  /** Writes the roots of the office with how each vouches for the next: whoever trusts an earlier one can take over the newest. */
  exportRoots: action(z.strictObject({ file: Handle }), z.strictObject({ rootWords: Words })),
}
