import { randomUUID } from 'node:crypto'
import type { EvidenceFile } from '../shared/domain/evidence.ts'

/** Bytes that the page may ask for. */
export interface View {
  readonly inspection: string
  readonly sha256: string
}

/** Bytes that came in and lie sealed under a random name, before anything says so. */
export interface Taken {
  readonly inspection: string
  readonly file: string
  readonly crc32: number
  readonly about: EvidenceFile
  readonly takenAt: string | null
}

/** The handles of one open workspace, which tell nothing and end with it: what may be looked at, and what came in. */
export interface EvidenceDesk {
  show(view: View): string
  shown(handle: string): View | undefined
  put(taken: Taken): string
  /** Gives what came in once. */
  take(handle: string): Taken | undefined
}

export function createEvidenceDesk(): EvidenceDesk {
  const views = new Map<string, View>()
  const handles = new Map<string, string>()
  const taken = new Map<string, Taken>()
  return {
    show: (view) => {
      const place = `${view.inspection} ${view.sha256}`
      const handle = handles.get(place) ?? randomUUID()
      handles.set(place, handle)
      views.set(handle, view)
      return handle
    },
    shown: (handle) => views.get(handle),
    put: (one) => {
      const handle = randomUUID()
      taken.set(handle, one)
      return handle
    },
    take: (handle) => {
      const one = taken.get(handle)
      taken.delete(handle)
      return one
    },
  }
}
