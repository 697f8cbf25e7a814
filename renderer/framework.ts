import { useSuspenseQuery } from '@tanstack/react-query'
import type { Framework } from '../shared/domain/framework.ts'
import { api } from './api.ts'

/** A framework never changes under its hash, so it is asked once. */
export function useFramework(hash: string): Framework {
  return useSuspenseQuery({
    queryKey: [api.framework.get.path, { hash }],
    queryFn: () => api.framework.get({ hash }),
    staleTime: 'static',
    gcTime: Infinity,
  }).data
}
