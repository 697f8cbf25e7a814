import { useSuspenseQuery } from '@tanstack/react-query'
import type { Framework } from '../shared/domain/framework.ts'
import { api, asking } from './api.ts'

/** A framework never changes under its hash, so it is asked once. */
export const askingFramework = (hash: string) => ({ ...asking(api.framework.get, { hash }), staleTime: 'static' as const, gcTime: Infinity })

export const useFramework = (hash: string): Framework => useSuspenseQuery(askingFramework(hash)).data
