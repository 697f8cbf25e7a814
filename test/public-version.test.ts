import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test, vi } from 'vitest'
import { cutPage, pageOfShape, saidBy } from '../shared/domain/commitment.ts'
import { GROUNDS, groundsOf, piecesAt, shownOf } from '../shared/domain/redaction.ts'
import { plainOf, spelledIn } from '../shared/domain/redaction-search.ts'
import type { PageElement } from '../shared/domain/report-page.ts'
import { docxOf } from '../electron/features/report/docx.ts'
import { markdownOf } from '../electron/features/report/markdown.ts'
import { publicPageOf } from '../electron/features/public-version/page.ts'
import { publicFragmentOf, toldBy } from '../electron/features/public-version/proof.ts'
import { publicHtml } from '../electron/features/public-version/write.ts'
import { answer, openTestFolder, rationaleAt } from './helpers/backend.ts'
import { leaksIn } from './helpers/leak.ts'
import { handOver, openJudged, openOffice } from './helpers/office.ts'

vi.setConfig({ testTimeout: 240_000 })

const NAME = 'Piet-Jan Jánsen'
const NUMBER = '123456782'
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
  }), { numRuns: 300 })
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
    return shownOf(pieces, grounds).map(saidBy).join('')
  }
  expect(shown(10, 12)).toBe(`De heer ${GROUNDS.personal.mark} kreeg + van ons.`)
  expect(shown(3, 14)).toBe(`De ${GROUNDS.personal.mark} kreeg + van ons.`)
  const grounds = groundsOf(pieces, [{ ...piecesAt(pieces, 21, 22)!, ground: 'business' }])
  expect(shownOf(pieces, grounds).join('')).not.toContain('met')
  expect(new Set(['a', 'a'.repeat(3_000)].map((word) => {
    const cut = cutPage(element('p', `x ${word} y`)).fragments[0]!
    return shownOf(cut, groundsOf(cut, [{ ...piecesAt(cut, 2, 3)!, ground: 'other' }])).join('').length
  })).size).toBe(1)
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
    const made = publicPageOf(cut.shape, fragments.map(toldBy), 'f'.repeat(64))
    const about = { title: 'Rapport', inspectorate: 'Toezicht', marks: [] }
    const files = { 'a.html': Buffer.from(publicHtml(made)), 'a.md': Buffer.from(markdownOf(made, [])), 'a.docx': await docxOf(made, about), 'a.jsonl': Buffer.from(JSON.stringify(fragments)) }
    expect(await leaksIn(files, person)).toEqual([])
    expect(await leaksIn({ ...files, 'b.docx': await docxOf(page, about) }, person)).toEqual(['b.docx'])
  }), { numRuns: 4 })
})

/** An office that took in a signed hand-over in which a person is named, with what is needed to verify what it gives out. */
async function openAdopted() {
  const office = await openOffice()
  const { laptop, retest } = await openJudged(office)
  await answer(laptop, rationaleAt(retest, '1.1.1'), `Volgens ${NAME} (bsn ${NUMBER}) was er zicht. Piet-Jan was aanwezig; mail pj.jansen@voorbeeld.nl.`)
  for (const hit of await laptop.api.privacy.list({ inspection: retest })) {
    await laptop.api.privacy.allow({ inspection: retest, decision: 'needed', reason: 'nodig', change: hit.change, at: hit.at, start: hit.start, end: hit.end }).catch(() => {})
  }
  const file = await handOver(laptop, retest)
  await office.api.bundle.import({ files: [file] })
  return { office, laptop, retest }
}

test('an adopted report becomes a public version that proves what it kept, and tells nothing of what it left out', async () => {
  const { office, retest } = await openAdopted()
  const { api } = office
  await expect(api.publicVersion.draft({ inspection: retest })).rejects.toMatchObject({ failure: { code: 'not-adopted' } })
  const { words } = await api.publicVersion.adopt({ inspection: retest, day: '2026-01-05' })
  expect(words).toHaveLength(6)
  expect(await api.publicVersion.adoption({ inspection: retest })).toMatchObject({ holds: true, changed: false, day: '2026-01-05', words })

  for (const sought of [NAME, 'Piet-Jan', NUMBER, 'pj.jansen@voorbeeld.nl']) {
    const found = await api.publicVersion.find({ inspection: retest, text: sought })
    expect(found.length, sought).toBeGreaterThan(0)
    await api.publicVersion.leaveOut({ inspection: retest, passages: found.map(({ fragment, from, to }) => ({ fragment, from, to })), ground: 'personal', reason: null })
  }
  const folder = openTestFolder()
  const file = join(folder, 'openbaar.zip')
  const { leftOut } = await api.publicVersion.write({ inspection: retest, file, formats: ['docx', 'pdf', 'md'] })
  expect(leftOut).toBeGreaterThan(1)

  const root = join(folder, 'root.pem')
  writeFileSync(root, office.db().prepare('SELECT certificate FROM root').pluck().get() as string)
  const verify = (path: string) => api.publicVersion.verify({ file: path, root, crl: null })
  expect(await verify(file)).toMatchObject({ verified: true, rootChecked: true, contents: { inspection: retest, day: '2026-01-05' } })

  const zip = await JSZip.loadAsync(readFileSync(file))
  const members = Object.fromEntries(await Promise.all(Object.keys(zip.files).map(async (name) => [name, await zip.file(name)!.async('nodebuffer')] as const)))
  for (const secret of [NAME, 'Jansen', NUMBER, 'pj.jansen@voorbeeld.nl']) expect(await leaksIn(members, secret), secret).toEqual([])
  expect(members['report.html']!.toString()).toContain('[weggelaten: persoonsgegevens]')
  for (const name of ['report.html', 'report.docx', 'report.pdf', 'report.md']) expect(members[name], name).toBeDefined()
  expect(members['report.html']!.toString()).not.toMatch(/data-of|data-seen|data-fragment/)

  const out = join(folder, 'uit')
  mkdirSync(out)
  for (const [name, bytes] of Object.entries(members)) writeFileSync(join(out, name), bytes)
  expect(execFileSync('python3', ['test/public-version/reader.py', out], { encoding: 'utf8' })).toMatch(/^good \d+ fragments/)
  expect(execFileSync('sh', ['-c', SHELL, 'sh', out, root], { encoding: 'utf8' })).toContain('good')
})

const SHELL = `set -eu; cd "$1"; sha256sum --strict --quiet -c manifest-sha256.txt
for n in adoption public; do
openssl verify -x509_strict -no_check_time -no-CApath -no-CAstore -CAfile "$2" $n.pem >/dev/null
openssl x509 -in $n.pem -noout -pubkey > ../$n.pub
openssl pkeyutl -verify -rawin -pubin -inkey ../$n.pub -in $n.json -sigfile $n.sig >/dev/null
done; grep -q "$(sha256sum < manifest-sha256.txt | cut -c1-64)" public.json; grep -q "$(sha256sum < adoption.json | cut -c1-64)" public.json; echo good`
