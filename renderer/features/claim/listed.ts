import type { Field } from '../../../shared/domain/field.ts'
import type { api } from '../../api.ts'

export type Told = Awaited<ReturnType<typeof api.claim.list>>
export type ListedClaim = Told['claims'][number]
export type ListedCount = Told['caseloads'][number]
export type ListedFact = Told['profile'][number]

export const differs = (fields: Readonly<Record<string, Field<unknown>>>) => Object.values(fields).some(({ different }) => different)
