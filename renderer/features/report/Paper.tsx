import { createElement, memo, type ReactNode, useEffect, useRef } from 'react'
import type { PageElement, PageNode } from '../../../shared/domain/report-page.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { childrenIn, levelOf, tagOnScreen } from '../../ui/page-node.ts'
import { Block } from './Block.tsx'
import { Recorded } from './Recorded.tsx'
import styles from './report.module.css'

interface Props {
  inspection: string
  page: PageElement
  language: ReportLanguage
  label: string
  /** The names of the elements that something leads to. */
  anchors: ReadonlyMap<PageElement, string>
}

/** The report as it will print. What people typed is text here and nothing else; headings stand one level below those of the screen. */
export const Paper = memo(function Paper({ page, language, label, ...at }: Props) {
  return <section className={styles.paper} lang={language} aria-label={label}>{page.children.map((node, index) => shown(node, index, { ...at, language }))}</section>
})

type At = Omit<Props, 'page' | 'label'>

function shown(node: PageNode, index: number, at: At): ReactNode {
  if (typeof node === 'string') return node
  if (node.tag === 'br') return <br key={index} />
  if (node.tag === 'img') return <Picture key={index} {...node.attributes} />
  const { class: className, scope, 'data-of': of, 'data-block': block } = node.attributes
  const anchor = at.anchors.get(node)
  const attributes = { key: index, className, scope, id: anchor, 'data-level': levelOf(node.tag) }
  const children = childrenIn(node).map((child, place) => shown(child, place, at))
  if (block !== undefined) return <Block key={index} inspection={at.inspection} language={at.language} id={block} anchor={anchor}>{children}</Block>
  if (node.tag === 'table') return <div key={index} className={styles.table}><table id={anchor} className={className}>{children}</table></div>
  if (of === undefined) return createElement(tagOnScreen(node.tag), attributes, ...children)
  const [text, ...more] = node.children.filter((child) => typeof child === 'object')
  const said = text && more.length === 0 && text.attributes.class === 'prose' && text.children.every((child) => typeof child === 'string') ? text.children.join('') : null
  return <Recorded key={index} inspection={at.inspection} of={of} text={said} anchor={anchor}>{children}</Recorded>
}

interface PictureProps {
  src?: string
  alt?: string
  width?: string
  height?: string
}

/** A picture that came with the page: this page shows none that has an address of data, so it gets one of its own as long as it is there. */
function Picture({ src = '', alt = '', width, height }: PictureProps) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const blob = blobOf(src)
    if (!blob || !image.current) return
    const address = URL.createObjectURL(blob)
    image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [src])
  return <img ref={image} alt={alt} style={{ width: `${width}pt`, aspectRatio: `${width} / ${height}` }} />
}

function blobOf(address: string): Blob | null {
  const [, type, base64] = /^data:([a-z/+]+);base64,(.*)$/.exec(address) ?? []
  return type && base64 ? new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type }) : null
}
