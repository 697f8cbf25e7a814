import { type RefObject, useEffect, useState } from 'react'

/** Characters of the text of a fragment. */
export interface Stretch {
  fragment: number
  start: number
  end: number
}

/** What is selected in an element, per fragment; nothing when the selection lies elsewhere. */
export function useSelected(within: RefObject<HTMLElement | null>): readonly Stretch[] {
  const [selected, setSelected] = useState<readonly Stretch[]>([])
  useEffect(() => {
    const look = () => setSelected(within.current ? stretchesIn(within.current) : [])
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [within])
  return selected
}

function stretchesIn(root: HTMLElement): Stretch[] {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  const fragments = [...root.querySelectorAll<HTMLElement>('[data-fragment]')].filter((element) => range.intersectsNode(element))
  return fragments.map((element) => stretchOf(element, range)).filter(({ start, end }) => end > start)
}

function stretchOf(element: HTMLElement, range: Range): Stretch {
  const part = document.createRange()
  part.selectNodeContents(element)
  const lengthUpTo = (node: Node, offset: number) => {
    const before = document.createRange()
    before.selectNodeContents(element)
    before.setEnd(node, offset)
    return before.toString().length
  }
  const start = element.contains(range.startContainer) ? lengthUpTo(range.startContainer, range.startOffset) : 0
  const end = element.contains(range.endContainer) ? lengthUpTo(range.endContainer, range.endOffset) : part.toString().length
  return { fragment: Number(element.dataset.fragment), start, end }
}
