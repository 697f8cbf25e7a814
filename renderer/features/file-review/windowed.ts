import { type RefObject, useLayoutEffect, useState } from 'react'

/** What of a large table is in view, in pixels; rows and columns beyond it by some are drawn along. */
export interface View {
  top: number
  left: number
  width: number
  height: number
}

/** Pixels of a row, of the headings, and of the names of the files. */
export const ROW = 34
export const HEADER = 76
export const NAMES = 128

/** What is drawn moves along in steps of this many pixels: between two of them scrolling draws nothing anew. */
const STEP = { down: 4 * ROW, across: 128 }

const stepped = (from: number, size: number, step: number): [number, number] => [from - from % step, size + step]

/** Follows what a scrolling element shows, once a frame, and a step beyond it. */
export function useView(scrolled: RefObject<HTMLElement | null>): View {
  const [view, setView] = useState<View>({ top: 0, left: 0, width: 1_024, height: 500 })
  useLayoutEffect(() => {
    const element = scrolled.current
    if (!element) return
    let frame = 0
    const read = () => {
      frame = 0
      const [top, height] = stepped(element.scrollTop, element.clientHeight, STEP.down)
      const [left, width] = stepped(element.scrollLeft, element.clientWidth, STEP.across)
      setView((before) => (before.top === top && before.left === left && before.width === width && before.height === height ? before : { top, left, width, height }))
    }
    const ask = () => { frame ||= requestAnimationFrame(read) }
    read()
    element.addEventListener('scroll', ask, { passive: true })
    const resized = new ResizeObserver(ask)
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', ask)
      resized.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [scrolled])
  return view
}

/** The rows in view and a few more, as [first, behind the last]. */
export function rowsIn({ top, height }: Pick<View, 'top' | 'height'>, count: number): [number, number] {
  const spare = 4
  return [Math.max(0, Math.floor(top / ROW) - spare), Math.min(count, Math.ceil((top + height) / ROW) + spare)]
}

/** The columns in view and one more on each side; `edges` are where columns begin, and at last where they end. */
export function columnsIn({ left, width }: Pick<View, 'left' | 'width'>, edges: readonly number[]): [number, number] {
  const count = edges.length - 1
  const first = edges.findIndex((edge, at) => at === count || edges[at + 1]! > left)
  const behind = edges.findIndex((edge) => edge >= left + width)
  return [Math.max(0, first - 1), Math.min(count, (behind < 0 ? count : behind) + 1)]
}

export const edgesOf = (widths: readonly number[]): number[] =>
  widths.reduce<number[]>((edges, width) => [...edges, edges.at(-1)! + width], [0])
