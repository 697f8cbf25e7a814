import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, FileField } from '../../../shared/domain/file-review.ts'
import { TermCell } from './Cell.tsx'
import type { Entry } from './entering.ts'
import styles from './file-review.module.css'
import type { Column, File, Reckoning } from './reckoned.ts'
import { entryOf } from './selecting.ts'
import { answerAtOnce, answerFrom, shownAnswer, type Words } from './typed.ts'

interface Props {
  file: File
  reckoning: Reckoning
  words: Words
  onEnter: (entries: readonly Entry[]) => void
  onOpen: (file: File, field: FileField) => void
}

/** One file with its fields under each other, for a narrow screen or who reads one file at a time. */
export function FileView({ file, reckoning, words, onEnter, onOpen }: Props) {
  const { t } = useTranslation()
  const { terms, contradictions, doubted, irrelevant } = reckoning.of(file)
  const labelOf = (id: string) => reckoning.columns.find(({ key }) => key === id)?.label ?? id
  return (
    <section className={styles.fileView} aria-label={file.pseudonym}>
      {contradictions.length > 0 && (
        <ul className={styles.contradictions}>
          {contradictions.map((one) => (
            <li key={JSON.stringify(one)}>
              {one.kind === 'order' && t('fileReview.contradict.order', { earlier: labelOf(one.earlier), later: labelOf(one.later) })}
              {one.kind === 'after-reference' && t('fileReview.contradict.after', { field: labelOf(one.field) })}
              {one.kind === 'irrelevant' && t('fileReview.contradict.irrelevant', { field: labelOf(one.field), because: labelOf(one.because) })}
            </li>
          ))}
        </ul>
      )}
      {reckoning.columns.map((column) => (column.kind === 'term'
        ? <p key={column.key} className={styles.termLine}>{column.label}: <TermCell result={terms.get(column.term.id)} t={t} /></p>
        : (
          <FieldLine
            key={`${file.id} ${column.key}`}
            column={column}
            value={file.answers[column.at] ?? null}
            words={words}
            doubted={doubted.has(column.key)}
            irrelevant={irrelevant.has(column.key)}
            onGive={(value) => onEnter([entryOf(file, column, value)])}
            onOpen={() => onOpen(file, column.field)}
          />
        )))}
    </section>
  )
}

interface LineProps {
  column: Extract<Column, { kind: 'field' }>
  value: Answer | null
  words: Words
  doubted: boolean
  irrelevant: boolean
  onGive: (value: Answer | null) => void
  onOpen: () => void
}

/** One field: buttons where the answers are few, otherwise a line to type in. */
function FieldLine({ column: { field }, value, words, doubted, irrelevant, onGive, onOpen }: LineProps) {
  const { t } = useTranslation()
  const id = useId()
  const choices = choicesOf(field, words)
  return (
    <div className={styles.line} data-irrelevant={irrelevant || undefined} data-doubted={doubted || undefined}>
      <span id={id} className={styles.label}>{field.label}{doubted && <span className={styles.doubt} role="img" aria-label={t('fileReview.contradiction')}>!</span>}</span>
      <div className={styles.controls} role="group" aria-labelledby={id}>
        {choices
          ? choices.map(({ code, label }) => (
            <button key={code} type="button" aria-pressed={value === code} onClick={() => onGive(value === code ? null : code)}>{label}</button>
          ))
          : <Typed key={String(value)} field={field} shown={shownAnswer(field, value, words)} label={id} onGive={onGive} />}
        <button type="button" data-quiet onClick={onOpen}>{t('fileReview.more')}<span className={styles.unseen}> {field.label}</span></button>
      </div>
    </div>
  )
}

function choicesOf(field: FileField, words: Words): { code: string; label: string }[] | null {
  const nothing = [{ code: 'not-applicable', label: words['not-applicable'] }, { code: 'not-found', label: words['not-found'] }]
  if (field.kind === 'yes-no') return [{ code: 'yes', label: words.yes }, { code: 'no', label: words.no }, ...nothing]
  return 'options' in field ? [...field.options, ...nothing] : null
}

function Typed({ field, shown, label, onGive }: { field: FileField; shown: string; label: string; onGive: (value: Answer | null) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(shown)
  const [wrong, setWrong] = useState(false)
  const leave = () => {
    const atOnce = answerAtOnce(field, text.trim())
    const answer = atOnce === undefined ? answerFrom(field, text) : { value: atOnce }
    setWrong(answer === null)
    if (answer && text !== shown) onGive(answer.value)
  }
  return (
    <>
      <input
        aria-labelledby={label}
        aria-invalid={wrong || undefined}
        value={text}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
        onBlur={leave}
        onKeyDown={({ key }) => key === 'Enter' && leave()}
      />
      {wrong && <p role="alert" className={styles.wrong}>{t(`fileReview.wrong.${field.kind}`)}</p>}
    </>
  )
}
