import { emptyFramework } from './framework-draft.ts'
import type { NoteTaker } from './framework-file.ts'
import { type Criterion, type Expectation, type Framework, MOST_CRITERIA_DEEP, type Theme } from './framework.ts'
import { Id } from './text.ts'

/** A heading or a requirement of a catalog of another kind; `text` is what is asked, null for what is only a heading. */
export interface ForeignNode {
  readonly id: string
  readonly number: string | null
  readonly title: string | null
  /** What is said of a heading; it is asked of nobody. */
  readonly about: string | null
  readonly text: string | null
  readonly guidance: string | null
  readonly children: readonly ForeignNode[]
}

/** What a catalog of another kind says of itself. */
export interface ForeignHead {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly language: Framework['language']
  readonly publisher: string | null
  readonly provenance: readonly string[]
}

const LONGEST = { line: 400, text: 4_000 }

/** What stands for a decision rule where a source has none. */
export const FOREIGN_RULE = {
  nl: 'De bron geeft geen beslisregel. Zolang die niet is vastgesteld, staat hier de strengste: voldoende is alleen wie aan alles voldoet.',
  en: 'The source gives no decision rule. Until one is decided on, this is the strictest: only who meets everything is sufficient.',
}
export const FOREIGN_STANDARD = { nl: 'De bron zegt niet apart wat de norm is: alle verwachtingen.', en: 'The source does not say apart what the standard is: all expectations.' }

/**
 * A framework of a catalog that has requirements but neither rule nor scale: those are the least there can be, marked as own wording.
 * Its words are official, as its publisher wrote them, but where they had to be cut.
 */
export function frameworkFromForeign(head: ForeignHead, nodes: readonly ForeignNode[], take: NoteTaker): Framework {
  const empty = emptyFramework()
  const whole = new Builder(take)
  take('rule-missing')
  take('scale-missing')
  return {
    ...empty, id: whole.idOf(head.id), version: lineOf(head.version) ?? '1', title: lineOf(head.title) ?? head.id, language: head.language,
    inspectorates: [lineOf(head.publisher)].filter((name) => name !== null), provenance: head.provenance.map((sentence) => textOf(sentence)?.slice(0, LONGEST.text)).filter((one) => one !== undefined),
    rule: { ...empty.rule, statement: FOREIGN_RULE[head.language], outcomes: empty.rule.outcomes },
    standard: { statement: FOREIGN_STANDARD[head.language], wording: 'ownWording' },
    themes: whole.themesOf(nodes, head),
  }
}

/** One line of a text, without signs that cannot be printed; null for none. */
export const lineOf = (text: string | null): string | null => {
  const line = text?.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim().slice(0, LONGEST.line)
  return line ? line : null
}

export const textOf = (text: string | null): string | null => {
  const clean = text?.replaceAll('\r\n', '\n').replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, ' ').trim()
  return clean ? clean : null
}

class Builder {
  readonly #taken = new Set<string>()
  readonly #take: NoteTaker

  constructor(take: NoteTaker) {
    this.#take = take
  }

  /** What stands at the top becomes a theme; a requirement that stands there alone comes under one of the catalog's name. */
  themesOf(nodes: readonly ForeignNode[], head: ForeignHead): Theme[] {
    const loose = nodes.filter(({ children }) => children.length === 0)
    const themes = nodes.filter((node) => this.#holds(node)).map((node) => this.#themeOf(node))
    const rest = loose.flatMap((node) => this.#expectationsOf(node))
    if (rest.length === 0) return themes
    const name = { number: '0', title: lineOf(head.title) ?? head.id, wording: 'official' as const }
    return [...themes, { ...name, id: this.idOf('0'), aim: null, criteria: [{ ...name, id: this.idOf('0'), expectations: rest }] }]
  }

  /** Whether anything is asked below a heading; one that asks nothing has no place in a framework. */
  #holds(node: ForeignNode): boolean {
    return node.children.some((child) => child.text !== null || this.#holds(child))
  }

  #themeOf(node: ForeignNode): Theme {
    const { id, number, title } = this.#headOf(node)
    const aim = textOf(node.about)
    if (aim !== null && aim.length > LONGEST.text) this.#take('text-too-long', number)
    const own = { ...node, children: node.children.filter(({ children }) => children.length === 0) }
    const below = node.children.filter((child) => this.#holds(child)).map((child) => this.#criterionOf(child, 1))
    const expectations = [...this.#expectationsOf(node), ...own.children.flatMap((child) => this.#expectationsOf(child))]
    const criteria: Criterion[] = expectations.length === 0 ? below : [{ id: this.idOf(node.id), number, title, wording: 'official', expectations }, ...below]
    return { id, number, title, aim: aim !== null && aim.length <= LONGEST.text ? aim : null, wording: 'official', criteria }
  }

  #criterionOf(node: ForeignNode, deep: number): Criterion {
    const { id, number, title } = this.#headOf(node)
    if (node.about !== null && lineOf(node.about) !== title) this.#take('heading-text', number)
    const leaves = node.children.filter(({ children }) => children.length === 0)
    const headings = node.children.filter((child) => this.#holds(child))
    const isDeepest = deep === MOST_CRITERIA_DEEP && headings.length > 0
    if (isDeepest) this.#take('levels-joined', number)
    const expectations = [...this.#expectationsOf(node), ...(isDeepest ? headings.flatMap((child) => this.#allBelow(child)) : []), ...leaves.flatMap((child) => this.#expectationsOf(child))]
    const criteria = isDeepest ? [] : headings.map((child) => this.#criterionOf(child, deep + 1))
    return { id, number, title, wording: 'official', expectations, ...(criteria.length > 0 && { criteria }) }
  }

  #allBelow(node: ForeignNode): Expectation[] {
    return [...this.#expectationsOf(node), ...node.children.flatMap((child) => this.#allBelow(child))]
  }

  #expectationsOf(node: ForeignNode): Expectation[] {
    if (node.text === null) {
      if (node.children.length === 0) this.#take('heading-empty', node.number ?? node.id)
      return []
    }
    const { number } = this.#headOf(node, false)
    const [said, guidance] = [textOf(node.text)!, textOf(node.guidance)]
    const isCut = said.length > LONGEST.text
    for (const text of [said, guidance ?? '']) if (text.length > LONGEST.text) this.#take('text-too-long', number)
    return [{
      id: this.idOf(node.id), number, statement: isCut ? `${said.slice(0, LONGEST.text - 2).replace(/\p{Cs}$/u, '')} …` : said, wording: isCut ? 'ownWording' : 'official',
      assessed: true, notAssessedBecause: null, legal: false, limbs: [], footnotes: [], guidance: guidance !== null && guidance.length <= LONGEST.text ? guidance : null,
    }]
  }

  #headOf(node: ForeignNode, isHeading = true) {
    const number = lineOf(node.number) ?? lineOf(node.id) ?? '?'
    return { id: isHeading ? this.idOf(node.id) : '', number, title: lineOf(node.title) ?? lineOf(node.about) ?? lineOf(node.text) ?? number }
  }

  /** An id that a framework may have, as near to the given one as can be, and not twice. */
  idOf(given: string): string {
    const clean = given.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '').slice(-40).replace(/^[^A-Za-z0-9]+/, '') || 'x'
    let id = clean
    for (let next = 2; this.#taken.has(id); next++) id = `${clean.slice(0, 36)}-${next}`
    this.#taken.add(id)
    if (!Id.safeParse(given).success) this.#take('id-changed')
    return id
  }
}
