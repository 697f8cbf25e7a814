import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { api, useOrder } from '../../api.ts'
import { forgetOrders } from '../../last-order.ts'

/** Locks the workspace, and forgets all that was read from it. */
export function LockButton({ example }: { example: boolean }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const queries = useQueryClient()
  const lock = useOrder(async (_input: null) => {
    await api.workspace.lock({})
    navigate('/')
    queries.setQueryData([api.workspace.status.path, {}], null)
    queries.removeQueries({ predicate: ({ queryKey: [path] }) => path !== api.workspace.status.path && path !== api.settings.get.path })
    forgetOrders()
  })
  return <button type="button" data-quiet onClick={() => lock.mutate(null)}>{t(example ? 'shell.leaveExample' : 'shell.lock')}</button>
}
