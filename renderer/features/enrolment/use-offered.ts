import { useState } from 'react'
import type { Call } from '../../../shared/api/client.ts'
import { useOrder } from '../../api.ts'

interface Accepting {
  readonly error: unknown
  readonly isSuccess: boolean
  readonly reset: () => void
}

/**
 * A file that someone brought, which is read and shown before it is accepted: `shown` is what it says, until `accept` is done with it. `file` is what to give to the order
 * that accepts it.
 */
export function useOffered<Told extends object>(kinds: string[], call: Call<{ file: string }, Told>, accept: Accepting) {
  const [file, setFile] = useState<OfferedFile | null>(null)
  const read = useOrder(call, 'screen')
  const choose = async () => {
    const [chosen] = await window.bridge.open({ kinds, many: false, folder: false })
    if (!chosen) return
    accept.reset()
    setFile(chosen)
    read.mutate({ file: chosen.handle })
  }
  const shown = file && read.data && !accept.isSuccess ? { file: file.handle, ...read.data } : null
  return { choose: () => void choose(), isReading: read.isPending, shown, refusal: read.error }
}
