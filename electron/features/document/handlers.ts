import { dutchDayOf } from '../../../shared/domain/dutch-day.ts'
import type { Edit } from '../../../shared/domain/entity.ts'
import { nextLabel } from '../../../shared/domain/source.ts'
import { appError } from '../../../shared/errors.ts'
import { record } from '../../db/change-log.ts'
import type { Handlers } from '../../context.ts'
import { writeWhole } from '../../whole-file.ts'
import { getInspection, getSummary } from '../inspection/repository.ts'
import { bytesOfPage } from '../report/formats.ts'
import { receiptHtml } from './receipt.ts'
import { labelsOf, listRegister } from './repository.ts'

export const document: Handlers<'document'> = {
  list: ({ db }, { inspection }) => listRegister(db, inspection, 'document'),

  add: (context, { inspection, title, kind, receivedOn }) => {
    getInspection(context.db, inspection)
    const [entityId, label] = [context.newId(), nextLabel('DOC', labelsOf(context.db, inspection, 'document'))]
    const as = { entity: 'document', entityId, kind: 'set', reason: null, seen: [] } as const
    const edits: Edit[] = [
      { ...as, field: 'label', value: label }, { ...as, field: 'title', value: title },
      { ...as, field: 'kind', value: kind }, { ...as, field: 'receivedOn', value: receivedOn },
    ]
    return { id: entityId, label, ...record(context, inspection, edits) }
  },

  receipt: async (context, { inspection, format, file }, { signal }) => {
    const { db, files, now, person: { inspectorate } } = context
    const { path } = files.toWrite(file)
    const fields = listRegister(db, inspection, 'document').map((one) => one.fields)
    const documents = fields.filter(({ original, returnedOn }) => original.value === true && returnedOn.value === null)
    if (documents.length === 0) throw appError('no-originals', {})
    const { organisation } = getSummary(db, inspection)
    const page = receiptHtml({ organisation: organisation.name, inspectorate, day: dutchDayOf(now()), documents })
    const bytes = await bytesOfPage(context, format, page, { title: 'Ontvangstbewijs', inspectorate, marks: [] }, signal)
    signal.throwIfAborted()
    writeWhole(path, bytes)
    return { count: documents.length }
  },
}
