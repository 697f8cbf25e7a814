import { textKeyOf } from '../../../shared/domain/privacy-fold.ts'
import { appError } from '../../../shared/errors.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { kidOf } from '../../crypto/ed25519.ts'
import { readRequest, type ReadRequest } from '../../crypto/enrolment.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context, Handlers } from '../../context.ts'
import { readText } from '../../json-file.ts'
import { daysLeft } from './access.ts'
import { assertOwnKey, givePass, renewPass } from './issue.ts'
import { revocationOf } from './list.ts'
import { assertOffice, findOwnPass, withRoot } from './office.ts'
import { answerRecovery, readRecoveryFile } from './recovery.ts'
import { getRoot, type Issued, listIssued, listOwnRoots, newestIssued, saveRoot } from './repository.ts'
import { renew, revoke } from './revoke.ts'

const LARGEST = 1_000_000

type Operations = 'readRequest' | 'grant' | 'renewPass' | 'revoke' | 'renew' | 'certificates' | 'setPolicy' | 'readRecovery' | 'answerRecovery'

/** What the office does for its inspectors: give access, renew and end it, and help who forgot a passphrase. */
export const desk: Pick<Handlers<'enrolment'>, Operations> = {
  readRequest: async (context, { file }) => {
    assertOffice(context)
    const { person, publicKey, words } = await requestIn(context, file)
    const issued = listIssued(context.db)
    const namesake = issued.find((one) => one.person.id !== person.id && soundOf(one.person.name) === soundOf(person.name))
    return { person, words, known: issued.some(({ kid }) => kid === kidOf(publicKey)), namesake: namesake?.person.name ?? null }
  },

  grant: async (context, { request: requestFile, words, rootPassphrase, file }) => {
    assertOffice(context)
    const request = await requestIn(context, requestFile)
    if (request.words.join(' ') !== words.join(' ')) throw appError('words-differ', {})
    return withRoot(context, rootPassphrase, (root) => givePass(context, root, request, file))
  },

  renewPass: (context, { kid, rootPassphrase, file }) => withRoot(context, rootPassphrase, (root) => renewPass(context, root, kid, file)),

  revoke: (context, { rootPassphrase, ...order }) => withRoot(context, rootPassphrase, (root) => revoke(context, root, order)),

  renew: (context, { rootPassphrase }) => withRoot(context, rootPassphrase, (root) => renew(context, root)),

  certificates: (context) => {
    const newest = listOwnRoots(context.db)[0]?.id
    return newestIssued(context.db).map((one) => ({ ...certificateOf(context, one), earlierRoot: one.root !== newest }))
  },

  setPolicy: (context, { signers }) => {
    assertOffice(context)
    const { db, keys, now } = context
    const root = getRoot(db, findOwnPass(context).root)!
    saveRoot(db, { ...root, policy: { ...root.policy, signers } })
    appendAudit(context, keys.workspace, `policy-signers-${signers}`, root.id)
    return { savedAt: now() }
  },

  readRecovery: async (context, { file }) => {
    assertOffice(context)
    const { persons, words } = await readRecoveryFile(context, file)
    return { persons, words }
  },

  answerRecovery: (context, { rootPassphrase, ...order }) => withRoot(context, rootPassphrase, (root) => answerRecovery(context, root, order)),
}

/** What is left of a name once case, points and spaces are out of it. */
const soundOf = (name: string) => textKeyOf(name).replaceAll(/[^\p{L}\p{N}]+/gu, '')

function certificateOf(context: Context, one: Issued) {
  const { validFrom, validTo, role } = readCertificate(one.certificate)
  const revocation = revocationOf(context.db, one)
  const revoked = revocation && { at: revocation.at, reason: revocation.reason }
  return { kid: one.kid, person: one.person, role, validFrom, validTo, daysLeft: daysLeft(context, validTo), revoked }
}

async function requestIn(context: Context, file: string): Promise<ReadRequest> {
  const request = readRequest(await readText(context.files.toRead(file).path, LARGEST))
  assertOwnKey(context, request)
  return request
}
