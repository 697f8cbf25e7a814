import type { Edit } from '../../../shared/domain/entity.ts'
import type { SaidRemark } from '../../../shared/domain/factual-check.ts'
import { type ReadRemark, readRemarks, wordsOf } from '../../../shared/domain/remark-form.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { digestOf } from '../../crypto/digest.ts'
import { sha256 } from '../../crypto/hash.ts'
import { listHeadsOf, listHistory, record } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { readForm } from './form.ts'
import { headsAt, isHeld, listChecks, type ListedCheck, listRemarks } from './repository.ts'

interface OfForm {
  readonly inspection: string
  readonly check: string
}

/** A check that was held. */
export function getCheck(db: Db, inspection: string, id: string): ListedCheck {
  const check = listChecks(db, inspection).find((one) => one.id === id && isHeld(one))
  if (!check) throw appError('not-found', { what: 'factual check', id })
  return check
}

/** What a form would bring; nothing is recorded. */
export async function previewForm({ db }: Context, of: OfForm, path: string, name: string): Promise<{ sha256: string; rows: ReadRemark[] }> {
  const { sent } = getCheck(db, of.inspection, of.check)
  const { bytes, rows } = await readForm(path, name, of)
  const known = new Set(listRemarks(db, of.inspection).flatMap(({ fields: { said } }) => (said.value?.check === of.check ? [wordsOf(said.value)] : [])))
  return { sha256: digestOf(bytes).sha256, rows: readRemarks(rows, sent.places, (remark) => known.has(wordsOf(remark))) }
}

/**
 * Keeps the remarks that are new. Ids are made of the check, the bytes and the row, so that two laptops that read the same form write the same; what was
 * withdrawn since does not come back.
 */
export async function takeForm(context: Context, { inspection, check, sha256: looked, on }: OfForm & { sha256: string; on: string }, path: string, name: string) {
  const { db } = context
  const { sha256: file, rows } = await previewForm(context, { inspection, check }, path, name)
  if (file !== looked) throw appError('remarks-changed', {})
  const left = rows.filter(({ state }) => state === 'faulty').length
  const form = uuidOf(`form\0${check}\0${file}`)
  const isKnown = (entity: 'remark' | 'remarkForm', entityId: string, field: string) => listHeadsOf(db, { inspection, entity, entityId, field }).length > 0
  const fresh = rows.map((row) => ({ row, id: uuidOf(`remark\0${check}\0${file}\0${row.row}`) })).filter(({ row, id }) => row.state === 'new' && !isKnown('remark', id, 'said'))
  const as = { kind: 'set', reason: null, seen: [] } as const
  const edits: Edit[] = [
    ...(isKnown('remarkForm', form, 'received') ? [] : [{ ...as, entity: 'remarkForm' as const, entityId: form, field: 'received' as const, value: { check, on, file } }]),
    ...fresh.flatMap(({ row: { where, what, should, proof, line }, id }) => editsOfRemark(id, { check, form, on, where, what, should, proof, line, expectation: null })),
  ]
  if (edits.length === 0) return { taken: 0, left, savedAt: null }
  return { taken: fresh.length, left, ...db.transaction(() => record(context, inspection, edits)).immediate() }
}

/** What is recorded of a remark at first: what the organisation said, and what that is about. */
export function editsOfRemark(entityId: string, { line, expectation, ...said }: SaidRemark & { line: number | null; expectation: string | null }): Edit[] {
  const as = { entity: 'remark', entityId, kind: 'set', reason: null, seen: [] } as const
  return [
    { ...as, field: 'said', value: said },
    ...(line === null ? [] : [{ ...as, field: 'line', value: line } as const]),
    ...(expectation === null ? [] : [{ ...as, field: 'expectation', value: expectation } as const]),
  ]
}

/** A UUID (version 8, RFC 9562 §5.8) that is the same wherever the same is named. */
function uuidOf(name: string): string {
  const digits = [...sha256(`veldtoets/factual-check/1\0${name}`).slice(0, 32)]
  digits[12] = '8'
  digits[16] = 'a'
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/**
 * Keeps the text before and after with a remark. Before is what went out or, where another remark on the same text was processed since, what came of
 * that. Errors: `remark-without-line`, `remark-unchanged`, `difference-open`.
 */
export function processRemark(context: Context, inspection: string, id: string): { savedAt: string } {
  const { db } = context
  const remarks = listRemarks(db, inspection)
  const remark = remarks.find((one) => one.id === id)
  if (!remark) throw appError('not-found', { what: 'remark', id })
  const { place, fields: { processed } } = remark
  if (place === null) throw appError('remark-without-line', {})
  const [after, ...others] = headsAt(db, inspection, place)
  if (others.length > 0) throw appError('difference-open', {})
  const history = listHistory(db, { inspection, ...place }).map((entry) => entry.id)
  const since = history.slice(history.indexOf(place.change) + 1)
  const made = new Set(remarks.filter((one) => one.id !== id).flatMap((one) => one.fields.processed.value?.after ?? []))
  const before = since.filter((change) => made.has(change) && change !== after?.id).at(-1) ?? place.change
  if (!after || after.id === place.change) throw appError('remark-unchanged', {})
  const seen = processed.heads.map((head) => head.id)
  return record(context, inspection, [{ entity: 'remark', entityId: id, field: 'processed', kind: 'set', reason: null, seen, value: { before, after: after.id } }])
}
