import { z } from 'zod'
import { type FileNote, noteTaker, type NoteTaker } from './framework-file.ts'
import { type ForeignNode, frameworkFromForeign } from './framework-foreign.ts'
import type { Framework } from './framework.ts'

const Said = z.string().nullish()
const RequirementNode = z.looseObject({ urn: z.string(), assessable: z.boolean(), parent_urn: Said, ref_id: Said, name: Said, description: Said, annotation: Said })
type RequirementNode = z.infer<typeof RequirementNode>

const Library = z.looseObject({
  urn: z.string(), locale: z.string(), ref_id: Said, name: z.string(), version: z.union([z.int(), z.string()]), provider: Said, copyright: Said, publication_date: z.unknown().optional(),
  objects: z.looseObject({ framework: z.looseObject({ urn: z.string(), ref_id: Said, name: z.string(), requirement_nodes: z.array(RequirementNode).min(1).max(20_000) }) }),
})

/** Whether a file says that it is a library of CISO Assistant with a framework in it. */
export const isCiso = (value: unknown) => z.looseObject({ urn: z.string(), objects: z.looseObject({ framework: z.looseObject({}) }) }).safeParse(value).success

/** Keys of a requirement that are read, and what becomes of the others. */
const READ = new Set(['urn', 'assessable', 'depth', 'parent_urn', 'ref_id', 'name', 'description', 'annotation'])
const LEFT_OUT = {
  translations: 'translation-left-out', implementation_groups: 'group-left-out', reference_controls: 'reference-left-out', threats: 'reference-left-out',
  questions: 'question-left-out', question: 'question-left-out',
} as const

/** Reads a library of CISO Assistant: assessable nodes become expectations, the others themes and criteria. `where` is what is not in that form. */
export function frameworkFromCiso(value: unknown): { framework: Framework; notes: FileNote[] } | { where: string } {
  const parsed = Library.safeParse(value)
  if (!parsed.success) return { where: parsed.error.issues[0]!.path.join('.') }
  const { locale, name, version, provider, copyright, publication_date: published, objects, urn, ref_id } = parsed.data
  const { framework, ...others } = objects
  const { take, notes } = noteTaker()
  for (const [key, list] of Object.entries(others)) take('object-left-out', key, Array.isArray(list) ? list.length : 1)
  if ('scores_definition' in framework || 'min_score' in framework) take('score-left-out', 'scores_definition')
  if ('implementation_groups_definition' in framework) take('group-left-out', 'implementation_groups_definition')
  const language = locale.slice(0, 2) === 'nl' ? 'nl' : 'en'
  if (!['nl', 'en'].includes(locale.slice(0, 2))) take('language-unknown', locale)
  const tree = treeOf(framework.requirement_nodes, take)
  if ('where' in tree) return tree
  const head = {
    id: framework.ref_id ?? ref_id ?? framework.urn, version: String(version), title: framework.name, language, publisher: provider ?? null,
    provenance: [`CISO Assistant library ${urn}, ${name}, version ${version}${published === undefined ? '' : `, ${dayOf(published)}`}.`, ...(copyright ? [copyright] : [])],
  } as const
  return { framework: frameworkFromForeign(head, tree.nodes, take), notes: notes() }
}

const dayOf = (published: unknown) => (published instanceof Date ? published.toISOString().slice(0, 10) : String(published))

const MOST_DEEP = 40

/** Nodes stand in one list and name the one above them; a file in which they go round, or name what is not there, is not read. */
function treeOf(list: readonly RequirementNode[], take: NoteTaker): { nodes: ForeignNode[] } | { where: string } {
  const known = new Map<string, { deep: number; children: ForeignNode[] }>()
  const nodes: ForeignNode[] = []
  for (const [index, node] of list.entries()) {
    const above = node.parent_urn ? known.get(node.parent_urn) : null
    const deep = (above?.deep ?? 0) + 1
    if (above === undefined || deep > MOST_DEEP || known.has(node.urn)) return { where: `requirement_nodes.${index}.${known.has(node.urn) ? 'urn' : 'parent_urn'}` }
    const children: ForeignNode[] = []
    known.set(node.urn, { deep, children })
    ;(above?.children ?? nodes).push(nodeOf(node, children, take))
  }
  return { nodes }
}

function nodeOf(node: RequirementNode, children: readonly ForeignNode[], take: NoteTaker): ForeignNode {
  for (const key of Object.keys(node)) if (!READ.has(key)) take(LEFT_OUT[key as keyof typeof LEFT_OUT] ?? 'property-left-out', key)
  const { urn, assessable, ref_id, name, description, annotation } = node
  const said = [name, description].filter((text) => text !== null && text !== undefined && text.trim() !== '').join('\n')
  if (!assessable && annotation) take('heading-text', ref_id ?? urn.split(':').at(-1))
  return {
    id: ref_id ?? urn.split(':').at(-1)!, number: ref_id ?? null, title: name ?? null, children,
    about: assessable ? null : description ?? null, text: assessable ? said || (ref_id ?? urn) : null, guidance: assessable ? annotation ?? null : null,
  }
}
