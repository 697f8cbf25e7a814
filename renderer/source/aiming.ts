import { useEffect } from 'react'
import { useLocation } from 'wouter'

/** What the address of a screen points at, as in `/inspectie/<id>/documenten/<source>/<page>`; `aim` points at another, or at nothing. */
export function useAim(inspection: string, stage: string) {
  const [location, navigate] = useLocation()
  const screen = `/inspectie/${inspection}/${stage}`
  const [id = null, page] = location.startsWith(`${screen}/`) ? location.slice(screen.length + 1).split('/') : []
  return { id, page: Math.max(1, Number(page) || 1), aim: (to: string | null) => navigate(to === null ? screen : `${screen}/${to}`, { replace: true }) }
}

/** Where something stands that an address can point at. */
export const aimIdOf = (id: string) => `bij-${id}`

/** Brings what the address points at into view, once it is there. */
export function useInView(id: string | null): void {
  useEffect(() => {
    if (id !== null) document.getElementById(aimIdOf(id))?.scrollIntoView({ block: 'nearest' })
  }, [id])
}
