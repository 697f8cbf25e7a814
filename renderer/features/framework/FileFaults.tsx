import { useTranslation } from 'react-i18next'
import { type FileNote, toldOf } from '../../../shared/domain/framework-file.ts'
import { AppError } from '../../../shared/errors.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'

/** Why a file was refused: all that is wrong with it, each with its cell or part. */
export function FileFaults({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const faults = error instanceof AppError && error.failure.code === 'framework-faulty' ? error.failure.details.faults : []
  return (
    <Notice tone="refused">
      <p>{sentenceOf(error)}</p>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault, index) => {
            const { key, facts } = toldOf(fault)
            return <li key={index}>{t(key, facts)}</li>
          })}
        </ul>
      )}
    </Notice>
  )
}

/** What of a file was read otherwise than it stood there, or has no place in a framework. */
export function FileNotes({ notes }: { notes: readonly FileNote[] }) {
  const { t } = useTranslation()
  if (notes.length === 0) return null
  return (
    <details>
      <summary>{t('frameworkFile.notes', { count: notes.length })}</summary>
      <ul>{notes.map((note, index) => <li key={index}>{t(`fileNote.${note.what}`, { ...note, times: note.count })}</li>)}</ul>
    </details>
  )
}
