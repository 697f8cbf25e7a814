import fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { type About, docxOf } from '../electron/features/report/docx.ts'
import { html } from '../electron/features/report/markup.ts'
import { pageOf } from '../electron/features/report/page.ts'
import { treeOf } from '../electron/features/report/tree.ts'
import { digestOfText, piecesIn, readTag } from '../electron/features/word/block-tag.ts'
import { readWord } from '../electron/features/word/word-file.ts'

const INSPECTION = '0198c0de-0000-7000-8000-00000000aaaa'
const about: About = { title: 'Rapport', inspectorate: 'Toezicht', marks: ['Stand a'], source: { inspection: INSPECTION, state: 'a'.repeat(64), version: '0.1.0' } }
const recorded = (of: string, text: string) => html`<span data-of="${of}" data-seen=""><span class="prose">${text}</span></span>`
/** A page with a text in each of the places where one can stand. */
const pageWith = (texts: readonly string[]) => treeOf(pageOf('Rapport', html`<h1>Rapport</h1>
<div class="contents"><p>Inhoud</p></div>
<section>
<h2>Bevindingen</h2>
${texts.map((text, n) => html`<h3>VP${n} ${recorded(`improvement:a${n}:title`, text)}</h3>
<p>${recorded(`reportText:b${n}:text`, text)}</p>
<dl class="facts"><dt>Nu</dt><dd>${recorded(`appraisal:c${n}:now`, text)}</dd><dt>Feit</dt><dd>Ja<br>Bron: ${recorded(`fact:d${n}:source`, text)}</dd></dl>
<table><thead><tr><th scope="col">Wat</th></tr></thead><tbody><tr><td>${recorded(`claim:e${n}:found`, text)}</td></tr></tbody></table>
`)}</section>
`))
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
  }), { numRuns: 12 })
})

test('a Word file that is read as it was made has nothing around its blocks that was not there', async () => {
  const { outside, listed } = readWord(await docxOf(pageWith(['Een tekst.\nNog een regel.']), about))
  expect(outside.map(({ after }) => after)).toEqual(['Rapport', 'Inhoud', 'Bevindingen', 'VP0 ', 'Nu: ', 'Feit: Ja\nBron: ', 'Wat'])
  expect(listed!.outside).toHaveLength(outside.length)
})

/** What a person's word processor does with the XML of a part. */
async function altered(bytes: Buffer, edits: Readonly<Record<string, (xml: string) => string>>): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes)
  for (const [name, edit] of Object.entries(edits)) zip.file(name, edit((await zip.file(name)?.async('string')) ?? ''))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
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
