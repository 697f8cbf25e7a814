import { useTranslation } from 'react-i18next'
import type { FileField } from '../../../shared/domain/file-review.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import table from '../../ui/table.module.css'
import styles from './file-review.module.css'
import type { Pasted } from './paste.ts'
import type { File } from './reckoned.ts'
import { shownAnswer, type Words } from './typed.ts'

interface Props {
  pasted: readonly Pasted[]
  files: readonly File[]
  fields: readonly FileField[]
  words: Words
  onTake: (good: readonly Pasted[]) => void
  onClose: () => void
}

/** How many refused cells are listed. */
const LISTED = 50

/** What a block would enter, before it does; what is refused is told cell by cell and is left out. */
export function PastePreview({ pasted, files, fields, words, onTake, onClose }: Props) {
  const { t } = useTranslation()
  const good = pasted.filter(({ answer }) => answer !== null)
  const refused = pasted.filter(({ answer }) => answer === null)
  const replacing = good.filter(({ row, column, answer }) => files[row]!.answers[column] !== null && files[row]!.answers[column] !== answer!.value)
  return (
    <Dialog title={t('fileReview.paste.title')} onClose={onClose}>
      <div className={styles.paste}>
      <p>{t('fileReview.paste.good', { count: good.length })} {replacing.length > 0 && t('fileReview.paste.replacing', { count: replacing.length })}</p>
      {refused.length > 0 && (
        <>
          <p><strong>{t('fileReview.paste.refused', { count: refused.length })}</strong></p>
          <div className={table.scroll} tabIndex={0} role="region" aria-label={t('fileReview.paste.refused', { count: refused.length })}>
            <table className={table.table}>
              <thead><tr><th scope="col">{t('fileReview.file')}</th><th scope="col">{t('fileReview.paste.field')}</th><th scope="col">{t('fileReview.paste.text')}</th></tr></thead>
              <tbody>
                {refused.slice(0, LISTED).map(({ row, column, text }) => (
                  <tr key={`${row} ${column}`}>
                    <td>{files[row]?.pseudonym ?? t('fileReview.paste.outside')}</td>
                    <td>{fields[column]?.label ?? t('fileReview.paste.outside')}</td>
                    <td>{text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {replacing.length > 0 && (
        <ul>
          {replacing.slice(0, 5).map(({ row, column, answer }) => (
            <li key={`${row} ${column}`}>
              {files[row]!.pseudonym} · {fields[column]!.label}: {shownAnswer(fields[column]!, files[row]!.answers[column]!, words)} → {shownAnswer(fields[column]!, answer!.value, words)}
            </li>
          ))}
        </ul>
      )}
      <div className={buttons}>
        <button type="button" data-main disabled={good.length === 0} onClick={() => onTake(good)}>{t('fileReview.paste.take', { count: good.length })}</button>
        <button type="button" onClick={onClose}>{t('fileReview.paste.leave')}</button>
      </div>
      </div>
    </Dialog>
  )
}
