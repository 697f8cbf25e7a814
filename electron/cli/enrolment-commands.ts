import { type Answer, type Call, type Commands, optionOf } from './command.ts'
import { refusedAs } from './sentence.ts'
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
    about: { nl: 'bureau: maakt zijn stamsleutel, onder een eigen wachtzin', en: 'office: makes its root, under a passphrase of its own' },
  },
  'root export': {
    form: '--workspace DIR --out FILE', opens: true, run: exportRoot,
    about: { nl: 'schrijft het stamcertificaat, waarmee ieder kan controleren', en: 'writes the root certificate, with which anyone can verify' },
  },
  'receipt read': {
    form: 'FILE… --workspace DIR', opens: true, run: readReceipts,
    about: { nl: 'leest ontvangstbewijzen van het bureau', en: 'reads receipts of the office' },
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

async function readReceipts({ api, args, language }: Call): Promise<Answer> {
  const receipts = await api.bundle.readReceipts({ files: [...args] })
  const lines = tableOf(receipts.map(({ file, receivedAt, failure }) => [file, receivedAt ?? refusedAs(failure, language)]))
  return { good: receipts.every(({ failure }) => failure === null), json: receipts, lines }
}
