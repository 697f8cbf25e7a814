import { statesOf } from '../../../shared/domain/entity.ts'
import { isSound, mayShowPeople } from '../../../shared/domain/evidence.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Context } from '../../context.ts'

/** The pictures and recordings of which nobody said yet whether people or client data are in them, or of which two people said different things. */
export function listPictures({ db }: Pick<Context, 'db'>, inspection: string): { id: string; label: string | null; sound: boolean }[] {
  const heads = listHeads(db, inspection, 'evidence')
  const stateOf = statesOf('evidence', heads)
  return [...new Set(heads.map(({ entityId }) => entityId))].sort().flatMap((id) => {
    const { file, label, shows } = stateOf(id)
    if (file.value === null || !mayShowPeople(file.value.type) || shows.value !== null) return []
    return [{ id, label: label.value, sound: isSound(file.value.type) }]
  })
}
