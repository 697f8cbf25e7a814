import type { z } from 'zod'
import type { letter as contract } from '../../../shared/api/letter.ts'

export type ListedLetter = z.infer<typeof contract.list.output>['letters'][number]
