import type { Handlers } from '../../context.ts'
export const bundle = {} as Handlers<'bundle'>
