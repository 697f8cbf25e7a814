import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileField } from '../../../shared/domain/file-review.ts'
import { api, useAnswer } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import { useAim } from '../../source/aiming.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { CellDialog } from './CellDialog.tsx'
import { useEntering } from './entering.ts'
import { FileAbout } from './FileAbout.tsx'
import { FileActions } from './FileActions.tsx'
import styles from './file-review.module.css'
import { type Filter, FileFilter, shownFiles } from './FileFilter.tsx'
import { FileView } from './FileView.tsx'
import { GridTable } from './GridTable.tsx'
import { cellsOf, laidOut, type Pasted } from './paste.ts'
import { PastePreview } from './PastePreview.tsx'
import { type File, reckoning as reckoningOf } from './reckoned.ts'
import { ReckoningForm } from './ReckoningForm.tsx'
import { RollUps } from './RollUps.tsx'
import { SamplePanel } from './SamplePanel.tsx'
import { type At, LEAVE } from './selecting.ts'
import { useSettled } from './settled.ts'
import type { Words } from './typed.ts'
import { useNarrow } from './use-narrow.ts'

/** Up to so many files are counted with every entry; more of them once nothing was entered for so many milliseconds. */
const [AT_ONCE, PAUSE] = [60, 500]

/** Drawing files, reading them, and what they say together. */
export function FileReviewScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const grid = useAnswer(api.fileReview.grid, { inspection })
  const framework = useFramework(grid.framework)
  const [begins] = useState(grid.files.length === 0)
  if (framework.fieldwork === null || framework.fieldwork.fileFields.length === 0) {
    return <Screen title={t('fileReview.title')}><Empty sentence={t('fileReview.nothingAsked')} /></Screen>
  }
  return (
    <div className={styles.screen}>
      <h1>{t('fileReview.title')}</h1>
      <details className={styles.fold} open={begins}>
        <summary>{t('fileReview.sample.title')} <small>{t('fileReview.files', { count: grid.files.length })}</small></summary>
        <SamplePanel inspection={inspection} />
      </details>
      <details className={styles.fold}>
        <summary>{t('fileReview.reckoning')}</summary>
        <ReckoningForm inspection={inspection} framework={framework} />
      </details>
      <Files inspection={inspection} />
    </div>
  )
}

function Files({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const grid = useAnswer(api.fileReview.grid, { inspection })
  const framework = useFramework(grid.framework)
  const fieldwork = framework.fieldwork!
  const { bases, holidays, referenceDate } = grid
  const reckoning = useMemo(() => reckoningOf(fieldwork, { bases, holidays, referenceDate }), [fieldwork, bases, holidays, referenceDate])
  const marks = useMemo(() => new Map(grid.marks.map((mark) => [`${mark.file}/${mark.field}`, mark])), [grid.marks])
  const { enter, undo, last } = useEntering(inspection, fieldwork.fileFields)
  const narrow = useNarrow()
  const { id: aimed } = useAim(inspection, 'dossieronderzoek')
  const [apart, setApart] = useState(aimed !== null)
  const [filter, setFilter] = useState<Filter>({ text: '', only: 'all' })
  const [at, setAt] = useState<At>({ row: Math.max(0, grid.files.findIndex(({ id }) => id === aimed)), column: 0 }) // nothing is filtered yet
  const [opened, setOpened] = useState<{ file: File; field: FileField } | null>(null)
  const [pasted, setPasted] = useState<readonly Pasted[] | null>(null)
  const words: Words = useMemo(() => ({
    yes: t('fileReview.answer.yes'), no: t('fileReview.answer.no'), 'not-found': t('fileReview.answer.notFound'),
    'not-applicable': t('fileReview.answer.notApplicable'), 'not-yet': t('fileReview.answer.notYet'),
  }), [t])

  const files = useMemo(() => shownFiles(grid.files, reckoning, filter), [grid.files, reckoning, filter])
  const row = Math.min(at.row, Math.max(0, files.length - 1))
  const current = files[row]
  const later = useSettled(grid.files, grid.files.length > AT_ONCE ? PAUSE : 0)
  const rollUp = useMemo(() => reckoning.rollUp(later, 'sample'), [reckoning, later])
  const targeted = useMemo(() => (later.some(({ origin }) => origin?.kind === 'targeted') ? reckoning.rollUp(later, 'targeted') : null), [reckoning, later])

  const open = (file: File, field: FileField | null) => (field ? setOpened({ file, field }) : setApart(true))
  const paste = (text: string, from: { row: number; column: number }) => {
    const cells = laidOut(cellsOf(text), from, files.length, fieldwork.fileFields)
    const [only] = cells
    if (cells.length === 1 && only?.answer && text.trim() === only.text) take(cells)
    else if (cells.length > 0) setPasted(cells)
  }
  const take = (cells: readonly Pasted[]) => {
    enter(cells.flatMap(({ row: to, column, answer }) => {
      const [file, field] = [files[to], fieldwork.fileFields[column]]
      return file && field && answer ? [{ file: file.id, field: field.id, value: answer.value, before: file.answers[column] ?? null }] : []
    }))
    setPasted(null)
  }
  return (
    <>
      <div className={styles.bar}>
        <FileFilter filter={filter} shown={files.length} all={grid.files.length} onFilter={setFilter} />
        {!narrow && <button type="button" data-quiet aria-pressed={apart} onClick={() => setApart(!apart)}>{t('fileReview.apart')}</button>}
        <FileActions inspection={inspection} file={current} />
        <button type="button" data-quiet disabled={last.length === 0} onClick={undo}>{t('fileReview.undo', { count: Math.max(1, last.length) })}</button>
      </div>
      {current === undefined ? <Empty sentence={t(grid.files.length === 0 ? 'fileReview.empty' : 'fileReview.noneShown')} /> : narrow || apart ? (
        <>
          <nav className={styles.steps} aria-label={t('fileReview.files', { count: files.length })}>
            <button type="button" disabled={row === 0} onClick={() => setAt({ ...at, row: row - 1 })}>{t('fileReview.previous')}</button>
            <h2>{current.pseudonym}</h2>
            <button type="button" disabled={row === files.length - 1} onClick={() => setAt({ ...at, row: row + 1 })}>{t('fileReview.next')}</button>
          </nav>
          <FileAbout key={current.id} inspection={inspection} file={current.id} />
          <FileView file={current} reckoning={reckoning} words={words} onEnter={enter} onOpen={open} />
        </>
      ) : (
        <>
          <GridTable
            files={files} reckoning={reckoning} marks={marks} words={words} at={{ ...at, row }}
            onMove={setAt} onEnter={enter} onPaste={paste} onUndo={undo} onOpen={open}
          />
          <p id={LEAVE} tabIndex={-1} className={styles.keys}>{t('fileReview.keys')}</p>
        </>
      )}
      {grid.files.length > 0 && <RollUps rollUp={rollUp} framework={framework} />}
      {targeted && <RollUps rollUp={targeted} framework={framework} />}
      {opened && (
        <CellDialog inspection={inspection} file={opened.file.id} pseudonym={opened.file.pseudonym} field={opened.field} words={words} onClose={() => setOpened(null)} />
      )}
      {pasted && <PastePreview pasted={pasted} files={files} fields={fieldwork.fileFields} words={words} onTake={take} onClose={() => setPasted(null)} />}
    </>
  )
}
