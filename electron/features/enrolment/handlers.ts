import type { Handlers } from '../../context.ts'
export const enrolment = {} as Handlers<'enrolment'>
