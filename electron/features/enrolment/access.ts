import { appError } from '../../../shared/errors.ts'
import { fingerprintOf, readCertificate, readRoot } from '../../crypto/certificate.ts'
import { makeRequest, readPass, type ReadPass, wordsOf } from '../../crypto/enrolment.ts'
import { vouchedAmong } from '../../crypto/lineage.ts'
import { checkCertificate } from '../../crypto/trust.ts'
import { sixWords } from '../../crypto/words.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context, Handlers } from '../../context.ts'
import { readText } from '../../json-file.ts'
import { writeWhole } from '../../whole-file.ts'
import { colleaguesOf } from './colleague.ts'
import { listOf, revocationOf } from './list.ts'
import { findOwnPass } from './office.ts'
import { addColleagues, findPass, getRoot, listRoots, savePass, saveRoot, trustOf } from './repository.ts'

const LARGEST = 1_000_000
const DAY = 86_400_000

/** How someone gets access: a request goes out, a pass comes back; and the cards with which colleagues encrypt for each other. */
export const access: Pick<Handlers<'enrolment'>, 'status' | 'request' | 'readPass' | 'acceptPass' | 'colleagues' | 'exportCard' | 'readCard'> = {
  status: (context) => {
    const { db, keys } = context
    const key = keys.signing()
    const held = keys.role === 'office' ? findPass(db, key?.kid) : undefined
    const root = held && getRoot(db, held.root)
    return {
      kid: key?.kid ?? null,
      words: key && wordsOf(key.publicKey),
      pass: passOf(context),
      root: root ? { name: root.name, words: sixWords(root.id), fingerprint: fingerprintOf(root.certificate) } : null,
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
    const read = await readPassFile(context, file)
    if (read.rootWords.join(' ') !== rootWords.join(' ')) throw appError('words-differ', {})
    const { db, keys } = context
    const { root, certificate, pass } = read
    await keys.escrow({ office: root.kid, recipient: pass.recovery })
    db.transaction(() => {
      keepPass(context, read)
      appendAudit(context, keys.workspace, 'pass', certificate.kid)
    }).immediate()
    return { validTo: certificate.validTo }
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
}

/** Pins the roots of the office, newer lists first, and keeps what it gave; recipients and policy only of a pass that was made after the one they are from. */
function keepPass({ db, now }: Context, { pass, certificate, root, roots }: ReadPass): void {
  const acceptedAt = now()
  const among = [...listRoots(db).map((one) => readRoot(one.certificate)), ...roots.map(({ read }) => read)]
  for (const one of roots) {
    const { read: { kid: id, name }, root: pem, crl, list } = one
    const known = getRoot(db, id)
    const newest = known && (listOf(known)?.number ?? 0) > list.number ? known.crl : crl
    const isNews = id === root.kid && list.number >= (known?.passNumber ?? 0) // each pass brings a list with a number of its own
    const { recipients, recovery, policy, passNumber } = isNews ? { ...pass, passNumber: list.number } : { recipients: [], recovery: null, policy: pass.policy, passNumber: 0, ...known }
    saveRoot(db, { id, name, certificate: pem, crl: newest, recipients, recovery, vouched: vouchedAmong(among, one), policy, passNumber, acceptedAt })
  }
  addColleagues(db, pass.colleagues)
  savePass(db, { kid: certificate.kid, person: pass.person, root: root.kid, certificate: pass.certificate, acceptedAt })
}

function passOf(context: Context) {
  const pass = findPass(context.db, context.keys.signing()?.kid)
  if (!pass) return null
  const { name, policy } = getRoot(context.db, pass.root)!
  const { validTo } = readCertificate(pass.certificate)
  const revoked = revocationOf(context.db, pass)?.at ?? null
  return { office: name, rootWords: sixWords(pass.root), validTo, daysLeft: revoked === null ? daysLeft(context, validTo) : 0, revoked, signers: policy.signers }
}

/** Whole days until a moment, none once it is past. */
export const daysLeft = ({ now }: Pick<Context, 'now'>, validTo: string) => Math.max(0, Math.floor((Date.parse(validTo) - Date.parse(now())) / DAY))

async function readPassFile({ db, keys, person, now, files }: Context, file: string): Promise<ReadPass> {
  const key = keys.signing()
  if (!key) throw appError('pass-not-mine', {})
  const { roots: pinnedRoots, ended, crls } = trustOf(db, now())
  const read = readPass(await readText(files.toRead(file).path, LARGEST), { person: person.id, publicKey: key.publicKey, now: now(), pinnedRoots, ended, crls })
  const held = findPass(db, key.kid)
  const since = held && readCertificate(held.certificate).validFrom
  if (since !== undefined && since > read.certificate.validFrom) throw appError('pass-older', { found: read.certificate.validFrom.slice(0, 10), held: since.slice(0, 10) })
  return read
}
