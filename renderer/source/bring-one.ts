import { AppError } from '../../shared/errors.ts'
import { api } from '../api.ts'

/** Takes one file in, as an edited version or the scan of what it comes from; gives its id and what was taken out of it. */
export async function bringOne(inspection: string, file: File, { derivedFrom = null, scanOf = null }: { derivedFrom?: string | null; scanOf?: string | null } = {}) {
  const outcome = await window.bridge.bring(inspection, file)
  if (!outcome.ok) throw new AppError(outcome.failure)
  const { handle } = outcome.value as { handle: string }
  return api.evidence.add({ inspection, file: handle, derivedFrom, scanOf })
}
