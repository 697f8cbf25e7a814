import type { api } from '../../api.ts'

export type Told = Awaited<ReturnType<typeof api.factualCheck.get>>
export type ListedCheck = Told['checks'][number]
export type ListedRemark = Told['remarks'][number]
export type ListedView = Told['views'][number]
export type ReadRow = Awaited<ReturnType<typeof api.factualCheck.previewForm>>['rows'][number]

/** The checks that reached the organisation. */
export const heldOf = ({ checks }: Told) => checks.filter(({ withdrawn }) => withdrawn.value === null)
