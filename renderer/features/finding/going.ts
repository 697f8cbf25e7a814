import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { api, asking } from '../../api.ts'
import type { Item } from './item.ts'

/** Where someone is. `goes` tells whether the focus comes along; each arrival is an object of its own. */
export interface Arrival {
  key: string
  goes: boolean
}

/** The item of the address, or the one to begin with. An address that leads nowhere leads to that one too. */
export function useArrival(inspection: string, items: readonly Item[], start: string) {
  const [location, navigate] = useLocation()
  const [gone, setGone] = useState<Arrival>({ key: '', goes: false })
  const address = `/inspectie/${inspection}/oordelen/`
  const [asked, setAsked] = useState('')
  const here = `${location}/`.startsWith(address) ? decodeURIComponent(location.slice(address.length)) : asked // on the way out, the item stays
  if (here !== asked) setAsked(here)
  const key = items.some((item) => item.key === here) ? here : start
  const arrival = useMemo(() => (gone.key === key ? gone : { key, goes: false }), [gone, key])

  const go = useCallback((to: string, goes: boolean) => {
    setGone({ key: to, goes })
    navigate(address + to, { replace: true })
  }, [navigate, address])
  return { arrival, go }
}

/** What has to be asked to show an item; nothing for what is not assessed. */
function askOf(inspection: string, item: Item): { queryKey: readonly unknown[]; queryFn: () => Promise<unknown> } | null {
  if (item.kind === 'criterion') return asking(api.finding.appraisal, { inspection, criterion: item.id })
  return item.expectation.assessed ? asking(api.finding.get, { inspection, expectation: item.id }) : null
}

/** Asks what is known of the items before and after, so that going there takes no time. */
export function useNeighbours(inspection: string, items: readonly Item[], at: number): void {
  const queries = useQueryClient()
  useEffect(() => {
    for (const item of [items[at + 1], items[at - 1]]) {
      const ask = item && askOf(inspection, item)
      if (ask) void queries.prefetchQuery({ ...ask, staleTime: Infinity })
    }
  })
}

/** The arrival that is on the screen: the one that is asked for, or the one before it as long as that one is on its way. */
export function useShown(inspection: string, items: readonly Item[], arrival: Arrival): Arrival {
  const queries = useQueryClient()
  const before = useDeferredValue(arrival)
  const item = items.find(({ key }) => key === arrival.key)
  const ask = item && askOf(inspection, item)
  return ask && queries.getQueryData(ask.queryKey) === undefined ? before : arrival
}

/** Ctrl (or ⌘) with a letter, anywhere on the screen. */
export function useShortcut(letter: string, act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== letter) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
