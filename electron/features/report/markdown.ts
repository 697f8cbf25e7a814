import { type Element, elementsIn, hasClass, type Node, textOf } from './tree.ts'

/** The report as Markdown (CommonMark with the tables of GitHub): what was typed stays text, whatever signs it has. */
export function markdownOf(main: Element, marks: readonly string[]): string {
  return `${[...main.children.map(blockOf), '---', ...marks.map(escaped)].filter((block) => block !== '').join('\n\n')}\n`
}

const HEADING = /^h([1-6])$/

function blockOf(node: Node): string {
  if (typeof node === 'string') return node.trim() === '' ? '' : escaped(textOf(node).trim())
  const level = node.tag.match(HEADING)?.[1]
  if (level) return `${'#'.repeat(Number(level))} ${inline(node)}`
  if (['section', 'div', 'figure'].includes(node.tag)) return node.children.map(blockOf).filter((block) => block !== '').join('\n\n')
  if (node.tag === 'ul' || node.tag === 'ol') return listOf(node, 0)
  if (node.tag === 'img') return pictureOf(node)
  if (node.tag === 'dl') return factsOf(node)
  if (node.tag === 'table') return tableOf(node)
  return inline(node)
}

function listOf(list: Element, depth: number): string {
  const sign = list.tag === 'ol' ? '1.' : '-'
  return elementsIn(list, 'li').map((item) => {
    const nested = elementsIn(item, 'ul').map((inner) => `\n${listOf(inner, depth + 1)}`)
    const own = { ...item, children: item.children.filter((child) => typeof child === 'string' || child.tag !== 'ul') }
    return `${'  '.repeat(depth)}${sign} ${inline(own)}${nested.join('')}`
  }).join('\n')
}

function factsOf(list: Element): string {
  return elementsIn(list).map((part) => {
    const lists = elementsIn(part, 'ul').map((inner) => `\n${listOf(inner, 1)}`).join('')
    return part.tag === 'dt' ? `- **${inline(part)}**: ` : lists === '' ? `${inline(part)}\n` : `${lists}\n`
  }).join('').trimEnd()
}

function tableOf(table: Element): string {
  const rows = elementsIn(table).flatMap((part) => elementsIn(part, 'tr'))
  const [head, ...body] = rows.map((row) => elementsIn(row).map((cell) => inline(cell).replace(/\n/g, '<br>')))
  if (!head) return ''
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function inline(node: Element): string {
  return node.children.map((child) => {
    if (typeof child === 'string') return escaped(textOf(child))
    if (hasClass(child, 'aloud')) return ''
    if (child.tag === 'br') return '\n'
    if (child.tag === 'img') return pictureOf(child)
    if (child.tag === 'strong' || hasClass(child, 'mark')) return `**${inline(child).trim()}**`
    return hasClass(child, 'prose') ? proseOf(child) : inline(child)
  }).join('').trim()
}

const proseOf = (node: Element): string =>
  node.children.map((child) => (typeof child === 'string' ? escaped(child) : escaped(textOf(child)))).join('')

/** What a picture shows, in words: Markdown holds no picture of its own. */
const pictureOf = ({ attributes }: Element) => `![${escaped(attributes.alt ?? '')}]()`

const escaped = (text: string) => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(\s)/gm, '$1\\$2$3')
