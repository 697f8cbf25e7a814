import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { type Client, createClient } from '../../shared/api/client.ts'
import { AppError } from '../../shared/errors.ts'
import { type Backend, createBackend } from '../backend.ts'
import { hash } from '../crypto/hash.ts'
import { exampleCase, judgeExample, readExampleFiles } from '../example.ts'
import { readText } from '../json-file.ts'
import { type Answer, type Call, optionIn } from './command.ts'
import { demoLines, type Shown } from './demo-lines.ts'
import { verifyFiles } from './verify.ts'

/** Nothing in these workspaces outlives the demo, so their passphrases need not resist guessing. */
const PASSPHRASE_WORK = 1_024

interface Stage {
  folder: string
  field: Client
  office: Client
}

/** The worked case end to end by the means that people have: two workspaces that exchange files. */
export async function demo(call: Call): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'veldtoets-demo-'))
  const opened: Backend[] = []
  const open = async (role: 'field' | 'office', name: string) => {
    const backend = createBackend({ ...call.host, home: join(folder, role), passphraseWork: PASSPHRASE_WORK })
    opened.push(backend)
    const api = createClient(backend.send)
    await api.workspace.create({ folder: role, role, person: { name, inspectorate: 'Inspectie Jeugdzorg' }, passphrase: call.host.newSalt() })
    return api
  }
  try {
    await Promise.all(['field', 'office'].map((role) => mkdir(join(folder, role))))
    const stage = { folder, field: await open('field', 'Inspecteur A'), office: await open('office', 'Medewerker B') }
    const shown = await play(stage, call)
    const good = shown.bundles.every(({ verified }) => verified) && shown.stateHashes.field === shown.stateHashes.office
    return { good, json: shown, lines: demoLines(shown, call.language) }
  } finally {
    for (const backend of opened) backend.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function play(stage: Stage, call: Call): Promise<Shown> {
  const { folder, field, office } = stage
  call.say({ nl: 'Bureau en inspecteur leren elkaar kennen …', en: 'Office and inspector come to know each other …' })
  await enrol(stage, call.host.newSalt())
  call.say({ nl: 'De inspecteur beoordeelt twee keer en draagt over …', en: 'The inspector assesses twice and hands over …' })
  const rounds = [...await judgeExample(field)]
  const retest = rounds.at(-1)![1]
  await readExampleFiles(field, retest)
  for (const [, inspection] of rounds) await field.improvement.make({ inspection })
  const bundles = await handOver(stage, rounds.map(([, inspection]) => inspection))
  const trust = await readText(join(folder, 'root.pem'), 1_000_000)
  const verified = await verifyFiles(bundles, { trust, at: call.host.now() })
  call.say({ nl: 'Het bureau leest in en geeft ontvangstbevestigingen …', en: 'The office imports and gives receipts …' })
  const { imported, receipts } = await receive(stage, bundles)
  const reports = await writeReports(stage, rounds)
  await keep(optionIn(call, 'out'), [...bundles, ...receipts, ...reports, join(folder, 'root.pem')])
  return {
    assessments: await Promise.all(rounds.map(async ([round, inspection]) => assessmentOf(office, round, inspection))),
    improvements: await Promise.all(rounds.map(async ([, inspection]) => pointsIn(office, inspection, call.host.now().slice(0, 10)))),
    comparison: await comparisonOf(office, retest),
    rollUp: await rollUpIn(office, retest),
    bundles: verified.map(({ file, verified }) => ({ file, verified })),
    imported,
    stateHashes: { field: await stateHashOf(field), office: await stateHashOf(office) },
  }
}

/** Request, pass and root travel as files; each side compares the six words that the other reads aloud. */
async function enrol({ folder, field, office }: Stage, rootPassphrase: string): Promise<void> {
  const [request, pass] = [join(folder, 'request.veldrequest'), join(folder, 'pass.veldpass')]
  const { rootWords } = await office.enrolment.makeRoot({ name: 'Bureau Jeugd', rootPassphrase })
  const spoken = await field.enrolment.request({ file: request })
  await office.enrolment.grant({ request, words: spoken.words, rootPassphrase, file: pass })
  await field.enrolment.acceptPass({ file: pass, rootWords })
  await office.enrolment.exportRoot({ file: join(folder, 'root.pem') })
}

async function handOver({ folder, field }: Stage, inspections: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const inspection of inspections) {
    const file = join(folder, `${inspection.slice(-8)}-1.veldtoets`) // the first eight are the clock's, and alike for a minute
    await field.bundle.handOver({ inspection, file, plain: true }) // so that anyone can look at it with the ordinary tools
    files.push(file)
  }
  return files
}

async function receive({ folder, field, office }: Stage, bundles: string[]): Promise<{ imported: number; receipts: string[] }> {
  await office.bundle.preview({ files: bundles })
  const arrivals = await office.bundle.import({ files: bundles })
  const refused = arrivals.find(({ failure }) => failure !== null)
  if (refused) throw new AppError(refused.failure!)
  const accepted = arrivals.flatMap(({ file, state, contents }) => (state === 'new' && contents ? [{ file, manifest: contents.manifest }] : []))
  const receipts: string[] = []
  for (const { file, manifest } of accepted) {
    const receipt = join(folder, `${basename(file, '.veldtoets')}.veldreceipt`)
    await office.bundle.writeReceipt({ manifest, file: receipt })
    receipts.push(receipt)
  }
  if (receipts.length > 0) await field.bundle.readReceipts({ files: receipts })
  return { imported: accepted.length, receipts }
}

async function writeReports({ folder, office }: Stage, rounds: readonly [string, string][]): Promise<string[]> {
  const reports: string[] = []
  for (const [round, inspection] of rounds) {
    const file = join(folder, `${round}.html`)
    await office.report.write({ inspection, format: 'html', file })
    reports.push(file)
  }
  return reports
}

async function keep(out: string | null, files: readonly string[]): Promise<void> {
  if (out === null) return
  await mkdir(resolve(out), { recursive: true })
  for (const file of files) await copyFile(file, join(out, basename(file)))
}

async function assessmentOf({ inspection: { get } }: Client, round: string, inspection: string): Promise<Shown['assessments'][number]> {
  const { summary: { counts: { met, assessed }, verdict: { outcome, reasons }, criteria } } = await get({ inspection })
  const { label } = exampleCase().rounds.find(({ id }) => id === round)!
  return { label, met, assessed, outcome, reasons, criteria: Object.fromEntries(criteria.map(({ id, judgement }) => [id, judgement])) }
}

/** How many improvement points the office has of an assessment, and how many of those go on from the round before. */
async function pointsIn(api: Client, inspection: string, day: string): Promise<Shown['improvements'][number]> {
  const { points } = await api.improvement.list({ inspection, day })
  return { points: points.length, goingOn: points.filter(({ fields }) => fields.carries.value !== null).length }
}

async function comparisonOf(api: Client, inspection: string): Promise<Shown['comparison']> {
  const { improved, worsened, unchangedMet, unchangedNotMet } = (await api.comparison.get({ inspection }))!.comparison
  return { improved, worsened, unchangedMet, unchangedNotMet }
}

/** What the invented files of the sample come to, a term each. */
async function rollUpIn(api: Client, inspection: string): Promise<Shown['rollUp']> {
  const { sample: { n, terms }, referenceDate } = (await api.fileReview.rollUp({ inspection, expectation: null }))!
  return {
    invented: true, referenceDate, n,
    terms: terms.map(({ term, onTime, late, running, notDeterminable, median, maximum, share }) =>
      ({ term, onTime, late, running, notDeterminable, median, maximum, percentage: share && share.percentage })),
  }
}

/** One line for all that is known in a workspace. */
const stateHashOf = async (api: Client) => hash((await api.inspection.list({})).map(({ stateHash }) => stateHash).sort())
