import { type KeyboardEvent, type RefObject, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { partsThatDiffer, takenOver } from '../../shared/domain/combine.ts'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import styles from './combining.module.css'
import { DifferentParts } from './DifferentParts.tsx'
import { LooksPersonal } from './LooksPersonal.tsx'
import { valueOf } from './typing.ts'

interface Props {
  ref: RefObject<HTMLTextAreaElement | null>
  inspection: string
  /** The text as it now stands. */
  text: string
  sources: readonly { id: string; name: string; text: string }[]
  /** What was there before each button that was pressed since somebody typed. */
  before: readonly string[]
  onBefore: (before: readonly string[]) => void
  type: (text: string) => void
  leave: () => void
  settle: (value: string | null, reason: string) => void
  discard: () => void
  follow: ((text: string) => ReactNode) | undefined
}

/** One text made of several: typed freely, or taken over piece by piece. It settles their difference with a reason. */
export function Combining({ ref, inspection, text, sources, before, onBefore, type, leave, settle, discard, follow }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [reasoning, setReasoning] = useState(false)
  const toEditor = () => ref.current?.focus()
  const write = (typed: string) => {
    onBefore([])
    type(typed)
  }
  const undo = () => {
    type(before.at(-1)!)
    onBefore(before.slice(0, -1))
    if (before.length === 1) toEditor() // the button goes
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
    if (before.length === 0 || event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
    event.preventDefault() // a text that a button changed is unknown to the browser's own undo
    undo()
  }
  return (
    <div className={styles.combining}>
      <label htmlFor={id}>{t('difference.combined')}</label>
      <textarea
        ref={ref}
        id={id}
        aria-describedby={`${id}-draft`}
        rows={3}
        value={text}
        onChange={({ target }) => write(target.value)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-draft`} className={styles.unrecorded}>{t('difference.kept')}</p>
      <LooksPersonal inspection={inspection} text={text} onReplaced={write} />
      {follow?.(text)}
      <div className={styles.sources}>
        {sources.map((source) => {
          const parts = partsThatDiffer(text, source.text)
          const take = (at: number) => {
            onBefore([...before, text])
            type(takenOver(text, parts[at]!))
            if (at === parts.length - 1) toEditor() // the last button goes; after another the next one takes its place
          }
          return <DifferentParts key={source.id} name={source.name} text={text} parts={parts} onTake={take} />
        })}
      </div>
      {reasoning ? <ReasonForm question={t('reason.settle')} onGive={(reason) => settle(valueOf(text), reason)} onCancel={() => setReasoning(false)} /> : (
        <div className={styles.buttons}>
          <button type="button" data-main onClick={() => setReasoning(true)}>{t('difference.record')}</button>
          {before.length > 0 && <button type="button" onClick={undo}>{t('finding.undo')}</button>}
          <button type="button" data-quiet onClick={discard}>{t('difference.discard')}</button>
        </div>
      )}
    </div>
  )
}
