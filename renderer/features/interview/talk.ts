import type { Framework } from '../../../shared/domain/framework.ts'
import type { api } from '../../api.ts'

/** One talk, as the screen has it. */
export type Told = Awaited<ReturnType<typeof api.interview.get>>
export type Guided = Told['questions'][number]
export type Written = Told['notes'][number]

/** Which talk, and the framework with which it is held. */
export interface Talk {
  inspection: string
  talk: string
  framework: Framework
}
