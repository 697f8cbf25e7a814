import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

/** Height of every row of the tree, in px; ItemTree.module.css has the same. */
export const ROW = 46

/** Rows that are drawn before and after those in sight, so that steps, find-in-page and quick scrolling meet rows that are there. */
const BEYOND = 60

/** The window moves in strides: not every turn of the wheel draws again. */
const STRIDE = 20

export interface Range {
  from: number
  to: number
}

/** Which rows are drawn, by where the element around them is scrolled to. */
export function useWindow(tree: RefObject<HTMLElement | null>): Range {
  const [first, setFirst] = useState(0)
  const [count, setCount] = useState(BEYOND)
  useLayoutEffect(() => {
    const scroller = tree.current?.parentElement
    if (!scroller) return
    const look = () => {
      setFirst(Math.floor(scroller.scrollTop / ROW / STRIDE) * STRIDE)
      setCount(Math.ceil(scroller.clientHeight / ROW) + STRIDE)
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(scroller)
    scroller.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      scroller.removeEventListener('scroll', look)
    }
  }, [tree])
  return { from: first - BEYOND, to: first + count + BEYOND }
}

/** Brings a row into sight, no further than it takes. */
export function useInSight(tree: RefObject<HTMLElement | null>, row: number): void {
  useEffect(() => {
    const scroller = tree.current?.parentElement
    if (!scroller || row < 0) return
    const [top, bottom] = [(row - 1) * ROW, (row + 2) * ROW]
    if (top < scroller.scrollTop) scroller.scrollTo({ top })
    else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTo({ top: bottom - scroller.clientHeight })
  }, [tree, row])
}
