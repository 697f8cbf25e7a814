import { useEffect, useEffectEvent } from 'react'

/** F9 anywhere on the screen, also in the midst of a word. */
export function useBlanking(blank: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F9') return
    event.preventDefault()
    blank()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
