import { type Criterion, type Expectation, type Framework, MOST_CRITERIA_DEEP, type Theme } from './framework.ts'
import { keysOf } from './framework-place.ts'

export type Node = Theme | Criterion | Expectation
export type NodeKind = 'theme' | 'criterion' | 'expectation'

/** One line of the outline of a draft; `where` is the path that faults have too. A theme has level 0. */
export interface Outlined {
  where: string
  kind: NodeKind
  level: number
  node: Node
}

/** A framework in which something was put elsewhere, and where it is now. */
export interface Edited {
  framework: Framework
  where: string | null
}

interface Part extends Outlined {
  list: Node[]
  above: Part | null
}

function partsOf({ themes }: Framework): Part[] {
  return themes.flatMap((theme, index) => partsFrom({ where: `themes[${index}]`, kind: 'theme', level: 0, node: theme, list: themes, above: null }))
}

function partsFrom(part: Part): Part[] {
  const { where, level, node } = part
  const [expectations, criteria] = ['expectations' in node ? node.expectations : [], 'criteria' in node ? node.criteria ?? [] : []]
  const below = (list: Node[], kind: NodeKind, name: string) =>
    list.map((one, index): Part => ({ where: `${where}.${name}[${index}]`, kind, level: level + 1, node: one, list, above: part }))
  return [part, ...below(expectations, 'expectation', 'expectations'), ...below(criteria, 'criterion', 'criteria').flatMap(partsFrom)]
}

/** All themes, criteria and expectations in order of print. */
export const outlineOf = (framework: Framework): Outlined[] => partsOf(framework)

/** Does something to a copy of the tree; `act` returns what the screen should then show, or null if it cannot be done. */
function edited(framework: Framework, act: (parts: Part[], copy: Framework) => Node | null): Edited {
  const copy = copyOf(framework)
  const node = act(partsOf(copy), copy)
  if (node === null) return { framework, where: null }
  for (const { node: one } of partsOf(copy)) if ('expectations' in one && one.criteria?.length === 0) delete one.criteria
  return { framework: copy, where: partsOf(copy).find((part) => part.node === node)?.where ?? null }
}

/** A framework is plain JSON. */
const copyOf = (framework: Framework) => JSON.parse(JSON.stringify(framework)) as Framework

const at = (parts: readonly Part[], where: string | null) => parts.find((part) => part.where === where)

/** How many levels of criteria a node has, itself included. */
const deepOf = (node: Node): number =>
  'statement' in node ? 0 : ('expectations' in node ? 1 : 0) + Math.max(0, ...(node.criteria ?? []).map(deepOf))

const criteriaOfNode = (node: Theme | Criterion): Criterion[] => (node.criteria ??= [])

/** The list in which something of a kind can stand right below a node; none where it cannot, or would come too deep. */
function listBelow(part: Part, kind: NodeKind, deep: number): Node[] | null {
  if (kind === 'expectation') return 'expectations' in part.node ? part.node.expectations : null
  if (kind === 'theme' || 'statement' in part.node || part.level + deep > MOST_CRITERIA_DEEP) return null
  return criteriaOfNode(part.node)
}

const blank = (kind: NodeKind, id: string): Node => {
  const wording = 'ownWording' as const
  if (kind === 'theme') return { id, number: '', title: '', aim: null, wording, criteria: [] }
  if (kind === 'criterion') return { id, number: '', title: '', wording, expectations: [] }
  return {
    id, number: '', statement: '', wording, assessed: true, notAssessedBecause: null, legal: false, limbs: [], footnotes: [], guidance: null,
  }
}

/** Adds something empty: after what is chosen if that is of its kind, otherwise last below the nearest that can hold it. */
export function added(framework: Framework, chosen: string | null, kind: NodeKind, taken: ReadonlySet<string>): Edited {
  return edited(framework, (parts, copy) => {
    const node = blank(kind, freeIdOf(kind, parts, taken))
    let part = at(parts, chosen)
    while (part && part.kind !== kind && !(kind !== 'theme' && listBelow(part, kind, 1))) part = part.above ?? undefined
    if (part?.kind === kind && (kind !== 'criterion' || part.where === chosen)) part.list.splice(part.list.indexOf(part.node) + 1, 0, node)
    else if (kind === 'theme') copy.themes.push(node as Theme)
    else {
      const list = part && listBelow(part, kind, 1)
      if (!list) return null
      list.push(node)
    }
    return node
  })
}

const LETTERS: Readonly<Record<NodeKind, string>> = { theme: 't', criterion: 'c', expectation: 'v' }

/** An id that nothing has, here or in the version that this one goes on from: what was taken away there does not come back as something else. */
function freeIdOf(kind: NodeKind, parts: readonly Part[], taken: ReadonlySet<string>): string {
  const known = new Set([...taken, ...parts.map(({ node }) => node.id)])
  for (let number = 1; ; number++) if (!known.has(`${LETTERS[kind]}${number}`)) return `${LETTERS[kind]}${number}`
}

/** Takes something away with all below it, and out of the questions and fields that speak to it; then shows what stood before it. */
export function removed(framework: Framework, where: string): Edited {
  const gone = new Set<string>()
  const { framework: rest, where: shown } = edited(framework, (parts) => {
    const part = at(parts, where)
    if (!part) return null
    for (const { kind, node } of partsFrom(part)) if (kind === 'expectation') gone.add(node.id)
    const place = part.list.indexOf(part.node)
    part.list.splice(place, 1)
    return part.list[Math.min(place, part.list.length - 1)] ?? part.above?.node ?? part.node
  })
  return { framework: gone.size === 0 || !rest.fieldwork ? rest : { ...rest, fieldwork: without(rest.fieldwork, gone) }, where: shown }
}

function without(fieldwork: NonNullable<Framework['fieldwork']>, gone: ReadonlySet<string>): NonNullable<Framework['fieldwork']> {
  const cut = <T extends { expectations: string[] }>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, expectations: one.expectations.filter((id) => !gone.has(id)) }))
  const { roles, documents, observations, fileFields, terms } = fieldwork
  return {
    ...fieldwork, documents: cut(documents), observations: cut(observations), fileFields: cut(fileFields), terms: cut(terms),
    roles: roles.map((role) => ({ ...role, questions: cut(role.questions) })),
  }
}

/** One step up or down; past the end of its list into the next one of the same level. */
export function moved(framework: Framework, where: string, by: 1 | -1): Edited {
  return edited(framework, (parts) => {
    const part = at(parts, where)
    if (!part) return null
    const { list, node, kind, above } = part
    const place = list.indexOf(node)
    if (list[place + by]) {
      list.splice(place, 1)
      list.splice(place + by, 0, node)
      return node
    }
    const holders = parts.filter((other) => other.level === above?.level && other.kind === above.kind)
    const to = above && holders[holders.findIndex((other) => other.node === above.node) + by]
    const into = to && listBelow(to, kind, deepOf(node))
    if (!into) return null
    list.splice(place, 1)
    if (by === 1) into.unshift(node)
    else into.push(node)
    return node
  })
}

/** A criterion one level deeper, below the one before it, or one level up, after the one it stood below. */
export function shifted(framework: Framework, where: string, by: 1 | -1): Edited {
  return edited(framework, (parts) => {
    const part = at(parts, where)
    if (part?.kind !== 'criterion') return null
    const { list, node, above } = part
    const place = list.indexOf(node)
    const before = parts.find((other) => other.node === list[place - 1])
    const into = by === 1 ? before && listBelow(before, 'criterion', deepOf(node)) : above?.kind === 'criterion' ? above.list : null
    if (!into) return null
    list.splice(place, 1)
    into.splice(by === 1 ? into.length : into.indexOf(above!.node) + 1, 0, node)
    return node
  })
}

/** Puts something before what it is dropped on if that is of its kind, and otherwise last below it, where it can stand there. */
export function dropped(framework: Framework, where: string, on: string): Edited {
  return edited(framework, (parts) => {
    const [part, target] = [at(parts, where), at(parts, on)]
    if (!part || !target || partsFrom(part).some(({ node }) => node === target.node)) return null
    const beside = target.kind === part.kind && target.level + deepOf(part.node) - 1 <= MOST_CRITERIA_DEEP
    const into = beside ? target.list : listBelow(target, part.kind, deepOf(part.node))
    if (!into) return null
    part.list.splice(part.list.indexOf(part.node), 1)
    into.splice(beside ? into.indexOf(target.node) : into.length, 0, part.node)
    return part.node
  })
}

/** Every number as its place says it, and what stood there: 1, 1.1, 1.1.1; expectations before the criteria beside them. */
export function numbersByPlace(framework: Framework): { where: string; before: string; after: string }[] {
  const numbers = new Map<Node, string>()
  return partsOf(framework).map(({ where, node, list, above }) => {
    const first = above && 'expectations' in above.node && list !== above.node.expectations ? above.node.expectations.length : 0
    const place = String(first + list.indexOf(node) + 1)
    const after = above ? `${numbers.get(above.node)}.${place}` : place
    numbers.set(node, after)
    return { where, before: node.number, after }
  })
}

export function renumbered(framework: Framework): Framework {
  const copy = copyOf(framework)
  const parts = partsOf(copy)
  for (const [index, { after }] of numbersByPlace(copy).entries()) parts[index]!.node.number = after
  return copy
}

/** What stands at a path; undefined where nothing does. */
export const valueAt = (framework: Framework, where: string): unknown =>
  keysOf(where).reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], framework)

/** The same framework with something else at a path. */
export function withValue(framework: Framework, where: string, value: unknown): Framework {
  const put = (at: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return value
    if (Array.isArray(at)) return at.map((one: unknown, index) => (index === Number(key) ? put(one, rest) : one))
    const record = at as Record<string, unknown>
    return { ...record, [key]: put(record[key], rest) }
  }
  return put(framework, keysOf(where)) as Framework
}
