import type { Run } from '../../../shared/api/client.ts'
import type { Removed } from '../../../shared/domain/evidence.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { bringOne } from '../../source/bring-one.ts'

/** What became of files that were brought. A file that was refused is told by the name that it has outside, which is kept nowhere. */
export interface Brought {
  readonly added: number
  readonly known: number
  readonly removed: Readonly<Record<Removed, number>>
  readonly failed: readonly { name: string; why: string }[]
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
