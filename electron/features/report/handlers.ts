import type { Handlers } from '../../context.ts'
import { listDrafts, recordDraft } from '../../db/draft.ts'
import { writeWhole } from '../../whole-file.ts'
import { assertNotCited } from '../privacy/privilege.ts'
import { reportHtml } from './html.ts'
import { reportOf } from './repository.ts'

export const report: Handlers<'report'> = {
  // what the screen calls saved must not be missing on paper, so what is being typed is recorded first
  write: async (context, { inspection, file }) => {
    const { db, files } = context
    const { path } = files.toWrite(file)
    const gathered = db.transaction(() => {
      for (const draft of listDrafts(context, inspection)) recordDraft(context, draft)
      assertNotCited(db, inspection)
      return reportOf(db, inspection)
    }).immediate()
    const bytes = Buffer.from(reportHtml(gathered))
    writeWhole(path, bytes)
    return { size: bytes.length }
  },
}
