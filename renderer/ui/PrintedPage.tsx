import { createElement, type ReactNode } from 'react'
import type { PageElement, PageNode } from '../../shared/domain/report-page.ts'
import styles from './PrintedPage.module.css'

/** A page as it will print, to look at only; headings stand one level below those of the screen. */
export function PrintedPage({ page, language, label }: { page: PageElement; language: 'nl' | 'en'; label: string }) {
  return <section className={styles.paper} lang={language} aria-label={label}>{page.children.map(shown)}</section>
}

const LOWER: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6', a: 'span' }
const WITHOUT_TEXT = ['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl']

function shown(node: PageNode, index: number): ReactNode {
  if (typeof node === 'string') return node
  const { tag, attributes: { class: className, scope } } = node
  const children = node.children.filter((child) => !WITHOUT_TEXT.includes(tag) || typeof child !== 'string')
  return createElement(LOWER[tag] ?? tag, { key: index, className, scope }, ...children.map(shown))
}
