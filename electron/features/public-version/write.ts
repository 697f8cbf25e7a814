import verifyText from '../../../resources/verify/public-text.json' with { type: 'json' }
import { pageOfShape } from '../../../shared/domain/commitment.ts'
import { comparePublicMembers, type PublicFragment, PUBLIC_SENTENCE, PublicStatement } from '../../../shared/domain/public-version.ts'
import type { PageElement, PageNode, ReportFormat } from '../../../shared/domain/report-page.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { sha256 } from '../../crypto/hash.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context, Running } from '../../context.ts'
import { manifestOf } from '../bundle/manifest.ts'
import { bytesOf } from '../bundle/seal.ts'
import { digestOfMember, type Member, writeZip } from '../bundle/zip-writer.ts'
import type { About } from '../report/docx.ts'
import { bytesOfPage } from '../report/formats.ts'
import { html, Markup } from '../report/markup.ts'
import { pageOf } from '../report/page.ts'
import { STYLE } from '../report/style.ts'
import { passToSign, roleOf } from './adopt.ts'
import { countsOf, groundsIn, publicPageOf, totalOf } from './page.ts'
import { publicFragmentOf, toldBy } from './proof.ts'
import { getAdoption, listRedactions, type StoredAdoption } from './repository.ts'

const TITLES = {
  nl: { adopted: 'Inspectierapport', public: 'Inspectierapport, openbare versie', mark: 'Openbare versie van het vastgestelde rapport met kenmerk' },
  en: { adopted: 'Inspection report', public: 'Inspection report, public version', mark: 'Public version of the adopted report with hash' },
} as const
export const PUBLIC_MIMETYPE = Buffer.from('application/vnd.veldtoets-public+zip')

interface Order {
  readonly inspection: string
  readonly language: ReportLanguage
  readonly path: string
  /** Besides the page itself. */
  readonly formats: readonly ReportFormat[]
}

/** Writes what becomes public: a new page of nothing but what stays, in each format made of that page alone, and the proof that the rest is as adopted. */
export async function writePublic(context: Context, { inspection, language, path, formats }: Order, { signal, progress }: Running): Promise<{ size: number; leftOut: number }> {
  const { db, keys, now } = context
  const adoption = getAdoption(db, inspection, language)
  const pass = passToSign(context)
  const { page, fragments } = publicOf(context, adoption)
  const listed: Member[] = [
    text('VERIFY.txt', verifyText.join('\n')), ...proofOf(adoption, fragments),
    ...await inFormats(context, page, aboutOf(adoption), formats, signal),
  ]
  signal.throwIfAborted()
  const manifest = manifestOf(listed.map((member) => ({ name: member.name, sha256: digestOfMember(member).sha256 })))
  const statement = bytesOf(PublicStatement.parse({
    _type: 'veldtoets/public-version/1', adoption: adoption.sha256, manifest: sha256(manifest.toString()),
    kid: pass.kid, role: roleOf(pass), statement: PUBLIC_SENTENCE, time: now(),
  }))
  const members: Member[] = [
    { name: 'mimetype', content: PUBLIC_MIMETYPE }, { name: 'manifest-sha256.txt', content: manifest },
    { name: 'public.json', content: statement }, { name: 'public.sig', content: keys.sign(statement) }, { name: 'public.pem', content: Buffer.from(pass.certificate) },
    ...listed,
  ].sort((a, b) => comparePublicMembers(a.name, b.name))
  const { size } = await writeZip(path, members, { signal, onProgress: (done, total) => progress({ done, total }) })
  db.transaction(() => appendAudit(context, keys.workspace, 'public-version', sha256(statement.toString()))).immediate()
  return { size, leftOut: totalOf(countsOf(fragments.map(toldBy))) }
}

/** What was signed, and what is told of the fragments of which it speaks. */
const proofOf = ({ json, sig, pem, page }: StoredAdoption, fragments: readonly PublicFragment[]): Member[] => [
  { name: 'adoption.json', content: json }, { name: 'adoption.sig', content: sig }, { name: 'adoption.pem', content: Buffer.from(pem) },
  { name: 'fragments.jsonl', content: Buffer.concat(fragments.map(bytesOf)) },
  { name: 'shape.json', content: bytesOf(page.shape) },
]

/** The adopted report itself with the whole of its proof, for the archive. */
export function adoptedMembers(adoption: StoredAdoption): Member[] {
  const { page: { shape, fragments }, statement: { language } } = adoption
  const told = fragments.map((pieces, index) => publicFragmentOf(adoption.page, adoption.seed, index, pieces.map(() => null)))
  return [...proofOf(adoption, told), { name: 'report.html', content: Buffer.from(htmlOf(TITLES[language].adopted, pageOfShape(shape, (index) => fragments[index]!), language)) }]
}

/** What becomes public of an adopted report as things stand. */
export function publicOf({ db }: Pick<Context, 'db'>, { sha256: id, page: cut, seed, statement: { language } }: StoredAdoption) {
  const fragments = groundsIn(cut, listRedactions(db, id)).map((grounds, index) => publicFragmentOf(cut, seed, index, grounds))
  return { fragments, page: publicPageOf(cut.shape, fragments.map(toldBy), id, language) }
}

const text = (name: string, content: string): Member => ({ name, content: Buffer.from(`${content}\n`) })

/** What the files say of themselves: whose report it is, and no person, organisation or place in the log. */
const aboutOf = ({ sha256: id, statement: { inspectorate, language } }: StoredAdoption): PublicAbout => ({
  language, title: TITLES[language].public, inspectorate, marks: [`${TITLES[language].mark} ${id}`],
})
type PublicAbout = About & { readonly language: ReportLanguage }

async function inFormats(context: Context, page: PageElement, about: PublicAbout, formats: readonly ReportFormat[], signal: AbortSignal): Promise<Member[]> {
  const written = publicHtml(page, about.language)
  const members: Member[] = []
  for (const format of new Set<ReportFormat>(['html', ...formats])) members.push({ name: `report.${format}`, content: await bytesOfPage(context, format, written, about, signal) })
  return members
}

/** The page as a file that needs nothing beside it. */
const htmlOf = (title: string, page: PageElement, language: ReportLanguage) => pageOf(title, html`${page.children.map(markupOf)}`, STYLE, language)
export const publicHtml = (page: PageElement, language: ReportLanguage) => htmlOf(TITLES[language].public, page, language)

/** Of the styles of earlier releases, their SHA-256: what they wrote stays right when the style is made anew. */
const EARLIER_STYLES: readonly string[] = []

/**
 * Whether a file is the page that `publicHtml` makes, to the letter: what stood around its main part, in an attribute or in a style could say what was never adopted,
 * or hide what was.
 */
export function isPublicHtml(written: string, page: PageElement, language: ReportLanguage): boolean {
  const [start, end] = [written.indexOf(STYLE_START) + STYLE_START.length, written.indexOf('</style>')]
  const style = written.slice(start, end)
  if (style !== STYLE && !EARLIER_STYLES.includes(sha256(style))) return false
  return `${written.slice(0, start)}${STYLE}${written.slice(end)}` === publicHtml(page, language)
}
const STYLE_START = '<style>'

function markupOf(node: PageNode): Markup {
  if (typeof node === 'string') return html`${node}`
  const { tag, attributes, children } = node
  const opening = new Markup(`<${[tag, ...Object.entries(attributes).map(([name, value]) => `${name}="${html`${value}`.toString()}"`)].join(' ')}>`)
  const end = new Markup(tag === 'br' || tag === 'img' ? '' : `</${tag}>`)
  return html`${opening}${children.map(markupOf)}${end}${new Markup(LINES.has(tag) ? '\n' : '')}`
}

/** After which a line of the file ends. */
const LINES: ReadonlySet<string> = new Set(['section', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'p', 'ul', 'ol', 'li', 'dl', 'dd', 'table', 'caption', 'tr', 'figure'])
