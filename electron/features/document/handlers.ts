import type { Edit } from '../../../shared/domain/entity.ts'
import { nextLabel } from '../../../shared/domain/source.ts'
import { appError } from '../../../shared/errors.ts'
import { record } from '../../db/change-log.ts'
import type { Handlers } from '../../context.ts'
import { writeWhole } from '../../whole-file.ts'
import { getInspection, getSummary } from '../inspection/repository.ts'
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

  receipt: async ({ db, files, now, person }, { inspection, file }) => {
    const fields = listRegister(db, inspection, 'document').map((one) => one.fields)
    const documents = fields.filter(({ original, returnedOn }) => original.value === true && returnedOn.value === null)
    if (documents.length === 0) throw appError('no-originals', {})
    const { organisation } = getSummary(db, inspection)
    const text = receiptHtml({ organisation: organisation.name, inspectorate: person.inspectorate, day: now().slice(0, 10), documents })
    writeWhole(files.toWrite(file).path, text)
    return { count: documents.length }
  },
}
