import { t } from 'i18next'
import type { api } from '../../api.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { roleTitleOf } from '../../../shared/domain/interview.ts'

export type Listed = Awaited<ReturnType<typeof api.activity.list>>['activities'][number]
export interface Named {
  id: string
  name: string
}

/** What an activity is, in a few words: its kind and, of a talk, the role. */
export function titleOf(framework: Framework, { fields: { kind, role, label } }: Listed): string {
  const words = kind.value === null ? t('rating.different') : t(`activity.kind-${kind.value}`)
  return [label.value && `[${label.value}]`, words, role.value && roleTitleOf(framework, role.value)].filter(Boolean).join(' ')
}
