import { useEffect, useState } from 'react'

/** A value once it has stayed the same for so many milliseconds: for what takes longer to work out than a key may take. */
export function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
