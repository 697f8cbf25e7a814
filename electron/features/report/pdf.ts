import type { About } from './docx.ts'
import { dictionaryOf, readPrinted, rewritten } from './pdf-file.ts'

/** The moment that stands in the file, which must depend on nothing but the report. */
const NO_TIME = '(D:19800101000000Z)'
const NO_ID = `<${'0'.repeat(32)}>`

/**
 * What a printed page says of itself: title, language, maker, and by XMP that it means to be read aloud (PDF/UA-1, ISO 14289-1). Structure and outline
 * come from the printer. The same page gives the same bytes.
 */
export function pdfOf(printed: Buffer, { title, inspectorate, marks, language = 'nl' }: About): Buffer {
  const tag = language === 'nl' ? 'nl-NL' : 'en-GB'
  const pdf = readPrinted(printed)
  const metadata = pdf.entries.length
  const info = `<</Title ${textOf(title)}\n/Author ${textOf(inspectorate)}\n/Subject ${textOf(marks.join(' · '))}
/Creator (Veldtoets)\n/Producer (Veldtoets)\n/CreationDate ${NO_TIME}\n/ModDate ${NO_TIME}>>`
  const catalog = dictionaryOf(pdf, pdf.root).replace(/\/Lang \([^)]*\)/, '').replace(/\/ViewerPreferences <<[^>]*>>/, '')
  const xmp = Buffer.from(xmpOf(title, inspectorate, tag))
  return rewritten(pdf, new Map([
    [pdf.info, Buffer.from(info)],
    [pdf.root, Buffer.from(`<<${catalog}/Lang (${tag})\n/ViewerPreferences <</DisplayDocTitle true>>\n/Metadata ${metadata} 0 R>>`, 'latin1')],
    [metadata, Buffer.concat([Buffer.from(`<</Type /Metadata\n/Subtype /XML\n/Length ${xmp.length}>>\nstream\n`), xmp, Buffer.from('\nendstream')])],
  ]), `/ID [${NO_ID} ${NO_ID}]`)
}

/** A text as PDF has it in any script: UTF-16 after a mark, as digits (ISO 32000-1 §7.9.2.2). */
const textOf = (text: string) => `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`

function xmpOf(title: string, author: string, language: string): string {
  const text = (value: string) => value.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${text(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
