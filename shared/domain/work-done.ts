import type { ActivityKind, ActivityState } from './activity.ts'
import type { Member } from './inspection.ts'

/** Files that were drawn from one population. `committed` tells whether the seed was fixed before the population was known. */
export interface DrawDone {
  population: number
  drawn: number
  committed: boolean
}

/** What was really done, as counted from what was recorded; places and roles in words, people by their role only. */
export interface Work {
  announced: boolean | null
  team: readonly Member['role'][]
  visits: readonly { day: string | null; unit: string | null; refusedAt: string | null }[]
  activities: readonly {
    kind: ActivityKind
    state: ActivityState | null
    /** Of a talk, with whom. */
    role: string | null
    place: string | null
    ledBy: Member['role'] | null
    /** How many people took part; null where that was not recorded. */
    participants: number | null
  }[]
  draws: readonly DrawDone[]
  files: { sample: number; replacement: number; targeted: number; dropped: number }
  documents: number
  originals: number
  observations: number
  evidence: number
  assessed: number
  ratedTwice: number
  /** The numbers of the expectations that no source speaks to. */
  withoutSource: readonly string[]
  /** On what legal privilege rests: the labels, and how many have none. */
  privileged: { labels: readonly string[]; unnamed: number }
}
