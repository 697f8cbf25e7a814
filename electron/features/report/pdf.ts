import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import type { About } from './docx.ts'

/** The moment that stands in the file, which must depend on nothing but the report. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1))

/**
 * What a printed page says of itself: title, language, maker, and by XMP that it means to be read aloud (PDF/UA-1, ISO 14289-1). Structure and outline
 * come from the printer. The same page gives the same bytes.
 */
export async function pdfOf(printed: Buffer, { title, inspectorate, marks, language = 'nl' }: About): Promise<Buffer> {
  const tag = language === 'nl' ? 'nl-NL' : 'en-GB'
  const pdf = await PDFDocument.load(printed, { updateMetadata: false })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setAuthor(inspectorate)
  pdf.setSubject(marks.join(' · '))
  pdf.setLanguage(tag)
  pdf.setCreator('Veldtoets')
  pdf.setProducer('Veldtoets')
  pdf.setCreationDate(NO_TIME)
  pdf.setModificationDate(NO_TIME)
  const { context, catalog } = pdf
  const xmp = context.stream(xmpOf(title, inspectorate, tag), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(xmp))
  context.trailerInfo.ID = context.obj([PDFHexString.of('0'.repeat(32)), PDFHexString.of('0'.repeat(32))])
  return Buffer.from(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }))
}

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
