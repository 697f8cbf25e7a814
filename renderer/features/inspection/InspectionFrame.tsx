import type { ReactNode } from 'react'

export function InspectionFrame({ children }: { inspection: string; stage: string; children: ReactNode }) {
  return children
}
