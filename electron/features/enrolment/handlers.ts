import type { Handlers } from '../../context.ts'
import { access } from './access.ts'
import { desk } from './desk.ts'
import { roots } from './roots.ts'

export const enrolment: Handlers<'enrolment'> = { ...access, ...desk, ...roots }
