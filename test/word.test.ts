import fc from 'fast-check'
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
  await fc.assert(fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 2 }), async (texts) => {
    const page = pageWith(texts)
    const pieces = piecesIn(page)
    expect(pieces).toHaveLength(texts.length * 5)
    const { blocks, source, listed } = readWord(await docxOf(page, about))
    expect(source).toEqual(about.source)
    expect(listed!.blocks.map(({ of }) => of)).toEqual(pieces.map(({ of }) => of))
    expect(blocks.map(({ after }) => after)).toEqual(pieces.map(({ text }) => text))
    for (const { tag, before, after } of blocks) expect([before, readTag(tag)!.text]).toEqual([after, digestOfText(after)])
  }), { numRuns: 25 })
})

test('a Word file that is read as it was made has nothing around its blocks that was not there', async () => {
  const { outside, listed } = readWord(await docxOf(pageWith(['Een tekst.\nNog een regel.']), about))
  expect(outside.map(({ after }) => after)).toEqual(['Rapport', 'Inhoud', 'Bevindingen', 'VP0 ', 'Nu: ', 'Feit: Ja\nBron: ', 'Wat'])
  expect(listed!.outside).toHaveLength(outside.length)
})
