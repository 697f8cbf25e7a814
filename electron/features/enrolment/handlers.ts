import { appError } from '../../../shared/errors.ts'
import { recipientOf } from '../../crypto/age.ts'
import { readCertificate, readRoot } from '../../crypto/certificate.ts'
import { kidOf } from '../../crypto/ed25519.ts'
import { makeRequest, readPass, type ReadPass, readRequest, type ReadRequest, wordsOf } from '../../crypto/enrolment.ts'
import { checkCertificate } from '../../crypto/trust.ts'
import { createRoot, type RootKey } from '../../crypto/root.ts'
import { appendAudit } from '../../db/audit.ts'
import { listPersons } from '../../db/person.ts'
import { sixWords } from '../../crypto/words.ts'
import type { Context, Handlers } from '../../context.ts'
import { readText } from '../../json-file.ts'
import { writeWhole } from '../../whole-file.ts'
import { colleaguesOf } from './colleague.ts'
import { isOutOfDate, listOf, revocationOf, takeList } from './list.ts'
import { assertOffice, findOwnPass, givePass, makeList, ownCertificate, renew, revoke, withRoot } from './office.ts'
import { addColleagues, findPass, getRoot, listIssued, listRoots, newestIssued, savePass, saveRoot, trustOf } from './repository.ts'

const LARGEST = 1_000_000
const DAY = 86_400_000

export const enrolment: Handlers<'enrolment'> = {
  status: (context) => {
    const { db, keys } = context
    const key = keys.signing()
    const held = keys.role === 'office' ? findPass(db, key?.kid) : undefined
    const root = held && getRoot(db, held.root)
    return {
      kid: key?.kid ?? null,
      words: key && wordsOf(key.publicKey),
      pass: passOf(context),
      root: root ? { name: root.name, words: sixWords(root.id) } : null,
    }
  },

  request: async ({ keys, person, files }, { file }) => {
    writeWhole(files.toWrite(file).path, makeRequest(keys, person))
    return { words: wordsOf(keys.signing()!.publicKey) }
  },

  readPass: async (context, { file }) => {
    const { root, rootWords, certificate, pinned, vouchedBy } = await readPassFile(context, file)
    return { office: root.name, rootWords, validTo: certificate.validTo, pinned, vouchedBy }
  },

  acceptPass: async (context, { file, rootWords }) => {
    const { pass, certificate, root, rootWords: words, crl } = await readPassFile(context, file)
    if (words.join(' ') !== rootWords.join(' ')) throw appError('words-differ', {})
    const { db, now, keys } = context
    const acceptedAt = now()
    db.transaction(() => {
      const { recipients, vouched } = pass
      const known = getRoot(db, root.kid)
      const newest = known && (listOf(known)?.number ?? 0) > crl.number ? known.crl : pass.crl
      saveRoot(db, { id: root.kid, name: root.name, certificate: pass.root, crl: newest, recipients, vouched, acceptedAt })
      addColleagues(db, pass.colleagues)
      savePass(db, { kid: certificate.kid, person: pass.person, root: root.kid, certificate: pass.certificate, acceptedAt })
      appendAudit(context, keys.workspace, 'pass', certificate.kid)
    }).immediate()
    return { validTo: certificate.validTo }
  },

  makeRoot: async (context, { name, rootPassphrase }) => {
    assertOffice(context)
    const root = await createRoot(context.path, { name, passphrase: rootPassphrase, now: context.now() }, context.passphraseWork)
    try {
      const recipients = [context.keys.recipient, await recipientOf(root.recovery())]
      keepOffice(context, root, recipients)
      return { rootWords: sixWords(root.kid) }
    } finally {
      root.close()
    }
  },

  readRequest: async (context, { file }) => {
    assertOffice(context)
    const { person, publicKey, words } = readRequest(await readText(context.files.toRead(file).path, LARGEST))
    assertOwnKey(context, { person, publicKey })
    return { person, words, known: listIssued(context.db).some(({ kid }) => kid === kidOf(publicKey)) }
  },

  grant: async (context, { request: requestFile, words, rootPassphrase, file }) => {
    assertOffice(context)
    const request = readRequest(await readText(context.files.toRead(requestFile).path, LARGEST))
    if (request.words.join(' ') !== words.join(' ')) throw appError('words-differ', {})
    assertOwnKey(context, request)
    return withRoot(context, rootPassphrase, (root) => givePass(context, root, request, file))
  },

  renewPass: (context, { kid, rootPassphrase, file }) => withRoot(context, rootPassphrase, (root) => {
    const held = listIssued(context.db).find((one) => one.kid === kid)
    if (!held) throw appError('not-found', { what: 'certificate', id: kid })
    const { publicKey, recipient } = readCertificate(held.certificate)
    if (recipient === null) throw appError('recipient-unknown', {})
    assertOwnKey(context, { person: held.person, publicKey })
    return givePass(context, root, { person: held.person, publicKey, recipient }, file)
  }),

  revoke: (context, { rootPassphrase, ...order }) => withRoot(context, rootPassphrase, (root) => revoke(context, root, order)),

  renew: (context, { rootPassphrase }) => withRoot(context, rootPassphrase, (root) => renew(context, root)),

  certificates: (context) => newestIssued(context.db).map((one) => {
    const { validFrom, validTo, role } = readCertificate(one.certificate)
    const revocation = revocationOf(context.db, one)
    const revoked = revocation && { at: revocation.at, reason: revocation.reason }
    return { kid: one.kid, person: one.person, role, validFrom, validTo, daysLeft: daysLeft(context, validTo), revoked }
  }),

  roots: (context) => listRoots(context.db).map((root) => {
    const list = listOf(root)
    const told = list && { number: list.number, madeAt: list.thisUpdate, nextUpdate: list.nextUpdate, revoked: list.revoked.length }
    return { id: root.id, name: root.name, words: sixWords(root.id), list: told, outOfDate: isOutOfDate(list, context.now()) }
  }),

  exportList: async (context, { file, root }) => {
    const crl = getRoot(context.db, root)?.crl
    if (!crl) throw appError('not-found', { what: 'revocation-list', id: root })
    writeWhole(context.files.toWrite(file).path, crl)
    return { savedAt: context.now() }
  },

  readList: async (context, { file }) => {
    const crl = await readText(context.files.toRead(file).path, LARGEST)
    const { root, list } = context.db.transaction(() => takeList(context.db, crl)).immediate()
    return { office: root.name, number: list.number, nextUpdate: list.nextUpdate }
  },

  readRoot: async (context, { file }) => {
    const { name, kid } = readRoot(await readText(context.files.toRead(file).path, LARGEST))
    return { name, words: sixWords(kid), pinned: getRoot(context.db, kid) !== undefined }
  },

  acceptRoot: async (context, { file, rootWords }) => {
    const certificate = await readText(context.files.toRead(file).path, LARGEST)
    const { name, kid } = readRoot(certificate)
    if (sixWords(kid).join(' ') !== rootWords.join(' ')) throw appError('words-differ', {})
    const { db, keys, now } = context
    db.transaction(() => {
      if (getRoot(db, kid)) return
      saveRoot(db, { id: kid, name, certificate, crl: null, recipients: [], vouched: null, acceptedAt: now() })
      appendAudit(context, keys.workspace, 'root', kid)
    }).immediate()
    return { name }
  },

  colleagues: (context) => [...colleaguesOf(context)].map(([person, { name }]) => ({ person, name })),

  exportCard: async (context, { file }) => {
    const { certificate } = findOwnPass(context)
    writeWhole(context.files.toWrite(file).path, certificate)
    return { validTo: readCertificate(certificate).validTo }
  },

  readCard: async (context, { file }) => {
    const pem = await readText(context.files.toRead(file).path, LARGEST)
    const { name, recipient } = checkCertificate(pem, trustOf(context.db, context.now()))
    if (recipient === null) throw appError('recipient-unknown', {})
    context.db.transaction(() => addColleagues(context.db, [pem])).immediate()
    return { name }
  },

  exportRecovery: async (context, { rootPassphrase, file }) => withRoot(context, rootPassphrase, (root) => {
    writeWhole(context.files.toWrite(file).path, `${root.recovery()}\n`)
    context.db.transaction(() => appendAudit(context, context.keys.workspace, 'recovery-key', root.kid)).immediate()
    return { savedAt: context.now() }
  }),

  exportRoot: async (context, { file }) => {
    const root = getRoot(context.db, findOwnPass(context).root)!
    writeWhole(context.files.toWrite(file).path, root.certificate)
    return { rootWords: sixWords(root.id) }
  },
}

function passOf(context: Context) {
  const pass = findPass(context.db, context.keys.signing()?.kid)
  if (!pass) return null
  const { name } = getRoot(context.db, pass.root)!
  const { validTo } = readCertificate(pass.certificate)
  const revoked = revocationOf(context.db, pass)?.at ?? null
  return { office: name, rootWords: sixWords(pass.root), validTo, daysLeft: revoked === null ? daysLeft(context, validTo) : 0, revoked }
}

const daysLeft = ({ now }: Context, validTo: string) => Math.max(0, Math.floor((Date.parse(validTo) - Date.parse(now())) / DAY))

/** The office enrols itself before anyone else. */
function keepOffice(context: Context, root: RootKey, recipients: string[]): void {
  const { db, keys, now } = context
  db.transaction(() => {
    saveRoot(db, { id: root.kid, name: root.name, certificate: root.certificate, crl: null, recipients, vouched: null, acceptedAt: now() })
    makeList(context, root, [])
    ownCertificate(context, root)
    appendAudit(context, keys.workspace, 'root', root.kid)
  }).immediate()
}

async function readPassFile({ db, keys, person, now, files }: Context, file: string): Promise<ReadPass> {
  const key = keys.signing()
  if (!key) throw appError('pass-not-mine', {})
  const { roots: pinnedRoots, crls } = trustOf(db, now())
  return readPass(await readText(files.toRead(file).path, LARGEST), { person: person.id, publicKey: key.publicKey, now: now(), pinnedRoots, crls })
}

/** Refuses a request under the id of someone with another name, for its maker would sign as that person; and with a key of another, or one that others may have. */
function assertOwnKey({ db }: Context, { person: { id, name, inspectorate }, publicKey }: Pick<ReadRequest, 'person' | 'publicKey'>): void {
  const issued = listIssued(db)
  const known = [...issued.map(({ person }) => person), ...listPersons(db)].find((person) => person.id === id)
  if (known && (known.name !== name || known.inspectorate !== inspectorate)) throw appError('request-for-another', { name: known.name })
  const kid = kidOf(publicKey)
  const sameKey = issued.filter((one) => one.kid === kid)
  if (sameKey.some(({ person }) => person.id !== id)) throw appError('duplicate-key-id', { kid })
  const stolen = sameKey.map((one) => revocationOf(db, one)).find((one) => one?.reason === 'keyCompromise')
  if (stolen) throw appError('certificate-revoked', { kid, at: stolen.at })
}
