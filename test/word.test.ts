import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test, vi } from 'vitest'
import { docxOf } from '../electron/features/report/docx.ts'
import { digestOfText, piecesIn, readTag } from '../electron/features/word/block-tag.ts'
import { readingOf } from '../electron/features/word/compare.ts'
import { readWord } from '../electron/features/word/word-file.ts'
import { answer, newInspection, openLaptop, openTestFolder, rate, rationaleAt } from './helpers/backend.ts'
import { about, INSPECTION, pageOfTexts, pageWith } from './helpers/word-page.ts'

vi.setConfig({ testTimeout: 120_000 }) // workspaces are made, and machines in tests are slow

/** What anyone can type: every plane, marks of direction, soft hyphens, own lines, and spaces that count. */
const typed = fc.array(fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('\n', '\u00ad', '  ', '\t', '\u202e', '\u2028', '\uffff', '\\u00ad', '𝄞', '&lt;', ']]>', '\u200d', 'é', ' ')), { maxLength: 8 })
  .map((parts) => parts.join('')).filter((text) => /^(?:[^\p{Cc}\p{Cs}]|[\t\n])*$/u.test(text) && /\S/.test(text))

test('what anyone can type comes back from a Word file to the letter, wherever it stands', async () => {
  await fc.assert(fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 1 }), async (texts) => {
    const page = pageWith(texts)
    const pieces = piecesIn(page)
    expect(pieces).toHaveLength(texts.length * 5)
    const { blocks, source, listed } = readWord(await docxOf(page, about))
    expect(source).toEqual(about.source)
    expect(listed!.blocks.map(({ of }) => of)).toEqual(pieces.map(({ of }) => of))
    expect(blocks.map(({ after }) => after)).toEqual(pieces.map(({ text }) => text))
    for (const { tag, before, after } of blocks) expect([before, readTag(tag)!.text]).toEqual([after, digestOfText(after)])
  }), { numRuns: 6 })
})

test('a Word file that is read as it was made has nothing around its blocks that was not there', async () => {
  const { outside, listed } = readWord(await docxOf(pageWith(['Een tekst.\nNog een regel.']), about))
  expect(outside.map(({ after }) => after)).toEqual(['Rapport', 'Inhoud', 'Bevindingen', 'VP0 ', 'Nu', 'Feit: Ja\nBron: ', 'Wat'])
  expect(listed!.outside).toHaveLength(outside.length)
})

/** What a person's word processor does with the XML of a part. */
async function altered(bytes: Buffer, edits: Readonly<Record<string, (xml: string) => string>>): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes)
  for (const [name, edit] of Object.entries(edits)) zip.file(name, edit((await zip.file(name)?.async('string')) ?? ''))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } })
}
const run = (text: string, tag = 't') => `<w:r><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`
const ins = (xml: string, id = 900) => `<w:ins w:id="${id}" w:author="M. Redacteur" w:date="2026-03-04T10:00:00Z">${xml}</w:ins>`
const del = (xml: string, id = 901) => `<w:del w:id="${id}" w:author="M. Redacteur" w:date="2026-03-04T10:00:00Z">${xml}</w:del>`
/** The run of a text, whatever else it has. */
const runOf = (text: string) => new RegExp(`<w:r>(?:(?!</w:r>).)*>${text}</w:t></w:r>`)
const swapped = (xml: string, text: string, by: string) => {
  expect(xml, text).toMatch(runOf(text))
  return xml.replace(runOf(text), () => by)
}

test('tracked changes as Word writes them are read as they were and as they are once accepted', async () => {
  const bytes = await docxOf(pageWith(['Alles is op orde.']), about)
  const edited = await altered(bytes, {
    'word/document.xml': (xml) => swapped(xml, 'Alles is op orde.', run('Bijna a') + del(run('A', 'delText')) + ins(run('lles') + `<w:r><w:br/></w:r>`) + `<w:moveFrom w:id="5">${run('weg')}</w:moveFrom>` + `<w:moveTo w:id="6">${run('hier')}</w:moveTo>`),
  })
  const [first, ...others] = readWord(edited).blocks
  expect([first!.before, first!.after]).toEqual(['Bijna aAweg', 'Bijna alles\nhier'])
  expect(others.every(({ after }) => after === 'Alles is op orde.')).toBe(true)
})

test('a paragraph that was added within a block belongs to it, and one that LibreOffice put in a control of its own too', async () => {
  const bytes = await docxOf(pageWith(['Een.']), about)
  const added = await altered(bytes, { 'word/document.xml': (xml) => xml.replace(/(<w:sdtContent>)(<w:p>(?:(?!<\/w:p>).)*Een\.(?:(?!<\/w:p>).)*<\/w:p>)/, (_all, open: string, paragraph: string) =>
    `${open}${paragraph.replace('<w:p>', '<w:p><w:pPr><w:rPr><w:ins w:id="7"/></w:rPr></w:pPr>')}<w:p>${ins(run('Twee.'))}</w:p>`) })
  const block = readWord(added).blocks[1]!
  expect([block.before, block.after]).toEqual(['Een.', 'Een.\nTwee.'])
})

/** An inspector with two texts in a report that went out to Word, and what is needed to bring an edited version back. */
async function sentOut() {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop, { firstDay: '2016-05-20' })
  for (const expectation of ['1.3.1', '1.3.2']) await rate(laptop, inspection, expectation, '-')
  await answer(laptop, rationaleAt(inspection, '1.3.1'), 'Oude zaken staan in het vorige systeem.')
  await answer(laptop, rationaleAt(inspection, '1.3.2'), 'De lijst is er niet.')
  const folder = openTestFolder()
  const out = join(folder, 'rapport.docx')
  await laptop.api.report.write({ inspection, format: 'docx', file: out })
  const bringBack = async (name: string, edit: (xml: string) => string, more: Readonly<Record<string, (xml: string) => string>> = {}) => {
    const handle = join(folder, name)
    writeFileSync(handle, await altered(readFileSync(out), { 'word/document.xml': edit, ...more }))
    return { handle, ...(await laptop.api.word.read({ inspection, handle })) }
  }
  const textOf = async (expectation: string) => (await laptop.api.field.get(rationaleAt(inspection, expectation))).field
  return { laptop, inspection, folder, out, bringBack, textOf }
}
const OLD = 'Oude zaken staan in het vorige systeem.'
const commentOn = (xml: string) => xml.replace(runOf('De lijst is er niet.'), (found) => `<w:commentRangeStart w:id="3"/>${found}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>`)
const COMMENTS = `<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="3" w:author="M. Redacteur" w:date="2026-03-04T10:00:00Z"><w:p><w:r><w:t>Welke lijst?</w:t></w:r></w:p></w:comment></w:comments>`
const withComments = {
  'word/comments.xml': () => COMMENTS,
  'word/_rels/document.xml.rels': (xml: string) => xml.replace('</Relationships>', '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>'),
}

test('an edited Word version becomes proposals, notes and a remainder; each is answered by a person, and nothing is taken over before', async () => {
  const { laptop: { api }, inspection, bringBack, textOf, out } = await sentOut()
  const edit = (xml: string) => commentOn(swapped(xml, OLD, del(run('Oude', 'delText')) + ins(run('Alle oude')) + run(' zaken staan in het vorige systeem.')))
    .replace('<w:sectPr', `<w:p>${run('Een alinea erbij.')}</w:p><w:sectPr`)
  const { file, document, handle, ...counts } = await bringBack('terug.docx', edit, withComments)
  expect(counts).toMatchObject({ isNew: true, proposals: 1, open: 1, notes: 1, openNotes: 1 })
  expect((await textOf('1.3.1')).value).toBe(OLD)
  const [entered] = await api.document.list({ inspection })
  expect([entered!.fields.label.value, entered!.fields.reference.value, entered!.fields.kind.value]).toEqual([document, `sha256 ${file}`, 'word-version'])

  const read = await api.word.get({ inspection, file })
  expect(read).toMatchObject({
    source: { version: '0.1.0' }, missing: [], doubled: [], gone: 0, outside: [{ after: 'Een alinea erbij.' }],
    notes: [{ author: 'M. Redacteur', day: '2026-03-04', text: 'Welke lijst?', quote: 'De lijst is er niet.', of: 'finding:1.3.2:rationale', done: false }],
  })
  const [proposal] = read.proposals
  expect(proposal).toMatchObject({ of: 'finding:1.3.1:rationale', base: OLD, before: OLD, proposed: `Alle o${OLD.slice(1)}`, stand: 'open', answer: null })
  expect(proposal!.place).toMatch(/1\.3.*1\.3\.1/)

  expect(await api.word.read({ inspection, handle })).toMatchObject({ isNew: false, proposals: 1 })
  expect(await api.document.list({ inspection })).toHaveLength(1)
  await api.word.accept({ inspection, file, number: 0, text: proposal!.proposed, reason: null, seen: proposal!.current!.seen })
  expect((await textOf('1.3.1')).value).toBe(proposal!.proposed)
  await api.word.note({ inspection, file, number: 0, done: true })
  expect(await api.word.list({ inspection })).toMatchObject([{ open: 0, openNotes: 0 }])
  expect((await api.word.get({ inspection, file })).proposals[0]).toMatchObject({ answer: { outcome: 'accepted' }, stand: 'same' })
  await api.word.forget({ inspection, file })
  expect(await api.word.list({ inspection })).toEqual([])
  expect(readFileSync(out).length).toBeGreaterThan(0)
})

test('a text that was changed meanwhile is said to be, is never overwritten unseen, and can be edited before it is taken over', async () => {
  const { laptop, inspection, bringBack, textOf, out } = await sentOut()
  const { api } = laptop
  const { file } = await bringBack('terug.docx', (xml) => swapped(swapped(xml, OLD, run('Herschreven zonder bijhouden.')), 'De lijst is er niet.', ''))
  const before = (await api.word.get({ inspection, file })).proposals
  expect(before.map(({ proposed, base, before: undone }) => [proposed, base, undone])).toEqual([['Herschreven zonder bijhouden.', OLD, 'Herschreven zonder bijhouden.'], ['', 'De lijst is er niet.', '']])
  await answer(laptop, { ...rationaleAt(inspection, '1.3.1') }, 'Intussen anders.')
  await expect(api.word.accept({ inspection, file, number: 0, text: before[0]!.proposed, reason: null, seen: before[0]!.current!.seen })).rejects.toMatchObject({ failure: { code: 'word-moved' } })
  expect((await textOf('1.3.1')).value).toBe('Intussen anders.')
  const [moved] = (await api.word.get({ inspection, file })).proposals
  expect(moved).toMatchObject({ stand: 'moved', base: OLD, current: { text: 'Intussen anders.' } })
  await api.word.accept({ inspection, file, number: 0, text: 'Samen geschreven.', reason: 'Van beide iets.', seen: moved!.current!.seen })
  expect((await textOf('1.3.1')).heads[0]).toMatchObject({ value: 'Samen geschreven.', reason: 'Van beide iets.' })
  expect((await api.word.get({ inspection, file })).proposals[0]).toMatchObject({ answer: { outcome: 'edited', reason: 'Van beide iets.' } })
  await api.word.reject({ inspection, file, number: 1, reason: null })
  expect((await textOf('1.3.2')).value).toBe('De lijst is er niet.')
  expect(await api.word.list({ inspection })).toMatchObject([{ open: 0, proposals: 2 }])

  // blocks that are gone or stand there twice are named, and a file of another inspection is refused
  const control = /<w:sdt><w:sdtPr>(?:(?!<\/w:sdt>).)*De lijst is er niet\.(?:(?!<\/w:sdt>).)*<\/w:sdt>/
  const { file: gone } = await bringBack('weg.docx', (xml) => xml.replace(control, ''))
  expect(await api.word.get({ inspection, file: gone })).toMatchObject({ missing: ['finding:1.3.2:rationale'], proposals: [] })
  const twice = await bringBack('dubbel.docx', (xml) => xml.replace(control, (found) => found + found.replace('er niet', 'er wel')))
  expect(await api.word.get({ inspection, file: twice.file })).toMatchObject({ doubled: ['finding:1.3.2:rationale'], missing: [], proposals: [{ proposed: 'De lijst is er wel.' }] })
  const other = await newInspection(laptop, { kind: 'final-test' })
  await expect(api.word.read({ inspection: other, handle: out })).rejects.toMatchObject({ failure: { code: 'word-of-another' } })
})

/** Bookmarks of our making that all stand around the others. */
function bookmarks(count: number): string {
  const ids = Array.from({ length: count }, (_, at) => 90_000 + at)
  const starts = ids.map((id) => `<w:bookmarkStart w:id="${id}" w:name="vt_${String(id).padStart(16, '0')}_${'0'.repeat(16)}"/>`)
  return [...starts, ...ids.map((id) => `<w:bookmarkEnd w:id="${id}"/>`)].join('')
}

test('what is erased is gone from the Word versions that quote it too, and the others stay', async () => {
  const { laptop, inspection, bringBack, textOf } = await sentOut()
  const [mine] = (await textOf('1.3.1')).heads
  const { file } = await bringBack('terug.docx', (xml) => swapped(xml, OLD, run('Alle oude zaken staan er.')))
  const { file: other } = await bringBack('ander.docx', (xml) => swapped(xml, 'De lijst is er niet.', run('De lijst is er wel.')))
  await laptop.api.field.erase({ change: mine!.id, reason: 'Stond er een naam in.' })
  expect((await laptop.api.word.list({ inspection })).map((one) => one.file)).toEqual([other])
  await expect(laptop.api.word.get({ inspection, file })).rejects.toMatchObject({ failure: { code: 'not-found' } })
  expect(laptop.db().serialize().includes('Oude zaken staan')).toBe(false)
})

const refusals: readonly (readonly [string, string, (good: Buffer) => Promise<Buffer> | Buffer])[] = [
  ['not a zip', 'word-unreadable', () => Buffer.from('Beste collega')],
  ['an encrypted file or an old .doc', 'word-encrypted', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
  ['another kind of office file', 'word-unreadable', (good) => altered(good, { '[Content_Types].xml': (xml) => xml.replaceAll('wordprocessingml', 'spreadsheetml') })],
  ['macros', 'word-macros', (good) => altered(good, { 'word/vbaProject.bin': () => 'x' })],
  ['a macro file that hides its macros', 'word-macros', (good) => altered(good, { '[Content_Types].xml': (xml) => xml.replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main') })],
  ['a template from elsewhere', 'word-external', (good) => altered(good, { 'word/_rels/document.xml.rels': (xml) => xml.replace('</Relationships>', '<Relationship Id="e" Type="http://x/attachedTemplate" Target="https://harm.example/t.dotm" TargetMode="External"/></Relationships>') })],
  ['another document inside', 'word-external', (good) => altered(good, { 'word/_rels/document.xml.rels': (xml) => xml.replace('</Relationships>', '<Relationship Id="e" Type="http://x/aFChunk" Target="a.html"/></Relationships>') })],
  ['a document type with entities', 'word-unreadable', (good) => altered(good, { 'word/document.xml': (xml) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa">]>') })],
  ['a million elements in each other', 'word-unreadable', (good) => altered(good, { 'word/document.xml': (xml) => xml.replace('<w:sectPr', `${'<w:p>'.repeat(1_000_000)}<w:sectPr`) })],
  ['a part that says what belongs to what without end', 'word-unreadable', (good) => altered(good, { 'word/_rels/document.xml.rels': (xml) => xml.replace('</Relationships>', `${'<x/>'.repeat(30_000)}</Relationships>`) })],
  ['an own part that lists without end', 'word-unreadable', (good) => altered(good, { 'customXml/item1.xml': (xml) => xml.replace('<outside>', `${'<block/>'.repeat(60_000)}<outside>`) })],
  ['an element with a thousand attributes', 'word-unreadable', (good) => altered(good, { 'word/document.xml': (xml) => xml.replace('<w:sectPr', `<w:p${Array.from({ length: 1_000 }, (_, at) => ` w:a${at}=""`).join('')}/><w:sectPr`) })],
  ['fields in each other without end', 'word-unreadable', (good) => altered(good, { 'word/document.xml': (xml) => xml.replace('<w:sectPr', `<w:p><w:r>${'<w:fldChar w:fldCharType="begin"/>'.repeat(100)}</w:r></w:p><w:sectPr`) })],
  ['blocks around each other without end', 'word-unreadable', (good) => altered(good, { 'word/document.xml': (xml) => xml.replace('<w:sectPr', `<w:p>${bookmarks(400)}</w:p><w:sectPr`) })],
  ['more than it should hold', 'file-too-large', (good) => altered(good, { 'word/document.xml': (xml) => xml.replace('<w:sectPr', `<w:p>${run(' '.repeat(70 * 1024 * 1024))}</w:p><w:sectPr`) })],
  ['text before the container', 'word-unreadable', (good) => Buffer.concat([Buffer.from('x'), good])],
  ['a second directory for those who look for one', 'word-unreadable', (good) => Buffer.concat([good.subarray(0, -18), Buffer.from('ffff', 'hex'), good.subarray(-16)])],
  ['half a file', 'word-unreadable', (good) => good.subarray(0, good.length / 2)],
  ['broken XML', 'word-unreadable', (good) => altered(good, { 'word/document.xml': (xml) => xml.slice(0, -20) })],
]

test('what is no Word file, or is made to harm, is refused with what is wrong with it', async () => {
  const good = await docxOf(pageWith(['Een tekst.']), about)
  for (const [what, code, make] of refusals) {
    const bytes = await make(good)
    expect(() => readWord(bytes), what).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code }) }) as Error)
  }
})

test('a link in the text does no harm, and odd XML where none is expected breaks nothing', async () => {
  const good = await docxOf(pageWith(['Een tekst.']), about)
  const odd = await altered(good, {
    'word/_rels/document.xml.rels': (xml) => xml.replace('</Relationships>', '<Relationship Id="e" Type="http://x/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>'),
    'word/document.xml': (xml) => xml.replace('<w:sectPr', '<w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:r><w:instrText>X</w:instrText><w:fldChar w:fldCharType="end"/><w:toString/></w:r><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr><w:bookmarkStart w:id="77" w:name="constructor"/><w:sectPr'),
  })
  expect(readWord(odd).blocks).toHaveLength(5)
})

test('what stands for a character that there is not, is kept as it stands', async () => {
  const odd = await altered(await docxOf(pageWith(['Een tekst.']), about), {
    'word/document.xml': (xml) => xml.replace('<w:sectPr', '<w:p><w:r><w:rPr><w:rStyle w:val="Unseen"/></w:rPr><w:t>\\u{110000}</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Unseen"/></w:rPr><w:t>\\ud800</w:t></w:r></w:p><w:sectPr'),
  })
  expect(readWord(odd).outside.at(-1)!.after).toBe('\\u{110000}\\ud800')
})

test('a file that LibreOffice wrote, with and without tracking and with a comment, is understood as one that Word wrote', () => {
  const read = readWord(readFileSync(join(import.meta.dirname, 'fixtures', 'word', 'libreoffice.docx')))
  const pieces = piecesIn(pageOfTexts)
  const reading = readingOf(read, { inspection: INSPECTION, places: pieces.map(({ of }) => of), saidAt: (of) => pieces.filter((piece) => piece.of === of).map(({ text }) => text) })
  expect(reading).toEqual({
    source: { state: 'a'.repeat(64), version: '0.1.0' },
    proposals: [
      { of: 'finding:1.3.1:rationale', base: OLD, before: OLD, proposed: 'Alle oude zaken staan in het vorige systeem.\nDat is in maart geteld.' },
      { of: 'finding:1.4.1:rationale', base: 'Zonder bijhouden.', before: 'Buiten het bijhouden om.', proposed: 'Buiten het bijhouden om.' },
      { of: 'finding:1.4.2:rationale', base: 'Deze zin mag weg.', before: 'Deze zin mag weg.', proposed: '' },
    ],
    notes: [{ author: 'Redacteur', day: '2026-03-04', text: 'Welke lijst?\nGraag nakijken.', quote: 'De lijst is er niet.', of: 'finding:1.3.2:rationale' }],
    outside: [{ before: 'Rapport', after: 'Inspectierapport' }], gone: 1, missing: [], doubled: [], unchanged: 3,
  })
})

test('what an editor wrote at the foot of the pages is named, and the number that a word processor puts there is not', async () => {
  const pieces = piecesIn(pageOfTexts)
  const outsideOf = async (edit: (xml: string) => string) => {
    const file = readWord(await altered(await docxOf(pageOfTexts, about), { 'word/footer1.xml': edit }))
    return readingOf(file, { inspection: INSPECTION, places: pieces.map(({ of }) => of), saidAt: () => [] })!.outside
  }
  expect(await outsideOf((xml) => xml.replace(/<w:fldChar w:fldCharType="end"\/>/g, '<w:t>7</w:t>$&'))).toEqual([])
  expect(await outsideOf((xml) => xml.replace('Stand a', 'Stand a, vertrouwelijk'))).toEqual([{ before: expect.stringContaining('vertrouwelijk'), after: expect.stringContaining('Stand a, vertrouwelijk') }])
})

test('a file that lost its controls and its own part, as other word processors make it, is known by its bookmarks', async () => {
  const made = await docxOf(pageOfTexts, about)
  const bare = await altered(made, {
    'word/document.xml': (xml) => swapped(xml, OLD, run('Alles is over.')).replace(/<w:sdtPr>.*?<\/w:sdtPr>/g, '').replace(/<\/?w:sdt(?:Content)?>/g, ''),
    'word/_rels/document.xml.rels': (xml) => xml.replace(/<Relationship Id="rIdVeldtoets".*?\/>/, ''),
  })
  const read = readWord(bare)
  expect([read.source, read.listed]).toEqual([null, null])
  expect(read.blocks.map(({ after }) => after)).toEqual(piecesIn(pageOfTexts).map(({ text }) => (text === OLD ? 'Alles is over.' : text)))
})

test('a text in a line keeps what was typed at its end with tracking, and its neighbours keep theirs', async () => {
  const made = await docxOf(pageOfTexts, about)
  const typed = await altered(made, { 'word/document.xml': (xml) => xml.replace(/(Alles is klaar\.<\/w:t><\/w:r><w:bookmarkEnd[^>]*>)/, (found) => `${found}${ins(run(' Bijna.'))}${run(' (erbij)')}`) })
  const { blocks, outside } = readWord(typed)
  expect(blocks.at(-1)).toMatchObject({ before: 'Alles is klaar.', after: 'Alles is klaar. Bijna.' })
  expect(outside.at(-1)!.after).toBe('klaar:  (erbij)')
})

test('a file in which spaces do not count, or line breaks are lost, is seen to be altered', async () => {
  const made = await docxOf(pageWith(['  Een tekst\nop twee regels.']), about)
  for (const lost of [/ xml:space="preserve"/g, /<w:br\/>/g]) {
    const { blocks } = readWord(await altered(made, { 'word/document.xml': (xml) => xml.replace(lost, '') }))
    expect(blocks.every(({ tag, after }) => digestOfText(after) !== readTag(tag)!.text)).toBe(true)
  }
})
