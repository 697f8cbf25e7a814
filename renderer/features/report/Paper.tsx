import { createElement, memo, type ReactNode } from 'react'
import type { PageElement, PageNode } from '../../../shared/domain/report-page.ts'
import { anchorOf } from './outline.ts'
import styles from './report.module.css'

/** The report as it will print. What people typed is text here and nothing else; headings stand one level below those of the screen. */
export const Paper = memo(function Paper({ page, label }: { page: PageElement; label: string }) {
  return <section className={styles.paper} lang="nl" aria-label={label}>{page.children.map(shown)}</section>
})

const LOWER: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6' }

function shown(node: PageNode, index: number): ReactNode {
  if (typeof node === 'string') return node
  if (node.tag === 'br') return <br key={index} />
  const { class: className, scope } = node.attributes
  const attributes = { key: index, className, scope, 'data-level': LOWER[node.tag] && node.tag, id: node.tag === 'h2' ? anchorOf(node) : undefined }
  return createElement(LOWER[node.tag] ?? (node.tag === 'a' ? 'span' : node.tag), attributes, ...childrenOf(node))
}

/** White space between the parts of a table is no text of it. */
function childrenOf({ tag, children }: PageElement): ReactNode[] {
  const bare = ['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'dl'].includes(tag)
  return children.filter((child) => !bare || typeof child !== 'string').map(shown)
}
