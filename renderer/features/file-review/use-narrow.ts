import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(width < 860px), (height < 480px)')

/** Whether there is too little room for files beside each other. */
export const useNarrow = () => useSyncExternalStore(
  (changed) => {
    narrow.addEventListener('change', changed)
    return () => narrow.removeEventListener('change', changed)
  },
  () => narrow.matches,
)
