import type { Run } from '../../../shared/api/client.ts'
import type { Removed } from '../../../shared/domain/evidence.ts'
import { AppError } from '../../../shared/errors.ts'
import { api } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'

/** What became of files that were brought. A file that was refused is told by the name that it has outside, which is kept nowhere. */
export interface Brought {
  readonly added: number
  readonly known: number
  readonly removed: Readonly<Record<Removed, number>>
  readonly failed: readonly { name: string; why: string }[]
}

/** Takes one file in, as an edited version or the scan of what it comes from; gives its id and what was taken out of it. */
export async function bringOne(inspection: string, file: File, { derivedFrom = null, scanOf = null }: { derivedFrom?: string | null; scanOf?: string | null } = {}) {
  const outcome = await window.bridge.bring(inspection, file)
  if (!outcome.ok) throw new AppError(outcome.failure)
  const { handle } = outcome.value as { handle: string }
  return api.evidence.add({ inspection, file: handle, derivedFrom, scanOf })
}

/** Takes files in one by one; one that is refused does not keep the others out. */
export async function bringAll({ inspection, files }: { inspection: string; files: readonly File[] }, { onProgress, signal }: Run): Promise<Brought> {
  const removed = { place: 0, details: 0, nothing: 0, 'not-looked': 0 }
  let [added, known] = [0, 0]
  const failed: { name: string; why: string }[] = []
  for (const [index, file] of files.entries()) {
    if (signal?.aborted) break
    try {
      const one = await bringOne(inspection, file)
      if (one.known) known++
      else added++
      removed[one.removed]++
    } catch (error) {
      failed.push({ name: file.name, why: sentenceOf(error) })
    }
    onProgress?.({ done: index + 1, total: files.length })
  }
  return { added, known, removed, failed }
}
