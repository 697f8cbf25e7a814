import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { appError } from '../../shared/errors.ts'
import { type Answer, type Call, type Commands, optionIn, optionOf } from './command.ts'
import { UsageError } from './sentence.ts'
import { tableOf } from './table.ts'

/** The next root of an office and one that is trusted no longer, what it asks of who signs, and who forgot a passphrase. */
export const trustCommands: Commands = {
  'root roll': {
    form: '--workspace DIR --name NAME [--lost] [--new-root-passphrase-file FILE]', opens: true, run: rollOver,
    about: { nl: 'bureau: maakt zijn volgende hoofdsleutel; met --lost als de wachtzin van de oude kwijt is', en: 'office: makes its next root; with --lost where the passphrase of the old one is lost' },
  },
  'root hand': {
    form: '--workspace DIR --out FILE', opens: true, run: exportRoots,
    about: { nl: 'schrijft de hoofdsleutels van het bureau, waarmee wie de oude vertrouwt de nieuwe overneemt', en: 'writes the roots of the office, with which who trusts the old one takes over the new' },
  },
  'root list': {
    form: '--workspace DIR', opens: true, run: listRoots,
    about: { nl: 'toont de hoofdsleutels die hier worden of werden vertrouwd, met hun zes woorden', en: 'shows the roots that are or were trusted here, with their six words' },
  },
  'root distrust': {
    form: '--workspace DIR --words WORDS --reason TEXT [--since TIME]', opens: true, run: distrust,
    about: { nl: 'vertrouwt een hoofdsleutel niet meer, voorgoed; de zes woorden zeggen welke', en: 'trusts a root no longer, for good; the six words say which' },
  },
  policy: {
    form: '--workspace DIR --signers NUMBER', opens: true, run: setPolicy,
    about: { nl: 'bureau: hoeveel personen een inspectiebestand ten minste ondertekenen', en: 'office: how many persons sign a hand-over at least' },
  },
  'recover ask': {
    form: '--workspace DIR --out FILE', opens: false, run: askRecovery,
    about: { nl: 'wachtzin vergeten: schrijft een aanvraag aan het bureau, onder een nieuwe wachtzin', en: 'forgot a passphrase: writes a request to the office, under a new one' },
  },
  'recover answer': {
    form: 'FILE --workspace DIR --words WORDS --out FILE [--person NAME]', opens: true, run: answerRecovery,
    about: { nl: 'bureau: beantwoordt zo’n aanvraag nadat de zes woorden zijn voorgelezen', en: 'office: answers such a request once its six words were read aloud' },
  },
  recover: {
    form: 'FILE --workspace DIR', opens: false, run: recover,
    about: { nl: 'opent de werkruimte met het antwoord van het bureau en de nieuwe wachtzin', en: 'opens the workspace with the office’s answer and the new passphrase' },
  },
}

const done = (json: unknown, ...lines: string[]): Answer => ({ good: true, json, lines })
const wordsIn = (call: Call) => optionOf(call, 'words').trim().split(/\s+/)
const folderOf = (call: Call) => basename(resolve(optionOf(call, 'workspace')))

async function rollOver(call: Call) {
  const rootPassphrase = call.options.lost === true ? null : await call.secret('root-passphrase')
  const { rootWords, vouched } = await call.api.enrolment.rollOver({ rootPassphrase, name: optionOf(call, 'name'), nextPassphrase: await call.secret('new-root-passphrase', true) })
  return done({ rootWords, vouched }, rootWords.join(' '))
}

async function exportRoots(call: Call) {
  const file = optionOf(call, 'out')
  const { rootWords } = await call.api.enrolment.exportRoots({ file })
  return done({ file, rootWords }, rootWords.join(' '))
}

async function listRoots({ api }: Call) {
  const roots = await api.enrolment.roots({})
  return done(roots, ...tableOf(roots.map(({ name, words, list, distrusted }) => [name, words.join(' '), String(list?.number ?? '-'), distrusted ? `${distrusted.since}  ${distrusted.by}: ${distrusted.reason}` : ''])))
}

async function distrust(call: Call) {
  const rootWords = wordsIn(call)
  const since = optionIn(call, 'since')
  if (since !== null && !z.iso.datetime().safeParse(since).success) throw new UsageError({ nl: '--since is een tijdstip als 2026-03-01T00:00:00Z.', en: '--since is a moment such as 2026-03-01T00:00:00Z.' })
  const root = (await call.api.enrolment.roots({})).find(({ words }) => words.join(' ') === rootWords.join(' '))
  if (!root) throw appError('words-differ', {})
  const told = await call.api.enrolment.distrust({ root: root.id, rootWords, since, reason: optionOf(call, 'reason') })
  return done(told, ...told.ended, ...told.later.map(({ manifest, at }) => `${manifest}  ${at}`))
}

async function setPolicy(call: Call) {
  const signers = Number(optionOf(call, 'signers'))
  if (!(Number.isInteger(signers) && signers >= 1 && signers <= 20)) throw new UsageError({ nl: '--signers is een getal van 1 tot en met 20.', en: '--signers is a number from 1 to 20.' })
  await call.api.enrolment.setPolicy({ signers })
  return done({ signers }, String(signers))
}

async function askRecovery(call: Call) {
  const file = optionOf(call, 'out')
  const { words } = await call.api.workspace.askRecovery({ folder: folderOf(call), passphrase: await call.secret('passphrase', true), file })
  return done({ file, words }, words.join(' '))
}

async function answerRecovery(call: Call) {
  const { api, args: [request = ''] } = call
  const { persons } = await api.enrolment.readRecovery({ file: request })
  const asked = optionIn(call, 'person')
  const found = asked === null ? persons : persons.filter(({ name }) => name === asked)
  if (found.length !== 1) throw new UsageError({ nl: `Kies met --person: ${persons.map(({ name }) => name).join(', ')}.`, en: `Choose with --person: ${persons.map(({ name }) => name).join(', ')}.` })
  const order = { request, person: found[0]!.id, words: wordsIn(call), file: optionOf(call, 'out') }
  const { name } = await api.enrolment.answerRecovery({ ...order, rootPassphrase: await call.secret('root-passphrase') })
  return done({ file: order.file, name }, name)
}

async function recover(call: Call) {
  const { api, args: [file = ''] } = call
  const opened = await api.workspace.recover({ folder: folderOf(call), passphrase: await call.secret('passphrase'), file })
  return done(opened, opened.person.name)
}
