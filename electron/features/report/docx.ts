import { Document, Footer, type ISectionOptions, Packer, PageNumber, Paragraph, Tab, TextRun } from 'docx'
import JSZip from 'jszip'
import { partOf } from '../word/block-part.ts'
import type { WordSource } from '../word/block-tag.ts'
import { blocksOf as readBlocks, marginOf } from '../word/word-blocks.ts'
import { tokensOf } from '../word/word-tokens.ts'
import { blocksOf } from './docx-blocks.ts'
import { noPageNumbers, withoutNumbers } from './docx-contents.ts'
import { NUMBERING, stylesIn } from './docx-style.ts'
import { isMetafile, picturesOn } from './docx-pictures.ts'
import { tagsFor, type Tags, UNTAGGED } from './docx-tags.ts'
import { type Element, elementsIn, hasClass } from './tree.ts'

/**
 * What a document says of itself. `marks` tell at the foot of each page which state and which bundle it is made of. With a `source` its texts can
 * be edited in Word and read back. The `language` is Dutch where nothing is said.
 */
export interface About {
  readonly title: string
  readonly inspectorate: string
  readonly marks: readonly string[]
  readonly language?: 'nl' | 'en'
  readonly source?: WordSource
}

const WORDS = { nl: { page: 'Bladzijde ', of: ' van ', tag: 'nl-NL' }, en: { page: 'Page ', of: ' of ', tag: 'en-GB' } } as const

/** The page as a Word document (ECMA-376) with real headings, lists, table heads and captions. The same page gives the same bytes. */
export async function docxOf(main: Element, about: About): Promise<Buffer> {
  const { title, inspectorate, marks, language = 'nl', source } = about
  const tags = source ? tagsFor(source) : UNTAGGED
  const section: ISectionOptions = {
    properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1134, bottom: 1304, left: 1134, right: 1134, footer: 567 } } },
    footers: { default: footerOf(about) }, children: main.children.flatMap((part) => blocksOf(part, tags)) as Paragraph[],
  }
  const document = new Document({
    title, creator: inspectorate, lastModifiedBy: inspectorate, description: marks.join(' · '), styles: stylesIn(WORDS[language].tag, elementsIn(main).some((part) => hasClass(part, 'front'))), numbering: NUMBERING,
    sections: [section], pageNumbers: noPageNumbers,
    ...(source ? { customProperties: [{ name: 'Veldtoets inspectie', value: source.inspection }, { name: 'Veldtoets stand', value: source.state }, { name: 'Veldtoets versie', value: source.version }] } : {}),
  })
  const parts = renamed(await timeless(await Packer.toBuffer(document), picturesOn(main)))
  return packed(source ? withPart(parts, source, tags) : parts)
}

function footerOf({ marks, language = 'nl' }: About): Footer {
  const { page, of } = WORDS[language]
  return new Footer({
    children: [
      ...marks.slice(0, -1).map((mark) => new Paragraph({ style: 'Mark', text: mark })),
      new Paragraph({ style: 'Mark', children: [new TextRun({ children: [marks.at(-1) ?? '', new Tab(), page, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES] })] }),
    ],
  })
}

const MEDIA = 'word/media/'
type DocxParts = ReadonlyMap<string, Buffer>

/** The library writes the moment into the document, which must depend on nothing but the page; `pictures` are by what stood in for them. */
async function timeless(bytes: Buffer, pictures: ReadonlyMap<string, Buffer>): Promise<DocxParts> {
  const written = await JSZip.loadAsync(bytes)
  const names = Object.keys(written.files).filter((name) => !name.endsWith('/'))
  return new Map(await Promise.all(names.map(async (name) => {
    const content = await written.file(name)!.async('nodebuffer')
    if (name.startsWith(MEDIA)) return [name, pictures.get(content.toString()) ?? content] as const
    return [name, FIXED[name] ? Buffer.from(FIXED[name](content.toString())) : content] as const
  })))
}

/** Gives metafiles the name of what they are. */
function renamed(parts: DocxParts): DocxParts {
  const names = [...parts].filter(([name, bytes]) => name.startsWith(MEDIA) && isMetafile(bytes)).map(([name]) => name)
  if (names.length === 0) return parts
  const emf = (name: string) => name.replace(/\.png$/, '.emf')
  const text = (part: string, change: (xml: string) => string) => [part, Buffer.from(change(parts.get(part)!.toString()))] as const
  return new Map([
    ...[...parts].map(([name, bytes]) => [names.includes(name) ? emf(name) : name, bytes] as const),
    text('word/_rels/document.xml.rels', (xml) => names.map((name) => name.slice('word/'.length)).reduce((all, name) => all.replaceAll(name, emf(name)), xml)),
    text('[Content_Types].xml', (xml) => xml.replace(/<Default /, '<Default Extension="emf" ContentType="image/x-emf"/><Default ')),
  ])
}

/** What the library counts on from document to document, and what it takes from the clock. */
const FIXED: Readonly<Record<string, (xml: string) => string>> = {
  'docProps/core.xml': (xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '1980-01-01T00:00:00Z'),
  'word/document.xml': (xml) => [/(_Toc)(\d+)/g, /(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)/g, /(<wp:docPr id=")(\d+)/g].reduce(renumbered, withoutNumbers(xml)),
}

/** The same numbers from 1, in the order in which they are first met. */
function renumbered(xml: string, pattern: RegExp): string {
  const found = new Map<string, number>()
  return xml.replace(pattern, (_all, before: string, number: string) => {
    if (!found.has(number)) found.set(number, found.size + 1)
    return `${before}${found.get(number)}`
  })
}

const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml'
const STORE_ITEM = '{6F2B7A1E-3C54-4D8B-9A61-5E0D1B7C9F20}'

/** Adds what the file says of itself, as a part of its own (ECMA-376 §15.2.4); what stands around its blocks is read as it will be read when it comes back. */
function withPart(parts: DocxParts, source: WordSource, { pieces }: Tags): DocxParts {
  const { outside } = readBlocks(tokensOf(parts.get('word/document.xml')!.toString()))
  const margins = [...parts].filter(([name]) => /^word\/(?:header|footer)\d+\.xml$/.test(name)).flatMap(([, xml]) => marginOf(tokensOf(xml.toString())))
  const added = (name: string, before: string, text: string) => [name, Buffer.from(parts.get(name)!.toString().replace(before, () => `${text}${before}`))] as const
  return new Map([
    ...parts,
    added('word/_rels/document.xml.rels', '</Relationships>', `<Relationship Id="rIdVeldtoets" Type="${CUSTOM_XML}" Target="../customXml/item1.xml"/>`),
    added('[Content_Types].xml', '</Types>', '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>'),
    ['customXml/item1.xml', Buffer.from(partOf(source, pieces, { outside, margins }))],
    ['customXml/itemProps1.xml', Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${STORE_ITEM}"><ds:schemaRefs/></ds:datastoreItem>`)],
    ['customXml/_rels/item1.xml.rels', Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${CUSTOM_XML}Props" Target="itemProps1.xml"/></Relationships>`)],
  ])
}

/** A container that holds no moment either. */
function packed(parts: DocxParts): Promise<Buffer> {
  const zip = new JSZip()
  const date = new Date(Date.UTC(1980, 0, 1))
  for (const name of [...parts.keys()].sort()) zip.file(name, parts.get(name)!, { date, createFolders: false, compression: isSmall(name) ? 'STORE' : 'DEFLATE' })
  return zip.generateAsync({ type: 'nodebuffer', platform: 'DOS' })
}

/** Photos are squeezed already. */
const isSmall = (name: string) => name.startsWith(MEDIA) && !/\.(?:svg|emf)$/.test(name)
