import { statesOf } from '../../../shared/domain/entity.ts'
import { isPicture } from '../../../shared/domain/evidence.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Context } from '../../context.ts'

/** The pictures of which nobody said yet whether people or client data can be seen in them, or of which two people said different things. */
export function listPictures({ db }: Pick<Context, 'db'>, inspection: string): { id: string; label: string | null }[] {
  const heads = listHeads(db, inspection, 'evidence')
  const stateOf = statesOf('evidence', heads)
  return [...new Set(heads.map(({ entityId }) => entityId))].sort().flatMap((id) => {
    const { file, label, shows } = stateOf(id)
    return file.value !== null && isPicture(file.value.type) && shows.value === null ? [{ id, label: label.value }] : []
  })
}
