import { z } from 'zod'
import { type FileNote, noteTaker, type NoteTaker } from './framework-file.ts'
import { type ForeignNode, frameworkFromForeign } from './framework-foreign.ts'
import type { Framework } from './framework.ts'

/** The parts of an OSCAL catalog (NIST, JSON, 1.x) that are read; whatever else there is, is counted. */
const Prop = z.looseObject({ name: z.string(), value: z.string() })
const Param = z.looseObject({ id: z.string(), label: z.string().optional(), values: z.array(z.string()).optional() })
interface Part { name: string; props?: Prop[] | undefined; prose?: string | undefined; parts?: Part[] | undefined; links?: unknown[] | undefined }
type Prop = z.infer<typeof Prop>
interface Control { id: string; title: string; props?: Prop[] | undefined; params?: z.infer<typeof Param>[] | undefined; parts?: Part[] | undefined; links?: unknown[] | undefined; controls?: Control[] | undefined }
interface Group { id?: string | undefined; title: string; props?: Prop[] | undefined; params?: z.infer<typeof Param>[] | undefined; parts?: Part[] | undefined; links?: unknown[] | undefined; groups?: Group[] | undefined; controls?: Control[] | undefined }

const shared = { props: z.array(Prop).optional(), params: z.array(Param).optional(), links: z.array(z.unknown()).optional() }
const MOST_DEEP = 12

/** Built level by level: a stranger's file is never walked deeper than anyone would write. */
const partWithin = (deep: number): z.ZodType<Part> =>
  z.looseObject({ name: z.string(), props: shared.props, links: shared.links, prose: z.string().optional(), parts: z.array(deep > 1 ? partWithin(deep - 1) : z.never()).optional() })
const Part = partWithin(MOST_DEEP)
const controlWithin = (deep: number): z.ZodType<Control> =>
  z.looseObject({ ...shared, id: z.string(), title: z.string(), parts: z.array(Part).optional(), controls: z.array(deep > 1 ? controlWithin(deep - 1) : z.never()).optional() })
const Control = controlWithin(MOST_DEEP)
const groupWithin = (deep: number): z.ZodType<Group> =>
  z.looseObject({
    ...shared, id: z.string().optional(), title: z.string(), parts: z.array(Part).optional(),
    groups: z.array(deep > 1 ? groupWithin(deep - 1) : z.never()).optional(), controls: z.array(Control).optional(),
  })

const Catalog = z.looseObject({
  catalog: z.looseObject({
    uuid: z.string(),
    metadata: z.looseObject({
      title: z.string(), version: z.string(), 'oscal-version': z.string(), 'last-modified': z.string(),
      parties: z.array(z.looseObject({ name: z.string().optional() })).optional(),
    }),
    params: z.array(Param).optional(),
    groups: z.array(groupWithin(MOST_DEEP)).optional(),
    controls: z.array(Control).optional(),
    'back-matter': z.looseObject({ resources: z.array(z.unknown()).optional() }).optional(),
  }),
})

/** Whether a file says that it is an OSCAL catalog. */
export const isOscal = (value: unknown) => z.looseObject({ catalog: z.looseObject({ metadata: z.looseObject({ 'oscal-version': z.string() }) }) }).safeParse(value).success

/** Reads an OSCAL catalog: groups become themes and criteria, controls expectations. Null, with the place, when it is not in the form of one. */
export function frameworkFromOscal(value: unknown): { framework: Framework; notes: FileNote[] } | { where: string } {
  const parsed = Catalog.safeParse(value)
  if (!parsed.success) return { where: parsed.error.issues[0]!.path.join('.') }
  const { metadata, groups = [], controls = [], params = [], uuid, 'back-matter': back } = parsed.data.catalog
  const { take, notes } = noteTaker()
  const reader = { take, params: new Map<string, z.infer<typeof Param>>() }
  for (const param of [...params, ...groups.flatMap(paramsOfGroup), ...controls.flatMap(paramsOfControl)]) reader.params.set(param.id, param)
  take('resource-left-out', 'back-matter', back?.resources?.length ?? 0)
  for (const key of ['revisions', 'document-ids', 'roles', 'locations', 'responsible-parties', 'actions', 'remarks', 'props', 'links']) if (key in metadata) take('metadata-left-out', key)
  const nodes = [...groups.map((group) => nodeOfGroup(group, reader)), ...controls.flatMap((control) => nodeOfControl(control, reader))]
  const head = {
    id: uuid, version: metadata.version, title: metadata.title, language: 'en' as const, publisher: metadata.parties?.find(({ name }) => name)?.name ?? null,
    provenance: [`OSCAL ${metadata['oscal-version']} catalog ${uuid}, ${metadata.title}, version ${metadata.version}, last modified ${metadata['last-modified']}.`],
  }
  return { framework: frameworkFromForeign(head, nodes, take), notes: notes() }
}

interface Reader {
  readonly take: NoteTaker
  readonly params: ReadonlyMap<string, z.infer<typeof Param>>
}

const paramsOfControl = ({ params = [], controls = [] }: Control): z.infer<typeof Param>[] => [...params, ...controls.flatMap(paramsOfControl)]
const paramsOfGroup = ({ params = [], groups = [], controls = [] }: Group): z.infer<typeof Param>[] =>
  [...params, ...groups.flatMap(paramsOfGroup), ...controls.flatMap(paramsOfControl)]

function nodeOfGroup({ id, title, props, parts = [], links, groups = [], controls = [] }: Group, reader: Reader): ForeignNode {
  const number = labelOf(props, links, reader)
  return {
    id: id ?? title, number, title, text: null, guidance: null, about: proseOf(parts, reader),
    children: [...groups.map((group) => nodeOfGroup(group, reader)), ...controls.flatMap((control) => nodeOfControl(control, reader))],
  }
}

/** A control; none when it was withdrawn. One with enhancements is a heading too. */
function nodeOfControl({ id, title, props, parts = [], links, controls = [] }: Control, reader: Reader): ForeignNode[] {
  if (props?.some(({ name, value }) => name === 'status' && value.toLowerCase() === 'withdrawn')) {
    reader.take('withdrawn', id)
    return []
  }
  const of = (name: string) => parts.filter((part) => part.name === name)
  for (const part of parts) if (part.name !== 'statement' && part.name !== 'guidance') reader.take('part-left-out', part.name)
  const [statement, guidance] = [proseOf(of('statement'), reader), proseOf(of('guidance'), reader)]
  const number = labelOf(props, links, reader)
  return [{
    id, number, title, about: null, text: statement === null ? title : `${title}\n${statement}`, guidance,
    children: controls.flatMap((control) => nodeOfControl(control, reader)),
  }]
}

function labelOf(props: readonly Prop[] | undefined, links: readonly unknown[] | undefined, { take }: Reader): string | null {
  for (const { name } of props ?? []) if (name !== 'label') take('property-left-out', name)
  take('link-left-out', 'links', links?.length ?? 0)
  return props?.find(({ name }) => name === 'label')?.value ?? null
}

/** What parts say, item under item; a label stands before what it belongs to. */
function proseOf(parts: readonly Part[], reader: Reader, deep = 0): string | null {
  const lines = parts.flatMap(({ props, prose, parts: below = [], links }) => {
    reader.take('link-left-out', 'links', links?.length ?? 0)
    const label = props?.find(({ name }) => name === 'label')?.value
    const said = prose === undefined ? [] : [`${'  '.repeat(deep)}${label === undefined ? '' : `${label} `}${filled(prose, reader)}`]
    return [...said, ...[proseOf(below, reader, deep + 1)].filter((line) => line !== null)]
  })
  return lines.length === 0 ? null : lines.join('\n')
}

/** Puts the value of a parameter where the text names it, or its label in brackets where nobody chose one. */
function filled(prose: string, { params, take }: Reader): string {
  return prose.replace(/\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/g, (_, id: string) => {
    const param = params.get(id)
    if (param?.values?.length) return param.values.join(', ')
    take('parameter-open', id)
    return `[${param?.label ?? id}]`
  })
}
