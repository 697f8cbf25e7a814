import { basename, resolve } from 'node:path'
import type { Complaint } from '../../shared/domain/doctor.ts'
import { type Answer, type Call, type Commands, optionIn, optionOf } from './command.ts'
import type { Sentence } from './sentence.ts'
import { tableOf } from './table.ts'

/** What is done with a workspace as a whole. */
export const workspaceCommands: Commands = {
  init: {
    form: '--workspace DIR --role field|office --name NAME [--inspectorate NAME]', opens: false, run: init,
    about: { nl: 'maakt een werkruimte voor een inspecteur of een bureau', en: 'makes a workspace for an inspector or an office' },
  },
  doctor: {
    form: '--workspace DIR', opens: true, run: check,
    about: { nl: 'kijkt na of alles in de werkruimte heel is', en: 'checks that everything in the workspace is whole' },
  },
  backup: {
    form: '--workspace DIR', opens: true, run: backup,
    about: { nl: 'maakt een reservekopie die is geprobeerd; de nieuwste zeven blijven', en: 'makes a backup that was tried; the newest seven stay' },
  },
  restore: {
    form: '--workspace DIR [--from BACKUP]', opens: false, run: restore,
    about: { nl: 'zet een reservekopie terug; zonder --from: welke er zijn', en: 'puts a backup back; without --from: which there are' },
  },
}

const folderOf = (call: Call) => basename(resolve(optionOf(call, 'workspace')))

async function init(call: Call): Promise<Answer> {
  const role = optionOf(call, 'role') === 'office' ? 'office' : 'field'
  const person = { name: optionOf(call, 'name'), inspectorate: optionIn(call, 'inspectorate') ?? '' }
  const made = await call.api.workspace.create({ folder: folderOf(call), role, person, passphrase: await call.secret('passphrase', true) })
  return { good: true, json: made, lines: [resolve(optionOf(call, 'workspace'))] }
}

async function check({ api, language }: Call): Promise<Answer> {
  const diagnosis = await api.doctor.check({})
  const { findings, counts, versions } = diagnosis
  const known = Object.entries({ ...counts, ...versions }).map(([what, value]) => [what, value])
  const complaints = findings.map(({ code, ...facts }) => `${code} ${JSON.stringify(facts)}: ${ADVICE[code][language]}`)
  return { good: diagnosis.good, json: diagnosis, lines: [...tableOf(known), ...complaints] }
}

async function backup(call: Call): Promise<Answer> {
  const made = await call.api.doctor.backup({}, call.run)
  return { good: true, json: made, lines: [`${made.name}  ${made.size}`] }
}

async function restore(call: Call): Promise<Answer> {
  const [folder, name] = [folderOf(call), optionIn(call, 'from')]
  if (name === null) {
    const backups = await call.api.doctor.backups({ folder })
    return { good: true, json: backups, lines: tableOf(backups.map(({ name, size }) => [name, size])) }
  }
  const restored = await call.api.doctor.restore({ folder, name, passphrase: await call.secret('passphrase') })
  call.say({
    nl: `De reservekopie staat terug. Wat er stond is bewaard als ${restored.kept} in ${folder}.`,
    en: `The backup is back in place. What was there is kept as ${restored.kept} in ${folder}.`,
  })
  return { good: true, json: restored, lines: [`${restored.name}  ${restored.kept}`] }
}

const RESTORE: Sentence = {
  nl: 'werk hier niet in verder; zet met restore een reservekopie van voor de schade terug, en bewaar deze werkruimte voor de beheerder.',
  en: 'do not go on working in it; put back a backup from before the damage with restore, and keep this workspace for the administrator.',
}
const TAMPERED: Sentence = {
  nl: 'dit ontstaat niet vanzelf: onderteken niets hiervan, en laat de beheerder dit naast een reservekopie of een eerder inspectiebestand leggen.',
  en: 'this does not happen by itself: sign nothing of it, and have the administrator hold it against a backup or an earlier bundle.',
}
const REFETCH: Sentence = {
  nl: 'lees een inspectiebestand met deze inspectie opnieuw in; het vult aan wat hier ontbreekt.',
  en: 'import a bundle with this inspection again; it fills in what is missing here.',
}

/** What to do about each complaint. */
const ADVICE: Readonly<Record<Complaint['code'], Sentence>> = {
  'database-damaged': RESTORE,
  'reference-broken': RESTORE,
  'heads-differ': RESTORE,
  'number-missing': TAMPERED,
  'change-altered': TAMPERED,
  'content-altered': TAMPERED,
  'log-chain-broken': TAMPERED,
  'change-unlogged': TAMPERED,
  'framework-altered': TAMPERED,
  'content-missing': REFETCH,
  'certificate-ending': {
    nl: 'de eigen toegang loopt binnen 30 dagen af; vraag nieuwe toegang aan, of laat het bureau met renew een toegangsbestand geven.',
    en: 'one’s own access ends within 30 days; request it anew, or have the office give a pass with renew.',
  },
  'certificate-over': {
    nl: 'de eigen toegang is verlopen; vraag nieuwe toegang aan. Een bureau vernieuwt zijn eigen certificaat met renew.',
    en: 'one’s own access has ended; request it anew. An office renews its own certificate with renew.',
  },
  'certificate-revoked': { nl: 'de eigen toegang is ingetrokken; bel het bureau.', en: 'one’s own access was revoked; call the office.' },
  'colleague-certificate-over': {
    nl: 'het certificaat van een collega is verlopen; vraag die collega om een nieuw kaartje voordat u iets versleutelt.',
    en: 'the certificate of a colleague has expired; ask them for a new card before you encrypt anything.',
  },
  'revocation-list-out-of-date': {
    nl: 'de intrekkingslijst ontbreekt of is te oud; vraag het bureau om een nieuwe en lees haar in met crl read. Het bureau zelf maakt haar met renew.',
    en: 'the revocation list is missing or too old; ask the office for a new one and read it with crl read. The office itself makes it with renew.',
  },
  'bundle-gone': {
    nl: 'het bewaarde inspectiebestand is weg; vraag de maker om het nog eens, en lees het opnieuw in.',
    en: 'the kept bundle is gone; ask whoever made it for it again, and import it once more.',
  },
  'adoption-altered': {
    nl: 'een vastgesteld rapport is niet meer zoals het is ondertekend. Zet een reservekopie terug, of haal het vastgestelde rapport uit het archief.',
    en: 'an adopted report is no longer as it was signed. Put back a backup, or take the adopted report from the archive.',
  },
  'evidence-gone': {
    nl: 'een bestand van het bewijs is weg; voeg het opnieuw toe, of lees een inspectiebestand in dat het nog heeft.',
    en: 'a file of the evidence is gone; add it again, or import a bundle that still has it.',
  },
  'evidence-unknown': {
    nl: 'hier ligt een versleuteld bestand waar niets naar verwijst. Kijk na of er bewijs ontbreekt voordat u het verwijdert.',
    en: 'a sealed file lies here to which nothing refers. Look whether evidence is missing before you delete it.',
  },
}
