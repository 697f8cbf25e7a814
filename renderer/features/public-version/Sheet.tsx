import { createElement, memo, type ReactNode } from 'react'
import type { PageElement, PageNode } from '../../../shared/domain/report-page.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { childrenIn, levelOf, tagOnScreen } from '../../ui/page-node.ts'
import styles from './public-version.module.css'

/** A page on paper that scrolls by itself and of which text can be selected; a picture stands in it as what it shows. Headings stand one level below those of the screen. */
export const Sheet = memo(function Sheet({ page, language, label }: { page: PageElement; language: ReportLanguage; label: string }) {
  return <section className={styles.sheet} lang={language} aria-label={label} tabIndex={0}>{page.children.map(shown)}</section>
})

function shown(node: PageNode, index: number): ReactNode {
  if (typeof node === 'string') return node
  const { tag, attributes: { class: className, scope, alt, 'data-fragment': fragment } } = node
  if (tag === 'br') return <br key={index} />
  if (tag === 'img') return <span key={index} role="img" aria-label={alt} className={styles.picture} />
  const attributes = { key: index, className, scope, 'data-fragment': fragment, 'data-level': levelOf(tag) }
  return createElement(tagOnScreen(tag), attributes, ...childrenIn(node).map(shown))
}
