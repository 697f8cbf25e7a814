import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test, vi } from 'vitest'
import { comparePublicMembers, isInPublicManifest, PublicFragment } from '../shared/domain/public-version.ts'
import { type ArchiveTerms, NO_TERMS } from '../shared/domain/archive-terms.ts'
import { cutPage, pageOfShape, saidBy } from '../shared/domain/commitment.ts'
import { GROUNDS, groundsOf, piecesAt, shownOf } from '../shared/domain/redaction.ts'
import { carriedBetween } from '../shared/domain/redaction-carry.ts'
import { spelledIn } from '../shared/domain/redaction-search.ts'
import type { PageElement, ReportFormat } from '../shared/domain/report-page.ts'
import type { ReportLanguage } from '../shared/domain/report-text.ts'
import { readCertificate } from '../electron/crypto/certificate.ts'
import { fragmentSeedOf, pieceCommitmentOf, pieceSaltOf } from '../electron/crypto/commitment.ts'
import { digestOf } from '../electron/crypto/digest.ts'
import { manifestOf } from '../electron/features/bundle/manifest.ts'
import { bytesOf } from '../electron/features/bundle/seal.ts'
import { writeZip } from '../electron/features/bundle/zip-writer.ts'
import { listRoots } from '../electron/features/enrolment/repository.ts'
import { docxOf } from '../electron/features/report/docx.ts'
import { markdownOf } from '../electron/features/report/markdown.ts'
import { adopt } from '../electron/features/public-version/adopt.ts'
import { findAdoption } from '../electron/features/public-version/repository.ts'
import { add } from '../electron/features/publication/recording.ts'
import { readFragments } from '../electron/features/public-version/fragments.ts'
import { publicPageOf } from '../electron/features/public-version/page.ts'
import { publicFragmentOf, toldBy } from '../electron/features/public-version/proof.ts'
import { publicHtml } from '../electron/features/public-version/write.ts'
import { judgeOfficial } from './helpers/adoptable.ts'
import { answer, type Laptop, openTestFolder, rationaleAt } from './helpers/backend.ts'
import { run } from './helpers/command.ts'
import { leaksIn } from './helpers/leak.ts'
import { exchange, handOver, openEnrolled, openOffice, ROOT_PASSPHRASE } from './helpers/office.ts'

vi.setConfig({ testTimeout: 240_000 })

const NAME = 'Piet-Jan Jánsen'
const NUMBER = '123456782'
const TERMS: ArchiveTerms = {
  creator: { name: 'Inspectie', id: 'X1', register: 'Register' }, appraisal: { label: 'Bewaren', code: 'B', list: 'Selectielijst' },
  restriction: { label: 'Beperkt', code: null, list: 'Begrippenlijst', description: 'Artikel 15' }, retention: 'P20Y', category: NO_TERMS.category,
}
const element = (tag: PageElement['tag'], ...children: PageElement['children']): PageElement => ({ tag, attributes: {}, children })

test('a page is cut into pieces that make the same page again', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  const line = fc.array(fc.oneof(text, text.map((said) => element('strong', said))), { maxLength: 4 })
  const block = fc.oneof(line.map((parts) => element('p', ...parts)), fc.array(line, { maxLength: 3 }).map((items) => element('ul', ...items.map((parts) => element('li', ...parts)))))
  fc.assert(fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
    const cut = cutPage(element('main', ...blocks))
    expect(cutPage(pageOfShape(cut.shape, (index) => cut.fragments[index]!))).toEqual(cut)
    const said = JSON.stringify(blocks.map(textIn))
    expect(JSON.stringify(blocks.map((one) => textIn(pageOfShape(cutPage(one).shape, (index) => cutPage(one).fragments[index]!))))).toBe(said)
  }), { numRuns: 100 })
})

const textIn = (node: PageElement | string): string => (typeof node === 'string' ? node : node.children.map(textIn).join(''))

test('a name or number is found in every spelling, and no other word is', () => {
  const spellings = [
    'Piet-Jan Jánsen', 'PIET-JAN JANSEN', 'piet jan jansen', 'Jánsen, Piet-Jan', 'Piet-Jan Ja\u0301nsen', 'P i e t - J a n  J a n s e n', 'Piet\u2011Jan\u00a0Jansen',
    'Jansen Piet Jan', 'Piet–Jan Jánsen',
  ]
  for (const spelling of spellings) {
    const { fragments } = cutPage(element('p', `De heer ${spelling} zei dit.`))
    expect(spelledIn(fragments, NAME).map(({ whole }) => whole), spelling).toEqual([true])
  }
  expect(spelledIn(cutPage(element('p', 'Jan Pietersen was er ook.')).fragments, NAME)).toEqual([])
  for (const spelling of ['123456782', '1234.56.782', '123 456 782', '123-456-782']) {
    expect(spelledIn(cutPage(element('p', `bsn ${spelling}.`)).fragments, NUMBER)).toHaveLength(1)
  }
  expect(spelledIn(cutPage(element('p', 'Bel +31 6 1234 5678 of 06-12345678.')).fragments, '06 12345678')).toHaveLength(2)
  const hidden = element('p', 'Ja', { tag: 'span', attributes: { class: 'unseen' }, children: ['\\u00ad'] }, 'nsen kwam.')
  expect(spelledIn(cutPage(hidden).fragments, 'Jansen')).toHaveLength(1)
})

test('what is left out is a mark of one length, words go whole, and a sign goes with the element that shows it', () => {
  const mark: PageElement = { tag: 'span', attributes: { class: 'mark met' }, children: ['+'] }
  const { fragments: [pieces = []] } = cutPage(element('p', 'De heer Jansen kreeg ', mark, ' van ons.'))
  const shown = (start: number, end: number) => {
    const grounds = groundsOf(pieces, [{ ...piecesAt(pieces, start, end)!, ground: 'personal' }])
    return shownOf(pieces, grounds, 'nl').map(saidBy).join('')
  }
  expect(shown(10, 12)).toBe(`De heer ${GROUNDS.nl.personal.mark} kreeg + van ons.`)
  expect(shown(3, 14)).toBe(`De ${GROUNDS.nl.personal.mark} kreeg + van ons.`)
  const grounds = groundsOf(pieces, [{ ...piecesAt(pieces, 21, 22)!, ground: 'business' }])
  expect(shownOf(pieces, grounds, 'nl').join('')).not.toContain('met')
  expect(new Set(['a', 'a'.repeat(3_000)].map((word) => {
    const cut = cutPage(element('p', `x ${word} y`)).fragments[0]!
    return shownOf(cut, groundsOf(cut, [{ ...piecesAt(cut, 2, 3)!, ground: 'other' }]), 'nl').join('').length
  })).size).toBe(1)
})

test('a piece that no page was ever cut into is refused at once, however long it is', () => {
  const isPiece = (text: string) => PublicFragment.safeParse({ seed: '0'.repeat(64), pieces: [text] }).success
  expect(['woord', '&lt;', '<br>', '</span>', '<span class="a b">', '<td class="x" colspan="2">', '<img alt="" src="data:image/png;base64,AA==">'].filter((text) => !isPiece(text))).toEqual([])
  const strange = ['<', '<span', '<img onerror="x">', '<span style="display:none">', '<span class="a"onclick="x">', '<span class=a>', '<script>', `<img ${'a'.repeat(1_000_000)}`, `<${'a'.repeat(1_000_000)}`]
  expect(strange.filter(isPiece)).toEqual(['<script>']) // a tag that no page knows is never written
})

test('of random names nothing is left in page, Word file or Markdown, and a planted one is found', async () => {
  const name = fc.tuple(fc.stringMatching(/^[A-Z][a-zéüïç]{3,9}$/), fc.stringMatching(/^[A-Z][a-zéüïç]{4,10}$/)).map(([first, last]) => `${first} ${last}`)
  await fc.assert(fc.asyncProperty(name, fc.constantFrom('Een', 'Bij de start', 'Op 3 maart'), async (person, lead) => {
    const [first, last] = person.split(' ')
    const spelled = [person, person.toUpperCase(), `${last}, ${first}`, person.normalize('NFD'), `${first}-${last}`]
    const page = element('main', element('p', 'Vastgesteld'), element('h1', 'Rapport'), ...spelled.map((one) => element('p', `${lead} was ${one} erbij.`)))
    const cut = cutPage(page)
    const hits = spelledIn(cut.fragments, person)
    const fragments = cut.fragments.map((pieces, index) =>
      publicFragmentOf(cut, '0'.repeat(64), index, groundsOf(pieces, hits.filter(({ fragment }) => fragment === index).map((hit) => ({ ...hit, ground: 'personal' as const })))))
    const made = publicPageOf(cut.shape, fragments.map(toldBy), 'f'.repeat(64), 'nl')
    const about = { title: 'Rapport', inspectorate: 'Toezicht', marks: [] }
    const files = { 'a.html': Buffer.from(publicHtml(made, 'nl')), 'a.md': Buffer.from(markdownOf(made, [])), 'a.docx': await docxOf(made, about), 'a.jsonl': Buffer.from(JSON.stringify(fragments)) }
    expect(await leaksIn(files, [person])).toEqual([])
    expect(await leaksIn({ ...files, 'b.docx': await docxOf(page, about) }, [person])).toEqual(['b.docx'])
  }), { numRuns: 2 })
})

/** An office that received what a laptop signed, with a person named in it, and adopted the report. */
async function openAdopted() {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await judgeOfficial(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), `Volgens ${NAME} (bsn ${NUMBER}) was er zicht. Piet-Jan was er; mail pj.jansen@voorbeeld.nl.`)
  await allowAll(laptop, inspection)
  await office.api.bundle.import({ files: [await handOver(laptop, inspection)] })
  const root = join(openTestFolder(), 'root.pem')
  writeFileSync(root, office.db().prepare('SELECT certificate FROM root').pluck().get() as string)
  return { office, laptop, inspection, root }
}

/** Answers of all that may be personal data that it is needed. */
async function allowAll({ api }: Laptop, inspection: string) {
  const hits = () => api.privacy.list({ inspection })
  for (let [hit] = await hits(); hit; [hit] = await hits()) {
    const { change, at, start, end } = hit
    await api.privacy.allow({ inspection, decision: 'needed', reason: 'Staat zo in het register.', change, at, start, end })
  }
}

/** Adopts what names and numbers stand in the way of, so that there is something to leave out; the step is recorded with it. */
async function adoptAnyway(machine: Laptop, inspection: string, languages: readonly ReportLanguage[] = ['nl']): Promise<string> {
  await adopt(machine.context(), inspection, '2026-01-05', languages)
  const bundle = findAdoption(machine.db(), inspection, languages[0]!)!.statement.manifest
  const step = { inspection, kind: 'adopted', day: '2026-01-05', by: 'hoofdinspecteur', reason: null, ground: null, bundle } as const
  const { id } = machine.db().transaction(() => add(machine.context(), inspection, { entity: 'publicationStep', field: 'step', value: step })).immediate()
  return id
}

const SECRETS = [NAME, 'Piet-Jan', NUMBER, 'pj.jansen@voorbeeld.nl']

/** Leaves all of the above out and writes what becomes public. */
async function publish({ api }: Laptop, inspection: string, formats: readonly ReportFormat[]) {
  for (const text of SECRETS) {
    const found = await api.publicVersion.find({ inspection, text })
    expect(found.length, text).toBeGreaterThan(0)
    await api.publicVersion.leaveOut({ inspection, passages: found.map(({ fragment, from, to }) => ({ fragment, from, to })), ground: 'personal', reason: null })
  }
  const file = join(openTestFolder(), 'openbaar.zip')
  const { leftOut } = await api.publicVersion.write({ inspection, file, formats: [...formats] })
  expect(leftOut).toBeGreaterThan(1)
  return file
}

async function membersOf(file: string): Promise<Record<string, Buffer>> {
  const zip = await JSZip.loadAsync(readFileSync(file))
  return Object.fromEntries(await Promise.all(Object.keys(zip.files).map(async (name) => [name, await zip.file(name)!.async('nodebuffer')] as const)))
}

test('an adopted report becomes a public version that proves what it kept, and tells nothing of what it left out', async () => {
  const { office, inspection, root } = await openAdopted()
  const { api } = office
  await expect(api.publicVersion.draft({ inspection })).rejects.toMatchObject({ failure: { code: 'not-adopted' } })
  await adoptAnyway(office, inspection)
  expect(await api.publicVersion.adoptions({ inspection })).toMatchObject([{ holds: true, changed: false, day: '2026-01-05', language: 'nl', words: expect.objectContaining({ length: 6 }) as object }])
  expect((await api.publicVersion.suggest({ inspection })).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['bsn', 'name', 'e-mail']))

  const file = await publish(office, inspection, ['docx', 'pdf', 'md'])
  expect(await api.publicVersion.suggest({ inspection })).toEqual([])
  const verify = (path: string) => api.publicVersion.verify({ file: path, root, crl: null })
  expect(await verify(file)).toMatchObject({ verified: true, rootChecked: true, contents: { inspection, day: '2026-01-05' } })

  const members = await membersOf(file)
  expect(await leaksIn(members, [...SECRETS, 'Jansen'])).toEqual([])
  for (const name of ['report.html', 'report.docx', 'report.pdf', 'report.md']) expect(members[name], name).toBeDefined()
  const page = members['report.html']!.toString()
  expect(page).toContain(GROUNDS.nl.personal.mark)
  expect(page).not.toMatch(/data-/)

  assertUnguessable(members['fragments.jsonl']!.toString())
  const out = unpacked(members)
  expect(readByOther(out)).toMatch(/^good \d+ fragments/)
  expect(execFileSync('sh', ['-c', SHELL, 'sh', out, root], { encoding: 'utf8' })).toContain('good')

  await api.dataExport.setTerms({ terms: TERMS })
  const bag = join(openTestFolder(), 'bag.zip')
  await api.dataExport.archive({ inspection, file: bag })
  const archived = Object.entries(await membersOf(bag)).filter(([name]) => name.includes('/data/vastgesteld/')).map(([name, bytes]) => [name.split('/').at(-1)!, bytes] as const)
  expect(readByOther(unpacked(Object.fromEntries(archived)))).toMatch(/^good \d+ fragments/)
  expect(archived.find(([name]) => name === 'report.html')![1].toString()).toContain('Jánsen')

  await answer(office, rationaleAt(inspection, '1.1.2'), 'Er is weer zicht op de wachtlijst.')
  expect(await api.publicVersion.adoptions({ inspection })).toMatchObject([{ holds: true, changed: true }])
  await expect(adopt(office.context(), inspection, '2026-01-05', ['nl'])).rejects.toMatchObject({ failure: { code: 'adoption-unsigned' } })
  expect((await api.doctor.check({})).findings).toEqual([])
  office.db().exec('DROP TRIGGER adoption_UPDATE')
  office.db().exec(`UPDATE adoption SET page = replace(page, 'zicht', 'niets')`)
  expect(await api.publicVersion.adoptions({ inspection })).toMatchObject([{ holds: false }])
  expect((await api.doctor.check({})).findings).toEqual([{ code: 'adoption-altered', inspection }])
})

const readByOther = (folder: string) => execFileSync('python3', ['test/public-version/reader.py', folder], { encoding: 'utf8' })

function unpacked(members: Readonly<Record<string, Buffer>>): string {
  const folder = openTestFolder()
  for (const [name, bytes] of Object.entries(members)) writeFileSync(join(folder, name), bytes)
  return folder
}

/** With every seed and salt that is public, and with none, the number that was left out opens no commitment. */
function assertUnguessable(lines: string): void {
  const known = ['', ...new Set(lines.match(/[0-9a-f]{64}/g))]
  const fragments = lines.trim().split('\n').map((line) => JSON.parse(line) as { pieces?: { commitment?: string }[] })
  const closed = fragments.flatMap(({ pieces = [] }, fragment) => pieces.flatMap(({ commitment }, piece) => (commitment ? [{ fragment, piece, commitment }] : [])))
  expect(closed.length).toBeGreaterThan(3)
  for (const { fragment, piece, commitment } of closed) {
    for (const salt of known.flatMap((one) => [one, pieceSaltOf(one, piece), pieceSaltOf(fragmentSeedOf(one, fragment), piece)])) {
      expect(pieceCommitmentOf(salt, fragment, piece, NUMBER)).not.toBe(commitment)
    }
  }
}

const SHELL = `set -eu; cd "$1"; sha256sum --strict --quiet -c manifest-sha256.txt
for n in adoption public; do
openssl verify -x509_strict -no_check_time -no-CApath -no-CAstore -CAfile "$2" $n.pem >/dev/null
openssl x509 -in $n.pem -noout -pubkey > ../$n.pub
openssl pkeyutl -verify -rawin -pubin -inkey ../$n.pub -in $n.json -sigfile $n.sig >/dev/null
done; grep -q "$(sha256sum < manifest-sha256.txt | cut -c1-64)" public.json; grep -q "$(sha256sum < adoption.json | cut -c1-64)" public.json; echo good`

test('what was once left out stays out, in the other language and of a later adoption; where the text reads otherwise a person is asked first', async () => {
  const { office, laptop, inspection } = await openAdopted()
  const { api } = office
  await adoptAnyway(office, inspection, ['nl', 'en'])
  const textsIn = async (language: ReportLanguage) => (await api.publicVersion.draft({ inspection, language })).redactions.map(({ text }) => text)
  const leaveOut = async (text: string, whole = false) => {
    const found = await api.publicVersion.find({ inspection, text })
    await api.publicVersion.leaveOut({ inspection, passages: found.map(({ fragment, from, to }) => ({ fragment, from, to })), ground: 'personal', reason: null, whole })
  }
  await leaveOut(NAME)
  await leaveOut('Er is geen zicht op de wachtlijst', true)
  const left = await textsIn('nl')
  expect(left).toEqual(expect.arrayContaining([NAME]))
  expect((await textsIn('en')).sort()).toEqual(left.toSorted())
  const english = await api.publicVersion.draft({ inspection, language: 'en' })
  expect([english.asked, textIn(english.after).includes(GROUNDS.en.personal.mark), textIn(english.after).includes('Jánsen')]).toEqual([[], true, false])
  const file = join(openTestFolder(), 'public.zip')
  await api.publicVersion.write({ inspection, language: 'en', file, formats: [] })
  expect(await api.publicVersion.verify({ file, root: null, crl: null })).toMatchObject({ verified: true, contents: { language: 'en' } })

  await answer(laptop, rationaleAt(inspection, '1.1.1'), `Volgens ${NAME} was er zicht. Dat bleek ook.`)
  await allowAll(laptop, inspection)
  await api.bundle.import({ files: [await handOver(laptop, inspection, 'later.veldtoets')] })
  await api.publication.record({ inspection, step: { kind: 'amended', day: '2026-01-05', by: 'hoofdinspecteur', reason: 'Op bezwaar.', ground: 'objection' } })
  await adoptAnyway(office, inspection)
  const again = await api.publicVersion.draft({ inspection })
  expect(again.redactions.map(({ text }) => text)).toEqual(left.filter((text) => text !== NAME))
  expect(again.asked.map(({ text }) => text)).toEqual(left.filter((text) => text === NAME))
  await expect(api.publicVersion.write({ inspection, file, formats: [] })).rejects.toMatchObject({ failure: { code: 'left-out-before', details: { count: again.asked.length } } })
  await leaveOut(NAME)
  for (const { id } of again.asked) await api.publicVersion.answerAsked({ inspection, id, answer: 'Opnieuw weggelaten.' })
  await api.publicVersion.write({ inspection, file, formats: [] })
  expect(await leaksIn(await membersOf(file), [NAME])).toEqual([])
})

test('a passage is carried to where the same text stands, and to no other', () => {
  const to = (here: string[], there: string[], fragment: number) => carriedBetween(here.map((text) => [text]), there.map((text) => [text]))(fragment)
  expect(to(['a', 'b', 'c'], ['a', 'x', 'b', 'c'], 1)).toBe(2)
  expect(to(['a', 'b'], ['a', 'b.'], 1)).toBeNull()
  expect(to(['a', 'n', 'b', 'n'], ['a', 'n', 'b', 'n'], 3)).toBe(3)
  expect(to(['a', 'n', 'b', 'n'], ['a', 'n', 'c', 'n'], 3)).toBeNull() // perhaps another one
  expect(to(['a', 'n', 'b', 'n'], ['a', 'n', 'b'], 1)).toBeNull()
})

test('of fragments that no report needs only the beginning is read', async () => {
  let read = 0
  async function* hostile(line: string) {
    for (read = 1; read <= 128; read++) yield Buffer.from(line)
  }
  await expect(readFragments(hostile('a'.repeat(1024 ** 2)), 9)).rejects.toMatchObject({ failure: { code: 'too-large' } })
  expect(read).toBe(9)
})

test('a public version that was altered, by whomever, is refused with the reason', async () => {
  const { office, laptop, inspection, root } = await openAdopted()
  const { api } = laptop
  const step = await adoptAnyway(laptop, inspection)
  const file = await publish(laptop, inspection, ['md'])
  const good = await membersOf(file)
  const verify = async (path: string, against = root, crl: string | null = null) => (await api.publicVersion.verify({ file: path, root: against, crl })).failure?.code ?? 'good'
  /** The same file with other members; signed anew by the one who made it, unless not. */
  const altered = async (changes: Record<string, Buffer | string>, signedAnew = true) => {
    const members = { ...good, ...Object.fromEntries(Object.entries(changes).map(([name, bytes]) => [name, Buffer.from(bytes)])) }
    const listed = Object.keys(members).filter(isInPublicManifest).map((name) => ({ name, sha256: digestOf(members[name]!).sha256 }))
    if (signedAnew) {
      const manifest = manifestOf(listed)
      const statement = bytesOf({ ...JSON.parse(good['public.json']!.toString()), manifest: digestOf(manifest).sha256, adoption: digestOf(members['adoption.json']!).sha256 })
      Object.assign(members, { 'manifest-sha256.txt': manifest, 'public.json': statement, 'public.sig': laptop.context().keys.sign(statement) })
    }
    const path = join(openTestFolder(), 'anders.zip')
    await writeZip(path, Object.entries(members).map(([name, content]) => ({ name, content })).sort((a, b) => comparePublicMembers(a.name, b.name)))
    return verify(path)
  }
  const lines = good['fragments.jsonl']!.toString().trimEnd().split('\n')
  const joined = (all: readonly string[]) => `${all.join('\n')}\n`
  const at = lines.findIndex((line) => line.includes('wachtlijst'))
  expect(await verify(file)).toBe('good')
  expect(await altered({})).toBe('good')
  expect(await run(['verify', '--public', file, '--trust', root, '--json'])).toMatchObject({ status: 0, json: { verified: true } })
  expect(await run(['verify', '--public', root])).toMatchObject({ status: 1, stdout: expect.stringContaining('not-a-zip') as string })
  expect(await altered({ 'fragments.jsonl': joined(lines.with(at, lines[at]!.replace('wachtlijst', 'voorraad'))) })).toBe('commitment-mismatch')
  expect(await altered({ 'fragments.jsonl': joined(lines.toSpliced(at, 1).toSpliced(at - 1, 0, lines[at]!)) })).toBe('commitment-mismatch')
  expect(await altered({ 'fragments.jsonl': joined(lines.with(at, lines[at]!.replace('"wachtlijst",', ''))) })).toBe('commitment-mismatch')
  expect(await altered({ 'fragments.jsonl': joined([...lines, lines[at]!]) })).toBe('commitment-mismatch')
  expect(await altered({ 'shape.json': good['shape.json']!.toString().replace('"h2"', '"h3"') })).toBe('commitment-mismatch')
  expect(await altered({ 'report.html': good['report.html']!.toString().replace('wachtlijst', 'voorraad') })).toBe('public-page-differs')
  expect(await altered({ 'report.html': good['report.html']!.toString().replace(GROUNDS.nl.personal.mark, '') })).toBe('public-page-differs')
  for (const [said, otherwise] of [
    ['<main>', '<p>Dit rapport is ingetrokken.</p><main>'], ['</main>', '</main><p>Onvoldoende.</p>'], ['</style>', '.notice { display: none }</style>'],
    ['</style>', 'h1::after { content: "concept" }</style>'], ['<h1>', '<h1 style="display: none">'], ['<h1>', '<h1 hidden="">'], ['<section>', '<section onclick="alert(1)">'],
    ['</title>', ', concept</title>'], ['<style>', '<style>.x {}</style><style>'],
  ] as const) expect(await altered({ 'report.html': good['report.html']!.toString().replace(said, otherwise) }), otherwise).toBe('public-page-differs')
  expect(await altered({ 'adoption.json': good['adoption.json']!.toString().replace('2026-01-05', '2026-01-04') })).toBe('signature-invalid')
  expect(await altered({ 'report.md': 'Anders.' }, false)).toBe('hash-mismatch')
  expect(await altered({ 'adoption.json': good['public.json']!, 'adoption.sig': good['public.sig']!, 'adoption.pem': good['public.pem']! })).toBe('wrong-statement')

  const other = join(openTestFolder(), 'ander.pem')
  writeFileSync(other, (await openOffice()).db().prepare('SELECT certificate FROM root').pluck().get() as string)
  expect(await verify(file, other)).toBe('certificate-not-from-office')
  laptop.pass(900) // long after the certificate ended
  expect(await verify(file)).toBe('good')
  expect(await verify(file, root, await revoked(office, good['adoption.pem']!.toString()))).toBe('certificate-revoked')

  for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF-1.7'), readFileSync(await exchange(office, inspection)), readFileSync(file).subarray(0, 900)]) {
    const path = join(openTestFolder(), 'vreemd.zip')
    writeFileSync(path, bytes)
    expect(['not-a-zip', 'not-a-bundle', 'truncated']).toContain(await verify(path))
  }
  const [whole, flipped] = [readFileSync(file), join(openTestFolder(), 'bit.zip')]
  await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (place, bit) => {
    const copy = Buffer.from(whole)
    copy[place]! ^= 1 << bit
    writeFileSync(flipped, copy)
    expect(await verify(flipped)).not.toBe('good')
  }), { numRuns: 60 })

  await api.publication.takeBack({ inspection, id: step, reason: 'Bij vergissing vastgelegd.' })
  const again = api.publicVersion.write({ inspection, file: join(openTestFolder(), 'weer.zip'), formats: [] })
  await expect(again).rejects.toMatchObject({ failure: { code: 'adoption-not-standing' } })
  await laptop.close()
  const [workspace, out] = [join(laptop.home, 'werk'), join(openTestFolder(), 'openbaar.zip')]
  expect(await run(['adopt', inspection, '--workspace', workspace, '--on', '2026-01-05', '--by', 'hoofdinspecteur', '--json'])).toMatchObject({ status: 0, json: { day: '2026-01-05' } })
  expect(await run(['public', inspection, '--workspace', workspace, '--out', out, '--without-pdf', '--json'])).toMatchObject({ status: 0, json: { leftOut: expect.any(Number) as number } })
  expect(Object.keys(await membersOf(out))).toEqual(expect.arrayContaining(['report.docx', 'report.html', 'report.md']))
})

/** The list in which the office says that others may have the key of a certificate. */
async function revoked({ api, db }: Laptop, pem: string): Promise<string> {
  const file = join(openTestFolder(), 'lijst.crl')
  await api.enrolment.revoke({ kid: readCertificate(pem).kid, reason: 'keyCompromise', since: null, rootPassphrase: ROOT_PASSPHRASE })
  await api.enrolment.exportList({ file, root: listRoots(db())[0]!.id })
  return file
}
