import { RevocationReason } from '../../shared/domain/enrolment.ts'
import { type Answer, type Call, type Commands, optionIn, optionOf } from './command.ts'
import { refusedAs, UsageError } from './sentence.ts'
import { tableOf } from './table.ts'

/** How an inspector and an office come to trust each other, by file and six words. */
export const enrolmentCommands: Commands = {
  request: {
    form: '--workspace DIR --out FILE', opens: true, run: request,
    about: { nl: 'schrijft de aanvraag voor het bureau en toont haar zes woorden', en: 'writes the request to the office and shows its six words' },
  },
  'request read': {
    form: 'FILE --workspace DIR', opens: true, run: readRequest,
    about: { nl: 'bureau: toont van wie een aanvraag is', en: 'office: shows whose a request is' },
  },
  grant: {
    form: 'REQUEST --workspace DIR --words WORDS --out FILE', opens: true, run: grant,
    about: { nl: 'bureau: beantwoordt een aanvraag met een toegangsbestand', en: 'office: answers a request with a pass' },
  },
  'pass read': {
    form: 'FILE --workspace DIR', opens: true, run: readPass,
    about: { nl: 'toont van welk bureau een toegangsbestand is', en: 'shows which office a pass is from' },
  },
  'pass accept': {
    form: 'FILE --workspace DIR --words WORDS', opens: true, run: acceptPass,
    about: { nl: 'neemt een toegangsbestand aan; de zes woorden zijn die van het bureau', en: 'accepts a pass; the six words are those of the office' },
  },
  'root make': {
    form: '--workspace DIR --name NAME', opens: true, run: makeRoot,
    about: { nl: 'bureau: maakt zijn hoofdsleutel, onder een eigen wachtzin', en: 'office: makes its root, under a passphrase of its own' },
  },
  'root export': {
    form: '--workspace DIR --out FILE', opens: true, run: exportRoot,
    about: { nl: 'schrijft het stamcertificaat, waarmee ieder kan controleren', en: 'writes the root certificate, with which anyone can verify' },
  },
  revoke: {
    form: 'KID --workspace DIR --reason keyCompromise|cessationOfOperation|superseded [--since TIME]', opens: true, run: revoke,
    about: { nl: 'bureau: trekt de certificaten van een sleutel in', en: 'office: revokes the certificates of a key' },
  },
  renew: {
    form: '[KID] --workspace DIR [--out FILE]', opens: true, run: renew,
    about: { nl: 'bureau: maakt een nieuwe intrekkingslijst, of geeft wie toegang heeft een nieuw toegangsbestand', en: 'office: makes a new revocation list, or gives who has access a new pass' },
  },
  certificates: {
    form: '--workspace DIR', opens: true, run: certificates,
    about: { nl: 'bureau: wie toegang heeft en tot wanneer', en: 'office: who has access and until when' },
  },
  crl: {
    form: '--workspace DIR --out FILE [--root KID]', opens: true, run: exportList,
    about: { nl: 'schrijft de nieuwste intrekkingslijst', en: 'writes the newest revocation list' },
  },
  'crl read': {
    form: 'FILE --workspace DIR', opens: true, run: readList,
    about: { nl: 'leest een nieuwere intrekkingslijst', en: 'reads a newer revocation list' },
  },
  'root read': {
    form: 'FILE --workspace DIR', opens: true, run: readRoot,
    about: { nl: 'toont van welk bureau een stamcertificaat is', en: 'shows which office a root certificate is from' },
  },
  'root accept': {
    form: 'FILE --workspace DIR --words WORDS', opens: true, run: acceptRoot,
    about: { nl: 'vertrouwt een ander bureau; de zes woorden zijn die van dat bureau', en: 'trusts another office; the six words are those of that office' },
  },
  'receipt read': {
    form: 'FILE… --workspace DIR', opens: true, run: readReceipts,
    about: { nl: 'leest ontvangstbevestigingen van het bureau', en: 'reads receipts of the office' },
  },
}

const wordsIn = (call: Call) => optionOf(call, 'words').trim().split(/\s+/)
const done = (json: unknown, ...lines: string[]): Answer => ({ good: true, json, lines })

async function request(call: Call) {
  const file = optionOf(call, 'out')
  const { words } = await call.api.enrolment.request({ file })
  return done({ file, words }, words.join(' '))
}

async function readRequest({ api, args: [file = ''] }: Call) {
  const { person, words } = await api.enrolment.readRequest({ file })
  return done({ person, words }, person.name, words.join(' '))
}

async function grant(call: Call) {
  const { api, args: [file = ''], secret } = call
  const given = { request: file, words: wordsIn(call), file: optionOf(call, 'out') }
  const { person, validTo } = await api.enrolment.grant({ ...given, rootPassphrase: await secret('root-passphrase') })
  return done({ file: given.file, person, validTo }, `${person.name}  ${validTo}`)
}

async function readPass({ api, args: [file = ''] }: Call) {
  const pass = await api.enrolment.readPass({ file })
  return done(pass, pass.office, pass.rootWords.join(' '), pass.validTo)
}

async function acceptPass(call: Call) {
  const { api, args: [file = ''] } = call
  const { validTo } = await api.enrolment.acceptPass({ file, rootWords: wordsIn(call) })
  return done({ validTo }, validTo)
}

async function makeRoot(call: Call) {
  const rootPassphrase = await call.secret('root-passphrase', true)
  const { rootWords } = await call.api.enrolment.makeRoot({ name: optionOf(call, 'name'), rootPassphrase })
  return done({ rootWords }, rootWords.join(' '))
}

async function exportRoot(call: Call) {
  const file = optionOf(call, 'out')
  const { rootWords } = await call.api.enrolment.exportRoot({ file })
  return done({ file, rootWords }, rootWords.join(' '))
}

async function revoke(call: Call) {
  const { api, args: [kid = ''] } = call
  const reason = RevocationReason.safeParse(optionOf(call, 'reason')).data
  if (!reason) throw new UsageError({ nl: `--reason is een van ${RevocationReason.options.join(', ')}.`, en: `--reason is one of ${RevocationReason.options.join(', ')}.` })
  const revoked = await api.enrolment.revoke({ kid, reason, since: optionIn(call, 'since'), rootPassphrase: await call.secret('root-passphrase') })
  return done(revoked, `${revoked.person.name}  ${revoked.at}  ${revoked.number}`)
}

async function renew(call: Call) {
  const { api, args: [kid], secret } = call
  const rootPassphrase = await secret('root-passphrase')
  if (kid === undefined) {
    const renewed = await api.enrolment.renew({ rootPassphrase })
    return done(renewed, `${renewed.number}  ${renewed.nextUpdate}`)
  }
  const file = optionIn(call, 'out')
  if (file === null) throw new UsageError({ nl: 'Geef met --out waar het toegangsbestand komt.', en: 'Give with --out where the pass goes.' })
  const { person, validTo } = await api.enrolment.renewPass({ kid, rootPassphrase, file })
  return done({ file, person, validTo }, `${person.name}  ${validTo}`)
}

async function certificates({ api }: Call) {
  const all = await api.enrolment.certificates({})
  return done(all, ...tableOf(all.map(({ kid, person, validTo, revoked }) => [kid, person.name, validTo, revoked ? `${revoked.reason} ${revoked.at}` : ''])))
}

async function exportList(call: Call) {
  const file = optionOf(call, 'out')
  const roots = await call.api.enrolment.roots({})
  const asked = optionIn(call, 'root')
  const own = (await call.api.enrolment.status({})).pass?.rootWords.join(' ')
  const root = asked ?? (roots.find(({ words }) => words.join(' ') === own) ?? roots[0])?.id ?? ''
  await call.api.enrolment.exportList({ file, root })
  return done({ file, root }, file)
}

async function readList({ api, args: [file = ''] }: Call) {
  const list = await api.enrolment.readList({ file })
  return done(list, `${list.office}  ${list.number}  ${list.nextUpdate}`)
}

async function readRoot({ api, args: [file = ''] }: Call) {
  const root = await api.enrolment.readRoot({ file })
  return done(root, root.name, root.words.join(' '))
}

async function acceptRoot(call: Call) {
  const { api, args: [file = ''] } = call
  const { name } = await api.enrolment.acceptRoot({ file, rootWords: wordsIn(call) })
  return done({ name }, name)
}

async function readReceipts({ api, args, language }: Call): Promise<Answer> {
  const receipts = await api.bundle.readReceipts({ files: [...args] })
  const lines = tableOf(receipts.map(({ file, receivedAt, failure }) => [file, receivedAt ?? refusedAs(failure, language)]))
  return { good: receipts.every(({ failure }) => failure === null), json: receipts, lines }
}
