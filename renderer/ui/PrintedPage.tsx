import { createElement, type ReactNode } from 'react'
import type { PageElement, PageNode } from '../../shared/domain/report-page.ts'
import { childrenIn, tagOnScreen } from './page-node.ts'
import styles from './PrintedPage.module.css'

/** A page as it will print, to look at only; headings stand one level below those of the screen. */
export function PrintedPage({ page, language, label }: { page: PageElement; language: 'nl' | 'en'; label: string }) {
  return <section className={styles.paper} lang={language} aria-label={label}>{page.children.map(shown)}</section>
}

function shown(node: PageNode, index: number): ReactNode {
  if (typeof node === 'string') return node
  const { tag, attributes: { class: className, scope } } = node
  return createElement(tagOnScreen(tag), { key: index, className, scope }, ...childrenIn(node).map(shown))
}
