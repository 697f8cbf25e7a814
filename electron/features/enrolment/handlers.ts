import { appError } from '../../../shared/errors.ts'
import { recipientOf } from '../../crypto/age.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { kidOf } from '../../crypto/ed25519.ts'
import { grantOf, makePass, makeRequest, readPass, type ReadPass, readRequest, wordsOf } from '../../crypto/enrolment.ts'
import { readCrl } from '../../crypto/revocation.ts'
import { checkCertificate } from '../../crypto/trust.ts'
import { createRoot, openRoot, type RootKey } from '../../crypto/root.ts'
import { appendAudit } from '../../db/audit.ts'
import { listPersons } from '../../db/person.ts'
import { sixWords } from '../../crypto/words.ts'
import type { Context, Handlers } from '../../context.ts'
import { readText } from '../../json-file.ts'
import { writeWhole } from '../../whole-file.ts'
import { colleaguesOf } from './colleague.ts'
import { addColleagues, addIssued, findPass, getRoot, type Issued, listIssued, listRoots, savePass, saveRoot, trustOf } from './repository.ts'

const LARGEST = 1_000_000
const CERTIFICATE_DAYS = 365
const DAY = 86_400_000

export const enrolment: Handlers<'enrolment'> = {
  status: (context) => {
    const { db, keys } = context
    const key = keys.signing()
    const root = keys.role === 'office' ? listRoots(db)[0] : undefined
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
    const { root, rootWords, certificate, pinned } = await readPassFile(context, file)
    return { office: root.name, rootWords, validTo: certificate.validTo, pinned }
  },

  acceptPass: async (context, { file, rootWords }) => {
    const { pass, certificate, root, rootWords: words, crl } = await readPassFile(context, file)
    if (words.join(' ') !== rootWords.join(' ')) throw appError('words-differ', {})
    const { db, now, keys } = context
    const acceptedAt = now()
    db.transaction(() => {
      const { recipients } = pass
      saveRoot(db, { id: root.kid, name: root.name, certificate: pass.root, crl: newestCrl(context, root, crl.number) ?? pass.crl, recipients, acceptedAt })
      addColleagues(db, pass.colleagues.map((pem) => ({ pem, kid: readCertificate(pem).kid })))
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
    const { person, words } = readRequest(await readText(context.files.toRead(file).path, LARGEST))
    assertSamePerson(context, person)
    return { person, words }
  },

  grant: async (context, { request: requestFile, words, rootPassphrase, file }) => {
    assertOffice(context)
    const { db, path, now, files } = context
    const request = readRequest(await readText(files.toRead(requestFile).path, LARGEST))
    if (request.words.join(' ') !== words.join(' ')) throw appError('words-differ', {})
    assertSamePerson(context, request.person)
    const root = await openRoot(path, rootPassphrase)
    try {
      const issuedAt = now()
      const crl = root.crl({ number: listIssued(db).length + 1, thisUpdate: issuedAt, revoked: [] })
      const officeCertificate = findOwnPass(context).certificate
      const { recipients } = getRoot(db, root.kid)!
      const colleagues = validAt(listIssued(db), issuedAt).filter(({ kid }) => kid !== kidOf(request.publicKey)).map(({ certificate }) => certificate)
      const pass = makePass(root, request, { officeCertificate, crl, recipients, colleagues, certificateDays: CERTIFICATE_DAYS, now: issuedAt })
      writeWhole(files.toWrite(file).path, pass)
      return keepIssued(context, pass, request.person, crl)
    } finally {
      root.close()
    }
  },

  certificates: ({ db }) => listIssued(db).map(({ kid, person, certificate }) => {
    const { validFrom, validTo } = readCertificate(certificate)
    return { kid, person, validFrom, validTo }
  }),

  colleagues: (context) => [...colleaguesOf(context)].map(([person, { name }]) => ({ person, name })),

  exportCard: async (context, { file }) => {
    const { certificate } = findOwnPass(context)
    writeWhole(context.files.toWrite(file).path, certificate)
    return { validTo: readCertificate(certificate).validTo }
  },

  readCard: async (context, { file }) => {
    const pem = await readText(context.files.toRead(file).path, LARGEST)
    const { kid, name, recipient } = checkCertificate(pem, trustOf(context.db, context.now()))
    if (recipient === null) throw appError('recipient-unknown', {})
    context.db.transaction(() => addColleagues(context.db, [{ kid, pem }])).immediate()
    return { name }
  },

  exportRecovery: async (context, { rootPassphrase, file }) => {
    assertOffice(context)
    const root = await openRoot(context.path, rootPassphrase)
    try {
      writeWhole(context.files.toWrite(file).path, `${root.recovery()}\n`)
      context.db.transaction(() => appendAudit(context, context.keys.workspace, 'recovery-key', root.kid)).immediate()
    } finally {
      root.close()
    }
    return { savedAt: context.now() }
  },

  exportRoot: async (context, { file }) => {
    const root = getRoot(context.db, findOwnPass(context).root)!
    writeWhole(context.files.toWrite(file).path, root.certificate)
    return { rootWords: sixWords(root.id) }
  },
}

/** The office is the first to be enrolled with itself: its own key signs receipts, the root only passes and revocation lists. */
function keepOffice(context: Context, root: RootKey, recipients: string[]): void {
  const { db, keys, person, now } = context
  const acceptedAt = now()
  const { kid, publicKey } = keys.makeSigningKey()
  const certificate = root.issue(grantOf({ person, publicKey, recipient: keys.recipient }, 'office', { now: acceptedAt, days: CERTIFICATE_DAYS }))
  const crl = root.crl({ number: 1, thisUpdate: acceptedAt, revoked: [] })
  db.transaction(() => {
    saveRoot(db, { id: root.kid, name: root.name, certificate: root.certificate, crl, recipients, acceptedAt })
    savePass(db, { kid, person: person.id, root: root.kid, certificate, acceptedAt })
    addIssued(db, { kid, person, certificate, issuedAt: acceptedAt })
    appendAudit(context, keys.workspace, 'root', root.kid)
  }).immediate()
}

/** The revocation list that is known here, where it is newer than the one that a pass brings. */
function newestCrl({ db }: Context, root: ReadPass['root'], number: number): string | undefined {
  const known = getRoot(db, root.kid)?.crl
  return known !== undefined && readCrl(known, [root]).number > number ? known : undefined
}

function keepIssued(context: Context, passText: string, person: Context['person'], crl: string) {
  const { db, keys } = context
  const { certificate, issuedAt } = JSON.parse(passText) as { certificate: string; issuedAt: string }
  const { kid, validTo } = readCertificate(certificate)
  db.transaction(() => {
    addIssued(db, { kid, person, certificate, issuedAt })
    saveRoot(db, { ...getRoot(db, findOwnPass(context).root)!, crl })
    appendAudit(context, keys.workspace, 'grant', kid)
  }).immediate()
  return { person, validTo }
}

const validAt = (issued: readonly Issued[], now: string) =>
  issued.filter(({ certificate }) => readCertificate(certificate).validTo > now)

function passOf(context: Context) {
  const pass = findPass(context.db, context.keys.signing()?.kid)
  if (!pass) return null
  const { name } = getRoot(context.db, pass.root)!
  const { validTo } = readCertificate(pass.certificate)
  const daysLeft = Math.max(0, Math.floor((Date.parse(validTo) - Date.parse(context.now())) / DAY))
  return { office: name, rootWords: sixWords(pass.root), validTo, daysLeft }
}

async function readPassFile({ db, keys, person, now, files }: Context, file: string): Promise<ReadPass> {
  const key = keys.signing()
  if (!key) throw appError('pass-not-mine', {})
  const pinnedRoots = listRoots(db).map(({ certificate }) => certificate)
  return readPass(await readText(files.toRead(file).path, LARGEST), { person: person.id, publicKey: key.publicKey, now: now(), pinnedRoots })
}

function findOwnPass({ db, keys }: Context) {
  const pass = findPass(db, keys.signing()?.kid)
  if (!pass) throw appError('no-root', {})
  return pass
}

/** Refuses a request under the id of someone with another name: its maker would sign as that person. */
function assertSamePerson({ db }: Context, { id, name, inspectorate }: Context['person']): void {
  const known = [...listIssued(db).map(({ person }) => person), ...listPersons(db)].find((person) => person.id === id)
  if (known && (known.name !== name || known.inspectorate !== inspectorate)) throw appError('request-for-another', { name: known.name })
}

function assertOffice({ keys }: Context): void {
  if (keys.role !== 'office') throw appError('office-only', {})
}
