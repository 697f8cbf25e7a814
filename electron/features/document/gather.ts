import type { SourceKind } from '../../../shared/domain/source.ts'
import type { Db } from '../../db/open.ts'
import { listRegister } from './repository.ts'

/** Sources as the overview of sources asks for them: documents speak by where they are linked, observations by their text too. */
export const documentsOf = (db: Db, inspection: string) => listRegister(db, inspection, 'document').map(({ id, fields: { label, title, receivedOn } }) => ({
  id, kind: 'document' as SourceKind, label: label.value, title: title.value ?? '', day: receivedOn.value, quotes: new Map<string, never[]>(),
}))

export const observationsOf = (db: Db, inspection: string) =>
  listRegister(db, inspection, 'observation').map(({ id, fields: { label, text, at, unit }, links }) => ({
    id, kind: 'observation' as SourceKind, label: label.value, title: unit.value ?? '', day: at.value?.slice(0, 10) ?? null,
    quotes: new Map(text.value === null ? [] : links.map(({ expectation }) => [expectation, [{ at: null, text: text.value! }]] as const)),
  }))
