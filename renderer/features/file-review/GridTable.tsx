import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { FileField } from '../../../shared/domain/file-review.ts'
import { CellEditor } from './CellEditor.tsx'
import type { Entry } from './entering.ts'
import styles from './file-review.module.css'
import { GridRow } from './GridRow.tsx'
import type { File, Reckoning } from './reckoned.ts'
import { type At, cellAround, cellId, entryOf, LEAVE, steppedTo } from './selecting.ts'
import { answerAtOnce, answerFrom, shownAnswer, type Words } from './typed.ts'
import { columnsIn, edgesOf, HEADER, NAMES, ROW, rowsIn, useView } from './windowed.ts'

interface Props {
  files: readonly File[]
  reckoning: Reckoning
  marks: ReadonlyMap<string, { different: boolean; erased: boolean; noted: boolean }>
  words: Words
  at: At
  onMove: (at: At) => void
  onEnter: (entries: readonly Entry[]) => void
  onPaste: (text: string, at: { row: number; column: number }) => void
  onUndo: () => void
  onOpen: (file: File, field: FileField | null) => void
}

/** What is being typed in the cell where one is; `wrong` once it was left although it is no answer. */
interface Editing {
  text: string
  wrong: boolean
}

/** Files as rows and fields as columns, of which only those in view are drawn. All of it goes by keys; the focus stays on the grid itself. */
export function GridTable({ files, reckoning, marks, words, at, onMove, onEnter, onPaste, onUndo, onOpen }: Props) {
  const { t } = useTranslation()
  const { columns } = reckoning
  const grid = useRef<HTMLDivElement>(null)
  const view = useView(grid)
  const edges = useMemo(() => edgesOf(columns.map(({ width }) => width)), [columns])
  const [editing, setEditing] = useState<Editing | null>(null)
  const rows = rowsIn({ top: view.top, height: view.height - HEADER }, files.length)
  const shown = columnsIn({ left: view.left, width: view.width - NAMES }, edges)
  const [file, column] = [files[at.row], columns[at.column]]

  const goTo = (to: At) => {
    onMove(to)
    reveal(grid.current, to, edges, columns[to.column + 1]?.kind === 'term' ? 2 : 1)
  }
  const give = (to: At | null, text: string): boolean => {
    const answer = file && column?.kind === 'field' ? answerFrom(column.field, text) : null
    if (!answer || !file || column?.kind !== 'field') {
      setEditing({ text, wrong: true })
      return false
    }
    onEnter([entryOf(file, column, answer.value)])
    setEditing(null)
    grid.current?.focus()
    if (to) goTo(to)
    return true
  }
  const edit = (text: string) => flushSync(() => setEditing({ text, wrong: false }))
  const type = (event: KeyboardEvent) => {
    if (!file || column?.kind !== 'field') return
    const { key } = event
    const atOnce = answerAtOnce(column.field, key)
    if (key === 'Delete' || key === 'Backspace') onEnter([entryOf(file, column, null)])
    else if (atOnce !== undefined) onEnter([entryOf(file, column, atOnce)])
    else if (key === 'F2') edit(shownAnswer(column.field, file.answers[column.at] ?? null, words))
    else if (key.length === 1) edit(key)
    else return
    event.preventDefault()
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== grid.current) return
    const { key, ctrlKey, metaKey, altKey } = event
    const command = ctrlKey || metaKey
    if (command && key.toLowerCase() === 'z') onUndo()
    else if (command && key === 'Enter' && file) onOpen(file, column?.kind === 'field' ? column.field : null)
    else if (key === 'Escape') document.getElementById(LEAVE)?.focus()
    else {
      const to = altKey ? null : steppedTo(at, event, files.length, columns)
      if (to) goTo(to)
      else return command || altKey ? undefined : type(event)
    }
    event.preventDefault()
  }
  const paste = (event: ClipboardEvent) => {
    if (editing || column?.kind !== 'field') return
    event.preventDefault()
    onPaste(event.clipboardData.getData('text/plain'), { row: at.row, column: column.at })
  }
  const copy = (event: ClipboardEvent) => {
    if (editing || !file || column?.kind !== 'field') return
    event.preventDefault()
    event.clipboardData.setData('text/plain', shownAnswer(column.field, file.answers[column.at] ?? null, words))
  }
  const pick = (target: EventTarget, opens: boolean) => {
    const to = editing ? null : cellAround(target)
    const [row, picked] = [to && files[to.row], to && columns[to.column]]
    if (!to || !row || !picked) return
    goTo(to)
    if (opens) onOpen(row, picked.kind === 'field' ? picked.field : null)
  }
  return (
    <div
      ref={grid}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={t('fileReview.grid')}
      aria-describedby={LEAVE}
      aria-rowcount={files.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={cellId(at)}
      onKeyDown={press}
      onClick={({ target }) => pick(target, false)}
      onDoubleClick={({ target }) => pick(target, true)}
      onPaste={paste}
      onCopy={copy}
    >
      <div className={styles.canvas} role="presentation" style={{ width: NAMES + edges.at(-1)!, height: HEADER + files.length * ROW }}>
        <div role="row" aria-rowindex={1} className={styles.heading} style={{ height: HEADER }}>
          <span role="columnheader" aria-colindex={1} className={styles.corner} style={{ width: NAMES }}>{t('fileReview.file')}</span>
          <span role="presentation" style={{ width: edges[shown[0]]!, flex: 'none' }} />
          {columns.slice(...shown).map(({ key, label, width, kind }, index) => (
            <span key={key} role="columnheader" aria-colindex={shown[0] + index + 2} data-kind={kind} title={label} style={{ width }}><span>{label}</span></span>
          ))}
        </div>
        {files.slice(...rows).map((one, index) => {
          const row = rows[0] + index
          return (
            <GridRow
              key={one.id} file={one} row={row} columns={columns} first={shown[0]} behind={shown[1]} offset={edges[shown[0]]!}
              reckoned={reckoning.of(one)} marks={marks} words={words} t={t}
              active={row === at.row ? at.column : null}
            />
          )
        })}
        {editing && column?.kind === 'field' && (
          <CellEditor
            key={`${at.row} ${at.column}`}
            field={column.field}
            text={editing.text}
            wrong={editing.wrong}
            box={{ left: NAMES + edges[at.column]!, top: HEADER + at.row * ROW, width: column.width, height: ROW }}
            onGive={(text, event) => give(event && steppedTo(at, event, files.length, columns), text)}
            onCancel={() => {
              setEditing(null)
              grid.current?.focus()
            }}
          />
        )}
      </div>
    </div>
  )
}

/** Scrolls so far that a cell is in view, beside the names and below the headings; `along` counts it and what is reckoned behind it. */
function reveal(grid: HTMLElement | null, { row, column }: At, edges: readonly number[], along: number): void {
  if (!grid) return
  const [top, left] = [row * ROW, edges[column]!]
  const [height, width] = [grid.clientHeight - HEADER, grid.clientWidth - NAMES]
  if (top < grid.scrollTop) grid.scrollTop = top
  else if (top + ROW > grid.scrollTop + height) grid.scrollTop = top + ROW - height
  if (left < grid.scrollLeft) grid.scrollLeft = left
  else if (edges[column + along]! > grid.scrollLeft + width) grid.scrollLeft = Math.min(left, edges[column + along]! - width)
}
